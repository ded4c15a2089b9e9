using Thads.Office.Campaigns;

namespace Thads.Office.Tests.Campaigns;

/// <summary>On simulated offices with a known effect the comparison covers it, and says so when there is none. Seeds are fixed: the same offices every time.</summary>
public sealed class CampaignEffectTests
{
    private const int Offices = 400;
    private static readonly (string Group, int Matters, double Rate)[] Groups = [("old", 120, 0.15), ("new", 260, 0.35), ("credit", 60, 0.08)];

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.25)]
    public void Beside_the_list_the_interval_covers_the_effect_in_nineteen_of_twenty_offices(double effect)
    {
        var effects = Enumerable.Range(1, Offices).Select(seed =>
        {
            var chance = new Random(seed);
            return CampaignEffect.Beside(
                [.. Groups.Select(group => Drawn(chance, group.Group, group.Matters, group.Rate + effect))],
                [.. Groups.Select(group => Drawn(chance, group.Group, 3 * group.Matters / 2, group.Rate))])!;
        }).ToList();

        AssertCovers(effects, effect);
    }

    [Theory]
    [InlineData(0.0, 4)]
    [InlineData(0.2, 4)]
    [InlineData(0.3, 3)]
    public void By_other_years_the_interval_covers_the_effect_though_years_differ_by_themselves(double effect, int years)
    {
        var effects = Enumerable.Range(1, Offices).Select(seed =>
        {
            var chance = new Random(seed);
            double OfYear() => 0.04 * Normal(chance);
            var here = OfYear();
            return CampaignEffect.OtherYears(
                [.. Groups.Select(group => Drawn(chance, group.Group, group.Matters, Math.Clamp(group.Rate + effect + here, 0, 1)))],
                [.. Enumerable.Range(0, years).Select(_ => OfYear()).ToList().Select(year => (IReadOnlyList<AlikeMatters>)[.. Groups.Select(group => Drawn(chance, group.Group, group.Matters, Math.Clamp(group.Rate + year, 0, 1)))])])!;
        }).ToList();

        AssertCovers(effects, effect);
    }

    [Fact]
    public void A_list_made_up_otherwise_than_what_is_beside_is_weighted_as_the_list_is()
    {
        // Beside there are mostly easy ones, on the list mostly hard ones; in each group both settle the same: no effect.
        var effect = CampaignEffect.Beside([new("easy", 20, 16), new("hard", 180, 18)], [new("easy", 180, 144), new("hard", 40, 4)])!;

        Assert.Equal(0, effect.Difference, 9);
        Assert.False(effect.IsTold);
    }

    [Fact]
    public void Groups_with_too_few_others_are_left_out_and_too_few_in_all_say_nothing()
    {
        var effect = CampaignEffect.Beside([new("a", 50, 30), new("b", 30, 30)], [new("a", 40, 10), new("b", 4, 0)])!;
        Assert.Equal((50, 40, 80), (effect.Compared, effect.Others, effect.Matters));
        Assert.Equal(0.6, effect.Rate, 9);
        Assert.Null(CampaignEffect.Beside([new("a", 50, 30)], [new("a", 29, 10)]));
        Assert.Null(CampaignEffect.Beside([new("a", 20, 3), new("b", 50, 30)], [new("a", 99, 10)]));
        Assert.Null(CampaignEffect.OtherYears([new("a", 50, 30)], []));
        Assert.Null(CampaignEffect.OtherYears([new("a", 50, 30)], [[new("z", 99, 10)]]));
    }

    [Fact]
    public void Two_other_years_that_differ_much_tell_nothing()
    {
        var effect = CampaignEffect.OtherYears([new("a", 1000, 600)], [[new("a", 1000, 300)], [new("a", 1000, 500)]])!;
        Assert.Equal(0.2, effect.Difference, 9);
        Assert.False(effect.IsTold);
        Assert.True(CampaignEffect.OtherYears([new("a", 1000, 600)], [[new("a", 1000, 398)], [new("a", 1000, 402)]])!.IsTold);
    }

    [Fact]
    public void The_split_adds_up_and_its_ends_go_with_the_interval()
    {
        var split = HonestSplit.Of(new CampaignEffect(EffectBasis.Beside, 1000, 0.6, 0.4, 0.15, 0.25, 1000, 500, 0), 600, 20);
        Assert.Equal((600, 400, 20, 180, 130, 230, true), (split.Settled, split.Anyway, split.Back, split.Due, split.DueLow, split.DueHigh, split.IsTold));
    }

    [Fact]
    public void Months_that_differ_anyway_make_a_ratio_less_sure()
    {
        var quiet = MonthlyRatio.Of(1305, 3, 2115, 9, [.. Enumerable.Repeat(235L, 9)])!;
        var loud = MonthlyRatio.Of(1305, 3, 2115, 9, [120, 210, 266, 225, 229, 260, 60, 235, 510])!;
        Assert.Equal(435 / 235.0, quiet.Ratio, 9);
        Assert.Equal((1.0, true), (quiet.Spread, quiet.IsTold));
        Assert.True(loud.Spread > 50 && loud.Low < quiet.Low && loud.High > quiet.High);
        Assert.Null(MonthlyRatio.Of(0, 3, 5, 9, []));
        Assert.Null(MonthlyRatio.Of(5, 3, 0, 9, []));
    }

    private static void AssertCovers(List<CampaignEffect> effects, double effect)
    {
        var covered = effects.Count(one => one.Low <= effect && one.High >= effect);
        Assert.InRange(covered, Offices * 92 / 100, Offices);
        if (effect == 0)
        {
            Assert.InRange(effects.Count(one => one.IsTold), 0, Offices * 8 / 100);
        }
        else
        {
            Assert.True(effects.Average(one => one.Difference) > effect - 0.02);
        }
    }

    private static AlikeMatters Drawn(Random chance, string group, int matters, double rate) => new(group, matters, Enumerable.Range(0, matters).Count(_ => chance.NextDouble() < rate));

    private static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
