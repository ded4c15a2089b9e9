using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Figures;

/// <summary>A question for a form: scope, period, cut-off, regime, as a person or a program asks it.</summary>
/// <param name="Form">"01", "02", "04" or "05".</param>
/// <param name="Unit">Code; with all units below it in the tree of the period's last day.</param>
/// <param name="Officer">Code; only this officer's accounts inside that scope.</param>
/// <param name="KnownOn">Day of knowledge; null = all that is known.</param>
/// <param name="Regime">Null = the regime of the period.</param>
/// <param name="UnitsOnly">Forms 04 and 05 without the rows of officers.</param>
/// <param name="LastAct">Last act that counts; null = the last there is.</param>
public sealed record FormQuery(
    string Form, string Unit, int Year, int Months = 12, string? Officer = null, DateOnly? KnownOn = null, string? Regime = null, bool UnitsOnly = false, long? LastAct = null)
{
    /// <summary>Version of the unit tree: as it was after this act. Null = the tree as it is known now.</summary>
    public long? TreeAct { get; init; }
}

/// <summary>A form's question resolved against the books: what every reading of figures starts from.</summary>
public sealed record FormScope(
    FormKind Kind, FormSet Set, UnitTree Tree, int Unit, int Officer, StatisticalYear Year, int Months, DateOnly End, DocketCutOff CutOff, IReadOnlySet<int> Units, bool IsEverything)
{
    /// <summary>For the database: null = every unit.</summary>
    public IReadOnlySet<int>? AskedUnits => IsEverything ? null : Units;

    /// <exception cref="RefusedException">`report.unit`, `report.officer`, `report.year`, `report.months`, `report.not-begun`, `form.unknown`, `regime.unknown`.</exception>
    /// <exception cref="NotFoundException">The unit is not there, or not this person's to see.</exception>
    public static async Task<FormScope> ResolveAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var kind = FormKind.Named(query.Form);
        RefusedException.ThrowIf(WhyNotPeriod(query, work.Today));
        var connection = await work.ConnectAsync(ct);
        var lastAct = query.LastAct ?? await connection.ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
        var tree = query.TreeAct is { } version ? await UnitTree.AsOfAsync(work, version, ct) : await UnitTree.OfAsync(work, ct);
        var year = new StatisticalYear(query.Year);
        var end = year.EndOfMonth(query.Months);
        var unit = tree.UnitOf(query.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", query.Unit));
        var officer = query.Officer is null ? 0 : tree.OfficerOf(query.Officer) ?? throw new NotFoundException(new Refusal("report.officer", query.Officer));
        var units = tree.ScopeOf(unit, end).VisibleTo(work.Person);
        return new FormScope(
            kind, query.Regime is null ? FormSet.Of(query.Year, query.Months) : FormSet.Named(query.Regime), tree, unit, officer, year, query.Months, end,
            new DocketCutOff(lastAct, query.KnownOn), units, units.Count == tree.Units.Count());
    }

    private static Refusal? WhyNotPeriod(FormQuery query, DateOnly today) =>
        query.Year is < 1900 or > 9998 ? new Refusal("report.year", query.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : query.Months is < 1 or > 12 ? new Refusal("report.months", query.Months)
        : new StatisticalYear(query.Year).Start > today ? new Refusal("report.not-begun", query.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), new StatisticalYear(query.Year).Start)
        : null;
}

