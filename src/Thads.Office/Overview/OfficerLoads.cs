using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;
using Thads.Office.Units;

namespace Thads.Office.Overview;

/// <summary>What an officer carried in a period, from forms 04 and 05.</summary>
/// <param name="Carried">Matters held at the start.</param>
/// <param name="Left">Matters carried over.</param>
/// <param name="Target">Percent of matters assigned to the officer for the period; null = none.</param>
/// <param name="Ratio">Total beside the mean of the office's enforcers, in hundredths: 105 is 1,05 times; null without a mean.</param>
public sealed record OfficerLoad(
    string Code, string Name, bool IsEnforcer, long Carried, long New, long Total, long Enforceable, long Settled, long Left, decimal? Rate, decimal? MoneyRate, decimal? Target, decimal? Ratio);

/// <summary>The caseload of a period, the one who carries most first.</summary>
/// <param name="Mean">Matters per enforcer, whole; null without one.</param>
public sealed record Caseload(int Enforcers, long Total, long? Mean, IReadOnlyList<OfficerLoad> Officers)
{
    /// <summary>The enforcer who carries most; null without one.</summary>
    public OfficerLoad? Heaviest => Officers.FirstOrDefault(officer => officer.IsEnforcer && officer.Total > 0);
}

public static class ReadCaseload
{
    public static async Task<Caseload> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var matters = await ReadForm.RunAsync(query with { Form = "04" }, work, ct);
        var money = await ReadForm.RunAsync(query with { Form = "05" }, work, ct);
        var scope = await FormScope.ResolveAsync(query with { Form = "04" }, work, ct);
        var enforcers = scope.Tree.Officers.Where(o => scope.Tree.ServiceOf(o).Any(s =>
            s.Title is OfficerTitle.Enforcer or OfficerTitle.ChiefEnforcer && s.IsValidOn(scope.End) && scope.Units.Contains(s.Unit))).ToHashSet();
        var targets = await TargetBook.OfAsync(query.Year, scope.CutOff, [scope.Unit], work, ct);
        var rates = money.Rows.ToDictionary(row => row.Row, row => row.Cells[scope.Set.ColumnOf("rate")], StringComparer.Ordinal);
        var total = Cell(matters.Rows[0], "total");
        var officers = matters.Rows.Where(row => row.Row.StartsWith("officer:", StringComparison.Ordinal)).Select(row =>
        {
            var code = row.Row["officer:".Length..];
            var officer = scope.Tree.OfficerOf(code)!.Value;
            var isEnforcer = enforcers.Contains(officer);
            return new OfficerLoad(
                code, row.Label, isEnforcer, Cell(row, "carried"), Cell(row, "new"), Cell(row, "total"), Cell(row, "enforceable"), Cell(row, "settled"), Cell(row, "carried_over"),
                row.Cells[scope.Set.ColumnOf("rate")], rates.GetValueOrDefault(row.Row), targets.Of(scope.Unit, Measure.Matters, officer)?.ComparedAt(query.Months),
                isEnforcer && total > 0 ? Money.Rate(Cell(row, "total") * enforcers.Count, total) : null);
        });
        return new Caseload(
            enforcers.Count, total, enforcers.Count == 0 ? null : total / enforcers.Count,
            [.. officers.Where(o => o.Total != 0 || o.Settled != 0).OrderByDescending(o => o.Total).ThenBy(o => o.Code, StringComparer.Ordinal)]);

        long Cell(FormRow row, string cell) => (long)row.Cells[scope.Set.ColumnOf(cell)]!.Value;
    }
}
