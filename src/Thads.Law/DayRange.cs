using Thads.Law.Asked;

namespace Thads.Law;

/// <summary>Days from the first to the last, both of them in it: a pause, an excluded period, a certified outage.</summary>
public readonly record struct DayRange(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Holds(DateOnly day) => From <= day && day <= To;

    /// <summary>From the rows `from`, `to`; `period.backwards` where the last day comes before the first.</summary>
    internal static DayRange Read(Given row)
    {
        var (from, to) = (row.Day("from"), row.Day("to"));
        return to < from
            ? throw new GivenException("period.backwards", new($"Khoảng {Said.Day(from)}–{Said.Day(to)}: ngày cuối trước ngày đầu.", $"The period {Said.Day(from)}–{Said.Day(to)} ends before it begins."))
            : new(from, to);
    }

    /// <summary>The same days as ranges that neither overlap nor touch, in order: a day counts once however often it is named.</summary>
    public static IReadOnlyList<DayRange> Merged(IEnumerable<DayRange> ranges)
    {
        var merged = new List<DayRange>();
        foreach (var range in ranges.OrderBy(range => range.From))
        {
            if (merged.Count > 0 && range.From.DayNumber <= merged[^1].To.DayNumber + 1)
            {
                merged[^1] = merged[^1] with { To = range.To > merged[^1].To ? range.To : merged[^1].To };
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }
}
