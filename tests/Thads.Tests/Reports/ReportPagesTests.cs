using System.Net;
using AngleSharp.Html.Dom;
using Thads.Office.Acts;
using Thads.Office.Matters;
using Thads.Office.Procedure;
using Thads.Office.Reports;
using Thads.Tests.Administration;

namespace Thads.Tests.Reports;

/// <summary>Closing, reasons and sending over HTTP, in an office of its own: D1 with two matters, on 20 November 2026; year 2026, 12 months.</summary>
public sealed class ReportPagesTests
{
    private const string Close = "/reports/close?unit=D1&year=2026&months=12";

    [Fact]
    public async Task A_head_closes_sends_and_supplements_with_reasons()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var head = await office.ClientAsync("truong", Role.Head, "D1");
        var first = await CloseAsync(head);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(head, first, "Send", ("Number", "1/BC"), ("SentOn", "20/11/2026"), ("Signer", "Người truong"), ("SignerRole", "Chi cục trưởng"))).Status);
        Assert.Equal(0, await office.CountAsync("report_sent")); // asked whether it is sure first
        var sent = await PostAsync(head, first, "Send", ("Number", "1/BC"), ("SentOn", "20/11/2026"), ("Signer", "Người truong"), ("SignerRole", "Chi cục trưởng"), ("Sure", "true"));
        Assert.Equal($"{first}?done=sent", sent.To);

        await office.DoAsync(work => RecordStep.RunAsync(new("M1", StepKind.Collected, new(2026, 9, 28), "1", 100), work, default));
        Assert.Contains("Số liệu đã đổi", (await AdminOffice.PageAsync(head, first)).QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await AdminOffice.PageAsync(head, "/reports?unit=D1&year=2026")).QuerySelectorAll(".tag.soon"));
        var second = await CloseAsync(head);
        var page = await AdminOffice.PageAsync(head, second);
        Assert.Null(page.QuerySelector("input[name=Number]")); // no reasons yet, no form to send
        var cells = page.QuerySelectorAll("#changes input[name=Cell]").Select(box => ("Cell", box.GetAttribute("value")!)).ToArray();
        Assert.Contains(("Cell", "01/I/settled"), cells);
        Assert.Contains("M1", page.QuerySelector("#changes")!.TextContent, StringComparison.Ordinal);

        var empty = await PostAsync(head, second, "Reason", [.. cells, ("Reason", " ")]);
        Assert.Equal((HttpStatusCode.Conflict, true), (empty.Status, empty.Page.QuerySelector("#errors")!.TextContent.Contains("lý do", StringComparison.Ordinal)));
        Assert.Equal($"{second}?done=reason#changes", (await PostAsync(
            head, second, "Reason", [.. cells, .. Enumerable.Repeat(cells[0], 1_500), ("Reason", "Biên lai nộp trễ")])).To); // more than forms usually may have
        Assert.Equal($"{second}?done=sent", (await PostAsync(
            head, second, "Send", ("Number", "2/BC"), ("SentOn", "20/11/2026"), ("Signer", "Người truong"), ("SignerRole", "Chi cục trưởng"), ("Sure", "true"))).To);

        var done = await AdminOffice.PageAsync(head, second);
        Assert.Contains("Báo cáo bổ sung lần 1", done.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Biên lai nộp trễ", done.QuerySelector("#changes")!.TextContent, StringComparison.Ordinal);
        Assert.Null(done.QuerySelector("#changes textarea"));
        var vintages = await AdminOffice.PageAsync(head, "/reports/vintages?unit=D1&year=2026&months=12");
        Assert.Equal(["Bản 1", "Báo cáo bổ sung lần 1"], vintages.QuerySelectorAll("thead a").Select(a => a.TextContent));
        Assert.Contains("+1", vintages.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_wrong_is_said_and_stays_in_the_form()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var head = await office.ClientAsync("truong", Role.Head, "D1");
        var early = await AdminOffice.SendAsync(head, Close, ("KnownOn", "29/9/2026"));
        var garbage = await AdminOffice.SendAsync(head, Close, ("KnownOn", "<b>31/2"));
        var report = await CloseAsync(head);
        var before = await PostAsync(head, report, "Send", ("Number", "x"), ("SentOn", "1/10/2026"), ("Signer", "A"), ("SignerRole", "B"));

        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Equal("29/9/2026", early.Page.QuerySelector("[name=KnownOn]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, garbage.Status);
        Assert.NotNull(garbage.Page.QuerySelector("#errors a[href='#f-knownon']"));
        Assert.Equal(HttpStatusCode.BadRequest, before.Status);
        Assert.Equal(("x", "1/10/2026"), (before.Page.QuerySelector("[name=Number]")!.GetAttribute("value"), before.Page.QuerySelector("[name=SentOn]")!.GetAttribute("value")));
        foreach (var wrong in new[] { "/reports/close?unit=D1&year=2026&months=99", "/reports/close?unit=D1&year=x", "/reports/close", "/reports/vintages?unit=%00" })
        {
            using var answer = await head.GetAsync(wrong, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode is 404 or 409, $"{wrong}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_clerk_reads_a_report_and_closes_nothing()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var head = await office.ClientAsync("truong", Role.Head, "D1");
        using var clerk = await office.ClientAsync("thu-ky", Role.Clerk, "D1");
        var report = await CloseAsync(head);

        var page = await AdminOffice.PageAsync(clerk, report);
        Assert.Null(page.QuerySelector("main form button"));
        Assert.Empty((await AdminOffice.PageAsync(clerk, "/reports?unit=D1&year=2026")).QuerySelectorAll("a[href*='/reports/close']"));
        await AdminOffice.PageAsync(clerk, Close, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_text_that_is_hashed_can_be_taken_out_and_hashes_to_what_the_page_says()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var head = await office.ClientAsync("truong", Role.Head, "D1");
        var report = await CloseAsync(head);

        var content = await head.GetStringAsync($"{report}?handler=content", TestContext.Current.CancellationToken);

        Assert.Equal(ReportContent.HashOf(content), (await AdminOffice.PageAsync(head, report)).QuerySelector(".identity code")!.TextContent);
    }

    private static async Task<string> CloseAsync(HttpClient http)
    {
        var closed = await AdminOffice.SendAsync(http, Close, ("KnownOn", "20/11/2026"));
        Assert.Equal(HttpStatusCode.Redirect, closed.Status);
        return closed.To!.Split('?')[0];
    }

    private static async Task<(HttpStatusCode Status, string? To, IHtmlDocument Page)> PostAsync(HttpClient http, string report, string handler, params (string, string)[] fields)
    {
        using var answer = await SampleWeb.SubmitAsync(http, report, $"{report}?handler={handler}", [.. fields, ("Key", Guid.NewGuid().ToString())]);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
