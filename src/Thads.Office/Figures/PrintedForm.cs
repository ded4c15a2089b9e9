using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;

namespace Thads.Office.Figures;

/// <summary>A form as it is printed: việc, or thousands of đồng that still add up.</summary>
/// <param name="Report">Cells in the unit printed.</param>
/// <param name="Notes">Lines under the form.</param>
public sealed record PrintedForm(FormReport Report, IReadOnlyList<Refusal> Notes)
{
    private static readonly string[] Stocks = ["in_progress", "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended"];

    /// <summary>Reads a form and rounds it for print. Where forms 02 and 05 come out differently by rounding, a note says so.</summary>
    public static async Task<PrintedForm> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var exact = await ReadForm.RunAsync(query, work, ct);
        if (exact.Measure == Measure.Matters)
        {
            return new PrintedForm(exact, []);
        }

        var pinned = query with { LastAct = exact.LastAct };
        var scope = await FormScope.ResolveAsync(pinned, work, ct);
        var other = await FormScope.ResolveAsync(pinned with { Form = scope.Kind.ByUnit ? "02" : "05" }, work, ct);
        var byClass = Finest(scope.Set, await ReadForm.ChangesAsync(scope, ChangeGrain.Class, work, ct), c => c.Class);
        var byOfficer = Finest(scope.Set, await ReadForm.ChangesAsync(other, ChangeGrain.Officer, work, ct), c => (c.Unit, c.Officer));
        var total02 = ReadForm.FromLeaves(scope.Set, ReadForm.Sum(scope.Set, byClass.GroupBy(c => (DocketClass.Of(c.Key).Type, DocketClass.Of(c.Key).Basis)).Select(g => Rounded(scope.Set, ReadForm.Sum(scope.Set, g.Select(c => c.Value))))));
        var total05 = ReadForm.FromLeaves(scope.Set, ReadForm.Sum(scope.Set, byOfficer.Values.Select(v => Rounded(scope.Set, v))));
        var rows = exact.Rows.Select(row => row with { Cells = WithExactRates(exact, row, scope.Kind.ByUnit ? UnitRow(scope, row.Row, byOfficer) : ClassRow(scope.Set, row.Row, byClass)) }).ToList();
        var differing = exact.Columns.Where((c, i) => !c.IsRate && total02[i] != total05[i]).Select(c => c.Number.Length > 0 ? c.Number : c.Cell).ToList();
        return new PrintedForm(exact with { Rows = rows }, differing.Count == 0 ? [] : [new Refusal("print.forms-differ", string.Join(", ", differing))]);
    }

    /// <summary>
    /// Rounds the leaves of one of the finest rows half away from zero; when what is due by flows then differs from what is due by
    /// stocks, the difference goes into the largest stock. Everything else is summed from these.
    /// </summary>
    public static long[] Rounded(FormSet set, long[] leaves)
    {
        var rounded = leaves.Select(units => new Money(units).Thousands).ToArray();
        var byFlows = Of("carried") + Of("new") - Of("delegated") - Of("withdrawn") - Of("pulled_up") - Of("returned");
        var byStocks = Of("completed") + Of("terminated") + Of("reduced") + Stocks.Sum(Of);
        var largest = Stocks.Select(set.ColumnOf).MaxBy(i => rounded[i]);
        rounded[largest] += byFlows - byStocks;
        return rounded;

        long Of(string cell) => rounded[set.ColumnOf(cell)];
    }

    private static Dictionary<T, long[]> Finest<T>(FormSet set, IReadOnlyList<SummedChange> changes, Func<SummedChange, T> key)
        where T : notnull => changes.GroupBy(key).ToDictionary(g => g.Key, g => ReadForm.Leaves(set, g));

    /// <summary>Rows I to III are summed from type × basis; the memo rows IV are rounded by themselves.</summary>
    private static long[] ClassRow(FormSet set, string row, Dictionary<int, long[]> byClass)
    {
        var definition = set.Rows.First(r => r.Row == row);
        var mine = byClass.Where(c => definition.Has(DocketClass.Of(c.Key)));
        return definition.Flag is not null
            ? Rounded(set, ReadForm.Sum(set, mine.Select(c => c.Value)))
            : ReadForm.Sum(set, mine.GroupBy(c => (DocketClass.Of(c.Key).Type, DocketClass.Of(c.Key).Basis)).Select(g => Rounded(set, ReadForm.Sum(set, g.Select(c => c.Value)))));
    }

    private static long[] UnitRow(FormScope scope, string row, Dictionary<(int Unit, int Officer), long[]> byOfficer)
    {
        var code = row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var isUnit = row.StartsWith("unit:", StringComparison.Ordinal);
        var units = isUnit ? scope.Tree.ScopeOf(scope.Tree.UnitOf(code)!.Value, scope.End) : null;
        var officer = isUnit ? 0 : scope.Tree.OfficerOf(code);
        return ReadForm.Sum(scope.Set, byOfficer.Where(c => units?.Contains(c.Key.Unit) ?? c.Key.Officer == officer).Select(c => Rounded(scope.Set, c.Value)));
    }

    private static decimal?[] WithExactRates(FormReport exact, FormRow row, long[] leaves)
    {
        var cells = ReadForm.FromLeaves(FormSet.Named(exact.Regime), leaves);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = exact.Columns[i].IsRate ? row.Cells[i] : cells[i];
        }

        return cells;
    }
}
