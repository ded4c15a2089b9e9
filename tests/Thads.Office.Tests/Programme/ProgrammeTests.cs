using Thads.Office.Acts;
using Thads.Office.Conferences;
using Thads.Office.Programme;
using Thads.Office.Targets;
using Thads.Office.Tasks;
using Thads.Office.Tests.Conferences;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Ranking;

namespace Thads.Office.Tests.Programme;

/// <summary>A programme is drafted from what is open, edited, adopted by a decision; what is adopted are tasks, and mistakes are mended to the end.</summary>
public sealed class ProgrammeTests
{
    private static readonly TaskOwner Own = new(Unit: "D1");
    private static readonly KeepProgrammeItem.Input Item = new("D1", 2021, null, "thrift", "Tiết kiệm điện", "Báo cáo", Own, new(2021, 6, 30));
    private static readonly AdoptProgramme.Input Adopted = new("D1", 2021, "45/QĐ", "Chi cục trưởng", new(2020, 11, 9));

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Next_years_programme_is_drafted_from_targets_open_tasks_and_what_stands_every_year(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        var open = await ConclusionAsync(office, "Lập kế hoạch án tồn");
        var done = await ConclusionAsync(office, "Đã xong");
        await office.DoAsync(work => ReportTaskDone.RunAsync(new(done, new(2020, 11, 9), "biên bản"), work, default));
        await office.DoAsync(work => AssignTargets.RunAsync(
            new(2021, "Cục trưởng", "9/QĐ", new(2020, 11, 2), [new("D1", null, Thads.Office.Docket.Measure.Matters, 80m, Thads.Office.Figures.Pace.Annual), new("D1", null, Thads.Office.Docket.Measure.Money, 38m, Thads.Office.Figures.Pace.Annual)]), work, default));

        var drawn = await office.AskAsync(work => DraftProgramme.RunAsync(new("D1", 2021), work, default));
        Assert.Equal(0, await office.AskAsync(work => DraftProgramme.RunAsync(new("D1", 2021), work, default)));

        var draft = (await OneAsync(office))!;
        Assert.Equal((drawn, false), (draft.Items.Count, draft.IsAdopted));
        Assert.Equal(["Giải quyết xong trên 80 % số việc có điều kiện thi hành", "Giải quyết xong trên 38 % số tiền có điều kiện thi hành"], draft.Items.Where(item => item.Heading.Code == "targets").Select(item => item.Says));
        Assert.Equal([open], draft.Items.Select(item => item.Continues).OfType<long>());
        Assert.Superset(new HashSet<string> { "anti-corruption", "thrift", "training", "self-check", "bank-credit", "long-standing" }, draft.Items.Select(item => item.Heading.Code).ToHashSet());
        Assert.Empty(await office.AskAsync(work => ReadTasks.RunAsync(new(Origin: TaskOrigin.Programme), work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Adopted_every_item_that_stands_is_a_task_and_what_continues_a_task_stays_that_task(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        var open = await ConclusionAsync(office, "Lập kế hoạch án tồn");
        await office.DoAsync(work => DraftProgramme.RunAsync(new("D1", 2021), work, default));
        var draft = (await OneAsync(office))!;
        var dropped = draft.Items.First(item => item.Heading.Code == "training");
        Assert.Equal("programme.no-reason", await RefusedAsync(office, work => KeepProgrammeItem.RunAsync(Item with { Number = dropped.Number, Drop = " " }, work, default)));
        await office.DoAsync(work => KeepProgrammeItem.RunAsync(Item with { Number = dropped.Number, Heading = "training", Says = dropped.Says, Drop = "tỉnh tổ chức" }, work, default));
        Assert.Equal("programme.as-task", await RefusedAsync(office, work => KeepProgrammeItem.RunAsync(Item with { Number = draft.Items.First(item => item.Continues is not null).Number }, work, default)));
        await office.DoAsync(work => KeepProgrammeItem.RunAsync(Item, work, default));
        await office.DoAsync(work => AdoptProgramme.RunAsync(Adopted with { IdempotencyKey = "a" }, work, default));
        await office.DoAsync(work => AdoptProgramme.RunAsync(Adopted with { IdempotencyKey = "a" }, work, default));

        var programme = (await OneAsync(office))!;
        var given = await office.AskAsync(work => ReadTasks.RunAsync(new(Origin: TaskOrigin.Programme, OriginId: programme.Number), work, default));
        Assert.All(programme.Standing, item => Assert.NotNull(item.Task));
        Assert.Contains(programme.Standing, item => item.Task!.Id == open && item.Task.Origin == TaskOrigin.Conference);
        Assert.Equal(programme.Standing.Count() - 1, given.Count);
        Assert.Equal("tỉnh tổ chức", programme.Items.First(item => item.Number == dropped.Number).Dropped); // taken out, and still to be read
        Assert.Equal("programme.adopted", await RefusedAsync(office, work => DraftProgramme.RunAsync(new("D1", 2021), work, default)));
        Assert.Equal("programme.adopted", await RefusedAsync(office, work => AdoptProgramme.RunAsync(Adopted, work, default)));
        Assert.Equal("programme.adopted", await RefusedAsync(office, work => KeepProgrammeItem.RunAsync(Item with { Number = 1, Drop = "x" }, work, default)));
        await office.DoAsync(work => KeepProgrammeItem.RunAsync(Item with { Says = "Thêm sau" }, work, default));
        Assert.Equal(TaskState.Open, (await OneAsync(office))!.Items.First(item => item.Says == "Thêm sau").Task!.State);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_quarter_counts_what_had_happened_by_its_end(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        await office.DoAsync(work => DraftProgramme.RunAsync(new("D1", 2020, IsEmpty: true), work, default));
        foreach (var due in new[] { new DateOnly(2019, 12, 20), new(2020, 3, 10), new(2020, 9, 30) })
        {
            await office.DoAsync(work => KeepProgrammeItem.RunAsync(Item with { Year = 2020, Says = $"Đến {due}", DueOn = due }, work, default));
        }

        await office.DoAsync(work => AdoptProgramme.RunAsync(Adopted with { Year = 2020, DecidedOn = new(2019, 11, 1) }, work, default));
        var tasks = (await OneAsync(office, 2020))!.Items.Select(item => item.Task!.Id).ToList();
        await office.DoAsync(work => ReportTaskDone.RunAsync(new(tasks[0], new(2019, 12, 18), "xong"), work, default));
        await office.DoAsync(work => ReportTaskDone.RunAsync(new(tasks[1], new(2020, 4, 2), "xong muộn"), work, default));

        Assert.Equal(
            [(1, 3, 1, 1, 0), (2, 3, 2, 1, 1), (3, 3, 2, 2, 0), (4, 3, 3, 2, 0)],
            (await OneAsync(office, 2020))!.Quarters(office.Today).Select(q => (q.Quarter, q.Given, q.Due, q.Done, q.Late)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_self_check_is_planned_then_held_with_its_result_and_not_planned_again(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        KeepSelfCheck.Input check = new("D1", null, SelfCheckKind.Check, "Sổ quỹ", new(2020, 11, 5), "Ông Đoàn", null, null, null);
        async Task IsAsync(string code, KeepSelfCheck.Input input) => Assert.Equal(code, await RefusedAsync(office, work => KeepSelfCheck.RunAsync(input, work, default)));
        await IsAsync("check.no-subject", check with { Subject = " " });
        await IsAsync("check.no-leader", check with { Leader = "" });
        await IsAsync("check.no-result", check with { HeldOn = new(2020, 11, 5), Participants = "5" });
        await IsAsync("check.no-participants", check with { HeldOn = new(2020, 11, 5), Result = "khớp" });
        await IsAsync("check.future", check with { HeldOn = new(2020, 11, 11), Result = "khớp", Participants = "5" });
        await IsAsync("check.result-before", check with { Result = "khớp" });
        await IsAsync("check.unknown", check with { Number = 9 });
        var number = await office.AskAsync(work => KeepSelfCheck.RunAsync(check, work, default));
        Assert.True((await ChecksAsync(office))[0].IsLate(office.Today));
        await office.DoAsync(work => KeepSelfCheck.RunAsync(check with { Number = number, HeldOn = new(2020, 11, 6), Result = "khớp", Participants = "5 người" }, work, default));

        await IsAsync("check.held", check with { Number = number });
        Assert.Equal([(SelfCheckState.Held, "khớp")], (await ChecksAsync(office)).Select(one => (one.State, one.Result!)));
        var second = await office.AskAsync(work => KeepSelfCheck.RunAsync(check with { Subject = "Kho" }, work, default));
        await IsAsync("check.no-reason", check with { Number = second, CalledOff = " " });
        await office.DoAsync(work => KeepSelfCheck.RunAsync(check with { Number = second, Subject = "Kho", CalledOff = "dịch" }, work, default));
        await IsAsync("check.called-off", check with { Number = second });
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_mistake_is_mended_by_a_task_that_stands_in_the_programme_of_its_year(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        await office.DoAsync(work => DraftProgramme.RunAsync(new("D1", 2021), work, default));
        RecordMistake.Input mistake = new("D1", new(2020, 11, 5), FoundBy.Procuracy, null, "VKS", "O1", "M1", "Ghi sai số bản án", "Phải sửa", new("Ra quyết định sửa đổi", new(Officer: "O1"), new(2020, 12, 1)));
        Assert.Equal("mistake.future", await RefusedAsync(office, work => RecordMistake.RunAsync(mistake with { FoundOn = new(2020, 11, 11) }, work, default)));
        Assert.Equal("mistake.what", await RefusedAsync(office, work => RecordMistake.RunAsync(mistake with { Says = "" }, work, default)));
        Assert.Equal("mistake.who", await RefusedAsync(office, work => RecordMistake.RunAsync(mistake with { FoundWho = "" }, work, default)));
        Assert.Equal("task.matter", await RefusedAsync(office, work => RecordMistake.RunAsync(mistake with { Matter = "NO" }, work, default)));
        var task = await office.AskAsync(work => RecordMistake.RunAsync(mistake, work, default));

        var one = Assert.Single(await office.AskAsync(work => ReadProgramme.MistakesAsync("D1", new(2020, 10, 1), new(2021, 9, 30), work, default)));
        Assert.Equal((task, "M1", TaskState.Open, "mistakes"), (one.Task!.Id, one.Matter, one.Task.State, one.Task.Heading));
        Assert.Equal([task], (await OneAsync(office))!.Others.Select(other => other.Id));
        await office.DoAsync(work => ReportTaskDone.RunAsync(new(task, new(2020, 11, 10), "quyết định 5/QĐ"), work, default));
        Assert.Equal("quyết định 5/QĐ", (await office.AskAsync(work => ReadProgramme.MistakesAsync("D1", new(2020, 10, 1), new(2021, 9, 30), work, default)))[0].Task!.Proof);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_reads_no_programme_and_adopts_none(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        await office.DoAsync(work => DraftProgramme.RunAsync(new("D1", 2021), work, default));
        var other = await office.OfAsync("D2", Permissions.All);
        var organiser = await office.OfAsync("D1", Permissions.ReadFigures | Permissions.Organise);

        Assert.Null(await office.AskAsync(work => ReadProgramme.OfAsync("D1", 2021, work, default), other));
        Assert.Empty(await office.AskAsync(work => ReadProgramme.ChecksAsync("D1", DateOnly.MinValue, DateOnly.MaxValue, work, default), other));
        Assert.Empty(await office.AskAsync(work => ReadProgramme.MistakesAsync("D1", DateOnly.MinValue, DateOnly.MaxValue, work, default), other));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => AdoptProgramme.RunAsync(Adopted, work, default)));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(organiser, work => AdoptProgramme.RunAsync(Adopted, work, default)));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => DraftProgramme.RunAsync(new("D1", 2021), work, default))));
    }

    [Fact]
    public async Task What_cannot_be_adopted_or_kept_is_refused()
    {
        await using var office = await ConferenceTests.ReadyAsync(TestDatabases.Sqlite);
        async Task IsAsync(string code, Func<Work, Task> act) => Assert.Equal(code, await RefusedAsync(office, act));
        await IsAsync("programme.unknown", work => AdoptProgramme.RunAsync(Adopted, work, default));
        await IsAsync("programme.bad-year", work => DraftProgramme.RunAsync(new("D1", 2050), work, default));
        await office.DoAsync(work => DraftProgramme.RunAsync(new("D1", 2021, IsEmpty: true), work, default));
        await IsAsync("programme.empty", work => AdoptProgramme.RunAsync(Adopted, work, default));
        await IsAsync("programme.no-heading", work => KeepProgrammeItem.RunAsync(Item with { Heading = "x" }, work, default));
        await IsAsync("programme.no-item", work => KeepProgrammeItem.RunAsync(Item with { Number = 4 }, work, default));
        await IsAsync("task.no-text", work => KeepProgrammeItem.RunAsync(Item with { Says = " " }, work, default));
        await IsAsync("task.one-owner", work => KeepProgrammeItem.RunAsync(Item with { Owner = new() }, work, default));
        await office.DoAsync(work => KeepProgrammeItem.RunAsync(Item with { DueOn = new(2020, 11, 1) }, work, default));
        await IsAsync("programme.due-before", work => AdoptProgramme.RunAsync(Adopted, work, default));
        await IsAsync("programme.no-number", work => AdoptProgramme.RunAsync(Adopted with { Decision = "" }, work, default));
        await IsAsync("programme.no-who", work => AdoptProgramme.RunAsync(Adopted with { DecidedBy = "" }, work, default));
        await IsAsync("programme.future", work => AdoptProgramme.RunAsync(Adopted with { DecidedOn = new(2020, 11, 11) }, work, default));
        Assert.NotEmpty((await office.AskAsync(work => DrawProgramme.RunAsync("D1", 2021, work, default))).File);
    }

    private static async Task<long> ConclusionAsync(TestOffice office, string text)
    {
        if ((await office.AskAsync(work => ReadConferences.OfAsync(1, work, default)))!.Conference.IsOpen)
        {
            await office.DoAsync(work => HoldConference.RunAsync(new(1), work, default));
        }

        return await office.AskAsync(work => RecordSaying.RunAsync(new(1, SayingKind.Conclusion, null, null, new(text, Own, new(2020, 12, 31))), work, default));
    }

    private static Task<YearProgramme?> OneAsync(TestOffice office, int year = 2021) => office.AskAsync(work => ReadProgramme.OfAsync("D1", year, work, default));

    private static Task<IReadOnlyList<SelfCheck>> ChecksAsync(TestOffice office) => office.AskAsync(work => ReadProgramme.ChecksAsync("D1", new(2020, 10, 1), new(2021, 9, 30), work, default));

    private static Task<string> RefusedAsync(TestOffice office, Func<Work, Task> act) => SmallOffice.RefusedAsync(() => office.DoAsync(act));
}
