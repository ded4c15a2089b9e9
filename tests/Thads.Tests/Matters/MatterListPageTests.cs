using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Thads.Tests.Matters;

public sealed class MatterListPageTests(SampleWeb web)
{
    [Fact]
    public async Task The_list_says_exactly_how_many_there_are_and_pages_through_all_of_them()
    {
        var (codes, next) = (new List<string>(), "/matters?officer=CHV07&unit=D05&state=not_enforceable&sort=code");
        var total = 0;
        while (next is not null)
        {
            var page = await web.PageAsync(next);
            total = Counted(page);
            codes.AddRange(Codes(page));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.True(total > 100, $"{total}: one page tells nothing");
        Assert.Equal(total, codes.Count);
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public async Task The_way_back_leads_to_the_same_rows()
    {
        var first = await web.PageAsync("/matters?unit=D05&sort=-left");
        var second = await web.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var back = await web.PageAsync(second.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(Codes(first), Codes(back));
        Assert.Empty(Codes(first).Intersect(Codes(second)));
        Assert.Null(back.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task Whoever_is_found_in_a_matter_leads_to_it_without_marks()
    {
        var matter = await web.PageAsync("/matters/D05-2016-1423");
        var name = matter.QuerySelector(".parties strong")!.TextContent;

        var page = await web.PageAsync("/matters?q=" + Uri.EscapeDataString(name.ToLowerInvariant().Replace('ư', 'u').Replace('ờ', 'o').Replace('ẫ', 'a').Replace('ơ', 'o')));

        Assert.Contains("D05-2016-1423", Codes(page));
        Assert.True(Counted(page) < 10, $"{Counted(page)} found");
    }

    [Fact]
    public async Task Each_filter_at_work_is_a_chip_that_takes_it_off()
    {
        var page = await web.PageAsync("/matters?unit=D05&state=paused&state=suspended&docketFrom=2019&bank=1&q=a&decidedTo=2020-01-31");

        var chips = page.QuerySelectorAll(".chips a:not(.clear)").ToList();
        Assert.Equal(7, chips.Count);
        foreach (var chip in chips)
        {
            var without = await web.PageAsync(chip.GetAttribute("href")!);
            Assert.Equal(6, without.QuerySelectorAll(".chips a:not(.clear)").Length);
            Assert.True(Counted(without) >= Counted(page));
        }

        Assert.Equal(17_411, Counted(await web.PageAsync(page.QuerySelector(".chips .clear")!.GetAttribute("href")!)));
    }

    [Fact]
    public async Task What_was_typed_goes_to_its_plain_address()
    {
        using var answer = await web.GetAsync("/matters?q=&unit=D05&officer=&leftFrom=1%20t%E1%BB%B7&decidedFrom=02102018&basis=&columns=code&columns=left");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/matters?unit=D05&leftFrom=1000000000&decidedFrom=2018-10-02&columns=code,left", answer.Headers.Location!.ToString());
        Assert.Equal(2, (await web.PageAsync(answer.Headers.Location.ToString())).QuerySelectorAll("thead th").Length);
    }

    [Theory]
    [InlineData("/matters?docketFrom=x&q=abc", "f-docketfrom", "x")]
    [InlineData("/matters?decidedTo=31/02/2020&q=abc", "f-decidedto", "31/02/2020")]
    [InlineData("/matters?leftFrom=1,234&q=abc", "f-leftfrom", "1,234")]
    public async Task What_cannot_be_read_is_said_at_its_field_and_stays_there(string path, string field, string typed)
    {
        var page = await web.PageAsync(path, HttpStatusCode.BadRequest);

        Assert.Equal(typed, page.GetElementById(field)!.GetAttribute("value"));
        Assert.Equal("true", page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.Equal("abc", page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector($".errors a[href='#{field}']"));
    }

    [Theory]
    [InlineData("/matters?view=all", "Ngày quyết định", "descending")]
    [InlineData("/matters?sort=left", "Còn lại", "ascending")]
    [InlineData("/matters?sort=-moved", "Bước gần nhất", "descending")]
    public async Task The_column_that_leads_says_so_and_its_heading_turns_it_round(string path, string title, string sorted)
    {
        var page = await web.PageAsync(path);

        var leads = Assert.Single(page.QuerySelectorAll("thead th[aria-sort]"));
        Assert.StartsWith(title, leads.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(sorted, leads.GetAttribute("aria-sort"));
        var turned = await web.PageAsync(leads.QuerySelector("a")!.GetAttribute("href")!);
        Assert.NotEqual(sorted, turned.QuerySelector("thead th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal(Counted(page), Counted(turned));
    }

    [Fact]
    public async Task A_list_of_a_hundred_rows_is_under_thirty_kilobytes()
    {
        using var answer = await web.GetAsync("/matters?unit=D05&columns=code,decision,decided,debtor,creditor,type,basis,owed,left,state,moved,officer,unit,commune,docket_year,judgment,marks");
        var page = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(100, SampleWeb.Parsed(System.Text.Encoding.UTF8.GetString(page)).QuerySelectorAll("tbody tr").Length);
        Assert.True(packed.Length < 30 * 1024, $"{packed.Length} bytes");
    }

    [Fact]
    public async Task The_workbook_holds_what_is_seen_whole_and_says_its_filter()
    {
        var page = await web.PageAsync("/matters?unit=D05&state=suspended&columns=code,left");
        using var answer = await web.GetAsync(page.QuerySelector("a[href*='handler=workbook']")!.GetAttribute("href")!);

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        var text = WorkbookText.Of(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Trạng thái: tạm đình chỉ", text, StringComparison.Ordinal);
        Assert.Contains($"Có {Counted(page):N0} việc".Replace(',', '.'), text, StringComparison.Ordinal);
        Assert.All(Codes(page), code => Assert.Contains(code, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_view_is_kept_opens_by_itself_and_is_given_up()
    {
        using var http = await web.ClientAsAsync("ke-toan");
        using var kept = await SampleWeb.SubmitAsync(http, "/matters?state=paused&columns=code,left", "/matters?handler=keep", ("query", "state=paused&columns=code,left"), ("name", "Tạm dừng"), ("usual", "true"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);

        using var opened = await http.GetAsync("/matters", TestContext.Current.CancellationToken);
        Assert.Equal("/matters?state=paused&columns=code,left", opened.Headers.Location!.ToString());
        var all = SampleWeb.Parsed(await http.GetStringAsync("/matters?view=all", TestContext.Current.CancellationToken));
        var view = Assert.Single(all.QuerySelectorAll(".list-tools li a"));
        Assert.Equal(("Tạm dừng", "/matters?state=paused&columns=code,left"), (view.TextContent, view.GetAttribute("href")));

        var again = SampleWeb.Parsed(await http.GetStringAsync(opened.Headers.Location.ToString(), TestContext.Current.CancellationToken));
        Assert.Equal("true", again.QuerySelector(".list-tools li a")!.GetAttribute("aria-current"));

        using var refused = await SampleWeb.SubmitAsync(http, "/matters?view=all", "/matters?handler=keep", ("query", "state=paused"), ("name", " "));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var id = all.QuerySelector("input[name=view]")!.GetAttribute("value")!;
        using var other = await web.ClientAsAsync("thong-ke");
        using var foreign = await SampleWeb.SubmitAsync(other, "/matters?view=all", "/matters?handler=giveUp", ("view", id));
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var given = await SampleWeb.SubmitAsync(http, "/matters?view=all", "/matters?handler=giveUp", ("view", id));
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/matters", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static int Counted(IHtmlDocument page) =>
        int.Parse(string.Concat(page.QuerySelector(".counted strong")!.TextContent.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);

    private static List<string> Codes(IHtmlDocument page) => [.. page.QuerySelectorAll("table.matters tbody th").Select(cell => cell.Text().Trim())];
}
