using Thads.Office.Acts;

namespace Thads.Office.Overview;

/// <summary>A figure to watch, with what each officer has of it.</summary>
/// <param name="Officers">Code (null = nobody's), name and number, the most first.</param>
/// <param name="Left">Đồng left in these matters; null where what was asked is not about open matters.</param>
public sealed record WatchFigure(Listing What, long Number, IReadOnlyList<(string? Code, string? Name, long Number)> Officers, long? Left);

/// <summary>Counts the figures to watch, each from the very list it opens into.</summary>
public static class WatchFigures
{
    /// <summary>In the order in which they are shown.</summary>
    public static readonly IReadOnlyList<Listing> All =
        [Listing.TenYears, Listing.LongIdle, Listing.Idle, Listing.Untouched, Listing.Stopped, Listing.Unverified, Listing.ForgottenLine, Listing.Largest, Listing.Late, Listing.YearEnd];

    /// <param name="year">Statistical year of what happened: steps known late, the last days.</param>
    /// <param name="officer">Code; null = all.</param>
    public static async Task<IReadOnlyList<WatchFigure>> RunAsync(OverviewScope scope, int year, string? officer, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var figures = new List<WatchFigure>();
        foreach (var what in All)
        {
            var picked = await ListMatters.PickAsync(scope, new MatterPick(what, Officer: officer), year, null, limits, work, ct);
            figures.Add(new WatchFigure(
                what, picked.Number,
                [.. picked.Matters.GroupBy(matter => matter.Officer).Select(g => (scope.OfficerCode(g.Key), scope.OfficerName(g.Key), g.Sum(matter => matter.Counted)))
                    .OrderByDescending(o => o.Item3).ThenBy(o => o.Item1, StringComparer.Ordinal)],
                what.IsStock ? picked.Matters.Sum(matter => matter.Left ?? 0) : null));
        }

        return figures;
    }
}
