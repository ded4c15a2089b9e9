using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;

namespace Thads.Office.Overview;

/// <summary>One measure of one unit; a cell that a report by file does not have is null, and so is every sum it would belong to.</summary>
/// <param name="Rate">Percent with two decimals; null without a base.</param>
/// <param name="Margin">Percentage points above what it is compared with; null without rate or target.</param>
public sealed record UnitMeasure(long? Total, long? Enforceable, long? Settled, long? Left, long? Separate, decimal? Rate, decimal? Compared, decimal? Margin)
{
    public static UnitMeasure Of(UnitFigures figures, UnitFigure unit, Measure measure, decimal? compared)
    {
        long? Cell(string cell) => (long?)figures.Cell(unit, measure, cell);
        var rate = figures.Cell(unit, measure, "rate");
        return new UnitMeasure(Cell("total"), Cell("enforceable"), Cell("settled"), Cell("carried_over"), Cell("separate"), rate, compared, rate - compared);
    }
}

/// <summary>A unit beside the others.</summary>
/// <param name="IsReported">Its figures came by file; there are no matters behind them here.</param>
/// <param name="Oldest">The oldest live matter; null where none is in the books.</param>
public sealed record UnitLine(string Code, string Name, bool IsReported, UnitMeasure Matters, UnitMeasure Money, OpenMatter? Oldest, int TenYears);

/// <summary>The units right below one, and all of them together.</summary>
/// <param name="Missing">Units without a matter in the books and without a report for the period.</param>
public sealed record Units(OverviewScope Scope, string UnitName, FormQuery Period, DateOnly End, IReadOnlyList<UnitLine> Lines, UnitLine Together, IReadOnlyList<(string Code, string Name)> Missing);

/// <summary>Sets the units below one side by side: from the books, and where a unit reports by file from its report.</summary>
public static class UnitsBoard
{
    private static readonly KeptAnswers<Units> Kept = new(32);

    public static async Task<Units> RunAsync(FormQuery period, DateOnly on, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await OverviewScope.ResolveAsync(new OverviewQuestion(period.Unit, on, period.KnownOn), work, ct);
        return await Kept.OfAsync(work.Database, $"{scope.BoardKey}/{period.Year}/{period.Months}/{limits}", () => DrawAsync(period, scope, limits, work, ct));
    }

    private static async Task<Units> DrawAsync(FormQuery period, OverviewScope scope, WatchLimits limits, Work work, CancellationToken ct)
    {
        var query = period with { LastAct = scope.CutOff.Act, UnitsOnly = true };
        var figures = await ReadUnitFigures.RunAsync(query, work, ct);
        var open = (await ReadOpenMatters.RunAsync(scope, work, ct)).Where(matter => matter.State.IsLive).ToList();
        var targets = await TargetBook.OfAsync(query.Year, scope.CutOff, scope.Units.Append(scope.Unit), work, ct);

        UnitLine Line(UnitFigure figure, bool isReported, IReadOnlyList<OpenMatter> held)
        {
            var unit = figures.Tree.UnitOf(figure.Code)!.Value;
            UnitMeasure Measured(Measure measure) => UnitMeasure.Of(figures, figure, measure, targets.Of(unit, measure)?.ComparedAt(query.Months));
            return new UnitLine(figure.Code, figure.Name, isReported, Measured(Measure.Matters), Measured(Measure.Money), held.Count > 0 ? held[0] : null, held.Count(m => Listing.TenYears.Has(m, scope.On, limits)));
        }

        var direct = figures.Below.Where(unit => unit.Depth == 1).ToList();
        var lines = direct.Where(unit => !figures.Missing.Contains(unit.Code)).Select(unit =>
        {
            var own = figures.Tree.ScopeOf(figures.Tree.UnitOf(unit.Code)!.Value, scope.On);
            return Line(unit, unit.IsReported, [.. open.Where(matter => own.Contains(matter.Unit))]);
        }).ToList();
        var together = Line(figures.Whole, figures.Below.Any(unit => unit.IsReported), open);
        return new Units(scope, figures.Whole.Name, query, figures.End, lines, together, [.. direct.Where(unit => figures.Missing.Contains(unit.Code)).Select(unit => (unit.Code, unit.Name))]);
    }
}
