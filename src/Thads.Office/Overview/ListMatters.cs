using Thads.Law;
using Thads.Office.Acts;

namespace Thads.Office.Overview;

/// <summary>The matters behind a number of an overview: the one way from a pick to its matters, for the number as for the list.</summary>
public static class ListMatters
{
    /// <param name="year">Statistical year, for what happened in a year.</param>
    /// <param name="since">First day of knowledge, for what moved.</param>
    public static async Task<(OverviewScope Scope, PickedMatters Picked)> RunAsync(
        OverviewQuestion question, MatterPick pick, int year, DateOnly? since, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var scope = await OverviewScope.ResolveAsync(question, work, ct);
        return (scope, await PickAsync(scope, pick, year, since, limits, work, ct));
    }

    /// <exception cref="RefusedException">`overview.no-since`: what moved, without a first day.</exception>
    internal static async Task<PickedMatters> PickAsync(OverviewScope scope, MatterPick pick, int year, DateOnly? since, WatchLimits limits, Work work, CancellationToken ct)
    {
        if (pick.What.IsStock)
        {
            return PickOpenMatters.List(await ReadOpenMatters.RunAsync(scope, work, ct), pick, scope, limits);
        }

        if (pick.What == Listing.YearEnd)
        {
            return await PickHappenings.YearEndAsync(pick, year, scope, limits, work, ct);
        }

        if (pick.What == Listing.Late)
        {
            return await PickHappenings.LateAsync(pick, new StatisticalYear(year).Start, scope.CutOff.KnownOn ?? scope.On, scope, limits, work, ct);
        }

        var first = since ?? throw new RefusedException(new Refusal("overview.no-since"));
        return pick.What == Listing.LateKnown
            ? await PickHappenings.LateAsync(pick, first, scope.On, scope, limits, work, ct)
            : (await WhatMoved.RunAsync(first, scope, work, ct)).Pick(pick, scope);
    }
}
