using Thads.Office.Acts;
using Thads.Office.Figures;

namespace Thads.Office.Overview;

/// <summary>An officer's own page: the year, what is on hand, what to watch, and what moved last.</summary>
/// <param name="Moved">The last first.</param>
public sealed record Own(OverviewScope Scope, string Code, string Name, YearCourse Matters, YearCourse Money, OfficerLoad? Load, Caseload Office, Stock Stock, IReadOnlyList<WatchFigure> Watched, IReadOnlyList<MovedMatter> Moved);

/// <summary>Draws up the dashboard of one officer inside a unit.</summary>
public static class OwnBoard
{
    /// <summary>How far back "what moved last" looks.</summary>
    public const int Days = 30;

    private static readonly KeptAnswers<Own> Kept = new(128);

    /// <param name="period">With the officer's code.</param>
    /// <exception cref="RefusedException">Those of <see cref="FormScope.ResolveAsync"/> and <see cref="OverviewScope.ResolveAsync"/>.</exception>
    public static async Task<Own> RunAsync(FormQuery period, DateOnly on, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await OverviewScope.ResolveAsync(new OverviewQuestion(period.Unit, on, period.KnownOn), work, ct);
        var code = period.Officer ?? throw new NotFoundException(new Refusal("report.officer", ""));
        return await Kept.OfAsync(work.Database, $"{scope.BoardKey}/{period.Year}/{period.Months}/{code}/{limits}", () => DrawAsync(period, code, scope, limits, work, ct));
    }

    private static async Task<Own> DrawAsync(FormQuery period, string code, OverviewScope scope, WatchLimits limits, Work work, CancellationToken ct)
    {
        var query = period with { LastAct = scope.CutOff.Act };
        var matters = await ReadYearCourse.RunAsync(query with { Form = "01" }, work, ct);
        var money = await ReadYearCourse.RunAsync(query with { Form = "02" }, work, ct);
        var office = await ReadCaseload.RunAsync(query with { Officer = null }, work, ct);
        var open = PickOpenMatters.Of(await ReadOpenMatters.RunAsync(scope, work, ct), new MatterPick(Listing.Open, Officer: code), scope, limits);
        var officer = scope.Tree.OfficerOf(code)!.Value;
        var moved = await WhatMoved.RunAsync(scope.On.AddDays(-Days), scope, work, ct);
        return new Own(
            scope, code, scope.Tree.OfficerName(officer, scope.On), matters, money, office.Officers.FirstOrDefault(o => o.Code == code), office, Stock.Of(open, scope, limits),
            await WatchFigures.RunAsync(scope, query.Year, code, limits, work, ct),
            [.. moved.Moved.Where(m => m.Officer == officer).OrderByDescending(m => m.KnownOn).ThenByDescending(m => m.On).ThenBy(m => m.Code, StringComparer.Ordinal)]);
    }
}
