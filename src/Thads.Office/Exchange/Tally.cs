namespace Thads.Office.Exchange;

/// <summary>Matters, lines, steps and đồng of one unit, counted on one side of the reconciliation.</summary>
public sealed class UnitTally
{
    public long Matters { get; set; }

    public long Lines { get; set; }

    public long Steps { get; set; }

    /// <summary>Đồng of the lines; wider than one amount, since a nation adds up to more.</summary>
    public Int128 Money { get; set; }
}

/// <summary>Counts by the unit that docketed the matters.</summary>
public sealed class Tally
{
    private readonly Dictionary<int, UnitTally> _units = [];

    public IReadOnlyDictionary<int, UnitTally> Units => _units;

    public void Add(int unit, UnitTally more)
    {
        if (!_units.TryGetValue(unit, out var tally))
        {
            _units[unit] = tally = new UnitTally();
        }

        tally.Matters += more.Matters;
        tally.Lines += more.Lines;
        tally.Steps += more.Steps;
        tally.Money += more.Money;
    }
}
