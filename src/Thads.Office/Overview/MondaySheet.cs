using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Figures;

namespace Thads.Office.Overview;

/// <summary>A year by one measure, as known before the time asked for and at its end.</summary>
public sealed record RateThenAndNow(YearCourse Before, YearCourse After)
{
    /// <summary>Percentage points.</summary>
    public decimal? Change => After.Last.Rate - Before.Last.Rate;
}

/// <summary>What an officer's matters did between the two days.</summary>
/// <param name="Code">Null = nobody's.</param>
/// <param name="Collected">Đồng.</param>
/// <param name="Live">Live matters at the end.</param>
public sealed record OfficerWeek(string? Code, string? Name, long Docketed, long Settled, long NotEnforceable, long Postponed, long Suspended, long Collected, long Late, int Live, int TenYears);

/// <summary>The quick report: what moved between two days, both included, and where that leaves the year.</summary>
/// <param name="Before">Open matters at the end of the day before the first.</param>
/// <param name="Courses">The running year by matters and money, each with the whole year before it.</param>
/// <param name="Rates">The running year by matters and money; in its first three months the year before too.</param>
public sealed record Monday(
    OverviewScope Scope, string UnitName, Movement Movement, PickedMatters Late, Stock Before, Stock After, IReadOnlyList<RateThenAndNow> Rates, IReadOnlyList<(YearCourse Course, YearCourse Before)> Courses, IReadOnlyList<OfficerWeek> Officers,
    IReadOnlyList<WatchFigure> Watched);

/// <summary>Draws up the sheet for the Monday meeting (báo cáo nhanh).</summary>
public static class MondaySheet
{
    private static readonly KeptAnswers<Monday> Kept = new(32);

    /// <summary>The Monday of the week before: the sheet of any day of a week begins there.</summary>
    public static DateOnly FirstFor(DateOnly last) => last.AddDays(-7 - (((int)last.DayOfWeek + 6) % 7));

    /// <param name="first">First day that counts.</param>
    /// <param name="last">Last day that counts; what became known later is left out.</param>
    public static async Task<Monday> RunAsync(string unit, DateOnly first, DateOnly last, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await OverviewScope.ResolveAsync(new OverviewQuestion(unit, last, last), work, ct);
        return await Kept.OfAsync(work.Database, $"{scope.BoardKey}/{first.DayNumber}/{limits}", () => DrawAsync(unit, first, last, scope, limits, work, ct));
    }

    private static async Task<Monday> DrawAsync(string unit, DateOnly first, DateOnly last, OverviewScope scope, WatchLimits limits, Work work, CancellationToken ct)
    {
        var movement = await WhatMoved.RunAsync(first, scope, work, ct);
        var late = await ListMatters.PickAsync(scope, new MatterPick(Listing.LateKnown), 0, first, limits, work, ct);
        var dayBefore = first.AddDays(-1);
        var scopeBefore = scope with { On = dayBefore, CutOff = scope.CutOff with { KnownOn = dayBefore } };
        var before = Stock.Of(await ReadOpenMatters.RunAsync(scopeBefore, work, ct), scopeBefore, limits);
        var after = Stock.Of(await ReadOpenMatters.RunAsync(scope, work, ct), scope, limits);
        var year = StatisticalYear.Of(last);
        var month = StatisticalYear.MonthOf(last);
        var rates = new List<RateThenAndNow>();
        foreach (var (number, months) in month <= 3 ? new[] { (year.Year, month), (year.Year - 1, StatisticalYear.Months) } : [(year.Year, month)])
        {
            foreach (var form in new[] { "01", "02" })
            {
                var query = new FormQuery(form, unit, number, months, LastAct: scope.CutOff.Act);
                rates.Add(new RateThenAndNow(
                    await ReadYearCourse.RunAsync(query with { KnownOn = dayBefore }, work, ct), await ReadYearCourse.RunAsync(query with { KnownOn = last }, work, ct)));
            }
        }

        var courses = new List<(YearCourse, YearCourse)>();
        foreach (var rate in rates.Where(rate => rate.After.Year == year.Year))
        {
            var form = rate.After.Measure == Docket.Measure.Matters ? "01" : "02";
            courses.Add((rate.After, await ReadYearCourse.RunAsync(new FormQuery(form, unit, year.Year - 1, KnownOn: last, LastAct: scope.CutOff.Act), work, ct)));
        }

        return new Monday(
            scope, scope.Tree.UnitName(scope.Unit, last), movement, late, before, after, rates, courses, Officers(scope, movement, late, after), await WatchFigures.RunAsync(scope, year.Year, null, limits, work, ct));
    }

    private static IReadOnlyList<OfficerWeek> Officers(OverviewScope scope, Movement movement, PickedMatters late, Stock after)
    {
        var moved = movement.Moved.ToLookup(m => m.Officer);
        var officers = movement.Moved.Select(m => m.Officer).Concat(late.Matters.Select(m => m.Officer))
            .Concat(after.Officers.Where(o => o.Live.Matters > 0).Select(o => o.Officer is null ? 0 : scope.Tree.OfficerOf(o.Officer)!.Value)).Distinct();
        return [.. officers.Select(officer =>
        {
            long Number(Listing what) => moved[officer].Where(m => m.What == what).Sum(m => m.Counted);
            var code = scope.OfficerCode(officer);
            var stock = after.Officers.FirstOrDefault(o => o.Officer == code);
            return new OfficerWeek(
                code, scope.OfficerName(officer), Number(Listing.Docketed), Number(Listing.Settled), Number(Listing.NotEnforceable), Number(Listing.Postponed), Number(Listing.Suspended),
                Number(Listing.Collected), late.Matters.Count(m => m.Officer == officer), stock?.Live.Matters ?? 0, stock?.TenYears ?? 0);
        }).OrderBy(o => o.Code is null).ThenByDescending(o => o.Settled).ThenBy(o => o.Code, StringComparer.Ordinal)];
    }
}
