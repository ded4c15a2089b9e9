using Thads.Law;
using Thads.Office.Docket;

namespace Thads.Office.Targets;

/// <summary>How a unit's target is broken down to its officers.</summary>
public enum BreakDown
{
    /// <summary>The unit's own percent for everybody.</summary>
    Equal = 1,

    /// <summary>What is missing to the unit's target, shared out in proportion to what each still has open and enforceable.</summary>
    Reach = 2,
}

/// <summary>What is proposed for an officer; a person edits it before it is assigned.</summary>
/// <param name="Percent">Null where the officer has nothing enforceable to reckon with.</param>
/// <param name="Share">Matters, or đồng, that the officer would still settle.</param>
public sealed record ProposedTarget(string Officer, decimal? Percent, long Share);

public static class ProposeTargets
{
    /// <summary>Breaks a unit's target down. Whoever stands above every target proposed by <see cref="BreakDown.Reach"/> has brought the unit above its own.</summary>
    public static IReadOnlyList<ProposedTarget> Of(TargetFigures board, Measure measure, BreakDown how)
    {
        if (board.Whole.Of(measure) is not { Target: { } target } unit)
        {
            return [];
        }

        var officers = board.Officers.Select(line => (Code: line.Officer!, Standing: line.Of(measure))).ToList();
        if (how == BreakDown.Equal)
        {
            return [.. officers.Select(officer => new ProposedTarget(officer.Code, target.Assigned.Value, target.Assigned.Missing(officer.Standing.Settled ?? 0, officer.Standing.Enforceable ?? 0)))];
        }

        var open = officers.Select(officer => Math.Max(0, (officer.Standing.Enforceable ?? 0) - (officer.Standing.Settled ?? 0))).ToList();
        var shares = Split(Math.Min(unit.Missing ?? 0, open.Sum()), open);
        return [.. officers.Select((officer, i) => new ProposedTarget(
            officer.Code, officer.Standing.Enforceable > 0 ? JustBelow(officer.Standing.Settled!.Value + shares[i], officer.Standing.Enforceable.Value) : null, shares[i]))];
    }

    /// <summary>The printed rate of one less: whoever is strictly above it has settled at least so many. At most 99,99.</summary>
    private static decimal JustBelow(long settled, long enforceable) => Math.Min(99.99m, Money.Rate(Math.Max(0, settled - 1), enforceable)!.Value);

    /// <summary>In proportion to the weights, whole, adding up; what is left over goes to the largest remainders, on a tie to the earlier.</summary>
    private static long[] Split(long units, List<long> weights)
    {
        var whole = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
        if (whole == 0)
        {
            return new long[weights.Count];
        }

        var parts = weights.Select(weight => (long)((Int128)units * weight / whole)).ToArray();
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => (Int128)units * weights[i] % whole).Take((int)(units - parts.Sum())))
        {
            parts[i]++;
        }

        return parts;
    }
}
