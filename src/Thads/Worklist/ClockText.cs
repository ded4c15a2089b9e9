using Thads.Http;
using Thads.Law;
using Thads.Law.Deadlines;
using Thads.Law.Tables;
using Thads.Office;
using Thads.Office.Clocks;

namespace Thads.Worklist;

/// <summary>A time limit of a matter in words.</summary>
internal static class ClockText
{
    /// <summary>As the catalogue calls it; a reminder of the office by its own words.</summary>
    public static string Title(Clock clock, PageText text) =>
        clock.Code.StartsWith(Clock.House, StringComparison.Ordinal) ? text.Say($"clock.{clock.Code}")
        : LawBook.InForce.Of(DeadlineCode.Table, clock.Code).FirstOrDefault() is { } code ? code.Value.Title.In(text.Language) : clock.Code;

    /// <summary>How the last day came about, a sentence for each step of the way.</summary>
    public static IReadOnlyList<string> Way(Clock clock, PageText text) => clock.Deadline is { } deadline ? [.. deadline.Lines().Select(line => line.Text.In(text.Language))] : [];
}
