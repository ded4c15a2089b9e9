using System.Numerics;
using CsCheck;
using Thads.Office.Figures.Published;

namespace Thads.Office.Tests.Figures.Published;

public sealed class RationalTests
{
    [Theory]
    [InlineData(1, 2, 0, "1")]
    [InlineData(-1, 2, 0, "-1")]
    [InlineData(1, 3, 2, "0.33")]
    [InlineData(-1, 3, 0, "0")]
    [InlineData(200, 3, 2, "66.67")]
    [InlineData(13, 200, 2, "0.07")]
    [InlineData(5, -2, 1, "-2.5")]
    public void A_fraction_is_written_rounded_half_away_from_zero(int numerator, int denominator, int decimals, string written) =>
        Assert.Equal(written, (new Rational(numerator) / new Rational(denominator)).Written(decimals));

    [Fact]
    public void Fractions_compute_as_fractions_do() =>
        Gen.Select(Gen.Int, Gen.Int[1, 1000], Gen.Int, Gen.Int[1, 1000]).Sample((a, b, c, d) =>
        {
            var left = new Rational(a) / new Rational(b);
            var right = new Rational(c) / new Rational(-d);

            Assert.Equal(left, left + right - right);
            Assert.Equal(left < right, (BigInteger)a * -d > (BigInteger)c * b);
            Assert.Equal(c != 0, right.Sign != 0);
            Assert.True(right.Denominator.Sign > 0);
            if (c != 0)
            {
                Assert.Equal(left, left * right / right);
            }
        });
}
