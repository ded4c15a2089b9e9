using System.IO.Compression;
using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Coordination;

/// <summary>What partners were asked, by when the law has them answer, and what became of it.</summary>
public sealed class RequestTests
{
    private static readonly DateOnly Monday = new(2020, 4, 27);
    private static readonly AskPartner.Input Asked = new("D1", "NH1", "asset-information", "Số dư tài khoản", "12/CCTHADS-NV", Monday, Matters: ["B1"]);

    [Theory]
    [InlineData("asset-information", "2020-04-27", "2020-05-04")] // 3 working days: 28, 29 April, 4 May; 30 April and 1 May are holidays, then a weekend
    [InlineData("police-exchange", "2020-11-05", "2020-11-10")] // over a weekend
    [InlineData("explain-judgment", "2020-05-01", "2020-05-18")] // 15 days end on a Saturday and run on
    [InlineData("explain-judgment", "2026-07-01", "2026-07-31")] // 30 days under the law of 2025
    [InlineData("freeze-account", "2026-11-23", "2026-11-24")] // 24 hours run through a holiday
    [InlineData("freeze-account", "2020-11-05", null)] // the law of 2008 had no number
    [InlineData("persuade", "2020-11-05", null)]
    public void The_limit_is_that_of_the_law_of_the_day(string kind, string sent, string? due)
    {
        var on = DateOnly.ParseExact(sent, "yyyy-MM-dd");

        Assert.Equal(due is null ? null : DateOnly.ParseExact(due, "yyyy-MM-dd"), RequestKind.Find(kind)!.On(on)!.DueAfter(on, WorkingCalendar.OfVietNam));
    }

