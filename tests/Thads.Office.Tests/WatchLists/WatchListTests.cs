using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Matters;
using Thads.Office.Tests.Coordination;
using Thads.Office.Tests.Procedure;
using Thads.Office.WatchLists;

namespace Thads.Office.Tests.WatchLists;

/// <summary>Who is on a list follows from the books on any day; its figures add up; plans stay in all their versions.</summary>
public sealed class WatchListTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Each_list_holds_the_matters_its_rule_means_and_no_other(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);

        Assert.Equal(["B1", "B2"], await CodesAsync(office, new("banks", "D1", CoordinationOffice.Today)));
        Assert.Equal(["B1", "S"], await CodesAsync(office, new("banks", "D1", new(2020, 8, 2))));
        Assert.Equal(["C"], await CodesAsync(office, new("corruption", "D1", CoordinationOffice.Today)));
        Assert.Equal(["B1", "OLD"], await CodesAsync(office, new("long-standing", "D1", CoordinationOffice.Today)));
        Assert.Equal(["OLD"], await CodesAsync(office, new("long-standing", "D1", CoordinationOffice.Today, 10)));
        Assert.Empty(await CodesAsync(office, new("long-standing", "D1", new(2019, 11, 9), 10))); // The tenth year is full on its anniversary.
        Assert.Equal(["OLD"], await CodesAsync(office, new("long-standing", "D1", new(2019, 11, 10), 10)));
        Assert.Equal(["B1", "C", "L"], (await CodesAsync(office, new("large-complex", "D1", CoordinationOffice.Today))).Order()); // 5 tỷ; a coercion put off; three lines
        Assert.Equal(["B1", "L"], (await CodesAsync(office, new("large-complex", "D1", new(2020, 4, 19)))).Order());
        Assert.Equal(["B1", "B2", "E1", "OLD"], (await CodesAsync(office, new("banks", "T", CoordinationOffice.Today))).Concat(await CodesAsync(office, new("long-standing", "T", CoordinationOffice.Today, 5))).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_figures_of_every_month_add_up_and_every_number_opens_into_its_matters(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        foreach (var list in WatchList.All.Where(list => list.Kind != WatchRule.Directed))
        {
            var read = await office.AskAsync(work => ReadWatchList.RunAsync(new(list.Code, "D1", new(2020, 9, 30)), work, default));
            foreach (var isMoney in new[] { false, true })
            {
                for (var month = 2; month <= 12; month++)
                {
                    Assert.Equal(read.Year.Of(month - 1, isMoney).Left, read.Year.Of(month, isMoney).Start);
                }

                foreach (var column in Enum.GetValues<WatchColumn>())
                {
                    Assert.Equal(read.Year.Of(0, isMoney)[column], read.Year.Behind(column, 0, isMoney).Sum(row => row.Counted));
                    Assert.Equal(read.Year.Of(0, isMoney)[column], read.Year.Groups.Sum(group => read.Year.Of(0, isMoney, group)[column]));
                }

                Assert.Equal(isMoney ? read.Matters.Sum(matter => matter.Matter.Left) : read.Matters.Count, read.Year.Of(0, isMoney).Left); // The same matters by either way.
                Assert.Equal(read.Before.Of(0, isMoney).Left, read.Year.Of(0, isMoney).Start);
            }
        }

        var banks = (await office.AskAsync(work => ReadWatchList.RunAsync(new("banks", "D1", new(2020, 9, 30)), work, default))).Year;
        Assert.Equal(new ListFigures(1, 1, 1, 0), banks.Of(0, isMoney: false)); // B1; S came in January and was settled in August
        Assert.Equal(new ListFigures(5_000_000_000, 400, 1_000_000_400, 0), banks.Of(0, isMoney: true));
        Assert.Equal((1L, 0L), (banks.Of(4, isMoney: false).In, banks.Of(5, isMoney: false).In));
        Assert.Equal(["S"], banks.Behind(WatchColumn.Settled, 11, isMoney: false).Select(row => row.Entry.Code));
        var old = (await office.AskAsync(work => ReadWatchList.RunAsync(new("long-standing", "D1", new(2020, 9, 30), 10), work, default))).Year;
        Assert.Equal((0L, 1L), (old.Of(0, isMoney: false).Start, old.Of(2, isMoney: false).In)); // Grown old in November.
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_matter_named_by_a_direction_is_watched_until_the_direction_is_closed(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        var id = await office.AskAsync(work => RecordReceived.RunAsync(new(ReceivedKind.Direction, "D1", "HU", "1/HU", new(2020, 6, 3), new(2020, 6, 4), "Làm dứt điểm", Matters: ["OLD", "S"]), work, default));

        Assert.Equal(["OLD"], await CodesAsync(office, new("directed", "D1", CoordinationOffice.Today)));
        Assert.Empty(await CodesAsync(office, new("directed", "D1", new(2020, 6, 3))));
        await office.DoAsync(work => CloseReceived.RunAsync(new(id, new(2020, 10, 5), "đã xong"), work, default));
        Assert.Empty(await CodesAsync(office, new("directed", "D1", CoordinationOffice.Today)));
        Assert.Equal(["OLD"], await CodesAsync(office, new("directed", "D1", new(2020, 10, 4))));
        var year = (await office.AskAsync(work => ReadWatchList.RunAsync(new("directed", "D1", CoordinationOffice.Today), work, default))).Year;
        Assert.Equal(new ListFigures(1, 0, 0, 1), year.Of(0, isMoney: false));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Since_the_last_look_what_is_new_gone_recorded_planned_and_overdue_is_told(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        office.Today = new(2020, 11, 3);
        var question = new WatchQuestion("banks", "D1", office.Today);
        Assert.Null(await ChangesAsync(office, question));
        await office.DoAsync(work => PlanMatters.RunAsync(new(["B1"], "Kê biên", null, new(2020, 11, 5)), work, default));
        await office.DoAsync(work => LookAtList.RunAsync(new("banks", "D1", IdempotencyKey: "l"), work, default));
        await office.DoAsync(work => LookAtList.RunAsync(new("banks", "D1", IdempotencyKey: "l"), work, default));
        Assert.True((await ChangesAsync(office, question))!.IsNothing);

        office.Today = CoordinationOffice.Today;
        await office.RecordAsync(new("B2", StepKind.Collected, new(2020, 11, 9)) { Line = "1", Amount = 900 });
        await office.TakeInAsync(new Brute.ExchangeSet { Matters = [new("B3", "D1", "O1", new(2020, 11, 4)) { CreditInstitution = true }], Obligations = [new("B3", "1", 60, Creditor: "Ngân hàng Mẫu B")] });
        await office.DoAsync(work => PlanMatters.RunAsync(new(["B3"], "Xác minh", "O2", new(2020, 12, 1), "ở xa"), work, default));

        var changes = (await ChangesAsync(office, new WatchQuestion("banks", "D1", CoordinationOffice.Today)))!;
        Assert.Equal((new DateOnly(2020, 11, 3), "B3", "B2 Completed 2020-11-09"), (changes.Look.On, changes.New.Single().Matter.Code, string.Join(",", changes.Gone.Select(one => $"{one.Entry.Code} {one.State} {one.On:yyyy-MM-dd}"))));
        Assert.Equal(["B2 StepKind.collected 900"], changes.Recorded.Select(one => $"{one.Matter} {one.Word} {one.Amount}"));
        Assert.Equal("B3 B1", $"{changes.Planned.Single().Matter.Code} {changes.Overdue.Single().Matter.Code}");
        var other = new Person("khác", Permissions.All);
        Assert.Null(await office.AskAsync(async work => await SinceLastLook.RunAsync(await ReadWatchList.RunAsync(new("banks", "D1", CoordinationOffice.Today), work, default), work, default), other)); // Everybody's own look.
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_plan_for_several_matters_is_one_act_and_every_version_stays(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        await office.DoAsync(work => PlanMatters.RunAsync(new(["B1", "C"], "Xác minh lại", null, new(2020, 12, 1), "đi vắng", IdempotencyKey: "p"), work, default));
        await office.DoAsync(work => PlanMatters.RunAsync(new(["B1", "C"], "Xác minh lại", null, new(2020, 12, 1), "đi vắng", IdempotencyKey: "p"), work, default));
        Assert.Equal(["B1 plan  → Xác minh lại (O1, 2020-12-01)", "C plan  → Xác minh lại (O2, 2020-12-01)"], await office.ChangesAsync("matter-planned"));
        await office.DoAsync(work => PlanMatters.RunAsync(new(["B1"], "Kê biên", "O2", new(2020, 12, 15), State: PlanState.Done, Note: "xong"), work, default));

        var history = await office.AskAsync(work => ReadPlans.HistoryAsync("B1", work, default));

        Assert.Equal(["Xác minh lại O1 Open", "Kê biên O2 Done"], history.Select(plan => $"{plan.What} {plan.Officer} {plan.State}"));
        var list = await office.AskAsync(work => ReadWatchList.RunAsync(new("banks", "D1", CoordinationOffice.Today), work, default));
        Assert.Equal(("Kê biên", 0, 0), (list.Matters.Single(matter => matter.Matter.Code == "B1").Plan!.What, list.Planned, list.Overdue(new(2021, 1, 1))));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_plan_is_refused(PlanMatters.Input input, string code) => Assert.Equal(code, PlanMatters.WhyNot(input, CoordinationOffice.Today)?.Code ?? "");

    public static TheoryData<PlanMatters.Input, string> Wrong => new()
    {
        { new(["B1"], "x", null, new(2020, 11, 10)), "" },
        { new([], "x", null, new(2020, 12, 1)), "plan.no-matter" },
        { new([.. Enumerable.Range(0, 501).Select(i => $"M{i}")], "x", null, new(2020, 12, 1)), "plan.too-many" },
        { new(["B1"], " ", null, new(2020, 12, 1)), "plan.what" },
        { new(["B1"], "x", null, new(2020, 12, 1), PlannedOn: new(2020, 11, 11)), "plan.future" },
        { new(["B1"], "x", null, new(2020, 11, 9)), "plan.due" },
        { new(["B1"], "x", null, new(2020, 11, 9), PlannedOn: new(2020, 10, 1)), "" },
        { new(["B1"], "x", null, new(2020, 11, 9), State: PlanState.Done), "" },
        { new(["B1"], "x", null, new(2020, 12, 1), State: PlanState.GivenUp), "plan.reason" },
    };

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_sees_no_list_and_plans_nothing_and_an_enforcer_plans_only_what_he_holds(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        await office.DoAsync(work => PlanMatters.RunAsync(new(["B1"], "Kê biên", null, new(2020, 12, 1)), work, default));
        var other = await CoordinationOffice.OfAsync(office, "D2");

        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadWatchList.RunAsync(new("banks", "D1", CoordinationOffice.Today), work, default), other)));
        Assert.Empty((await office.AskAsync(work => ReadWatchList.RunAsync(new("banks", "D2", CoordinationOffice.Today), work, default), other)).Matters);
        Assert.Equal("matter.unknown", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadPlans.HistoryAsync("B1", work, default), other)));
        Assert.Equal("matter.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => PlanMatters.RunAsync(new(["B1"], "x", null, new(2020, 12, 1)), work, default))));
        var enforcer = await CoordinationOffice.OfAsync(office, "D1", Permissions.ReadFigures | Permissions.ReadMatters | Permissions.RecordSteps, "O1");
        await office.DoAsAsync(enforcer, work => PlanMatters.RunAsync(new(["OLD"], "x", null, new(2020, 12, 1)), work, default));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(enforcer, work => PlanMatters.RunAsync(new(["C"], "x", null, new(2020, 12, 1)), work, default)));
        Assert.Equal("watch-list.unknown", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadWatchList.RunAsync(new("nothing", "D1", CoordinationOffice.Today), work, default))));
        Assert.Equal("watch-list.band", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadWatchList.RunAsync(new("long-standing", "D1", CoordinationOffice.Today, 2), work, default))));
        Assert.Equal("report.officer", await SmallOffice.RefusedAsync(() => office.DoAsync(work => PlanMatters.RunAsync(new(["B1"], "x", "NOBODY", new(2020, 12, 1)), work, default))));
    }

    private static async Task<List<string>> CodesAsync(TestOffice office, WatchQuestion question) =>
        [.. (await office.AskAsync(work => ReadWatchList.RunAsync(question, work, default))).Matters.Select(matter => matter.Matter.Code)];

    private static async Task<ListChanges?> ChangesAsync(TestOffice office, WatchQuestion question) =>
        await office.AskAsync(async work => await SinceLastLook.RunAsync(await ReadWatchList.RunAsync(question, work, default), work, default));
}
