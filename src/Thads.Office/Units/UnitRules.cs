namespace Thads.Office.Units;

/// <summary>What holds for units, successions, communes and officers wherever they come from: an exchange set or the act of an administrator.</summary>
public static class UnitRules
{
    /// <summary>A period does not end before it begins.</summary>
    public static Refusal? Ordered(DateOnly? from, DateOnly? to) => to < from ? new Refusal("period.ends-before", to.Value, from!.Value) : null;

    /// <summary>Periods of one code do not overlap.</summary>
    /// <param name="code">Of the unit or officer.</param>
    public static Refusal? Apart(string code, IEnumerable<(DateOnly? From, DateOnly? To)> others, DateOnly? from, DateOnly? to) =>
        others.Any(other => Validity.Overlap(from, to, other.From, other.To)) ? new Refusal("period.overlaps", code) : null;

    /// <summary>No unit is its own ancestor on any day, and none lies below a unit that has no period at all.</summary>
    /// <param name="tree">With the period in it.</param>
    /// <param name="parent">Code of the unit above, as it was given.</param>
    public static Refusal? Placed(UnitTree tree, UnitPeriod period, string parent) =>
        tree.IsOwnAncestor(period.Unit) ? new Refusal("unit.own-ancestor", tree.UnitCode(period.Unit), parent)
        : period.Parent is { } above && tree.PeriodsOf(above).Count == 0 ? new Refusal("code.unknown", parent, "units")
        : null;

    /// <summary>A unit does not succeed itself.</summary>
    public static Refusal? NotItself(int from, int to, string code) => from == to ? new Refusal("succession.itself", code) : null;

    /// <summary>The unit that succeeds another from that very day, if there is one: a unit has one successor on a day.</summary>
    public static int? SuccessorOn(UnitTree tree, int from, DateOnly on) => tree.Successions.FirstOrDefault(s => s.From == from && s.On == on)?.To;
}
