using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Data;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Ranking;
using Thads.Office.Units;

namespace Thads.Office.Tests.Committee;

/// <summary>A conclusion cannot disappear: every way to lose one is tried, and it is still in the list of tasks, before the next meeting and in the report.</summary>
public sealed class ConclusionTests
{
    private static readonly RecordConclusions.Line ToThePolice = new("Bố trí lực lượng", new(Partner: "CA"), new(2020, 10, 30));

    public static TheoryData<string, string> Ways => [.. from way in All.Keys from kind in TestDatabases.Kinds select (way, kind.Data)];

    private static readonly Dictionary<string, Func<TestOffice, long, Task>> All = new()
    {
        ["it is deleted and changed in the tables"] = async (office, task) =>
        {
            await office.DoAsync(work => NoteTask.RunAsync(new(task, new(2020, 9, 20), "x"), work, default)); // a step, so that there is one to delete
            foreach (var sql in new[] { "DELETE FROM task", "DELETE FROM task_step", "UPDATE task SET text = 'x'", "UPDATE task SET origin_id = 99", "DELETE FROM meeting_step", "UPDATE meeting SET committee_id = 9", "DELETE FROM meeting", "DELETE FROM committee" })
            {
                await Assert.ThrowsAnyAsync<DbException>(() => office.ReadAsync(connection => connection.RunAsync(sql, default)));
            }
        },
        ["the next meeting is cancelled"] = async (office, task) =>
        {
            var next = await office.PlanAsync(10, new(2020, 12, 11));
            await office.DoAsync(work => CancelMeeting.RunAsync(new(next, "x"), work, default));
        },
        ["the next meeting is put off, and then to no day"] = async (office, task) =>
        {
            var next = await office.PlanAsync(10, new(2020, 12, 11));
            await office.DoAsync(work => PutOffMeeting.RunAsync(new(next, new(2020, 12, 18), "x"), work, default));
            await office.DoAsync(work => PutOffMeeting.RunAsync(new(next, null, "y"), work, default));
        },
        ["its own meeting is unheld"] = async (office, task) =>
        {
            Assert.Equal("meeting.held", await SmallOffice.RefusedAsync(() => office.DoAsync(work => CancelMeeting.RunAsync(new(1, "x"), work, default))));
            Assert.Equal("meeting.held", await SmallOffice.RefusedAsync(() => office.DoAsync(work => PutOffMeeting.RunAsync(new(1, null, "x"), work, default))));
        },
        ["its agenda is emptied"] = async (office, task) =>
        {
            await office.DoAsync(work => KeepAgenda.RunAsync(new(1, 0, [new(0, "Một", 5, null, null, null)]), work, default));
            await office.DoAsync(work => KeepAgenda.RunAsync(new(1, 1, []), work, default));
        },
        ["the committee is renewed"] = (office, task) => office.DoAsync(work => SetUpCommittee.RunAsync(CommitteeOffice.SetUp with { Decision = "2/QĐ", DecidedOn = new(2020, 10, 1), BeginsOn = new(2020, 10, 1) }, work, default)),
        ["the committee ends without another"] = (office, task) => office.DoAsync(work => EndCommittee.RunAsync(new(1, new(2020, 10, 31), "9/QĐ"), work, default)),
        ["the member leaves"] = (office, task) => office.DoAsync(work => EndTerm.RunAsync(new(1, 3, new(2020, 9, 30), "x"), work, default)),
        ["the partner ends"] = (office, task) => office.DoAsync(work => KeepPartner.RunAsync(new("D1", "CA", PartnerKind.Police, "Công an", EndedOn: new(2020, 9, 30)), work, default)),
        ["it is given to a unit, and that unit ends"] = async (office, task) =>
        {
            await office.DoAsync(work => ReassignTask.RunAsync(new(task, new(2020, 9, 20), new(Unit: "D4"), "x"), work, default));
            await office.DoAsync(work => EndUnit.RunAsync(new("D4", new(2020, 10, 31), "x"), work, default));
        },
        ["it is withdrawn without a reason or a document"] = async (office, task) =>
        {
            Assert.Equal("task.no-reason", await SmallOffice.RefusedAsync(() => office.DoAsync(work => WithdrawTask.RunAsync(new(task, new(2020, 9, 20), " ", "1/CV"), work, default))));
            Assert.Equal("task.no-document", await SmallOffice.RefusedAsync(() => office.DoAsync(work => WithdrawTask.RunAsync(new(task, new(2020, 9, 20), "x", ""), work, default))));
        },
        ["it is extended without a reason, and with one"] = async (office, task) =>
        {
            Assert.Equal("task.no-reason", await SmallOffice.RefusedAsync(() => office.DoAsync(work => ExtendTask.RunAsync(new(task, new(2020, 9, 20), new(2021, 1, 1), ""), work, default))));
            await office.DoAsync(work => ExtendTask.RunAsync(new(task, new(2020, 9, 20), new(2021, 1, 1), "x"), work, default));
        },
        ["it is reported done without proof"] = async (office, task) =>
            Assert.Equal("task.no-proof", await SmallOffice.RefusedAsync(() => office.DoAsync(work => ReportTaskDone.RunAsync(new(task, new(2020, 9, 20), ""), work, default)))),
        ["it is done, and reopened"] = async (office, task) =>
        {
            await office.DoAsync(work => ReportTaskDone.RunAsync(new(task, new(2020, 9, 20), "Công văn 1"), work, default));
            await office.DoAsync(work => ReopenTask.RunAsync(new(task, new(2020, 10, 1), new(2020, 11, 30), "x"), work, default));
        },
        ["the notice goes out"] = (office, task) => office.DoAsync(work => IssueNotice.RunAsync(new(1, "1/TB", new(2020, 9, 15), "Ông Trưởng"), work, default)),
        ["the books are brought in again"] = async (office, task) => await office.TakeInAsync(RankingOffice.Set with { Figures = [], Targets = [] }),
        ["the year changes"] = (office, task) =>
        {
            office.Today = new(2021, 2, 1);
            return Task.CompletedTask;
        },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_conclusion_cannot_disappear(string way, string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        await office.DoAsync(work => SetUpCommittee.RunAsync(CommitteeOffice.SetUp with { Unit = "P", Name = "Ban chỉ đạo tỉnh" }, work, default));
        var meeting = await office.HoldAsync(7, CommitteeOffice.Day);
        var task = Assert.Single(await office.ConcludeAsync(meeting, ToThePolice));

        await All[way](office, task);

        var listed = Assert.Single(await office.AskAsync(work => ReadTasks.RunAsync(new(Origin: TaskOrigin.Meeting), work, default)));
        Assert.Equal((task, "KL 1", "Bố trí lực lượng", TaskState.Open), (listed.Id, listed.Number, listed.Text, listed.State));
        var before = (await office.AskAsync(work => CommitteeBook.OfAsync(work, default))).All.Where(one => one.IsThereOn(office.Today)).ToList();
        var next = before.Where(one => one.Id != 2).DefaultIfEmpty(before.FirstOrDefault(one => one.Id == 2)).Single()!; // its own, the one that follows, or the one above
        await office.DoAsync(work => AppointIfNoneAsync(next, work));
        var extra = await office.PlanAsync(null, office.Today.AddDays(10), next.Id);
        var file = await office.MeetingAsync(extra);
        Assert.Equal([task], (await office.AskAsync(work => Conclusions.OpenBeforeAsync(file.Meeting, file.Committee, work, default))).Select(one => one.Id));
        var reported = await office.AskAsync(work => ReadCommitteeReport.RunAsync(1, 2020, null, work, default));
        Assert.Equal([task], reported.Conclusions.Select(one => one.Task.Id));
    }

    [Fact]
    public void Seventeen_ways_are_tried() => Assert.Equal(17, All.Count);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_withdrawn_conclusion_stays_in_the_list_and_in_the_report_and_leaves_the_agenda(string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        var meeting = await office.HoldAsync(7, CommitteeOffice.Day);
        var tasks = await office.ConcludeAsync(meeting, ToThePolice, ToThePolice with { DueOn = new(2020, 12, 1) }, ToThePolice with { Owner = new(Unit: "D1"), DueOn = new(2020, 9, 30) });
        await office.DoAsync(work => WithdrawTask.RunAsync(new(tasks[0], new(2020, 10, 1), "Đương sự tự nguyện", "3/TB"), work, default));
        await office.DoAsync(work => ReportTaskDone.RunAsync(new(tasks[2], new(2020, 10, 5), "Báo cáo 7"), work, default));
        var next = await office.MeetingAsync(await office.PlanAsync(10, new(2020, 12, 11)));

        Assert.Equal([tasks[1]], (await office.AskAsync(work => Conclusions.OpenBeforeAsync(next.Meeting, next.Committee, work, default))).Select(task => task.Id));
        var third = await office.AskAsync(work => ReadCommitteeReport.RunAsync(1, 2020, 3, work, default));
        var fourth = await office.AskAsync(work => ReadCommitteeReport.RunAsync(1, 2020, 4, work, default));
        Assert.Equal([ConclusionStanding.Open, ConclusionStanding.Open, ConclusionStanding.Open], third.Conclusions.Select(one => one.Standing));
        Assert.Equal([(ConclusionStanding.Withdrawn, true), (ConclusionStanding.Open, true), (ConclusionStanding.DoneLate, true)], fourth.Conclusions.Select(one => (one.Standing, one.IsOld)));
        var police = (await office.AskAsync(work => ReadMemberActivity.OfAsync(next.Committee, CommitteeOffice.Begins, office.Today, work, default))).Single(one => one.Member.Name == "Ông An");
        Assert.Equal((2, 0, 1, 1), (police.Given, police.InTime, police.Open, police.Withdrawn));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Conclusions_are_recorded_at_a_meeting_that_is_held_and_before_its_notice(string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        var meeting = await office.PlanAsync(7, CommitteeOffice.Day);
        Assert.Equal("meeting.not-held", await SmallOffice.RefusedAsync(() => office.ConcludeAsync(meeting, ToThePolice)));
        await office.DoAsync(work => HoldMeeting.RunAsync(new(meeting, CommitteeOffice.Day), work, default));
        Assert.Equal("meeting.no-conclusions", await SmallOffice.RefusedAsync(() => office.DoAsync(work => IssueNotice.RunAsync(new(meeting, "1/TB", CommitteeOffice.Day, "A"), work, default))));
        Assert.Equal("task.due-before", await SmallOffice.RefusedAsync(() => office.ConcludeAsync(meeting, ToThePolice with { DueOn = new(2020, 9, 10) })));
        await office.ConcludeAsync(meeting, ToThePolice);
        await office.DoAsync(work => IssueNotice.RunAsync(new(meeting, "1/TB", new(2020, 9, 15), "Ông Trưởng"), work, default));

        Assert.Equal("meeting.noticed", await SmallOffice.RefusedAsync(() => office.ConcludeAsync(meeting, ToThePolice)));
        Assert.Equal("meeting.noticed", await SmallOffice.RefusedAsync(() => office.DoAsync(work => IssueNotice.RunAsync(new(meeting, "2/TB", new(2020, 9, 15), "A"), work, default))));
        var foreign = await office.OfAsync("D2", Permissions.All);
        Assert.Empty(await office.AskAsync(work => ReadTasks.RunAsync(new(), work, default), foreign));
        Assert.Equal("meeting.unknown", await SmallOffice.RefusedAsync(() => office.MeetingAsync(meeting, foreign)));
        Assert.Empty((await office.AskAsync(work => CommitteeBook.OfAsync(work, default), foreign)).All);
    }

    private static async Task AppointIfNoneAsync(SteeringCommittee committee, Work work)
    {
        if (!committee.HasHeadOn(work.Today))
        {
            await AppointMember.RunAsync(CommitteeOffice.Head with { Committee = committee.Id, FromOn = committee.BeginsOn }, work, default);
        }
    }
}
