using Thads.Office.Campaigns;
using static Thads.Office.Tests.Campaigns.CampaignOffice;

namespace Thads.Office.Tests.Campaigns;

/// <summary>What a campaign brought: every number from the book, every comparison with what cannot be told.</summary>
public sealed class MeasureTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Alike_matters_beside_the_list_say_what_would_have_been_settled_anyway(string kind)
    {
        var (office, campaign) = await FrozenAsync(kind);
        await using var closing = office;

        var measure = await office.MeasureAsync(campaign);

        var effect = measure.Effect!;
        // On the list 39, settled and not live again by the last day 31. Beside: 60 of O2, less the 6 settled in February, 12 settled.
        Assert.Equal((EffectBasis.Beside, 39, 54), (effect.Basis, effect.Compared, effect.Others));
        Assert.Equal(31 / 39.0, effect.Rate, 6);
        Assert.Equal(12 / 54.0, effect.Expected, 6);
        Assert.True(effect.IsTold);
        Assert.InRange(effect.Difference, effect.Low, effect.High);
        var split = measure.Split!;
        Assert.Equal((31, 9, 1, 21), (split.Settled, split.Anyway, split.Back, split.Due));
        Assert.Equal(split.Settled, split.Anyway + split.Due + split.Back);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_came_back_is_told_by_how_and_what_is_not_due_yet_is_not(string kind)
    {
        var (office, campaign) = await FrozenAsync(kind);
        await using var closing = office;

        var back = (await office.MeasureAsync(campaign)).Back;

        Assert.Equal(
            [("M6", BackBy.Voided, true), ("M4", BackBy.Reopened, true), ("M7", BackBy.Docketed, false), ("M5", BackBy.Reopened, false)],
            back.Matters.Select(matter => (matter.Code, matter.By, matter.IsOut)));
        Assert.Equal("AGAIN", back.Matters.Single(matter => matter.By == BackBy.Docketed).Other);
        Assert.Equal((33, 3, 1, 0), (back.Settled, back.Back, back.StillCounted, back.NotDue));
        office.Today = Last.AddDays(20);
        var early = (await office.MeasureAsync(campaign)).Back;
        // By 20 August all that was settled after 22 May is not due yet, but what is back is back.
        Assert.Equal((3, 30, Last.AddDays(20) < early.DueOn), (early.Back, early.NotDue, true));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Months_years_and_parts_add_up_to_the_figures(string kind)
    {
        var (office, campaign) = await FrozenAsync(kind);
        await using var closing = office;

        var measure = await office.MeasureAsync(campaign);

        var inside = measure.Months.Where(month => month.Inside == true).ToList();
        Assert.Equal([9, 10], inside.Select(month => month.Month));
        // 31 of the list, 12 beside, MNEW.
        Assert.Equal((44, 2.0), (measure.Inside.Matters, measure.Inside.Months));
        Assert.Equal(measure.Inside.Matters, inside.Sum(month => month.Matters));
        Assert.Equal(measure.Inside.Money, inside.Sum(month => month.Money));
        Assert.Equal(measure.Months.Sum(month => month.Matters), measure.Inside.Matters + measure.Outside.Matters);
        foreach (var parts in new[] { measure.Manners, measure.Communes, measure.Officers })
        {
            Assert.Equal((measure.Inside.Matters, measure.Outside.Matters, measure.Inside.Money), (parts.Sum(part => part.Inside.Matters), parts.Sum(part => part.Outside.Matters), parts.Sum(part => part.Inside.Money)));
        }

        Assert.Equal(20 - 3, measure.Manners.Single(part => part.Code == "free_will").Inside.Matters);
        Assert.Empty(measure.Years); // the books begin in this year
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Where_the_list_is_everything_and_there_is_no_other_year_nothing_is_claimed(string kind)
    {
        await using var office = await OpenAsync(kind);
        var campaign = await office.AskAsync(work => PlanCampaign.RunAsync(Planned with { Scope = new() }, work, default));
        await office.AskAsync(work => FreezeCampaign.RunAsync(new(campaign, First.AddDays(-1)), work, default));

        var measure = await office.MeasureAsync(campaign);

        Assert.Null(measure.Effect);
        Assert.Null(measure.Split);
        Assert.Equal("campaign.no-comparison", measure.WhyNone!.Code);
        office.Today = Last.AddDays(-1);
        Assert.Equal("campaign.effect-running", (await office.MeasureAsync(campaign)).WhyNone!.Code);
    }

    [Fact]
    public void A_month_is_its_share_of_days()
    {
        Assert.Equal(3, PerMonth.LengthOf(new(2020, 6, 1), new(2020, 8, 31)), 9);
        Assert.Equal(0.5 + (16 / 31.0), PerMonth.LengthOf(new(2020, 6, 16), new(2020, 7, 16)), 9);
        Assert.Equal(1 / 30.0, PerMonth.LengthOf(new(2020, 6, 5), new(2020, 6, 5)), 9);
    }
}
