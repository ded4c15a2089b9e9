using System.Net;
using AngleSharp.Html.Dom;

namespace Thads.Tests.Figures;

public sealed class FormPageTests(SampleWeb web)
{
    private const string Asked = "unit=D05&year=2020";

    [Theory]
    [InlineData("01", "5.211")]
    [InlineData("02", "604.743.000")]
    [InlineData("04", "5.211")]
    [InlineData("05", "604.743.000")]
    public async Task Each_form_is_shown_with_its_total(string form, string total)
    {
        var page = await web.PageAsync($"/figures/{form}?{Asked}");

        Assert.Equal(total[..5], page.QuerySelector("tr.total td")!.TextContent.Trim()[..5]);
    }

    [Theory]
    [InlineData("01", 19)]
    [InlineData("02", 41)]
    [InlineData("04", 7)]
    public async Task Every_cell_leads_to_a_page_that_adds_up_to_it(string form, int everyNth)
    {
        var page = await web.PageAsync($"/figures/{form}?{Asked}");
        var cells = page.QuerySelectorAll(".grid tbody td").ToList();

        Assert.All(cells.Where(cell => cell.TextContent.Trim().Length > 0), cell => Assert.NotNull(cell.QuerySelector("a")));
        var links = page.QuerySelectorAll(".grid tbody td a").Where((_, i) => i % everyNth == 0).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var behind = await web.PageAsync(link.GetAttribute("href")!);
            if (form != "02")
            {
                Assert.Equal(link.TextContent, behind.QuerySelector(".figure b")!.TextContent.Replace(" %", "", StringComparison.Ordinal));
            }

            Assert.Empty(behind.QuerySelectorAll(".tag.late"));
        }
    }

    [Fact]
    public async Task The_grid_has_a_name_and_two_levels_of_headers_that_cells_name()
    {
        var page = await web.PageAsync($"/figures/01?{Asked}");
        var region = page.QuerySelector(".grid-pane")!;

        Assert.Equal("region", region.GetAttribute("role"));
        Assert.NotNull(page.GetElementById(region.GetAttribute("aria-labelledby")!));
        Assert.Equal(3, page.QuerySelectorAll("th[scope=colgroup]").Length);
        Assert.All(page.QuerySelectorAll(".grid tbody td"), cell => Assert.All(cell.GetAttribute("headers")!.Split(' '), id => Assert.NotNull(page.GetElementById(id))));
    }

    [Theory]
    [InlineData("01", "")]
    [InlineData("02", "")]
    [InlineData("01", "&regime=08-2015")]
    [InlineData("05", "&months=5")]
    public async Task The_form_says_that_its_checks_hold(string form, string more)
    {
        var page = await web.PageAsync($"/figures/{form}?{Asked}{more}");

        Assert.NotEmpty(page.QuerySelectorAll(".checks .fine"));
        Assert.Empty(page.QuerySelectorAll(".checks .late"));
    }

    [Fact]
    public async Task As_known_on_another_day_the_form_says_something_else()
    {
        var now = await web.PageAsync("/figures/01/cell?row=I&cell=settled&" + Asked);
        var then = await web.PageAsync("/figures/01/cell?row=I&cell=settled&knownOn=2020-10-02&" + Asked);

        Assert.Equal(("3.420", "3.419"), (Value(now), Value(then)));
    }

    [Theory]
    [InlineData("/figures/01")]
    [InlineData("/year")]
    [InlineData("/figures/01/cell?row=I&cell=settled")]
    public async Task The_cut_off_is_stated_and_the_others_are_a_link_away(string path)
    {
        var ask = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var now = await web.PageAsync($"{path}{ask}{Asked}");
        var then = await web.PageAsync($"{path}{ask}{Asked}&knownOn=2020-10-02");

        Assert.Equal("đến nay (tất cả)", now.QuerySelector(".cut-off .tag")!.TextContent);
        Assert.Equal("đến ngày 02/10/2020", then.QuerySelector(".cut-off .tag")!.TextContent);
        Assert.Equal(["đến nay (tất cả)", "đến hết kỳ, ngày 30/09/2020"], then.QuerySelectorAll(".cut-off a").Select(way => way.TextContent));
        var end = now.QuerySelectorAll(".cut-off a").Select(way => way.GetAttribute("href")!).Single();
        Assert.Contains("knownOn=2020-09-30", end, StringComparison.Ordinal);
        Assert.Equal("đến hết kỳ, ngày 30/09/2020", (await web.PageAsync(end)).QuerySelector(".cut-off .tag")!.TextContent);
    }

    [Fact]
    public async Task From_a_form_the_other_forms_answer_the_same_question()
    {
        var page = await web.PageAsync($"/figures/01?{Asked}&months=9&officer=CHV07&knownOn=2020-10-02");

        Assert.Equal(
            ["01", "02", "04", "05"], page.QuerySelectorAll(".tabs a").Select(tab => tab.GetAttribute("href")!).Select(address =>
            {
                Assert.EndsWith("?unit=D05&year=2020&months=9&officer=CHV07&knownOn=2020-10-02", address, StringComparison.Ordinal);
                return address[9..11];
            }));
        Assert.Equal("Biểu 01", page.QuerySelector(".tabs a[aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task From_a_cell_one_comes_to_the_act_that_wrote_the_move()
    {
        var cell = await web.PageAsync($"/figures/01/cell?row=I&cell=settled&{Asked}");
        var matter = cell.QuerySelector("table.moves tbody th a")!.TextContent;
        var act = cell.QuerySelector("table.moves tbody td:last-child a")!.GetAttribute("href")!;
        var opened = await web.PageAsync(act);

        Assert.Contains("Nhập bộ dữ liệu trao đổi", opened.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(opened.QuerySelectorAll("table tbody th a"), link => link.GetAttribute("href")!.StartsWith("/matters/D05-", StringComparison.Ordinal));
        Assert.Equal("17.411", opened.QuerySelector(".figure b")!.TextContent);
        Assert.Contains((await web.PageAsync($"/matters/{matter}")).QuerySelectorAll("a"), link => link.GetAttribute("href") == act);
    }

    [Fact]
    public async Task A_rate_opens_into_the_two_cells_it_is_of()
    {
        var page = await web.PageAsync("/figures/01/cell?row=I&cell=rate&" + Asked);

        Assert.Equal("84,88 %", Value(page));
        Assert.Equal(["3.420 việc", "4.029 việc"], page.QuerySelectorAll(".sum a").Select(link => link.TextContent));
        Assert.Contains("+4,88", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", 200)]
    [InlineData("18", 20)]
    [InlineData("99999999999999999999999", 200)]
    [InlineData("-1", 200)]
    [InlineData("999999999", 20)]
    [InlineData("x", 200)]
    public async Task A_long_list_comes_in_pages(string asked, int rows)
    {
        var page = await web.PageAsync($"/figures/01/cell?row=I&cell=settled&{Asked}&page={asked}");

        Assert.Equal(rows, page.QuerySelectorAll("table.moves tbody th").Length);
    }

    [Fact]
    public async Task A_day_as_people_write_it_is_taken_and_stands_in_the_address_in_iso()
    {
        using var answer = await web.GetAsync($"/figures/01?{Asked}&officer=&knownOn=2/10/2020");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/figures/01?unit=D05&year=2020&knownOn=2020-10-02", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("unit=D05&year=2020&knownOn=31/02/2020", 400, "Tháng 02/2020 có 29 ngày")]
    [InlineData("unit=D05&year=2020&knownOn=10/31/2020", 400, "Hãy gõ 31/10/2020")]
    [InlineData("unit=D05&year=twenty", 400, "twenty")]
    [InlineData("unit=D05&year=2020&months=13", 409, "13")]
    [InlineData("unit=D05&year=2020&months=0", 409, "1 (tháng 10)")]
    [InlineData("unit=D05&year=2030", 409, "2030")]
    [InlineData("unit=D05&year=999999", 409, "999999")]
    [InlineData("unit=NOWHERE&year=2020", 404, "NOWHERE")]
    [InlineData("unit=D05&year=2020&officer=NOBODY", 404, "NOBODY")]
    [InlineData("unit=D05&year=2020&regime=01-1999", 409, "01-1999")]
    [InlineData("unit=D05'%3BDROP TABLE matter%3B--&year=2020", 404, "DROP TABLE")]
    public async Task A_question_that_cannot_be_answered_is_the_form_again_with_the_reason(string query, int status, string reason)
    {
        foreach (var path in new[] { "/figures/01", "/figures/05" })
        {
            var page = await web.PageAsync($"{path}?{query}", (HttpStatusCode)status);

            Assert.Contains(reason, page.QuerySelector(".errors li")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("form.filter"));
            Assert.StartsWith("Lỗi:", page.Title, StringComparison.Ordinal);
            Assert.Single(page.QuerySelectorAll("select[name=unit] option[selected]"));
        }
    }

    [Theory]
    [InlineData("row=XX&cell=total", 409)]
    [InlineData("row=I&cell=nothing", 409)]
    [InlineData("row=I", 409)]
    [InlineData("", 409)]
    [InlineData("row=I' OR 1=1&cell=total", 409)]
    public async Task A_cell_that_is_not_there_is_said_so_with_a_way_back(string query, int status)
    {
        var page = await web.PageAsync($"/figures/01/cell?{Asked}&{query}", (HttpStatusCode)status);

        Assert.NotNull(page.QuerySelector(".errors li"));
        Assert.Equal("/figures/01", page.QuerySelector("a.go")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_form_comes_as_a_workbook_marked_as_made_up()
    {
        var page = await web.PageAsync($"/figures/04?{Asked}");
        using var answer = await web.GetAsync(page.QuerySelector("a.go")!.GetAttribute("href")!);
        var file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("bieu-04-2020-12.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        Assert.Contains(zip.Entries, entry => Text(entry).Contains("MỌI TÊN VÀ SỐ ĐỀU BỊA", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/figures/03")]
    [InlineData("/figures/99/cell?row=I&cell=total")]
    public async Task A_form_that_is_not_there_has_no_page(string path) =>
        Assert.NotNull((await web.PageAsync(path, HttpStatusCode.NotFound)).QuerySelector("a.go"));

    private static string Value(IHtmlDocument page) => page.QuerySelector(".figure b")!.TextContent;

    private static string Text(System.IO.Compression.ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
