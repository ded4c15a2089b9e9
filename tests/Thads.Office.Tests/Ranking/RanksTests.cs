using CsCheck;
using Thads.Office.Ranking;

namespace Thads.Office.Tests.Ranking;

/// <summary>Ranks by values alone, and the bands beside them.</summary>
public sealed class RanksTests
{
    private static readonly Gen<decimal?[][]> Keys = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Bool, (rate, money, known) => new[] { (decimal?)rate, known ? money : null }).Array[1, 12];

    private static readonly Gen<Outcome[]> Outcomes = Gen.Select(Gen.Int[1, 3000], Gen.Int[0, 100]).Array[2, 10]
        .Select(units => units.Select((unit, i) => new Outcome($"U{i}", (long)unit.Item1 * unit.Item2 / 100, unit.Item1)).ToArray());

    [Fact]
    public void Ties_share_a_rank_and_the_next_ranks_are_skipped()
    {
        decimal?[][] keys = [[90, 1], [80, 5], [80, 5], [70, 9], [null, 9]];

        Assert.Equal([1, 2, 2, 4, null], Ranks.Of(keys, RankStyle.Competition));
        Assert.Equal([1, 2, 2, 3, null], Ranks.Of(keys, RankStyle.Dense));
    }

    [Fact]
    public void What_parts_a_tie_is_the_next_order_and_what_is_not_known_comes_last() =>
        Assert.Equal([3, 1, 2, 4], Ranks.Of([[80, null, 9], [80, 40, 1], [80, 30, 9], [80, null, 8]], RankStyle.Competition));

    [Fact]
    public void The_rank_does_not_depend_on_the_order_in_which_units_come() => Gen.Select(Keys, Gen.Int[0, 1000]).Sample((keys, seed) =>
    {
        foreach (var style in Enum.GetValues<RankStyle>())
        {
            var ranks = Ranks.Of(keys, style);
            var shuffled = Enumerable.Range(0, keys.Length).OrderBy(i => HashCode.Combine(i, seed)).ToArray();
            var again = Ranks.Of([.. shuffled.Select(i => keys[i])], style);
            Assert.All(Enumerable.Range(0, keys.Length), place => Assert.Equal(ranks[shuffled[place]], again[place]));
        }
    });

    [Fact]
    public void Equal_values_have_equal_ranks_and_a_better_one_a_better_rank() => Keys.Sample(keys =>
    {
        var ranks = Ranks.Of(keys, RankStyle.Competition);
        for (var i = 0; i < keys.Length; i++)
        {
            for (var j = 0; j < keys.Length; j++)
            {
                var order = keys[i][0] != keys[j][0] ? Nullable.Compare(keys[i][0], keys[j][0]) : Nullable.Compare(keys[i][1], keys[j][1]);
                Assert.Equal(Math.Sign(order), Math.Sign(ranks[j]!.Value - ranks[i]!.Value));
            }
        }
    });

    [Fact]
    public void Raising_a_rate_never_lowers_the_rank() => Gen.Select(Keys, Gen.Int[0, 11], Gen.Int[1, 4]).Sample((keys, which, by) =>
    {
        var unit = which % keys.Length;
        var before = Ranks.Of(keys, RankStyle.Competition)[unit];
        var raised = keys.Select((key, i) => i == unit ? [key[0] + by, key[1]] : key).ToArray();
        Assert.True(Ranks.Of(raised, RankStyle.Competition)[unit] <= before);
    });

    [Theory]
    [InlineData(0.975, 1.959964)]
    [InlineData(0.995, 2.575829)]
    [InlineData(0.9997619, 3.494)] // 15 units: 105 pairs at 5 % together
    public void The_normal_quantile_is_that_of_the_tables(double probability, double quantile) => Assert.Equal(quantile, RankBands.Normal(probability), 2e-3);

    [Fact]
    public void Two_hundred_and_two_hundred_cannot_be_told_apart_by_two_points_and_twenty_thousand_can()
    {
        Assert.Equal([["A", "B"]], RankBands.Of([new("A", 170, 200), new("B", 166, 200)]).Select(band => band.Codes));
        Assert.Empty(RankBands.Of([new("A", 17_000, 20_000), new("B", 16_600, 20_000)]));
    }

    [Fact]
    public void The_same_rate_of_everything_or_of_nothing_is_no_difference() =>
        Assert.Equal(["A 1-2 B", "B 1-2 A"], RankBands.Ranges([new("A", 50, 50), new("B", 70, 70), new("C", 0, 0)]).Select(range => $"{range.Code} {range.Best}-{range.Worst} {string.Join(',', range.Alike)}"));

    [Fact]
    public void The_rank_by_rate_lies_in_the_range_and_being_alike_is_mutual() => Outcomes.Sample(units =>
    {
        var ranges = RankBands.Ranges(units).ToDictionary(range => range.Code);
        foreach (var unit in units)
        {
            var better = units.Count(other => other.Rate > unit.Rate);
            var asGood = units.Count(other => other.Rate >= unit.Rate);
            Assert.InRange(ranges[unit.Code].Best, 1, better + 1);
            Assert.InRange(ranges[unit.Code].Worst, asGood, units.Length);
            Assert.All(ranges[unit.Code].Alike, other => Assert.Contains(unit.Code, ranges[other].Alike));
            Assert.All(units.Where(other => other.Rate == unit.Rate && other != unit), other => Assert.Contains(other.Code, ranges[unit.Code].Alike));
        }
    });

    [Fact]
    public void In_a_band_no_two_can_be_told_apart_and_the_order_of_units_does_not_matter() => Outcomes.Sample(units =>
    {
        var ranges = RankBands.Ranges(units).ToDictionary(range => range.Code);
        var bands = RankBands.Of(units);
        Assert.All(bands, band => Assert.All(band.Codes, one => Assert.Empty(band.Codes.Where(other => other != one).Except(ranges[one].Alike))));
        Assert.Equal(bands.Select(band => string.Join(',', band.Codes)), RankBands.Of([.. units.Reverse()]).Select(band => string.Join(',', band.Codes)));
    });
}
