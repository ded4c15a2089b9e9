using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Figures;

namespace Thads.Office.Overview;

/// <summary>What a head sees first: the year against what was assigned, the caseload, what is on hand and what to watch.</summary>
/// <param name="MattersBefore">The whole of the year before, by the rules of its own time.</param>
public sealed record Board(
    OverviewScope Scope, string UnitName, FormQuery Period, YearCourse Matters, YearCourse MattersBefore, YearCourse Money, YearCourse MoneyBefore, Caseload Caseload, Stock Stock,
    IReadOnlyList<WatchFigure> Watched)
{
    public DateOnly End => Matters.Last.End;

    public IEnumerable<YearCourse> Courses => [Matters, Money];
}

/// <summary>Draws up the head's dashboard of a unit. An answer stands until an act changes what it is drawn from.</summary>
public static class HeadBoard
{
    private static readonly KeptAnswers<Board> Kept = new(64);

    /// <param name="period">Unit, year, months and day of knowledge; its form does not matter.</param>
    /// <param name="on">Day of the stock.</param>
    /// <exception cref="RefusedException">Those of <see cref="FormScope.ResolveAsync"/> and <see cref="OverviewScope.ResolveAsync"/>.</exception>
    public static async Task<Board> RunAsync(FormQuery period, DateOnly on, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await OverviewScope.ResolveAsync(new OverviewQuestion(period.Unit, on, period.KnownOn), work, ct);
        return await Kept.OfAsync(
            work.Database, string.Create(CultureInfo.InvariantCulture, $"{scope.BoardKey}/{period.Year}/{period.Months}/{limits}"), () => DrawAsync(period, scope, limits, work, ct));
    }

    private static async Task<Board> DrawAsync(FormQuery period, OverviewScope scope, WatchLimits limits, Work work, CancellationToken ct)
    {
        var query = period with { LastAct = scope.CutOff.Act };
        Task<YearCourse> Course(string form, int year) => ReadYearCourse.RunAsync(query with { Form = form, Year = year, Months = year == query.Year ? query.Months : 12, Regime = null }, work, ct);
        return new Board(
            scope, scope.Tree.UnitName(scope.Unit, scope.On), query, await Course("01", query.Year), await Course("01", query.Year - 1), await Course("02", query.Year), await Course("02", query.Year - 1),
            await ReadCaseload.RunAsync(query, work, ct), Stock.Of(await ReadOpenMatters.RunAsync(scope, work, ct), scope, limits),
            await WatchFigures.RunAsync(scope, query.Year, null, limits, work, ct));
    }
}
