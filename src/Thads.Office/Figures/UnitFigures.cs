using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Figures;

/// <summary>What one unit stands at in a period: from the books, or from the file it reported by.</summary>
/// <param name="Code">Of the unit.</param>
/// <param name="IsReported">By file: there are no matters behind these figures here.</param>
/// <param name="Enforcers">Enforcers who serve in it on the last day of the period, or as its file says; null where neither is known.</param>
/// <param name="Matters">One value per column of <see cref="UnitFigures.Set"/>, in việc; null where a report does not have it.</param>
/// <param name="Money">The same in đồng.</param>
public sealed record UnitFigure(string Code, string Name, int Depth, bool IsReported, int? Enforcers, IReadOnlyList<decimal?> Matters, IReadOnlyList<decimal?> Money)
{
    public IReadOnlyList<decimal?> Of(Measure measure) => measure switch
    {
        Measure.Matters => Matters,
        Measure.Money => Money,
    };
}

/// <summary>A unit and every unit below it side by side in one period: the figures that targets, ranks, comparisons and reports are made of.</summary>
/// <param name="Whole">The unit asked for, those below it counted in.</param>
/// <param name="Below">Every unit below, parents first.</param>
/// <param name="Missing">Codes of units that are neither in the books nor reported, in either measure.</param>
/// <param name="LastAct">The last act these figures rest on.</param>
public sealed record UnitFigures(FormSet Set, UnitTree Tree, DateOnly End, long LastAct, UnitFigure Whole, IReadOnlyList<UnitFigure> Below, IReadOnlyList<string> Missing)
{
    /// <summary>Those right below the unit, that have figures.</summary>
    public IEnumerable<UnitFigure> Direct => Below.Where(unit => unit.Depth == 1 && !Missing.Contains(unit.Code));

    /// <summary>A cell of a unit; null where it is not known, or is a rate without a base.</summary>
    public decimal? Cell(UnitFigure unit, Measure measure, string cell) => unit.Of(measure)[Set.ColumnOf(cell)];
}

public static class ReadUnitFigures
{
    /// <param name="query">Unit, period, cut-off and regime; its form does not matter.</param>
    public static async Task<UnitFigures> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await FormScope.ResolveAsync(query with { Form = "04" }, work, ct);
        var asked = query with { Officer = null, UnitsOnly = true, LastAct = scope.CutOff.Act };
        var matters = await ReadMixedForm.RunAsync(asked with { Form = "04" }, work, ct);
        var money = await ReadMixedForm.RunAsync(asked with { Form = "05" }, work, ct);
        var moneyRows = money.Whole.Rows.ToDictionary(row => row.Row);
        var reported = matters.Reported.Concat(money.Reported).ToLookup(report => report.Unit);
        var units = matters.Whole.Rows.Select(row =>
        {
            var code = row.Row["unit:".Length..];
            return new UnitFigure(code, row.Label, row.Depth, row.IsReported || moneyRows[row.Row].IsReported, EnforcersOf(scope, scope.Tree.UnitOf(code)!.Value, reported), row.Cells, moneyRows[row.Row].Cells);
        }).ToList();
        return new UnitFigures(scope.Set, scope.Tree, scope.End, scope.CutOff.Act, units[0], units[1..], [.. matters.Missing.Intersect(money.Missing)]);
    }

    /// <summary>Those of the books and those of the files below, each where it counts; null as soon as one report does not say.</summary>
    private static int? EnforcersOf(FormScope scope, int unit, ILookup<string, ReportedFigures> reported)
    {
        var own = scope.Tree.ScopeOf(unit, scope.End);
        int? enforcers = scope.Tree.Officers.Count(officer => scope.Tree.ServiceOf(officer).Any(service =>
            service.Title is OfficerTitle.Enforcer or OfficerTitle.ChiefEnforcer && service.IsValidOn(scope.End) && own.Contains(service.Unit)));
        foreach (var report in scope.Tree.Below(unit, scope.End).Select(below => scope.Tree.UnitCode(below.Unit)).Where(reported.Contains).Select(code => reported[code]))
        {
            enforcers += (int?)report.Where(r => r.Cells.ContainsKey("officers")).Max(r => (decimal?)r.Cells["officers"]);
        }

        return enforcers;
    }
}
