using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Comparison;

/// <summary>Which single units make up each row in one period: rows below the whole do not overlap, and with the rest they are the whole.</summary>
internal sealed record Places(IReadOnlyDictionary<int, IReadOnlySet<int>> Scopes)
{
    /// <summary>Stands for no unit.</summary>
    public const int Rest = 0;

    /// <summary>Every single unit that any row counts.</summary>
    public IReadOnlySet<int> All => Scopes.Values.SelectMany(scope => scope).ToHashSet();

    public static Places Of(UnitTree tree, int top, IReadOnlyList<int> with, CompareQuery query, DateOnly end, Work work)
    {
        var day = query.AsOf == Organised.Now ? work.Today : end;
        var scopes = new Dictionary<int, IReadOnlySet<int>>();
        var whole = tree.ScopeOf(top, day).ToHashSet();
        if (tree.PeriodsOf(top).All(period => period.Parent is null))
        {
            // A whole tree has one total however it is organised: units that ended without a successor stay in it.
            whole.UnionWith(tree.ScopeOf(top, end));
            whole.UnionWith(tree.ScopeOf(top, work.Today));
        }

        if (tree.IsValidOn(top, day))
        {
            scopes[top] = whole.VisibleTo(work.Person);
        }

        if (query.Below && scopes.ContainsKey(top))
        {
            var taken = new HashSet<int>();
            foreach (var (unit, _) in tree.Below(top, day).Where(unit => unit.Depth == 1 && work.Person.Sees(unit.Unit)))
            {
                scopes[unit] = tree.ScopeOf(unit, day).Where(whole.Contains).VisibleTo(work.Person).Where(taken.Add).ToHashSet();
            }

            if (scopes.Count > 1)
            {
                scopes[Rest] = scopes[top].Where(unit => !taken.Contains(unit)).ToHashSet();
            }
        }

        foreach (var unit in with.Where(unit => tree.IsValidOn(unit, day) && !scopes.ContainsKey(unit)))
        {
            scopes[unit] = tree.ScopeOf(unit, day).VisibleTo(work.Person);
        }

        return new Places(scopes);
    }
}
