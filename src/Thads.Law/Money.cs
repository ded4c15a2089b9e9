using System.Globalization;
using System.Numerics;

namespace Thads.Law;

/// <summary>
/// An amount in whole đồng, the one currency of the books. Sums are checked: an overflow throws and never turns
/// a claim into a debt. The one place where amounts and rates are rounded.
/// </summary>
public readonly record struct Money(long Units) :
    IAdditionOperators<Money, Money, Money>,
    ISubtractionOperators<Money, Money, Money>,
    IUnaryNegationOperators<Money, Money>,
    IComparisonOperators<Money, Money, bool>
{
    /// <summary>The largest amount of one line or step (exchange format 1, section 1).</summary>
    public const long Largest = 9_000_000_000_000_000;

    public static readonly Money Zero = new(0);

    public bool IsPositive => Units > 0;

    public static Money operator +(Money left, Money right) => new(left.Units + right.Units);

    public static Money operator -(Money left, Money right) => new(left.Units - right.Units);

    public static Money operator -(Money value) => new(-value.Units);

    public static bool operator <(Money left, Money right) => left.Units < right.Units;

    public static bool operator >(Money left, Money right) => left.Units > right.Units;

    public static bool operator <=(Money left, Money right) => left.Units <= right.Units;

    public static bool operator >=(Money left, Money right) => left.Units >= right.Units;

    /// <summary>Rounded to thousands of đồng, half away from zero: the unit of the printed forms 02 and 05.</summary>
    public long Thousands => Quotient(Units, 1000);

    /// <summary>
    /// 100 · part / whole with two decimals, half away from zero (form 01, column 19); null when the whole is 0.
    /// Exact: computed in whole hundredths of a percent, never in floating point.
    /// </summary>
    public static decimal? Rate(long part, long whole) =>
        whole == 0 ? null : Quotient((Int128)part * 10_000, whole) / 100m;

    /// <summary>Đồng in tỷ (thousand millions) with two decimals, half away from zero: how reports speak of large sums.</summary>
    public static decimal Billions(long units) => Quotient(units, 10_000_000) / 100m;

    /// <summary>value / divisor to a whole number, half away from zero: the one rounding of the program.</summary>
    public static long Quotient(Int128 value, Int128 divisor)
    {
        var magnitude = Int128.Abs(value);
        var by = Int128.Abs(divisor);
        var rounded = (magnitude * 2 + by) / (by * 2);
        return (long)(Int128.Sign(value) * Int128.Sign(divisor) < 0 ? -rounded : rounded);
    }

    /// <summary>
    /// The amount shared out in proportion. The parts always add up to the whole: what is left over by rounding down goes, one đồng each, to the largest
    /// fractions, on a tie to the earlier share (docs/formats/legal-cases).
    /// </summary>
    /// <exception cref="ArgumentException">No share is positive, or one is negative.</exception>
    public IReadOnlyList<Money> Split(IReadOnlyList<long> shares)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Units);
        if (shares.Any(share => share < 0) || shares.All(share => share == 0))
        {
            throw new ArgumentException("At least one share must be positive, and none negative.", nameof(shares));
        }

        var whole = shares.Aggregate((Int128)0, (sum, share) => sum + share);
        var units = Units;
        var parts = shares.Select(share => (long)((Int128)units * share / whole)).ToArray();
        foreach (var i in Enumerable.Range(0, shares.Count).OrderByDescending(i => (Int128)units * shares[i] % whole).Take((int)(units - parts.Sum())))
        {
            parts[i]++;
        }

        return [.. parts.Select(part => new Money(part))];
    }

    /// <summary>For logs and test output. People see money through the program's formatter.</summary>
    public override string ToString() => Units.ToString("N0", CultureInfo.InvariantCulture);
}
