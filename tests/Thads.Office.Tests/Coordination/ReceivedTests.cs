using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Tasks;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Coordination;

/// <summary>Directions and petitions: each has tasks, an answer or a reason, and none can disappear.</summary>
public sealed class ReceivedTests
{
    private static readonly GiveTask.Item Task1 = new("Báo cáo", new TaskOwner(Officer: "O1"), new(2020, 6, 20));

    private static readonly RecordReceived.Input Direction = new(
        ReceivedKind.Direction, "D1", "HU", "87-CV/HU", new(2020, 6, 3), new(2020, 6, 4), "Thi hành dứt điểm", WatchList: "banks", DueOn: new(2020, 6, 30), Matters: ["B1"], Tasks: [Task1]);

    private static readonly RecordReceived.Input Petition = new(
        ReceivedKind.Petition, "D1", "UB-X01", null, new(2020, 6, 3), new(2020, 6, 4), "Báo trước một tuần", RaisedAt.Meeting, DueOn: new(2020, 6, 20), Tasks: [Task1]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_received_is_refused(RecordReceived.Input input, string code) => Assert.Equal(code, RecordReceived.WhyNot(input, CoordinationOffice.Today)?.Code ?? "");

    public static TheoryData<RecordReceived.Input, string> Wrong => new()
    {
        { Direction, "" },
        { Petition, "" },
        { Direction with { Text = "" }, "received.text" },
        { Direction with { ReceivedOn = new(2020, 11, 11) }, "received.future" },
        { Direction with { ReceivedOn = new(2020, 6, 2) }, "received.before-issued" },
        { Direction with { DueOn = new(2020, 6, 3) }, "received.due" },
        { Direction with { Number = null }, "received.number" },
        { Direction with { Raised = RaisedAt.Letter }, "received.raised-direction" },
        { Direction with { WatchList = "nothing" }, "watch-list.unknown" },
        { Direction with { Tasks = [], DueOn = null }, "" },
        { Petition with { Raised = null }, "received.raised" },
        { Petition with { Tasks = [] }, "received.owner" },
        { Petition with { DueOn = null }, "received.no-due" },
    };

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_direction_closes_with_an_answer_or_a_reason_and_its_tasks_stay(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        var id = await office.AskAsync(work => RecordReceived.RunAsync(Direction with { IdempotencyKey = "a" }, work, default));
        Assert.Equal(id, await office.AskAsync(work => RecordReceived.RunAsync(Direction with { IdempotencyKey = "a" }, work, default)));
        Assert.Equal(("87-CV/HU", "banks", ReceivedState.Late, 1), ReadOf(await ReadAsync(office, id)));
        Assert.Equal("received.no-answer", await SmallOffice.RefusedAsync(() => office.DoAsync(work => CloseReceived.RunAsync(new(id, new(2020, 7, 1)), work, default))));
        Assert.Equal("received.answer-number", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AnswerReceived.RunAsync(new(id, new(2020, 7, 1), "", "Đã làm"), work, default))));
        Assert.Equal("received.answer-text", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AnswerReceived.RunAsync(new(id, new(2020, 7, 1), "1", ""), work, default))));
        Assert.Equal("received.before-received", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AnswerReceived.RunAsync(new(id, new(2020, 6, 3), "1", "x"), work, default))));
        Assert.Equal("received.no-petition", await SmallOffice.RefusedAsync(() => office.DoAsync(work => PassOnPetition.RunAsync(new(id, new(2020, 7, 1), "CA"), work, default))));

        await office.DoAsync(work => AnswerReceived.RunAsync(new(id, new(2020, 7, 2), "31/BC", "Đã làm"), work, default));
        Assert.Equal(ReceivedState.AnsweredLate, (await ReadAsync(office, id)).StateOn(CoordinationOffice.Today));
        Assert.Equal("received.before-answer", await SmallOffice.RefusedAsync(() => office.DoAsync(work => CloseReceived.RunAsync(new(id, new(2020, 7, 1)), work, default))));
        await office.DoAsync(work => TaskFromReceived.RunAsync(new(id, new(2020, 7, 3), new GiveTask.Item("Làm tiếp", new TaskOwner(Partner: "CA"), new(2020, 7, 10)), "t"), work, default));
        await office.DoAsync(work => TaskFromReceived.RunAsync(new(id, new(2020, 7, 3), new GiveTask.Item("Làm tiếp", new TaskOwner(Partner: "CA"), new(2020, 7, 10)), "t"), work, default));
        await office.DoAsync(work => CloseReceived.RunAsync(new(id, new(2020, 7, 5)), work, default));

        var closed = await ReadAsync(office, id);
        Assert.Equal((ReceivedState.Closed, 2), (closed.StateOn(CoordinationOffice.Today), closed.OpenTasks)); // Closing loses no task.
        Assert.Equal("received.closed-before", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AnswerReceived.RunAsync(new(id, new(2020, 7, 6), "1", "x"), work, default))));
        Assert.Equal("received.reason", await SmallOffice.RefusedAsync(() => office.DoAsync(work => ReopenReceived.RunAsync(new(id, new(2020, 7, 6), ""), work, default))));
        Assert.Equal("received.before-closed", await SmallOffice.RefusedAsync(() => office.DoAsync(work => ReopenReceived.RunAsync(new(id, new(2020, 7, 4), "x"), work, default))));
        await office.DoAsync(work => ReopenReceived.RunAsync(new(id, new(2020, 7, 6), "chưa xong"), work, default));
        Assert.Equal(ReceivedState.AnsweredLate, (await ReadAsync(office, id)).StateOn(CoordinationOffice.Today));
        Assert.Equal("received.not-closed", await SmallOffice.RefusedAsync(() => office.DoAsync(work => ReopenReceived.RunAsync(new(id, new(2020, 7, 7), "x"), work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_petition_has_an_owner_and_passed_on_it_is_open_still(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        var id = await office.AskAsync(work => RecordReceived.RunAsync(Petition, work, default));
        var petition = await ReadAsync(office, id);
        Assert.Equal(("O1", TaskOrigin.Petition, "Kiến nghị của UBND Xã Một"), (petition.Tasks[0].Owner.Code, petition.Tasks[0].Origin, petition.Tasks[0].OriginTitle));
        Assert.Equal("received.back-to-sender", await SmallOffice.RefusedAsync(() => office.DoAsync(work => PassOnPetition.RunAsync(new(id, new(2020, 6, 8), "UB-X01"), work, default))));

        await office.DoAsync(work => PassOnPetition.RunAsync(new(id, new(2020, 6, 8), "CA", "5/CV"), work, default));

        petition = await ReadAsync(office, id);
        Assert.Equal((ReceivedState.PassedOn, "Công an huyện", new DateOnly(2020, 6, 8)), (petition.StateOn(CoordinationOffice.Today), petition.PassedOn!.To!.Name, petition.PassedOn.On));
        Assert.Single(await office.AskAsync(work => ReadReceived.RunAsync(new("D1", ReceivedKind.Petition, IsOpen: true), work, default)));
        await office.DoAsync(work => AnswerReceived.RunAsync(new(id, new(2020, 6, 15), "7/CV", "Công an đã trả lời"), work, default));
        Assert.Empty(await office.AskAsync(work => ReadReceived.RunAsync(new("D1", ReceivedKind.Petition, IsOpen: true), work, default)));
        Assert.Single(await office.AskAsync(work => ReadReceived.RunAsync(new("D1", From: "UB-X01", IsOpen: false), work, default))); // Answered, and still there.
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_finds_nothing_that_was_received(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        var id = await office.AskAsync(work => RecordReceived.RunAsync(Direction, work, default));
        var other = await CoordinationOffice.OfAsync(office, "D2");

        Assert.Empty(await office.AskAsync(work => ReadReceived.RunAsync(new("D2"), work, default), other));
        Assert.Equal("received.unknown", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadReceived.OneAsync(id, work, default), other)));
        Assert.Equal("received.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => CloseReceived.RunAsync(new(id, new(2020, 7, 1), "x"), work, default))));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => RecordReceived.RunAsync(Direction, work, default))));
        await Assert.ThrowsAsync<NotAllowedException>(async () => await office.DoAsAsync(await CoordinationOffice.OfAsync(office, "D1", Permissions.ReadFigures | Permissions.ReadMatters), work => CloseReceived.RunAsync(new(id, new(2020, 7, 1), "x"), work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_year_of_a_partner_counts_what_it_was_asked_and_what_it_contributed(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        await office.DoAsync(work => RecordReceived.RunAsync(Petition with { Tasks = [new("Tuyên truyền", new TaskOwner(Partner: "UB-X01"), new(2020, 6, 10))] }, work, default));
        foreach (var (after, answered) in new (int, int?)[] { (0, 3), (1, 6), (2, 30), (3, null) })
        {
            var id = await office.AskAsync(work => AskPartner.RunAsync(new("D1", "UB-X01", "persuade", "Vận động", null, new DateOnly(2020, 6, 1).AddDays(after), AskedFor: new(2020, 6, 20)), work, default));
            if (answered is { } days)
            {
                await office.DoAsync(work => AnswerRequest.RunAsync(new(id, new DateOnly(2020, 6, 1).AddDays(after + days), null, "x", days == 3), work, default));
            }
        }

        var years = await office.AskAsync(work => ReadPartnerYears.RunAsync("D1", 2020, work, default));

        var commune = years.Single(row => row.Partner.Code == "UB-X01").Now;
        Assert.Equal((4, 2, 1, 1, 6m, 1), (commune.Asked, commune.InTime, commune.Late, commune.Overdue, commune.MedianDays, commune.Useful));
        Assert.Equal((1, 0, 1, 0, 1), (commune.Petitions, commune.PetitionsAnswered, commune.Tasks, commune.TasksDone, commune.TasksLate));
        Assert.Equal((2L, 1L, 1L, 1L), (commune.Persuaded!.Value, commune.Agreed!.Value, commune.Ended!.Value, commune.Amiable!.Value));
        Assert.Equal((0, 1L), (years.Single(row => row.Partner.Code == "UB-X01").Before.Asked, years.Single(row => row.Partner.Code == "UB-X01").Before.Persuaded!.Value));
        Assert.Null(years.Single(row => row.Partner.Code == "CA").Now.Persuaded);
        Assert.Equal(["S", "OLD"], (await office.AskAsync(work => ReadCommuneMatters.RunAsync("D1", "X01", 2020, "persuaded", work, default))).Select(one => one.Code).Reverse());
        Assert.Equal(["S"], (await office.AskAsync(work => ReadCommuneMatters.RunAsync("D1", "X01", 2020, "amiable", work, default))).Select(one => one.Code));
        Assert.Equal(["CA2"], (await office.AskAsync(async work => await ReadPartnerYears.RunAsync("D2", 2020, work, default), await CoordinationOffice.OfAsync(office, "D2"))).Select(row => row.Partner.Code));
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 5 }, 5.0)]
    [InlineData(new[] { 9, 1, 4 }, 4.0)]
    [InlineData(new[] { 1, 2, 3, 10 }, 2.5)]
    public void The_median_is_the_middle_one(int[] values, double? median) => Assert.Equal((decimal?)median, ReadPartnerYears.Median(values));

    private static async Task<Received> ReadAsync(TestOffice office, long id) => await office.AskAsync(work => ReadReceived.OneAsync(id, work, default));

    private static (string?, string?, ReceivedState, int) ReadOf(Received one) => (one.Number, one.WatchList, one.StateOn(CoordinationOffice.Today), one.OpenTasks);
}
