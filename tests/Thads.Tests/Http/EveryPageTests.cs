using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Thads.Tests.Http;

public sealed partial class EveryPageTests(SampleWeb web)
{
    /// <summary>In the numbers of decisions and judgments.</summary>
    private static readonly string[] WordsOfTheData = ["QĐ"];

    [Theory]
    [MemberData(nameof(EveryPage.Addresses), MemberType = typeof(EveryPage))]
    public async Task Nothing_is_inline_and_nothing_comes_from_elsewhere(string path, string who)
    {
        using var visitor = await web.VisitorAsync(who);
        using var answer = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        var page = SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload], iframe, object"));
        Assert.All(page.QuerySelectorAll("[src], link[href]"), e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("link[href], script[src]"), asset => Assert.Contains("?v=", asset.GetAttribute("href") ?? asset.GetAttribute("src"), StringComparison.Ordinal));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [MemberData(nameof(EveryPage.Addresses), MemberType = typeof(EveryPage))]
    public async Task Every_page_says_that_all_is_made_up_and_offers_the_other_language(string path, string who)
    {
        using var visitor = await web.VisitorAsync(who);
        var page = await OpenAsync(visitor, path);

        Assert.Equal("Văn phòng mẫu – ngày 10/11/2020 – mọi tên và số đều bịa", page.QuerySelector(".band")!.TextContent);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        var switched = await OpenAsync(visitor, page.QuerySelector("a.lang")!.GetAttribute("href")!);
        Assert.Equal("en", switched.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await OpenAsync(visitor, path)).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [MemberData(nameof(EveryPage.Addresses), MemberType = typeof(EveryPage))]
    public async Task English_pages_have_no_vietnamese_but_names(string path, string who)
    {
        using var visitor = await web.VisitorAsync(who);
        var page = await OpenAsync(visitor, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en");
        foreach (var name in page.QuerySelectorAll("[lang=vi], option, code").ToList())
        {
            name.Remove();
        }

        var title = page.Title!.Split('–')[0];
        var text = page.Body!.Text().Replace("đồng", "", StringComparison.Ordinal).Replace(" đ", "", StringComparison.Ordinal);
        Assert.Equal([], Vietnamese().Matches(text).Select(match => match.Value).Except(WordsOfTheData));
        Assert.DoesNotContain("Biểu", title, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryPage.Addresses), MemberType = typeof(EveryPage))]
    public async Task No_two_things_on_a_page_have_the_same_id(string path, string who)
    {
        using var visitor = await web.VisitorAsync(who);
        var page = await OpenAsync(visitor, path);

        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Only_reading_and_sending_forms_is_known(string method)
    {
        using var visitor = web.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/figures/01");
        using var answer = await visitor.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(EveryPage.Addresses), MemberType = typeof(EveryPage))]
    public async Task A_form_without_the_token_of_its_page_is_not_taken(string path, string who)
    {
        using var visitor = await web.VisitorAsync(who);
        using var answer = await visitor.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("Name", "x")]), TestContext.Current.CancellationToken);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.InternalServerError });
    }

    [Theory]
    [MemberData(nameof(EveryPage.Addresses), MemberType = typeof(EveryPage))]
    public async Task Every_form_that_is_sent_carries_the_token_of_its_page(string path, string who)
    {
        using var visitor = await web.VisitorAsync(who);
        var page = await OpenAsync(visitor, path);

        Assert.Empty(page.QuerySelectorAll("form[method=post]").Where(form => form.QuerySelector("input[name=__RequestVerificationToken]") is null).Select(form => form.OuterHtml));
    }

    [Fact]
    public async Task Another_sites_name_for_this_machine_is_refused()
    {
        using var visitor = web.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var answer = await visitor.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_style_sheet_is_small_and_kept_under_its_fingerprint()
    {
        var page = await web.PageAsync("/year");
        using var answer = await web.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        var css = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.InRange(Zipped(css), 1_000, 12 * 1024);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("http", css, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryPage.Addresses), MemberType = typeof(EveryPage))]
    public async Task A_first_visit_is_at_most_six_requests_and_sixty_kilobytes(string path, string who)
    {
        using var visitor = await web.VisitorAsync(who);
        using var answer = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var assets = SampleWeb.Parsed(html).QuerySelectorAll("link[href], script[src], img[src]").Select(asset => asset.GetAttribute("href") ?? asset.GetAttribute("src")!).Distinct().ToList();
        var sizes = new List<int>();
        foreach (var asset in assets)
        {
            using var sent = await web.GetAsync(asset);
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
            sizes.Add(Zipped(await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        Assert.InRange(assets.Count + 1, 3, 6);
        Assert.InRange(Zipped(html) + sizes.Sum(), 4 * 1024, 60 * 1024);
        Assert.InRange(Zipped(html), 500, 30 * 1024);
    }

    private static int Zipped(string text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return (int)zipped.Length;
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(HttpClient visitor, string path) =>
        SampleWeb.Parsed(await (await visitor.GetAsync(path, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    [GeneratedRegex(@"\p{L}*[À-ỹ-[×÷]]\p{L}*")]
    private static partial Regex Vietnamese();
}
