using Thads.Office.Acts;
using Thads.Office.Docket;

namespace Thads.Office.Figures.Checks;

/// <summary>What stands in no row of forms 04 and 05 of its own: the accounts a unit holds beside the units below it, and those of no officer.</summary>
internal sealed class OwnAccounts
{
    private readonly FormScope scope;
    private readonly List<(int Unit, int Officer, long[] Leaves)> accounts;

    private OwnAccounts(FormScope scope, IReadOnlyList<SummedChange> changes)
    {
        this.scope = scope;
        accounts = [.. changes.GroupBy(change => (change.Unit, change.Officer)).Select(account => (account.Key.Unit, account.Key.Officer, ReadForm.Leaves(scope.Set, account)))];
        OfNobody = Cells(accounts.Where(account => account.Officer == 0));
    }

    /// <summary>Exact cells by name.</summary>
    public IReadOnlyDictionary<string, decimal?> OfNobody { get; }

    public static async Task<OwnAccounts> ReadAsync(FormQuery query, Work work, CancellationToken ct)
    {
        var scope = await FormScope.ResolveAsync(query, work, ct);
        return new OwnAccounts(scope, await ReadForm.ChangesAsync(scope, ChangeGrain.Officer, work, ct));
    }

    /// <summary>Exact cells of what a unit holds itself, by name.</summary>
    public IReadOnlyDictionary<string, decimal?> OfUnit(string code)
    {
        var unit = scope.Tree.UnitOf(code)!.Value;
        var below = Children(unit).SelectMany(child => scope.Tree.ScopeOf(child, scope.End)).ToHashSet();
        var own = scope.Tree.ScopeOf(unit, scope.End);
        return Cells(accounts.Where(account => own.Contains(account.Unit) && !below.Contains(account.Unit)));
    }

    /// <summary>Code of a unit that two units right below this one both answer for (it had two successors), so that their rows do not add up to it; null if there is none.</summary>
    public string? Twice(string code)
    {
        var seen = new HashSet<int>();
        foreach (var unit in Children(scope.Tree.UnitOf(code)!.Value).SelectMany(child => scope.Tree.ScopeOf(child, scope.End)))
        {
            if (!seen.Add(unit))
            {
                return scope.Tree.UnitCode(unit);
            }
        }

        return null;
    }

    private IEnumerable<int> Children(int unit) => scope.Tree.Below(unit, scope.End).Where(below => below.Depth == 1).Select(below => below.Unit);

    private Dictionary<string, decimal?> Cells(IEnumerable<(int Unit, int Officer, long[] Leaves)> of)
    {
        var cells = ReadForm.FromLeaves(scope.Set, ReadForm.Sum(scope.Set, of.Select(account => account.Leaves)));
        return scope.Set.Columns.Select((column, i) => (column.Cell, Value: cells[i])).ToDictionary(cell => cell.Cell, cell => cell.Value, StringComparer.Ordinal);
    }
}
