using System.Net;
using AngleSharp.Dom;

namespace Thads.Tests.Direction;

/// <summary>How the work of the sample office is directed, on its first page; its tasks; the files and templates it keeps.</summary>
public sealed class DirectionPagesTests(SampleWeb web)
{
    [Fact]
    public async Task A_newcomer_sees_campaign_communes_committee_conference_and_what_is_to_be_done()
    {
        using var head = await web.ClientAsAsync("thu-truong");
        var page = SampleWeb.Parsed(await head.GetStringAsync("/direction", TestContext.Current.CancellationToken));
        string Of(string part) => Plain(page.QuerySelector($"section[aria-labelledby='now-{part}']")!);

        Assert.Contains("bình quân 435 việc một tháng trong đợt, 235 việc một tháng ngoài đợt", Of("campaign"), StringComparison.Ordinal);
        Assert.Contains("do tự nguyện hoặc sau vận động", Of("manners"), StringComparison.Ordinal);
        Assert.Contains("Phiên họp quý IV/2020", Of("committee"), StringComparison.Ordinal);
        Assert.Contains("2 chưa xong", Of("committee"), StringComparison.Ordinal);
        Assert.Contains("8 tham luận", Of("conference"), StringComparison.Ordinal);
        Assert.Contains("4 danh hiệu, 6 giấy khen", Of("conference"), StringComparison.Ordinal);
        Assert.Contains("10 tập thể, 20 cá nhân", Of("conference"), StringComparison.Ordinal);
        Assert.Contains("10 tập thể, 21 cá nhân", Of("conference"), StringComparison.Ordinal);
        Assert.Contains("Giải quyết xong trên 80 % số việc", Of("programme"), StringComparison.Ordinal);
        Assert.Contains("trên 38 % số tiền", Of("programme"), StringComparison.Ordinal);
        Assert.Contains("trên 80,00 %", Of("warning"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_task_of_the_sample_leads_to_what_it_comes_from()
    {
        using var head = await web.ClientAsAsync("thu-truong");
        var page = SampleWeb.Parsed(await head.GetStringAsync("/direction/tasks", TestContext.Current.CancellationToken));
        var origins = page.QuerySelectorAll("table tbody td:last-child a").Select(link => link.GetAttribute("href")!).Distinct().ToList();

        Assert.True(origins.Count > 5, string.Join('\n', origins));
        foreach (var origin in origins)
        {
            using var answer = await head.GetAsync(origin, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{origin}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task The_secretary_extends_a_task_only_with_a_reason_and_reports_it_done_with_a_proof()
    {
        await using var own = new SampleWeb();
        await own.InitializeAsync();
        using var secretary = await own.ClientAsAsync("thu-ky-ban-chi-dao");
        var late = SampleWeb.Parsed(await secretary.GetStringAsync("/direction/tasks?state=late", TestContext.Current.CancellationToken));
        var task = late.QuerySelector("table tbody th a")!.GetAttribute("href")!;

        using var refused = await SampleWeb.SubmitAsync(secretary, $"{task}/extend", $"{task}/extend", ("On", "10/11/2020"), ("DueOn", "30/11/2020"), ("Text", ""), ("Key", "a"));
        Assert.Contains("Hãy ghi lý do", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var extended = await SampleWeb.SubmitAsync(secretary, $"{task}/extend", $"{task}/extend", ("On", "10/11/2020"), ("DueOn", "30/11/2020"), ("Text", "Chờ hồ sơ của xã"), ("Key", "a"));
        Assert.Equal(HttpStatusCode.Redirect, extended.StatusCode);
        using var again = await SampleWeb.SubmitAsync(secretary, $"{task}/extend", $"{task}/extend", ("On", "10/11/2020"), ("DueOn", "30/11/2020"), ("Text", "Chờ hồ sơ của xã"), ("Key", "a"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        using var done = await SampleWeb.SubmitAsync(secretary, $"{task}/done", $"{task}/done", ("On", "10/11/2020"), ("Text", "Biên bản bàn giao"), ("Document", "14/BB"), ("Key", "b"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        var page = SampleWeb.Parsed(await secretary.GetStringAsync(task, TestContext.Current.CancellationToken));
        var history = page.QuerySelectorAll("ol.timeline > li").Select(Plain).ToList();
        Assert.Equal(1, history.Count(step => step.Contains("Chờ hồ sơ của xã", StringComparison.Ordinal)));
        Assert.Equal(1, history.Count(step => step.Contains("Biên bản bàn giao (14/BB)", StringComparison.Ordinal)));
        Assert.Contains("xong", Plain(page.QuerySelector("h1")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enforcer_keeps_nothing_and_is_not_offered_to()
    {
        using var officer = await web.ClientAsAsync("chap-hanh-vien");
        var page = SampleWeb.Parsed(await officer.GetStringAsync("/direction/tasks/1", TestContext.Current.CancellationToken));

        Assert.Empty(page.QuerySelectorAll("main form"));
        using var refused = await officer.GetAsync("/direction/tasks/1/withdraw", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Every_kind_of_document_can_be_downloaded_as_its_template()
    {
        using var secretary = await web.ClientAsAsync("thu-ky-ban-chi-dao");
        var page = SampleWeb.Parsed(await secretary.GetStringAsync("/direction/papers", TestContext.Current.CancellationToken));
        var files = page.QuerySelectorAll("a[href*='handler=file']").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(Office.Papers.PaperKinds.All.Count, files.Count);
        foreach (var file in files)
        {
            var template = await secretary.GetByteArrayAsync(file, TestContext.Current.CancellationToken);
            Assert.True(template is [(byte)'P', (byte)'K', ..], file);
        }
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
