using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Fields;

namespace Thads.Http;

/// <summary>A day out of an address or a form, as people type it.</summary>
internal static class TypedDay
{
    /// <returns>Null where nothing was typed.</returns>
    /// <exception cref="UnreadableException">No such day, or no day at all; shown beside the field.</exception>
    public static DateOnly? Read(string? typed, string field, Work work) =>
        DayText.Read(typed, work.Today, WorkingCalendar.OfVietNam, out var day) is { } refusal ? throw new UnreadableException(refusal, field) : day;
}