    [Fact]
    public void Every_row_of_the_table_says_its_source_and_its_days_leave_no_gap()
    {
        foreach (var kind in RequestKind.All)
        {
            Assert.All(kind.Limits, rule => Assert.NotEmpty(rule.Row.Source));
            Assert.All(kind.Limits.Zip(kind.Limits.Skip(1)), pair => Assert.Equal(pair.First.To!.Value.AddDays(1), pair.Second.From));
            Assert.Null(kind.Limits[^1].To);
            Assert.Equal(kind.Limits.Count > 1 ? new DateOnly(2026, 7, 1) : new DateOnly(2015, 7, 1), kind.Limits[^1].From); // The law of 2025 begins on 1 July 2026.
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_asked_is_refused(AskPartner.Input input, string code) => Assert.Equal(code, AskPartner.WhyNot(input, CoordinationOffice.Today)?.Code ?? "");

    public static TheoryData<AskPartner.Input, string> Wrong => new()
    {
        { Asked, "" },
        { Asked with { Kind = "nothing" }, "request.kind" },
        { Asked with { What = " " }, "request.what" },
        { Asked with { SentOn = new(2020, 11, 11) }, "request.future" },
        { Asked with { SentOn = new(2015, 6, 30) }, "request.no-rule" },
        { Asked with { Kind = "persuade" }, "request.ask-day" },
        { Asked with { Kind = "persuade", AskedFor = Monday.AddDays(-1) }, "request.asked-before" },
        { Asked with { Kind = "persuade", AskedFor = Monday.AddDays(5) }, "" },
        { Asked with { AskedFor = new(2020, 5, 1) }, "request.asked-too-soon" },
        { Asked with { AskedFor = new(2020, 5, 11) }, "" },
    };

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_answer_in_time_is_in_time_a_day_later_it_is_late_and_the_answer_recorded_last_holds(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        var id = await office.AskAsync(work => AskPartner.RunAsync(Asked with { IdempotencyKey = "a" }, work, default));
        Assert.Equal(id, await office.AskAsync(work => AskPartner.RunAsync(Asked with { IdempotencyKey = "a" }, work, default)));
        Assert.Contains("Ngân hàng Mẫu A (12/CCTHADS-NV) request  → Số dư tài khoản", await office.ChangesAsync("request-sent"));

        var request = await ReadAsync(office, id);
        Assert.Equal((new DateOnly(2020, 5, 4), "asset-information", RequestState.Overdue), (request.DueOn, request.Kind.Code, request.StateOn(CoordinationOffice.Today)));
        Assert.Equal(["B1"], request.Matters);
        Assert.Equal((RequestState.Waiting, 190), (request.StateOn(request.DueOn), request.DaysLate(CoordinationOffice.Today)));

        await office.DoAsync(work => RemindPartner.RunAsync(new(id, new(2020, 5, 6), null, "điện thoại"), work, default));
        await office.DoAsync(work => AnswerRequest.RunAsync(new(id, new(2020, 5, 8), "9/NH", "Còn 3 triệu", null), work, default));
        request = await ReadAsync(office, id);
        Assert.Equal((RequestState.Late, 4, 11), (request.StateOn(CoordinationOffice.Today), request.DaysLate(CoordinationOffice.Today), request.DaysToAnswer));
        Assert.Equal(RequestState.Overdue, request.StateOn(new(2020, 5, 7)));

        await office.DoAsync(work => AnswerRequest.RunAsync(new(id, new(2020, 5, 20), null, "Thêm một tài khoản", true, IsMore: true), work, default));
        await office.DoAsync(work => AnswerRequest.RunAsync(new(id, new(2020, 5, 4), "9/NH", "Còn 3 triệu, ghi đúng ngày", true), work, default));
        request = await ReadAsync(office, id);
        Assert.Equal((RequestState.InTime, 7, true), (request.StateOn(CoordinationOffice.Today), request.DaysToAnswer, request.Answer!.IsUseful));
        Assert.Equal([RequestEventKind.Reminded, RequestEventKind.Answered, RequestEventKind.AnsweredMore, RequestEventKind.Answered], request.Events.Select(one => one.Kind));
        Assert.Equal("request.answered-before", await SmallOffice.RefusedAsync(() => office.DoAsync(work => WithdrawRequest.RunAsync(new(id, new(2020, 6, 1), "nhầm"), work, default))));
        Assert.Equal("request.answered-before", await SmallOffice.RefusedAsync(() => office.DoAsync(work => RemindPartner.RunAsync(new(id, new(2020, 6, 1), null, "gọi"), work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_withdrawn_request_stays_in_the_list_with_its_reason_and_takes_no_answer(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        var id = await office.AskAsync(work => AskPartner.RunAsync(Asked, work, default));
        Assert.Equal("request.reason", await SmallOffice.RefusedAsync(() => office.DoAsync(work => WithdrawRequest.RunAsync(new(id, new(2020, 5, 5), " "), work, default))));
        Assert.Equal("request.before-sent", await SmallOffice.RefusedAsync(() => office.DoAsync(work => WithdrawRequest.RunAsync(new(id, new(2020, 4, 26), "nhầm"), work, default))));
        Assert.Equal("request.no-answer-yet", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AnswerRequest.RunAsync(new(id, new(2020, 5, 5), null, "x", null, IsMore: true), work, default))));
        Assert.Equal("request.answer-text", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AnswerRequest.RunAsync(new(id, new(2020, 5, 5), null, "", null), work, default))));
        Assert.Equal("request.reminder-text", await SmallOffice.RefusedAsync(() => office.DoAsync(work => RemindPartner.RunAsync(new(id, new(2020, 5, 5), null, ""), work, default))));
        Assert.Equal("request.future", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AnswerRequest.RunAsync(new(id, new(2020, 11, 11), null, "x", null), work, default))));
        await office.DoAsync(work => WithdrawRequest.RunAsync(new(id, new(2020, 5, 5), "gửi nhầm"), work, default));

        Assert.Equal("request.withdrawn-before", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AnswerRequest.RunAsync(new(id, new(2020, 5, 6), null, "x", null), work, default))));
        var listed = Assert.Single(await office.AskAsync(work => ReadRequests.RunAsync(new("D1", State: RequestState.Withdrawn), work, default)));
        Assert.Equal(("gửi nhầm", 0), (listed.Withdrawn!.Text, listed.DaysLate(CoordinationOffice.Today)));
        Assert.Equal("request.partner-ended", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AskPartner.RunAsync(Asked with { Partner = "CU" }, work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_finds_no_request_and_asks_for_nobody(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        var id = await office.AskAsync(work => AskPartner.RunAsync(Asked, work, default));
        var other = await CoordinationOffice.OfAsync(office, "D2");

        Assert.Empty(await office.AskAsync(work => ReadRequests.RunAsync(new("D2"), work, default), other));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadRequests.RunAsync(new("D1"), work, default), other)));
        Assert.Equal("request.unknown", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadRequests.OneAsync(id, work, default), other)));
        Assert.Equal("request.unknown", await SmallOffice.RefusedAsync(() => office.AskAsync(work => CoordinationPapers.WriteAsync(id, work, default), other)));
        Assert.Equal("partner.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => AskPartner.RunAsync(Asked with { Unit = "D2" }, work, default))));
        Assert.Equal("matter.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => AskPartner.RunAsync(Asked with { Unit = "D2", Partner = "CA2" }, work, default))));
        Assert.Equal("request.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => AnswerRequest.RunAsync(new(id, new(2020, 5, 6), null, "x", null), work, default))));
        var reader = await CoordinationOffice.OfAsync(office, "D1", Permissions.ReadFigures);
        Assert.Empty((await office.AskAsync(work => ReadRequests.OneAsync(id, work, default), reader)).Matters); // No right to read matters: not even their codes.
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(reader, work => AskPartner.RunAsync(Asked, work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_letter_says_to_whom_what_by_when_and_by_which_article(string kind)
    {
        await using var office = await CoordinationOffice.OpenAsync(kind);
        var id = await office.AskAsync(work => AskPartner.RunAsync(Asked, work, default));

        var file = await office.AskAsync(work => CoordinationPapers.WriteAsync(id, work, default));

        using var docx = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(docx.GetEntry("word/document.xml")!.Open());
        var text = System.Text.RegularExpressions.Regex.Replace(await reader.ReadToEndAsync(TestContext.Current.CancellationToken), "<[^>]+>", "");
        Assert.Contains("Kính gửi: Ngân hàng Mẫu A", text, StringComparison.Ordinal);
        Assert.Contains("khoản 6 Điều 44 Luật Thi hành án dân sự năm 2008", text, StringComparison.Ordinal);
        Assert.Contains("chậm nhất ngày 04/05/2020", text, StringComparison.Ordinal);
        Assert.Contains("Số dư tài khoản", text, StringComparison.Ordinal);
        Assert.Contains("B1", text, StringComparison.Ordinal);
    }

    private static async Task<CoordinationRequest> ReadAsync(TestOffice office, long id) => await office.AskAsync(work => ReadRequests.OneAsync(id, work, default));
}
