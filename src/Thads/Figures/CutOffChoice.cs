using Thads.Http;
using Thads.Law;

namespace Thads.Figures;

/// <summary>What figures are drawn from: all that is known, or what was known on a day. Stated on every page of figures, with the ways to change it.</summary>
/// <param name="LastAct">The last act that counts; 0 where the page does not say it.</param>
/// <param name="Ways">Each way to cut off, with its address; the current one has none.</param>
public sealed record CutOffChoice(long LastAct, IReadOnlyList<(string Words, string? Address)> Ways)
{
    /// <param name="of">The page as known on a day, or with all that is known.</param>
    public static CutOffChoice Of(FigureAddress asked, long lastAct, DateOnly today, PageText text, Func<FigureAddress, string> of)
    {
        var end = new StatisticalYear(asked.Year).EndOfMonth(asked.Months);
        var days = new[] { asked.KnownOn, end < today ? end : null }.OfType<DateOnly>().Distinct().Order();
        return new CutOffChoice(lastAct,
        [
            Way(text.Say("page.cut-off-now"), null),
            .. days.Select(day => Way(text.Say(day == end ? "page.cut-off-end" : "page.cut-off-day", day), day)),
        ]);

        (string, string?) Way(string words, DateOnly? day) => (words, day == asked.KnownOn ? null : of(asked with { KnownOn = day }));
    }
}
