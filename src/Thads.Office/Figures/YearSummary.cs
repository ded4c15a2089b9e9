using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Targets;
using Thads.Office.Units;

namespace Thads.Office.Figures;

/// <summary>The main cells of row I of a form, by one regime.</summary>
/// <param name="Rate">Percent with two decimals, null without a base.</param>
public sealed record YearCells(int Year, string Regime, long Total, long Separate, long Enforceable, long Settled, decimal? Rate);

/// <summary>One year beside the one before, by one way of counting each.</summary>
/// <param name="PointsChange">Difference of the rates as printed, in percentage points.</param>
/// <param name="SettledChange">Việc, or đồng.</param>
public sealed record YearComparison(YearCells Now, YearCells Before, decimal? PointsChange, long SettledChange);

/// <summary>What was assigned, for the period asked.</summary>
/// <param name="Value">Percent of the whole year.</param>
/// <param name="Compared">Percent it is compared with here: the same, or n twelfths of it.</param>
/// <param name="Margin">Rate less that, in percentage points.</param>
public sealed record YearTarget(decimal Value, decimal Compared, decimal? Margin);

/// <summary>One measure of the year.</summary>
/// <param name="AsThen">Each year by the rules of its own time.</param>
/// <param name="AsNow">Both years by the rules of now; null when the rules were the same.</param>
public sealed record YearMeasure(Measure Measure, YearCells Cells, YearTarget? Target, YearComparison AsThen, YearComparison? AsNow);

/// <summary>An enforcer's share of the year.</summary>
public sealed record YearOfficer(string Code, string Name, long Total, long Settled, decimal? Rate);

/// <summary>The year in words and figures: what a head reads first.</summary>
/// <param name="Enforcers">Officers with the title of an enforcer in the scope on the last day of the period.</param>
public sealed record YearSummaryReport(
    string Unit, string UnitName, int Year, int Months, DateOnly End, DateOnly? KnownOn, long LastAct, int Enforcers, IReadOnlyList<YearOfficer> Officers, IReadOnlyList<YearMeasure> Measures)
{
    /// <summary>Matters per enforcer, whole; null without one.</summary>
    public long? Caseload => Enforcers == 0 ? null : Measures[0].Cells.Total / Enforcers;
}

/// <summary>Draws up the year of a unit from forms 01, 02 and 04.</summary>
public static class YearSummary
{
    public static async Task<YearSummaryReport> RunAsync(FormQuery asked, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await FormScope.ResolveAsync(asked with { Form = "04" }, work, ct);
        var query = asked with { LastAct = scope.CutOff.Act };
        var measures = new List<YearMeasure>();
        foreach (var form in new[] { "01", "02" })
        {
            var now = await CellsAsync(query with { Form = form }, work, ct);
            var then = await CellsAsync(query with { Form = form, Year = query.Year - 1, Regime = null }, work, ct);
            var thenByNow = then.Regime == now.Regime ? null : await CellsAsync(query with { Form = form, Year = query.Year - 1, Regime = now.Regime }, work, ct);
            measures.Add(new YearMeasure(
                FormKind.Named(form).Measure, now, await TargetAsync(scope, FormKind.Named(form).Measure, now.Rate, work, ct),
                Compare(now, then), thenByNow is null ? null : Compare(now, thenByNow)));
        }

        var byOfficer = await ReadForm.RunAsync(query with { Form = "04" }, work, ct);
        var officers = byOfficer.Rows.Where(r => r.Row.StartsWith("officer:", StringComparison.Ordinal))
            .Select(r => new YearOfficer(r.Row["officer:".Length..], r.Label, Cell(byOfficer, r, "total"), Cell(byOfficer, r, "settled"), r.Cells[scope.Set.ColumnOf("rate")]))
            .Where(o => o.Total != 0 || o.Settled != 0).OrderByDescending(o => o.Total).ToList();
        var enforcers = scope.Tree.Officers.Count(o => scope.Tree.ServiceOf(o).Any(s =>
            s.Title is OfficerTitle.Enforcer or OfficerTitle.ChiefEnforcer && s.IsValidOn(scope.End) && scope.Units.Contains(s.Unit)));
        return new YearSummaryReport(
            query.Unit, scope.Tree.UnitName(scope.Unit, scope.End), query.Year, query.Months, scope.End, query.KnownOn, scope.CutOff.Act, enforcers, officers, measures);
    }

    private static async Task<YearCells> CellsAsync(FormQuery query, Work work, CancellationToken ct)
    {
        var report = await ReadForm.RunAsync(query, work, ct);
        var total = report.Rows[0];
        return new YearCells(
            query.Year, report.Regime, Cell(report, total, "total"), Cell(report, total, "separate"), Cell(report, total, "enforceable"), Cell(report, total, "settled"),
            total.Cells[FormSet.Named(report.Regime).ColumnOf("rate")]);
    }

    private static long Cell(FormReport report, FormRow row, string cell) => (long)row.Cells[FormSet.Named(report.Regime).ColumnOf(cell)]!.Value;

    /// <summary>Rates are rounded first and subtracted then, so that what is printed adds up.</summary>
    private static YearComparison Compare(YearCells now, YearCells before) => new(now, before, now.Rate - before.Rate, now.Settled - before.Settled);

    /// <summary>What was assigned to the unit or officer of the question; null when nothing was.</summary>
    public static async Task<YearTarget?> TargetAsync(FormScope scope, Measure measure, decimal? rate, Work work, CancellationToken ct)
    {
        if (await TargetBook.AssignedAsync(scope with { Kind = scope.Kind with { Measure = measure } }, work, ct) is not { } assigned)
        {
            return null;
        }

        var compared = assigned.ComparedAt(scope.Months);
        return new YearTarget(assigned.Value, compared, rate - compared);
    }
}
