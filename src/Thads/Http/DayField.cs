using System.Globalization;
using Thads.Office;

namespace Thads.Http;

/// <summary>A day as people type it: 02/10/2020, 2-10-2020, 2.10.2020, 02102020; in addresses 2020-10-02.</summary>
internal static class DayField
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "ddMMyyyy"];

    /// <returns>Null where nothing was typed.</returns>
    /// <exception cref="UnreadableException">`page.day-unreadable`: no such day, or no day at all.</exception>
    public static DateOnly? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        return DateOnly.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900
            ? day
            : throw new UnreadableException(new Refusal("page.day-unreadable", typed.Trim()));
    }
}
