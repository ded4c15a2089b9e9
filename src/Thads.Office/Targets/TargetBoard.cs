using Thads.Office.Acts;
using Thads.Office.Comparison;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Units;

namespace Thads.Office.Targets;

/// <summary>One measure of a unit or officer in a period, beside what was assigned.</summary>
/// <param name="Target">What holds; null when nothing was assigned.</param>
/// <param name="Settled">Việc, or đồng; null where a report does not have it.</param>
public sealed record TargetStanding(Measure Measure, int Months, TargetRow? Target, long? Settled, long? Enforceable)
{
    /// <summary>Percent with two decimals; null without a base.</summary>
    public decimal? Rate => Settled is { } part && Enforceable is { } whole ? Law.Money.Rate(part, whole) : null;

    /// <summary>What the period is compared with by the pace of the target.</summary>
    public decimal? Compared => Target?.Assigned.ComparedAt(Months);

    /// <summary>Percentage points above it; the rate is rounded first, so that what is printed adds up.</summary>
    public decimal? Margin => Rate - Compared;

    /// <summary>The same against the whole year's value.</summary>
    public decimal? MarginOfYear => Rate - Target?.Assigned.Value;

    /// <summary>The same against so many twelfths of it.</summary>
    public decimal? MarginProRata => Rate - Target?.Assigned.ProRata(Months);

    /// <summary>What must still be settled for the rate to stand above the year's value; null without target or base.</summary>
    public long? Missing => Target is { } target && Settled is { } part && Enforceable is { } whole ? target.Assigned.Missing(part, whole) : null;
}

/// <summary>A unit, or an officer of the unit asked for.</summary>
/// <param name="Code">Of the unit.</param>
/// <param name="Officer">Code; null = the unit itself.</param>
/// <param name="Depth">0 the unit asked for, 1 below it.</param>
/// <param name="IsReported">Its figures came by file.</param>
public sealed record TargetLine(string Code, string? Officer, string Name, int Depth, bool IsReported, TargetStanding Matters, TargetStanding Money)
{
    public TargetStanding Of(Measure measure) => measure switch
    {
        Measure.Matters => Matters,
        Measure.Money => Money,
    };
}

/// <summary>The targets of a unit, of those right below it and of its officers, with what was reached.</summary>
/// <param name="History">Everything ever assigned to these for the year, newest first.</param>
public sealed record TargetFigures(FormQuery Period, string UnitName, DateOnly End, DocketCutOff CutOff, UnitTree Tree, TargetBook Book, IReadOnlyList<TargetLine> Lines, IReadOnlyList<TargetRow> History)
{
    public TargetLine Whole => Lines[0];

    public IEnumerable<TargetLine> Units => Lines.Where(line => line.Officer is null);

    public IEnumerable<TargetLine> Officers => Lines.Where(line => line.Officer is not null);
}

public static class TargetBoard
{
    /// <param name="period">Unit, year, months and cut-off; its form and officer do not matter.</param>
    public static async Task<TargetFigures> RunAsync(FormQuery period, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await FormScope.ResolveAsync(period with { Form = "04", Officer = null }, work, ct);
        var query = period with { Officer = null, LastAct = scope.CutOff.Act };
        var below = scope.Tree.Below(scope.Unit, scope.End).Where(unit => unit.Depth <= 1 && work.Person.Sees(unit.Unit)).ToList();
        var accounts = await UnitAccounts.OfAsync(query, scope.Units, work, ct);
        var book = await TargetBook.OfAsync(period.Year, scope.CutOff, below.Select(unit => unit.Unit), work, ct);
        var lines = below.Select(unit =>
        {
            var sum = accounts.Sum(scope.Tree.ScopeOf(unit.Unit, scope.End).VisibleTo(work.Person));
            TargetStanding Standing(Measure measure) => new(
                measure, period.Months, book.Holding(unit.Unit, measure), sum.IsKnown ? Cell(sum, measure, "settled") : null, sum.IsKnown ? Cell(sum, measure, "enforceable") : null);
            long? Cell(UnitSum of, Measure measure, string cell) => (long?)of.Of(measure)[accounts.Set.ColumnOf(cell)];
            return new TargetLine(
                scope.Tree.UnitCode(unit.Unit), null, scope.Tree.UnitName(unit.Unit, scope.End), unit.Depth, accounts.IsReported(unit.Unit), Standing(Measure.Matters), Standing(Measure.Money));
        }).ToList();
        lines.InsertRange(1, await OfficersAsync(query, scope, book, work, ct));
        var shown = lines.Where(line => line.Officer is not null).Select(line => scope.Tree.OfficerOf(line.Officer!)!.Value).Append(0).ToHashSet();
        var history = book.Rows.Where(row => row.Officer == 0 || (row.Unit == scope.Unit && shown.Contains(row.Officer))).Reverse().ToList();
        return new TargetFigures(query, scope.Tree.UnitName(scope.Unit, scope.End), scope.End, scope.CutOff, scope.Tree, book, lines, history);
    }

    /// <summary>The enforcers who serve in the unit itself on the last day of the period, and whoever has a target in it.</summary>
    private static async Task<IReadOnlyList<TargetLine>> OfficersAsync(FormQuery query, FormScope scope, TargetBook book, Work work, CancellationToken ct)
    {
        var tree = scope.Tree;
        var officers = tree.Officers.Where(officer => tree.ServiceOf(officer).Any(service =>
                service.Title is OfficerTitle.Enforcer or OfficerTitle.ChiefEnforcer && service.Unit == scope.Unit && service.IsValidOn(scope.End)))
            .Union(book.OfficersOf(scope.Unit)).OrderBy(tree.OfficerCode, StringComparer.Ordinal).ToList();
        if (officers.Count == 0)
        {
            return [];
        }

        var forms = new Dictionary<Measure, FormReport>();
        foreach (var kind in FormKind.All.Where(kind => kind.ByUnit))
        {
            forms[kind.Measure] = await ReadForm.RunAsync(query with { Form = kind.Number }, work, ct);
        }

        return [.. officers.Select(officer =>
        {
            var code = tree.OfficerCode(officer);
            TargetStanding Standing(Measure measure)
            {
                var row = forms[measure].Rows.FirstOrDefault(row => row.Row == $"officer:{code}");
                return new TargetStanding(
                    measure, query.Months, book.Holding(scope.Unit, measure, officer), (long?)row?.Cells[scope.Set.ColumnOf("settled")] ?? 0, (long?)row?.Cells[scope.Set.ColumnOf("enforceable")] ?? 0);
            }

            return new TargetLine(tree.UnitCode(scope.Unit), code, tree.OfficerName(officer, scope.End), 1, false, Standing(Measure.Matters), Standing(Measure.Money));
        })];
    }
}
