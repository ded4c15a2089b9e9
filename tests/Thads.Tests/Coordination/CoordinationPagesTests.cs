using System.Net;
using AngleSharp.Dom;

namespace Thads.Tests.Coordination;

/// <summary>Requests, directions, petitions and partners over the sample office: what stands on the pages, and the forms.</summary>
public sealed class CoordinationPagesTests(SampleWeb web)
{
    [Fact]
    public async Task What_is_overdue_stands_first_and_the_count_of_it_opens_into_it()
    {
        var page = await web.PageAsync("/direction/requests");
        var tags = page.QuerySelectorAll("tbody .tag").Select(Plain).ToList();
        var overdue = tags.TakeWhile(tag => tag.StartsWith("Quá hạn", StringComparison.Ordinal)).Count();
        var only = await web.PageAsync("/direction/requests?state=overdue");

        Assert.True(overdue > 0);
        Assert.DoesNotContain(tags.Skip(overdue), tag => tag.StartsWith("Quá hạn", StringComparison.Ordinal));
        Assert.Equal(overdue, only.QuerySelectorAll("tbody tr").Length);
        Assert.Contains($"{overdue} đang quá hạn", Plain(page.QuerySelector(".counted")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_of_a_commune_open_into_its_matters()
    {
        var page = await web.PageAsync("/direction/partners/UB-X01?year=2020");
        var link = page.QuerySelectorAll("#figures ~ tbody tr, tbody tr").First(row => Plain(row).StartsWith("Xong không cưỡng chế", StringComparison.Ordinal)).QuerySelector("a")!;
        var opened = await web.PageAsync(link.GetAttribute("href")!.Replace("#behind", "", StringComparison.Ordinal));
        var counted = int.Parse(Plain(link), System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(counted > 100);
        Assert.EndsWith($": {counted}", Plain(opened.QuerySelector("#behind-table")!), StringComparison.Ordinal);
        Assert.StartsWith("/matters/D05-", opened.QuerySelector("#behind tbody a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_sent_answered_late_and_its_letter_comes_as_a_document()
    {
        using var head = await web.ClientAsAsync("thu-truong");
        const string New = "/direction/requests/new";
        using var wrong = await SampleWeb.SubmitAsync(head, New, New, ("Unit", "D05"), ("Partner", "CA"), ("Kind", "persuade"), ("What", "Thử"), ("SentOn", "02/11/2020"), ("Channel", "letter"));
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode); // The law has no number here: a day must be asked for.
        Assert.Contains("ngày đề nghị trả lời", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var rubbish = await SampleWeb.SubmitAsync(head, New, New, ("Unit", "D05"), ("Partner", ""), ("Kind", ""), ("What", ""), ("SentOn", "31/02/2020"), ("Channel", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, rubbish.StatusCode);

        using var sent = await SampleWeb.SubmitAsync(
            head, New, New, ("Unit", "D05"), ("Partner", "CA"), ("Kind", "police-exchange"), ("What", "Thử"), ("Number", "999/CCTHADS"), ("SentOn", "02/11/2020"), ("Channel", "letter"), ("Matters", "D05-2018-0934"));
        var address = sent.Headers.Location!.ToString().Split('?')[0];
        var page = SampleWeb.Parsed(await head.GetStringAsync(address, TestContext.Current.CancellationToken));
        Assert.Contains("05/11/2020", Plain(page.QuerySelector("dl.summary")!), StringComparison.Ordinal);
        Assert.Contains("3 ngày làm việc (TTLT03/2012 Đ4.2)", Plain(page.QuerySelector("dl.summary")!), StringComparison.Ordinal);
        using var answered = await SampleWeb.SubmitAsync(head, address + "/answer", address + "/answer", ("On", "09/11/2020"), ("Number", "5/CAH"), ("Text", "Đồng ý"), ("Useful", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        page = SampleWeb.Parsed(await head.GetStringAsync(address, TestContext.Current.CancellationToken));
        Assert.Equal("Trả lời trễ 4 ngày", Plain(page.QuerySelector("h1 .tag")!));
        using var letter = await head.GetAsync(address + "?handler=letter", TestContext.Current.CancellationToken);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", letter.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_petition_is_recorded_passed_on_and_closed_only_with_a_reason()
    {
        using var head = await web.ClientAsAsync("thu-truong");
        const string New = "/direction/received/new?kind=petition";
        using var nobody = await SampleWeb.SubmitAsync(head, New, New, ("Unit", "D05"), ("From", "UB-X02"), ("Raised", "letter"), ("IssuedOn", "02/11/2020"), ("ReceivedOn", "03/11/2020"), ("Text", "Thử"), ("DueOn", "20/11/2020"));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode); // Without an owner it is none.
        using var recorded = await SampleWeb.SubmitAsync(
            head, New, New, ("Unit", "D05"), ("From", "UB-X02"), ("Raised", "letter"), ("IssuedOn", "02/11/2020"), ("ReceivedOn", "03/11/2020"), ("Text", "Thử"), ("DueOn", "20/11/2020"), ("Owner", "officer:CHV02"));
        var address = recorded.Headers.Location!.ToString().Split('?')[0];
        Assert.StartsWith("/direction/received/petitions/", address, StringComparison.Ordinal);
        using var passed = await SampleWeb.SubmitAsync(head, address + "/pass-on", address + "/pass-on", ("To", "CA"), ("On", "04/11/2020"));
        using var unsaid = await SampleWeb.SubmitAsync(head, address + "/close", address + "/close", ("On", "05/11/2020"));
        using var closed = await SampleWeb.SubmitAsync(head, address + "/close", address + "/close", ("On", "05/11/2020"), ("Text", "Công an đã giải quyết"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Redirect), (passed.StatusCode, unsaid.StatusCode, closed.StatusCode));
        var page = SampleWeb.Parsed(await head.GetStringAsync(address, TestContext.Current.CancellationToken));
        Assert.Equal("Đã kết thúc", Plain(page.QuerySelector("h1 .tag")!));
        Assert.Contains("Giải quyết kiến nghị", Plain(page.QuerySelector("table")!), StringComparison.Ordinal); // Its task is there still.
        using var reader = await web.ClientAsAsync("chap-hanh-vien");
        using var form = await reader.GetAsync("/direction/received/new?kind=petition", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
