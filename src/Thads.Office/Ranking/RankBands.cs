namespace Thads.Office.Ranking;

/// <summary>How many of how many were settled.</summary>
/// <param name="Code">Of the unit.</param>
/// <param name="Settled">Việc.</param>
/// <param name="Enforceable">Việc.</param>
public sealed record Outcome(string Code, long Settled, long Enforceable)
{
    public double Rate => (double)Settled / Enforceable;
}

/// <summary>The ranks a unit could as well have: the best and the worst that chance leaves open.</summary>
/// <param name="Alike">Codes of the units it cannot be told apart from.</param>
public sealed record RankRange(string Code, int Best, int Worst, IReadOnlyList<string> Alike);

/// <summary>Units next to each other by rate of which no two can be told apart.</summary>
/// <param name="Codes">The highest rate first; at least two.</param>
public sealed record RankBand(IReadOnlyList<string> Codes);

/// <summary>
/// Which units cannot be told apart by their rates of matters, beside the official order and never in its place. Two units differ when their two rates do by the two-proportion
/// test, pooled, at 5 % for all pairs of the units together (Bonferroni). A model of the house: it reads each enforceable matter as settled or not by chance around the rate of its
/// unit; the official order counts what happened. đồng are not matters that fall one way or the other: there is no such test of rates of money.
/// </summary>
public static class RankBands
{
    /// <summary>The chance to tell at least one pair apart wrongly.</summary>
    public const double Level = 0.05;

    /// <summary>One range per unit that has anything enforceable.</summary>
    public static IReadOnlyList<RankRange> Ranges(IReadOnlyList<Outcome> units)
    {
        var known = units.Where(unit => unit.Enforceable > 0).ToList();
        var least = Threshold(known.Count);
        return [.. known.Select(unit =>
        {
            var apart = known.Where(other => Differ(unit, other, least)).ToList();
            return new RankRange(
                unit.Code, 1 + apart.Count(other => other.Rate > unit.Rate), known.Count - apart.Count(other => other.Rate < unit.Rate),
                [.. known.Where(other => other.Code != unit.Code && !apart.Contains(other)).OrderByDescending(other => other.Rate).ThenBy(other => other.Code, StringComparer.Ordinal).Select(other => other.Code)]);
        })];
    }

    /// <summary>The longest runs, by rate, in which no two units can be told apart.</summary>
    public static IReadOnlyList<RankBand> Of(IReadOnlyList<Outcome> units)
    {
        var known = units.Where(unit => unit.Enforceable > 0).OrderByDescending(unit => unit.Rate).ThenBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        var least = Threshold(known.Count);
        var bands = new List<RankBand>();
        var last = -1;
        for (var first = 0; first < known.Count; first++)
        {
            var end = first;
            while (end + 1 < known.Count && known[first..(end + 1)].TrueForAll(unit => !Differ(unit, known[end + 1], least)))
            {
                end++;
            }

            if (end > last && end > first)
            {
                bands.Add(new RankBand([.. known[first..(end + 1)].Select(unit => unit.Code)]));
                last = end;
            }
        }

        return bands;
    }

    /// <summary>Whether the two can be told apart.</summary>
    private static bool Differ(Outcome one, Outcome other, double least)
    {
        var pooled = (double)(one.Settled + other.Settled) / (one.Enforceable + other.Enforceable);
        var variance = pooled * (1 - pooled) * (1.0 / one.Enforceable + 1.0 / other.Enforceable);
        var difference = one.Rate - other.Rate;
        return variance > 0 && difference * difference > least * least * variance;
    }

    /// <summary>The standard normal value that all pairs together exceed by chance with <see cref="Level"/>.</summary>
    private static double Threshold(int units) => units < 2 ? double.MaxValue : Normal(1 - Level / (units * (units - 1.0)));

    /// <summary>The standard normal quantile above one half (Abramowitz and Stegun 26.2.23, then two steps of Newton by their 26.2.17).</summary>
    public static double Normal(double probability)
    {
        var t = Math.Sqrt(-2 * Math.Log(1 - probability));
        var z = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
        for (var i = 0; i < 2; i++)
        {
            z += (Above(z) - (1 - probability)) / Density(z);
        }

        return z;
    }

    private static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    private static double Above(double z)
    {
        var t = 1 / (1 + 0.2316419 * z);
        return Density(z) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    }
}
