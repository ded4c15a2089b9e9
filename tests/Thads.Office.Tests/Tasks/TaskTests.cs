using Thads.Office.Acts;
using Thads.Office.Tasks;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Ranking;

namespace Thads.Office.Tests.Tasks;

/// <summary>A task has an owner, a day and a proof, and cannot disappear.</summary>
public sealed class TaskTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_task_lives_through_its_steps_and_says_at_any_day_how_it_stood(string kind)
    {
        await using var office = await TasksOffice.OpenAsync(kind);
        var id = (await office.GiveAsync(TasksOffice.ToPolice, TasksOffice.ToOfficer))[0];

        await office.DoAsync(work => ExtendTask.RunAsync(new(id, new(2026, 9, 28), new(2026, 10, 20), "Chờ lịch của Công an"), work, default));
        await office.DoAsync(work => ReportTaskDone.RunAsync(new(id, new(2026, 10, 25), "Đã bố trí 8 người", "12/BC-CA"), work, default));
        await office.DoAsync(work => ReopenTask.RunAsync(new(id, new(2026, 11, 2), new(2026, 11, 30), "Cưỡng chế hoãn, phải bố trí lại"), work, default));
        await office.DoAsync(work => ReassignTask.RunAsync(new(id, new(2026, 11, 3), new(Unit: "D1"), "Chi cục tự bố trí"), work, default));
        await office.DoAsync(work => NoteTask.RunAsync(new(id, new(2026, 11, 4), "Đã gửi kế hoạch"), work, default));

        var task = (await office.TasksAsync()).Single(t => t.Id == id);
        Assert.Equal((TaskState.Open, "D1", new DateOnly(2026, 11, 30), new DateOnly(2026, 10, 1), 1, 5), (task.State, task.Owner.Code, task.DueOn, task.FirstDueOn, task.Extensions, task.Steps.Count));
        Assert.Equal(("M1", "KL 1", "Phiên họp quý III/2026"), (task.Matter, task.Number, task.OriginTitle));
        Assert.False(task.IsLate(SmallOffice.Today));
        Assert.Null(task.AsOf(new(2026, 8, 31)));
        var then = task.AsOf(new(2026, 10, 31))!;
        Assert.Equal((TaskState.Done, "CA", new DateOnly(2026, 10, 25), "Đã bố trí 8 người", true), (then.State, then.Owner.Code, then.DoneOn, then.Proof, then.IsLate(new(2026, 10, 31))));
        Assert.Equal((TaskState.Open, true), (task.AsOf(new(2026, 10, 24))!.State, task.AsOf(new(2026, 10, 24))!.IsLate(new(2026, 10, 24))));
        Assert.Equal(["KL 1 task-state open → done"], await office.ChangesAsync("task-done"));
        Assert.Equal(["KL 1 task-due 2026-10-01 → 2026-10-20"], await office.ChangesAsync("task-extended"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_form_sent_twice_does_it_once_and_the_question_finds_by_every_side(string kind)
    {
        await using var office = await TasksOffice.OpenAsync(kind);
        var ids = await office.GiveAsync(TasksOffice.ToPolice, TasksOffice.ToOfficer);
        for (var i = 0; i < 2; i++)
        {
            await office.DoAsync(work => WithdrawTask.RunAsync(new(ids[0], new(2026, 9, 5), "Đương sự đã nộp tiền", "KL 5/BCĐ", "key"), work, default));
        }

        Assert.Single((await office.TasksAsync(new(State: TaskState.Withdrawn)))[0].Steps);
        Assert.Equal([ids[1], ids[0]], (await office.TasksAsync()).Select(task => task.Id)); // open ones first, and the withdrawn one is still there
        Assert.Equal([ids[0]], (await office.TasksAsync(new(Owner: "CA"))).Select(task => task.Id));
        Assert.Equal([ids[1]], (await office.TasksAsync(new(Find: "XÁC MINH"))).Select(task => task.Id));
        Assert.Equal([ids[0]], (await office.TasksAsync(new(Matter: "M1"))).Select(task => task.Id));
        Assert.Equal(2, (await office.TasksAsync(new(Unit: "T", Origin: TaskOrigin.Meeting, OriginId: 1, From: TasksOffice.Given, To: TasksOffice.Given))).Count);
        Assert.Empty(await office.TasksAsync(new(Origin: TaskOrigin.Conference)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_officer_whose_task_it_is_reports_it_and_nobody_else_without_the_right(string kind)
    {
        await using var office = await TasksOffice.OpenAsync(kind);
        var id = (await office.GiveAsync(TasksOffice.ToOfficer))[0];
        var tree = await office.TreeAsync();
        const Permissions Reads = Permissions.ReadFigures | Permissions.ReadMatters;
        var other = await office.OfAsync("D1", Reads) with { Officer = tree.OfficerOf("O2")!.Value };
        var owner = other with { Officer = tree.OfficerOf("O1")!.Value };

        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(other, work => ReportTaskDone.RunAsync(new(id, new(2026, 9, 9), "xong"), work, default)));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(owner, work => ExtendTask.RunAsync(new(id, new(2026, 9, 9), new(2027, 1, 31), "lý do"), work, default)));
        await office.DoAsAsync(owner, work => ReportTaskDone.RunAsync(new(id, new(2026, 9, 9), "xong"), work, default));

        var foreign = await office.OfAsync("D2", Permissions.All);
        Assert.Empty(await office.TasksAsync(by: foreign));
        Assert.Equal("task.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(foreign, work => NoteTask.RunAsync(new(id, new(2026, 9, 10), "x"), work, default))));
        Assert.Single(await office.TasksAsync(by: foreign with { Officer = owner.Officer })); // who owns it sees it wherever he serves
        Assert.Equal(TaskState.Done, (await office.TasksAsync())[0].State);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_cannot_be_a_task_is_refused_and_nothing_of_it_is_kept(string kind)
    {
        await using var office = await TasksOffice.OpenAsync(kind);
        foreach (var (item, code) in new (GiveTask.Item Item, string Code)[]
        {
            (TasksOffice.ToPolice with { Text = " " }, "task.no-text"),
            (TasksOffice.ToPolice with { DueOn = TasksOffice.Given.AddDays(-1) }, "task.due-before"),
            (TasksOffice.ToPolice with { Owner = new() }, "task.one-owner"),
            (TasksOffice.ToPolice with { Owner = new("D1", "O1") }, "task.one-owner"),
            (TasksOffice.ToPolice with { Owner = new(Partner: "NO") }, "partner.unknown"),
            (TasksOffice.ToPolice with { Owner = new(Officer: "NO") }, "code.unknown"),
            (TasksOffice.ToPolice with { Owner = new(Unit: "NO") }, "code.unknown"),
            (TasksOffice.ToPolice with { Owner = new(Officer: "O2") }, "task.owner-ended"), // served until 31 March
            (TasksOffice.ToPolice with { Owner = new(Unit: "D2") }, "task.owner-ended"),
            (TasksOffice.ToPolice with { Matter = "NO" }, "task.matter"),
        })
        {
            Assert.Equal(code, await SmallOffice.RefusedAsync(() => office.GiveAsync(TasksOffice.ToOfficer, item)));
        }

        Assert.Empty(await office.TasksAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task No_step_is_without_its_reason_or_out_of_time(string kind)
    {
        await using var office = await TasksOffice.OpenAsync(kind);
        var id = (await office.GiveAsync(TasksOffice.ToPolice))[0];
        var task = (await office.TasksAsync())[0];
        var owners = await office.AskAsync(work => TaskOwners.OfAsync(work, default));
        var (day, today) = (new DateOnly(2026, 9, 10), SmallOffice.Today);
        var after = task with { Steps = [new(1, TaskStepKind.Done, day, null, null, "x", null, "a", default, 1)] };

        Assert.Null(ReportTaskDone.WhyNot(new(id, day, "biên bản"), task, owners, today));
        foreach (var (why, code) in new (Refusal? Why, string Code)[]
        {
            (ReportTaskDone.WhyNot(new(id, day, " "), task, owners, today), "task.no-proof"),
            (ReportTaskDone.WhyNot(new(id, today.AddDays(1), "x"), task, owners, today), "task.day-to-come"),
            (ReportTaskDone.WhyNot(new(id, new(2026, 8, 31), "x"), task, owners, today), "task.before-given"),
            (ReportTaskDone.WhyNot(new(id, day, "x"), after, owners, today), "task.not-open"),
            (NoteTask.WhyNot(new(id, new(2026, 9, 9), "x"), after, owners, today), "task.before-last"),
            (NoteTask.WhyNot(new(id, day, ""), task, owners, today), "task.no-note"),
            (ExtendTask.WhyNot(new(id, day, new(2026, 12, 1), ""), task, owners, today), "task.no-reason"),
            (ExtendTask.WhyNot(new(id, day, new(2026, 10, 1), "x"), task, owners, today), "task.not-later"),
            (ExtendTask.WhyNot(new(id, day, new(2026, 12, 1), "x"), after, owners, today), "task.not-open"),
            (ReassignTask.WhyNot(new(id, day, new(Unit: "D1"), " "), task, owners, today), "task.no-reason"),
            (ReassignTask.WhyNot(new(id, day, new(Partner: "CA"), "x"), task, owners, today), "task.same-owner"),
            (ReassignTask.WhyNot(new(id, day, new(), "x"), task, owners, today), "task.one-owner"),
            (ReopenTask.WhyNot(new(id, day, day, "x"), task, owners, today), "task.is-open"),
            (ReopenTask.WhyNot(new(id, day, day.AddDays(-1), "x"), after, owners, today), "task.due-before"),
            (ReopenTask.WhyNot(new(id, day, day, ""), after, owners, today), "task.no-reason"),
            (WithdrawTask.WhyNot(new(id, day, "", "1/QĐ"), task, owners, today), "task.no-reason"),
            (WithdrawTask.WhyNot(new(id, day, "x", " "), task, owners, today), "task.no-document"),
            (WithdrawTask.WhyNot(new(id, day, "x", "1/QĐ"), after, owners, today), "task.not-open"),
        })
        {
            Assert.Equal(code, why?.Code);
        }
    }
}
