using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Overview;

namespace Thads.Office.WatchLists;

/// <summary>A matter on a list, with what is planned for it.</summary>
/// <param name="Plan">The version that holds; null = none was made.</param>
public sealed record WatchedMatter(OpenMatter Matter, WatchEntry Entry, MatterPlan? Plan)
{
    public bool IsOverdue(DateOnly today) => Plan is { } plan && plan.IsOverdue(today);
}

/// <summary>A list on a day: who is on it, with plans, and its figures through the year and the year before.</summary>
public sealed record WatchedList(WatchScope Scope, IReadOnlyList<WatchedMatter> Matters, WatchYear Year, WatchYear Before)
{
    public int Planned => Matters.Count(matter => matter.Plan is { State: PlanState.Open });

    public int Overdue(DateOnly today) => Matters.Count(matter => matter.IsOverdue(today));
}

/// <summary>Reads a list: its matters are the open ones of the day that the rule means.</summary>
public static class ReadWatchList
{
    /// <exception cref="NotFoundException">`watch-list.unknown`, `report.unit`.</exception>
    /// <exception cref="RefusedException">`watch-list.band`, `overview.day`.</exception>
    public static async Task<WatchedList> RunAsync(WatchQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var scope = await WatchScope.ResolveAsync(question, work, ct);
        return new WatchedList(scope, await MattersAsync(scope, work, ct), await ReadWatchYear.RunAsync(scope, work, ct), await ReadWatchYear.RunAsync(scope.YearBefore(), work, ct));
    }

    /// <summary>The matters of a list, the most left first.</summary>
    internal static async Task<IReadOnlyList<WatchedMatter>> MattersAsync(WatchScope scope, Work work, CancellationToken ct)
    {
        var entries = await ReadWatchEntries.OfAsync(scope, work, ct);
        var open = await ReadOpenMatters.RunAsync(scope.Units, work, ct);
        var plans = await ReadPlans.HoldingAsync(scope.Units.CutOff.Act, work, ct);
        return
        [
            .. open.Where(matter => matter.State.IsLive && entries.TryGetValue(matter.Id, out var entry) && entry.Covers(scope.Units.On))
                .Select(matter => new WatchedMatter(matter, entries[matter.Id], plans.GetValueOrDefault(matter.Id)))
                .OrderByDescending(matter => matter.Matter.Left).ThenBy(matter => matter.Matter.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>How many stand on each list today, the widest band of it, with plans: for the page of all lists.</summary>
    public static async Task<IReadOnlyList<WatchedList>> AllAsync(string unit, DateOnly on, Work work, CancellationToken ct)
    {
        var lists = new List<WatchedList>();
        foreach (var list in WatchList.All)
        {
            lists.Add(await RunAsync(new WatchQuestion(list.Code, unit, on), work, ct));
        }

        return lists;
    }
}
