using System.Net;
using AngleSharp.Dom;

namespace Thads.Tests.Committee;

/// <summary>The committee of the sample district: its next meeting begins with what is open, whoever looks; its papers come out; a meeting is put off only with a reason.</summary>
public sealed class CommitteePagesTests(SampleWeb web)
{
    private static readonly string[] Open = ["Trả lời hiện trạng các thửa đất thuộc việc đang chỉ đạo", "Bố trí lực lượng bảo vệ cưỡng chế giao nhà trong tháng 12/2020"];

    [Theory]
    [InlineData("thu-truong")]
    [InlineData("pho-thu-truong")]
    [InlineData("thu-ky-ban-chi-dao")]
    [InlineData("chap-hanh-vien")]
    [InlineData("ke-toan")]
    [InlineData("lanh-dao-tinh")]
    [InlineData("kiem-tra")]
    public async Task The_next_meeting_begins_with_what_is_open_and_every_role_finds_it(string who)
    {
        using var person = await web.ClientAsAsync(who);
        async Task<IElement> MainAsync(string address) => SampleWeb.Parsed(await person.GetStringAsync(address, TestContext.Current.CancellationToken)).QuerySelector("main")!;

        foreach (var address in new[] { await MeetingAsync("Phiên họp quý IV/2020"), "/direction/tasks?origin=meeting&state=open", "/direction/committee/conclusions?committee=2&state=open", "/direction/committee/report?committee=2&year=2020&quarter=3" })
        {
            var shown = (await MainAsync(address)).TextContent;
            Assert.All(Open, conclusion => Assert.True(shown.Contains(conclusion, StringComparison.Ordinal), $"{who} {address}: {conclusion}"));
        }
    }

    [Fact]
    public async Task Every_paper_of_a_meeting_that_was_held_comes_as_a_document()
    {
        using var secretary = await web.ClientAsAsync("thu-ky-ban-chi-dao");
        var page = SampleWeb.Parsed(await secretary.GetStringAsync(await MeetingAsync("Phiên họp quý III/2020"), TestContext.Current.CancellationToken));
        var papers = page.QuerySelectorAll("a[href*='handler=paper']").Select(link => link.GetAttribute("href")!).ToList();

        Assert.True(papers.Count >= 4, string.Join('\n', papers));
        foreach (var paper in papers)
        {
            Assert.True(await secretary.GetByteArrayAsync(paper, TestContext.Current.CancellationToken) is [(byte)'P', (byte)'K', ..], paper);
        }
    }

    [Fact]
    public async Task A_meeting_is_put_off_with_a_reason_and_its_open_conclusions_wait()
    {
        await using var own = new SampleWeb();
        await own.InitializeAsync();
        using var secretary = await own.ClientAsAsync("thu-ky-ban-chi-dao");
        var next = await MeetingAsync("Phiên họp quý IV/2020");
        using var refused = await SampleWeb.SubmitAsync(secretary, $"{next}/put-off", $"{next}/put-off", ("On", "10/11/2020"), ("Day", ""), ("Text", ""), ("Key", "a"));

        Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("Trả lời hiện trạng", await secretary.GetStringAsync(next, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>A meeting, as the page of the committee links it.</summary>
    private async Task<string> MeetingAsync(string title)
    {
        using var head = await web.ClientAsAsync("thu-truong");
        var page = SampleWeb.Parsed(await head.GetStringAsync("/direction/committee", TestContext.Current.CancellationToken));
        return page.QuerySelectorAll("main a").First(link => link.TextContent.Trim() == title).GetAttribute("href")!;
    }
}
