using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Docket;
using Thads.Office.Tests.Procedure;
using static Thads.Office.Tests.Campaigns.CampaignOffice;

namespace Thads.Office.Tests.Campaigns;

/// <summary>A campaign from its plan to its closing: what is frozen stays, what is counted comes from the moves.</summary>
public sealed class CampaignTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_closed_list_never_changes_and_what_is_added_later_is_marked(string kind)
    {
        var (office, campaign) = await FrozenAsync(kind);
        await using var closing = office;
        // M35 was settled before; the filter takes what O1 held at the end of 31 May.
        Assert.Equal((39, 39_000_000L), await ListAsync());
        await office.RecordAsync(new("M40", Thads.Office.Matters.StepKind.Collected, Today, Amount: 1_000_000, Line: "1"));
        await office.DoAsync(work => AddToCohort.RunAsync(new(campaign, "MNEW", new(2020, 6, 10), "Việc trọng điểm", "k"), work, default));
        await office.DoAsync(work => AddToCohort.RunAsync(new(campaign, "MNEW", new(2020, 6, 10), "Việc trọng điểm", "k"), work, default));

        var (_, rows) = await office.AskAsync(work => ListCohort.RunAsync(new(campaign), work, default));

        Assert.Equal((40, 40_000_000L), await ListAsync());
        var added = Assert.Single(rows, row => row.Matter.AddedOn is not null);
        Assert.Equal(("MNEW", new DateOnly(2020, 6, 10), "Việc trọng điểm", 1), (added.Matter.Code, added.Matter.AddedOn!.Value, added.Matter.Reason, (await office.ProgressAsync(campaign)).Added));
        Assert.Equal((39, 39_000_000L), ((await office.AskAsync(work => CampaignBook.OfAsync(campaign, work, default))).Frozen is { } frozen ? (frozen.Matters, frozen.Money) : default));

        async Task<(int, long)> ListAsync() => (await office.ProgressAsync(campaign)).Whole.List is var list ? (list.Matters, list.Money) : default;
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_is_settled_of_the_list_is_counted_from_the_moves_day_by_day(string kind)
    {
        var (office, campaign) = await FrozenAsync(kind);
        await using var closing = office;
        await office.DoAsync(work => SetCampaignGoals.RunAsync(new(campaign, [new("D1", null, 40, 30_000_000), new("D1", "O1", 40, null)]), work, default));

        var end = await office.ProgressAsync(campaign, Last);
        var early = await office.ProgressAsync(campaign, First.AddDays(9));

        // 33, less M4 (restored), M6 (voided); M36 paid a part.
        Assert.Equal(new Done(31, 31_400_000), end.Whole.Done);
        Assert.Equal(end.Whole.Done, end.Days[^1].Done);
        Assert.Equal(end.Whole.Done.Matters, end.Officers.Sum(line => line.Done.Matters));
        Assert.Equal(end.Whole.Done, new Done(end.Communes.Sum(line => line.Done.Matters), end.Communes.Sum(line => line.Done.Money)));
        Assert.Equal(1, end.Whole.LeftOtherwise); // M34 was delegated
        // By 10 June: M1 to M9 less M6; M4 and M5 were terminated by then.
        Assert.Equal((8, 1), (early.Whole.Done.Matters, early.Whole.OnTheDay.Matters));
        // 1 to 10 June are 8 of the 45 working days.
        Assert.Equal((8, 45, 40L * 8 / 45), (early.Elapsed, early.Length, early.Pace(40)!.Value));
        Assert.Equal(20.00m, early.Whole.OfGoal);
        foreach (var show in new[] { CohortShow.Settled, CohortShow.LeftOtherwise, CohortShow.All, CohortShow.Open })
        {
            var (_, rows) = await office.AskAsync(work => ListCohort.RunAsync(new(campaign, show, Last), work, default));
            var figure = show switch { CohortShow.Settled => 31, CohortShow.LeftOtherwise => 1, CohortShow.Open => 39 - 31 - 1, _ => 39 };
            Assert.Equal(figure, rows.Sum(row => row.Counted));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_closing_report_keeps_its_figures_and_what_changed_since_shows(string kind)
    {
        var (office, campaign) = await FrozenAsync(kind);
        await using var closing = office;
        await office.DoAsync(work => CloseCampaign.RunAsync(new(campaign, "9/BC", new(2020, 8, 10), "Tốt", null, "k"), work, default));
        await office.DoAsync(work => CloseCampaign.RunAsync(new(campaign, "9/BC", new(2020, 8, 10), "Tốt", null, "k"), work, default));

        // M30 became known on 25 August only; the restoring of M5 was not known either, but happened after the period.
        var closed = (await office.AskAsync(work => CampaignBook.OfAsync(campaign, work, default))).Closed!;
        Assert.Equal((30, 30_400_000L), (closed.Matters, closed.Money));
        Assert.Equal(31, (await office.ProgressAsync(campaign, Last)).Whole.Done.Matters);
        var before = await office.MeasureAsync(campaign, pinned: true);
        await office.RecordAsync(new("M37", Thads.Office.Matters.StepKind.Collected, new(2020, 7, 30), Amount: 1_000_000, Line: "1"));
        var after = await office.MeasureAsync(campaign, pinned: true);
        Assert.Equal(before.Progress.Whole.Done, after.Progress.Whole.Done);
        Assert.Equal(32, (await office.ProgressAsync(campaign, Last)).Whole.Done.Matters);
        Assert.Equal("campaign.closed", await SmallOffice.RefusedAsync(() => office.DoAsync(work => NoteCampaign.RunAsync(new(campaign, First, "Muộn"), work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_plan_that_changes_keeps_the_one_before_and_its_filter_once_the_list_is_closed(string kind)
    {
        await using var office = await OpenAsync(kind);
        var campaign = await office.AskAsync(work => PlanCampaign.RunAsync(Planned with { IdempotencyKey = "a" }, work, default));
        Assert.Equal(campaign, await office.AskAsync(work => PlanCampaign.RunAsync(Planned with { IdempotencyKey = "a" }, work, default)));
        var change = Planned with { Campaign = campaign, Name = "Đợt đổi tên", Reason = "Đổi" };
        await office.AskAsync(work => PlanCampaign.RunAsync(change, work, default));
        await office.AskAsync(work => FreezeCampaign.RunAsync(new(campaign, First.AddDays(-1)), work, default));

        var found = await office.AskAsync(work => CampaignBook.OfAsync(campaign, work, default));

        Assert.Equal(["Đợt thử", "Đợt đổi tên"], found.Plans.Select(plan => plan.Name));
        Assert.Contains("D1 Đợt đổi tên campaign-name Đợt thử → Đợt đổi tên", await office.ChangesAsync("campaign-planned"));
        Assert.Equal("campaign.scope-frozen", await SmallOffice.RefusedAsync(() => office.AskAsync(work => PlanCampaign.RunAsync(change with { Scope = new CampaignScope() }, work, default))));
        Assert.Equal("campaign.frozen-before", await SmallOffice.RefusedAsync(() => office.AskAsync(work => FreezeCampaign.RunAsync(new(campaign, First.AddDays(-2)), work, default))));
        Assert.Equal("campaign.frozen-on", await SmallOffice.RefusedAsync(() => office.AskAsync(work => PlanCampaign.RunAsync(change with { FirstOn = First.AddDays(-1) }, work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_gets_no_campaign_and_whoever_may_only_prepare_closes_no_list(string kind)
    {
        var (office, campaign) = await FrozenAsync(kind);
        await using var closing = office;
        var other = await office.OfAsync("D2", Permissions.All);

        Assert.Empty(await office.AskAsync(work => CampaignBook.ListAsync(work, default), other));
        await Assert.ThrowsAsync<NotFoundException>(() => office.AskAsync(work => ReadProgress.RunAsync(campaign, null, work, default), other));
        await Assert.ThrowsAsync<NotFoundException>(() => office.AskAsync(work => MeasureCampaign.RunAsync(campaign, false, work, default), other));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => NoteCampaign.RunAsync(new(campaign, First, "Lạ"), work, default)));
        var clerk = await office.OfAsync("D1", Permissions.ReadFigures | Permissions.Organise);
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(clerk, work => CloseCampaign.RunAsync(new(campaign, "9/BC", new(2020, 8, 10), null, null), work, default)));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.AskAsync(work => ListCohort.RunAsync(new(campaign), work, default), clerk));
        await office.DoAsAsync(clerk, work => NoteCampaign.RunAsync(new(campaign, First, "Họp"), work, default));
        Assert.Equal("Họp", Assert.Single((await office.AskAsync(work => CampaignBook.OfAsync(campaign, work, default))).Diary).Text);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_does_not_belong_is_refused(string kind)
    {
        var (office, campaign) = await FrozenAsync(kind);
        await using var closing = office;
        async Task<string> Why(Func<Work, Task> act) => await SmallOffice.RefusedAsync(() => office.DoAsync(act));

        Assert.Equal("campaign.goal-whose", await Why(work => SetCampaignGoals.RunAsync(new(campaign, [new("D1", "O3", 5, null)]), work, default)));
        Assert.Equal("campaign.goal-whose", await Why(work => SetCampaignGoals.RunAsync(new(campaign, [new("D2", null, 5, null)]), work, default)));
        Assert.Equal("campaign.no-goal", await Why(work => SetCampaignGoals.RunAsync(new(campaign, [new("D1", null, null, null)]), work, default)));
        Assert.Equal("campaign.add-twice", await Why(work => AddToCohort.RunAsync(new(campaign, "M38", new(2020, 6, 9), "vì"), work, default)));
        Assert.Equal("campaign.add-matter", await Why(work => AddToCohort.RunAsync(new(campaign, "X1", new(2020, 6, 9), "vì"), work, default)));
        Assert.Equal("campaign.add-matter", await Why(work => AddToCohort.RunAsync(new(campaign, "không có", new(2020, 6, 9), "vì"), work, default)));
        Assert.Equal("report.officer", await Why(work => PlanCampaign.RunAsync(Planned with { Scope = new() { Officer = "O9" } }, work, default)));
        Assert.Equal("campaign.commune", await Why(work => PlanCampaign.RunAsync(Planned with { Scope = new() { Commune = "C9" } }, work, default)));
        Assert.Equal("campaign.partner", await Why(work => PlanCampaign.RunAsync(Planned with { Partners = ["LẠ"] }, work, default)));
        Assert.Equal("campaign.day", await Why(work => ReadProgress.RunAsync(campaign, Today.AddDays(1), work, default)));
        Assert.Equal("campaign.not-closed", await Why(work => MeasureCampaign.RunAsync(campaign, true, work, default)));
        var empty = await office.AskAsync(work => PlanCampaign.RunAsync(Planned with { Scope = new() { Bank = "Không có" } }, work, default));
        Assert.Equal("campaign.frozen-empty", await Why(work => FreezeCampaign.RunAsync(new(empty, First.AddDays(-1)), work, default)));
        Assert.Equal("campaign.not-frozen", await Why(work => ReadProgress.RunAsync(empty, null, work, default)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void What_cannot_be_a_plan_is_refused(PlanCampaign.Input input, string code) => Assert.Equal(code, PlanCampaign.WhyNot(input, Today, null)?.Code ?? "");

    public static TheoryData<PlanCampaign.Input, string> Plans => new()
    {
        { Planned, "" },
        { Planned with { Name = " " }, "campaign.name" },
        { Planned with { Plan = "" }, "campaign.plan" },
        { Planned with { Leader = "" }, "campaign.leader" },
        { Planned with { PlannedOn = Today.AddDays(1) }, "campaign.planned-later" },
        { Planned with { PlannedOn = Last.AddDays(1) }, "campaign.planned-after" },
        { Planned with { LastOn = First.AddDays(-1) }, "campaign.period" },
        { Planned with { LastOn = First.AddYears(1).AddDays(1) }, "campaign.too-long" },
        { Planned with { Scope = new() { DocketFrom = 2020, DocketTo = 2019 } }, "campaign.years" },
        { Planned with { Scope = new() { LeftFrom = 5, LeftTo = 4 } }, "campaign.amounts" },
    };

    [Fact]
    public void Acts_that_come_too_early_or_too_late_say_so()
    {
        var plan = new CampaignPlan(1, "Đợt", "1/KH", First, First, Last, "Ai", null, new(), [], 1, "x", default);
        var planned = new Campaign(1, 1, "D1", "Chi cục Một", [plan], [], null, [], null);
        var frozen = planned with { Frozen = new(First.AddDays(-1), 1, 1, 1, 1, "x", default) };
        var closed = frozen with { Closed = new("9/BC", Last.AddDays(9), new DocketCutOff(1, null), 1, 1, null, null, 1, "x", default) };

        Assert.Equal("campaign.frozen-later", FreezeCampaign.WhyNot(new(1, Today.AddDays(1)), planned, Today)!.Code);
        Assert.Equal("campaign.frozen-on", FreezeCampaign.WhyNot(new(1, First), planned, Today)!.Code);
        Assert.Equal("campaign.not-frozen", AddToCohort.WhyNot(new(1, "M1", First, "vì"), planned, Today)!.Code);
        Assert.Equal("campaign.add-reason", AddToCohort.WhyNot(new(1, "M1", First, " "), frozen, Today)!.Code);
        Assert.Equal("campaign.add-day", AddToCohort.WhyNot(new(1, "M1", First.AddDays(-1), "vì"), frozen, Today)!.Code);
        Assert.Equal("campaign.add-day", AddToCohort.WhyNot(new(1, "M1", Last.AddDays(1), "vì"), frozen, Today)!.Code);
        Assert.Equal("campaign.not-frozen", CloseCampaign.WhyNot(new(1, "9/BC", Today, null, null), planned, Today)!.Code);
        Assert.Equal("campaign.report", CloseCampaign.WhyNot(new(1, "", Today, null, null), frozen, Today)!.Code);
        Assert.Equal("campaign.closed-later", CloseCampaign.WhyNot(new(1, "9/BC", Today.AddDays(1), null, null), frozen, Today)!.Code);
        Assert.Equal("campaign.not-over", CloseCampaign.WhyNot(new(1, "9/BC", Last, null, null), frozen, Today)!.Code);
        Assert.Equal("campaign.closed", CloseCampaign.WhyNot(new(1, "9/BC", Today, null, null), closed, Today)!.Code);
        Assert.Equal("campaign.note-empty", NoteCampaign.WhyNot(new(1, First, " "), frozen, Today)!.Code);
        Assert.Equal("campaign.note-later", NoteCampaign.WhyNot(new(1, Today.AddDays(1), "x"), frozen, Today)!.Code);
        Assert.Equal("campaign.bad-goal", SetCampaignGoals.WhyNot(new(1, [new("D1", null, -1, null)]), frozen)!.Code);
        Assert.Equal("campaign.goal-twice", SetCampaignGoals.WhyNot(new(1, [new("D1", null, 1, null), new("D1", null, 2, null)]), frozen)!.Code);
        Assert.Equal("campaign.reason", PlanCampaign.WhyNot(Planned with { Campaign = 1 }, Today, planned)!.Code);
        Assert.Equal(
            [CampaignStage.Planned, CampaignStage.Ready, CampaignStage.Running, CampaignStage.Over, CampaignStage.Closed],
            [planned.StageOn(First), frozen.StageOn(First.AddDays(-1)), frozen.StageOn(Last), frozen.StageOn(Last.AddDays(1)), closed.StageOn(First)]);
    }

    [Fact]
    public void A_filter_is_read_as_it_was_written()
    {
        var scope = new CampaignScope
        {
            States = CampaignStates.NotEnforceable,
            Type = Thads.Office.Matters.JudgmentType.Commercial,
            Basis = Thads.Office.Matters.Basis.OnRequest,
            Officer = "O&1=",
            Commune = "C 1",
            CreditInstitution = true,
            Bank = "Ngân hàng Ví Dụ & con",
            Corruption = true,
            DocketFrom = 2015,
            DocketTo = 2019,
            LeftFrom = 1,
            LeftTo = 9_000_000_000_000,
        };
        Assert.Equal(scope, CampaignScope.Read(scope.ToString()));
        Assert.Equal(new CampaignScope(), CampaignScope.Read(new CampaignScope().ToString()));
    }
}
