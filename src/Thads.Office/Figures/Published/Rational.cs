using System.Globalization;
using System.Numerics;

namespace Thads.Office.Figures.Published;

/// <summary>An exact fraction in lowest terms. Printed figures are judged by it, so that no rounding of ours can blame or excuse a figure.</summary>
public sealed record Rational
{
    public static readonly Rational Zero = new(BigInteger.Zero);

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / common;
        Denominator = denominator / common;
    }

    public Rational(BigInteger whole)
        : this(whole, BigInteger.One)
    {
    }

    public BigInteger Numerator { get; }

    /// <summary>Always positive.</summary>
    public BigInteger Denominator { get; }

    public int Sign => Numerator.Sign;

    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Throws <see cref="DivideByZeroException"/> when <paramref name="right"/> is 0.</summary>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator <(Rational left, Rational right) => left.Compare(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.Compare(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.Compare(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.Compare(right) >= 0;

    /// <summary>10⁻ᵈ: the step between two numbers written with <paramref name="decimals"/> decimals.</summary>
    public static Rational StepOf(int decimals) => new(BigInteger.One, BigInteger.Pow(10, decimals));


    /// <summary>With a point and this many decimals, rounded half away from zero as published rates are.</summary>
    public string Written(int decimals)
    {
        var scaled = BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals);
        var rounded = ((scaled * 2) + Denominator) / (Denominator * 2);
        var digits = rounded.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = Sign < 0 && !rounded.IsZero ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    public override string ToString() => $"{Numerator}/{Denominator}";

    private int Compare(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
}
