using System.Net;
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

        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("", script.TextContent));
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick], [onload], iframe, object"));
        Assert.All(page.QuerySelectorAll("[src], link[href]"), e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("link[href]"), link => Assert.Contains("?v=", link.GetAttribute("href"), StringComparison.Ordinal));
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

        Assert.InRange(css.Length, 1_000, 12 * 1024);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("http", css, StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(HttpClient visitor, string path) =>
        SampleWeb.Parsed(await (await visitor.GetAsync(path, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    [GeneratedRegex(@"\p{L}*[À-ỹ-[×÷]]\p{L}*")]
    private static partial Regex Vietnamese();
}
