using System.Globalization;
using CsCheck;
using Thads.Office.Figures.Published;

namespace Thads.Office.Tests.Figures.Published;

public sealed class IntervalTests
{
    [Theory]
    [InlineData("[1,2]", "[2,3]", true)]
    [InlineData("[1,2)", "[2,3]", false)]
    [InlineData("[1,2]", "(2,3]", false)]
    [InlineData("(1,2)", "(1,2)", true)]
    [InlineData("[1,2]", "[3,4]", false)]
    [InlineData("[0,9]", "[3,4]", true)]
    public void Two_ranges_meet_when_a_value_belongs_to_both(string one, string other, bool meet)
    {
        Assert.Equal(meet, Read(one).Meets(Read(other)));
        Assert.Equal(meet, Read(other).Meets(Read(one)));
    }

    [Theory]
    [InlineData("[1,2]", "[2,3]", true)]
    [InlineData("[1,2)", "[2,3]", false)]
    [InlineData("[1,2]", "(2,3]", false)]
    [InlineData("[5,6]", "[2,3]", true)]
    public void One_can_be_at_least_another_when_its_top_reaches_the_others_bottom(string one, string other, bool can)
    {
        Assert.Equal(can, Read(one).CanBeAtLeast(Read(other)));
        Assert.Equal(can, Read(one).AtLeast(Read(other)) is not null);
    }

    [Theory]
    [InlineData("[0,10]", "[2,3]", "[2,10]")]
    [InlineData("[0,10]", "(2,3]", "(2,10]")]
    [InlineData("[2,10]", "(2,3]", "(2,10]")]
    [InlineData("(2,10]", "[2,3]", "(2,10]")]
    [InlineData("[5,10]", "[2,3]", "[5,10]")]
    public void What_is_at_least_another_begins_where_both_allow(string one, string other, string expected) =>
        Assert.Equal(Read(expected), Read(one).AtLeast(Read(other)));

    [Theory]
    [InlineData("[1,2]", "[3,4)", "[4,6)", "[3,8)")]
    [InlineData("(1,2]", "[3,4]", "(4,6]", "(3,8]")]
    [InlineData("[0,1)", "(2,3)", "(2,4)", "[0,3)")]
    [InlineData("(0,1)", "[0,3]", "(0,4)", "[0,3)")]
    [InlineData("[-1,2]", "[-3,4]", "[-4,6]", "[-6,8]")]
    [InlineData("[-2,-1)", "[3,4]", "[1,3)", "[-8,-3)")]
    public void Sums_and_products_keep_only_the_ends_that_can_be_reached(string left, string right, string sum, string product)
    {
        Assert.Equal(Read(sum), Read(left) + Read(right));
        Assert.Equal(Read(product), Read(left) * Read(right));
        Assert.Equal(Read(product), Read(right) * Read(left));
    }

    [Theory]
    [InlineData("[-1,2]", "(0,2]")]
    [InlineData("[0,2)", "(0,2)")]
    [InlineData("[1,2]", "[1,2]")]
    [InlineData("[-1,0]", null)]
    public void The_part_above_zero_never_contains_zero(string whole, string? part) =>
        Assert.Equal(part is null ? null : Read(part), Read(whole).AboveZero());

    [Fact]
    public void A_product_of_members_is_a_member_of_the_product() =>
        Gen.Select(Member, Member).Sample((one, other) =>
        {
            Assert.True((one.Range * other.Range).Contains(one.Value * other.Value));
            Assert.True((one.Range + other.Range).Contains(one.Value + other.Value));
            Assert.True((one.Range - other.Range).Contains(one.Value - other.Value));
        });

    /// <summary>A range and a value in it.</summary>
    private static readonly Gen<(Interval Range, Rational Value)> Member =
        Gen.Select(Gen.Int[-5, 5], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Bool, Gen.Bool, (low, below, above, hasLow, hasHigh) =>
            (new Interval(new(low), hasLow || below == 0, new(low + below + above), hasHigh || above == 0), new Rational(low + below)));

    private static Interval Read(string text)
    {
        var ends = text[1..^1].Split(',').Select(end => new Rational(int.Parse(end, CultureInfo.InvariantCulture))).ToArray();
        return new(ends[0], text[0] == '[', ends[1], text[^1] == ']');
    }
}
