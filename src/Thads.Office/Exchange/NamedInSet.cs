using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Exchange;

/// <summary>
/// What the matters of an export name: units, officers, communes, parties. Of somebody who takes out everything, all there is; of others
/// their own units with those above them, and beside these only what their matters speak of, so that the set stands by itself.
/// </summary>
internal sealed class NamedInSet(UnitTree tree, ExchangeScope scope)
{
    private readonly HashSet<int> _units = [];
    private readonly HashSet<int> _officers = [];
    private readonly HashSet<string> _communes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parties = new(StringComparer.Ordinal);
    private HashSet<int>? _closed;

    public void Take(MatterFile file)
    {
        if (scope.IsAll)
        {
            return;
        }

        _units.Add(file.Matter.Unit);
        _officers.Add(file.Matter.Officer);
        foreach (var step in file.Steps)
        {
            _units.Add(step.ToUnit);
            _officers.Add(step.ToOfficer);
        }

        _parties.UnionWith(file.Parties.Select(p => p.Party));
        foreach (var code in file.Events.Select(e => e.Partner).Append(file.Matter.Commune).OfType<string>())
        {
            _parties.Add(code);
            _communes.Add(code);
        }
    }

    /// <summary>Whether the party belongs into the set; its commune then does too.</summary>
    public bool TakeParty(string code, string? commune)
    {
        if (!scope.IsAll && !_parties.Contains(code))
        {
            return false;
        }

        if (commune is not null)
        {
            _communes.Add(commune);
        }

        return true;
    }

    /// <summary>Whether a target or a reported figure belongs into the set; its officer then does too.</summary>
    public bool TakeFigure(int unit, int officer)
    {
        if (!scope.IsAll && !scope.Has(unit))
        {
            return false;
        }

        _officers.Add(officer);
        return true;
    }

    /// <summary>Asked when all else is written.</summary>
    public IEnumerable<int> Units() => tree.Units.Where(HasUnit);

    public bool HasUnit(int unit) => scope.IsAll || (_closed ??= Close()).Contains(unit);

    public bool Has(OfficerPeriod period) => HasUnit(period.Unit) && (scope.IsAll || scope.Has(period.Unit) || _officers.Contains(period.Officer));

    public bool Has(Commune commune) => scope.IsAll || (HasUnit(commune.Unit) && (scope.Has(commune.Unit) || _communes.Contains(commune.Code)));

    /// <summary>The units named, those of the communes and officers named, and all above them on any day.</summary>
    private HashSet<int> Close()
    {
        // A successor must be there for the commune that names it.
        while (tree.Communes.Values.Where(c => scope.Has(c.Unit) || _communes.Contains(c.Code)).Select(c => c.Successor).OfType<string>().Except(_communes).ToList() is { Count: > 0 } more)
        {
            _communes.UnionWith(more);
        }

        var waiting = new Stack<int>(tree.Units.Where(u => scope.Has(u) || _units.Contains(u))
            .Concat(tree.Communes.Values.Where(c => _communes.Contains(c.Code)).Select(c => c.Unit)));
        var closed = new HashSet<int>();
        while (waiting.TryPop(out var unit))
        {
            if (closed.Add(unit))
            {
                foreach (var parent in tree.PeriodsOf(unit).Select(p => p.Parent).OfType<int>())
                {
                    waiting.Push(parent);
                }
            }
        }

        return closed;
    }
}
