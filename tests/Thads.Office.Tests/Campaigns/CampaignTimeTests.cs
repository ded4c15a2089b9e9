using Thads.Law.Calendar;
using Thads.Office.Campaigns;
using Thads.Office.Tests.Procedure;
using static Thads.Office.Tests.Campaigns.CampaignOffice;

namespace Thads.Office.Tests.Campaigns;

/// <summary>When the next campaign is best: a rule of ours that explains itself.</summary>
public sealed class CampaignTimeTests
{
    [Fact]
    public void The_best_time_has_the_most_points_and_each_reason_says_where_it_stands()
    {
        var windows = CampaignTime.Windows(Months(), 1);

        Assert.Equal(10, windows.Count); // October and November have begun
        Assert.Equal(windows.OrderByDescending(window => window.Score).Select(window => window.First), windows.Select(window => window.First));
        var june = windows.Single(window => window.First.Month == 6);
        Assert.Equal(june, windows[0]);
        Assert.Equal(100, june.Reasons.Sum(reason => reason.Weight));
        Assert.Equal(june.Reasons.Sum(reason => reason.Points * reason.Weight) / 100, june.Score, 9);
        var tet = windows.Single(window => window.First.Month == 2).Reasons.Single(reason => reason.Criterion == TimeCriterion.FreeDays);
        Assert.Equal((0.0, 11.0), (tet.Points, tet.Value)); // Tết leaves the fewest days
        var september = windows.Single(window => window.First.Month == 9);
        Assert.Equal(0, september.Reasons.Single(reason => reason.Criterion == TimeCriterion.YearEnd).Points, 9);
        Assert.Equal(90, september.Reasons.Single(reason => reason.Criterion == TimeCriterion.YearEnd).Value, 9);
        Assert.Equal(100, CampaignTime.Weights.Values.Sum());
    }

    [Fact]
    public void A_criterion_that_nothing_is_known_of_is_left_out()
    {
        var windows = CampaignTime.Windows([.. Months().Select(month => month with { FreeDays = null })], 3);

        Assert.Equal(8, windows.Count);
        Assert.All(windows, window => Assert.DoesNotContain(window.Reasons, reason => reason.Criterion == TimeCriterion.FreeDays));
        Assert.All(windows, window => Assert.InRange(window.Score, 0, 100));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Months_with_a_campaign_are_not_what_is_usual(string kind)
    {
        var (office, _) = await FrozenAsync(kind);
        await using var closing = office;

        var times = await office.AskAsync(work => ReadCampaignTime.RunAsync(new("D1", 2021, 2), work, default));

        Assert.Equal([2020], times.PastYears);
        Assert.Equal("Đợt thử", times.Months.Single(month => month.First.Month == 6).Past[0].Campaign);
        Assert.Equal(6, times.Months.Single(month => month.First.Month == 2).Usual);
        Assert.Equal(new DateOnly(2021, 3, 1), times.Windows.Min(window => window.First));
        Assert.Equal(7, times.Months.Single(month => month.First.Month == 2).TetDays);
        async Task<string> Why(ReadCampaignTime.Input input) => await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadCampaignTime.RunAsync(input, work, default)));
        Assert.Equal("campaign.window", await Why(new("D1", 2021, 4)));
        Assert.Equal("campaign.window", await Why(new("D1", 2021, 0)));
        Assert.Equal("report.year", await Why(new("D1", 99999, 2)));
        office.Today = new(2021, 8, 2);
        Assert.Equal("campaign.time-over", (await office.AskAsync(work => ReadCampaignTime.RunAsync(new("D1", 2021, 2), work, default))).Why!.Code);
        Assert.Equal("campaign.time-years", (await office.AskAsync(work => ReadCampaignTime.RunAsync(new("D2", 2021, 2), work, default))).Why!.Code);
    }

    [Fact]
    public void Tet_is_what_the_table_of_holidays_says()
    {
        Assert.Equal(7, WorkingCalendar.OfVietNam.TetDaysBetween(new(2021, 2, 1), new(2021, 2, 28)));
        Assert.Equal(0, WorkingCalendar.OfVietNam.TetDaysBetween(new(2021, 3, 1), new(2021, 12, 31)));
    }

    /// <summary>A year in which every month settles 10, but April to June 5, with Tết in February.</summary>
    private static List<TimeMonth> Months() => [.. Enumerable.Range(0, 12).Select(i =>
    {
        var first = new DateOnly(2020, 10, 1).AddMonths(i);
        return new TimeMonth(
            2021, i + 1, first, first.AddMonths(1).AddDays(-1), 20, 0, false, null, first.Month == 2 ? 11 : 20, [], first.Month is >= 4 and <= 6 ? 5 : 10, first.Month == 6 ? 900 : 500,
            first > new DateOnly(2020, 11, 10), null);
    })];
}