/// <summary>Fills in a form: every cell a sum over the book, exact to the đồng.</summary>
public static class ReadForm
{
    public static async Task<FormReport> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await FormScope.ResolveAsync(query, work, ct);
        var rows = scope.Kind.ByUnit
            ? await ByUnitAsync(scope, work, query.UnitsOnly, ct)
            : await ByClassAsync(scope, work, ct);
        return new FormReport(
            scope.Kind.Number, scope.Set.Regime, scope.Kind.Measure, query.Unit, query.Officer, query.Year, query.Months, query.KnownOn, scope.CutOff.Act, scope.Set.Columns, rows);
    }

    /// <summary>The changes of the scope in the grain asked for.</summary>
    public static Task<IReadOnlyList<SummedChange>> ChangesAsync(FormScope scope, ChangeGrain grain, Work work, CancellationToken ct) => KeptReadings.OfAsync(
        scope, $"sums {grain}", work,
        connection => new ReadChanges(connection, scope.CutOff).SumAsync(grain, scope.AskedUnits, scope.Officer, scope.Kind.Measure, scope.Year, scope.End, ct),
        changes => changes.Count, ct);

    private static async Task<IReadOnlyList<FormRow>> ByClassAsync(FormScope scope, Work work, CancellationToken ct)
    {
        var changes = await ChangesAsync(scope, ChangeGrain.Class, work, ct);
        var byClass = changes.GroupBy(c => c.Class).Select(g => (Class: DocketClass.Of(g.Key), Cells: Leaves(scope.Set, g))).ToList();
        return [.. scope.Set.Rows.Select(row => new FormRow(
            row.Row, row.Vi, row.En, row.Depth, FromLeaves(scope.Set, Sum(scope.Set, byClass.Where(c => row.Has(c.Class)).Select(c => c.Cells)))))];
    }

    private static async Task<IReadOnlyList<FormRow>> ByUnitAsync(FormScope scope, Work work, bool unitsOnly, CancellationToken ct)
    {
        var changes = await ChangesAsync(scope, unitsOnly ? ChangeGrain.Unit : ChangeGrain.Officer, work, ct);
        var cells = changes.GroupBy(c => (c.Unit, c.Officer)).Select(g => (g.Key.Unit, g.Key.Officer, Cells: Leaves(scope.Set, g))).ToList();
        var rows = new List<FormRow>();
        foreach (var (unit, depth) in scope.Tree.Below(scope.Unit, scope.End).Where(u => scope.Units.Contains(u.Unit)))
        {
            var own = scope.Tree.ScopeOf(unit, scope.End);
            var name = scope.Tree.UnitName(unit, scope.End);
            rows.Add(new FormRow($"unit:{scope.Tree.UnitCode(unit)}", name, name, depth, FromLeaves(scope.Set, Sum(scope.Set, cells.Where(c => own.Contains(c.Unit)).Select(c => c.Cells)))));
        }

        if (unitsOnly)
        {
            return rows;
        }

        foreach (var officer in cells.Where(c => c.Officer != 0).GroupBy(c => c.Officer).OrderBy(g => scope.Tree.OfficerCode(g.Key), StringComparer.Ordinal))
        {
            var row = FromLeaves(scope.Set, Sum(scope.Set, officer.Select(c => c.Cells)));
            if (row.Any(cell => cell is not null and not 0))
            {
                var name = scope.Tree.OfficerName(officer.Key, scope.End);
                rows.Add(new FormRow($"officer:{scope.Tree.OfficerCode(officer.Key)}", name, name, 1, row));
            }
        }

        return rows;
    }

    /// <summary>The leaf cells of some changes, one per column (0 where a column is computed from others).</summary>
    public static long[] Leaves(FormSet set, IEnumerable<SummedChange> changes)
    {
        var cells = new long[set.Columns.Count];
        foreach (var change in changes)
        {
            var phase = change.Within ? Phase.Within : Phase.Before;
            var byDelegation = (change.Class & DocketClass.ByDelegationBit) != 0;
            for (var i = 0; i < cells.Length; i++)
            {
                if (set.Formulas[i].IsLeaf)
                {
                    cells[i] += set.Formulas[i].Weight(phase, change.From, change.To, byDelegation) * change.Quantity;
                }
            }
        }

        return cells;
    }

    /// <summary>All cells of a row from its leaves: sums, then rates.</summary>
    public static decimal?[] FromLeaves(FormSet set, long[] leaves)
    {
        var cells = new decimal?[leaves.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = set.Formulas[i].Rate is null ? Value(i) : null;
        }

        set.FillRates(cells);
        return cells;

        decimal Value(int i) => set.Formulas[i].IsLeaf ? leaves[i] : set.Formulas[i].Parts.Sum(part => part.Sign * Value(set.ColumnOf(part.Cell)));
    }

    public static long[] Sum(FormSet set, IEnumerable<long[]> rows)
    {
        var sum = new long[set.Columns.Count];
        foreach (var row in rows)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += row[i];
            }
        }

        return sum;
    }
}
