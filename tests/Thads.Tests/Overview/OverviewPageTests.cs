using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Thads.Law;
using Thads.Office;

namespace Thads.Tests.Overview;

/// <summary>The dashboards over the sample office: what they say, and that every number on them is the length of the list behind it.</summary>
public sealed class OverviewPageTests(SampleWeb web)
{
    private const string District = "unit=D05&year=2020";

    [Fact]
    public async Task The_head_reads_at_once_why_the_office_stands_where_it_stands()
    {
        var page = await web.PageAsync($"/overview?{District}");
        var answer = Plain(page.QuerySelector(".answer")!);

        Assert.Contains("Giải quyết xong 3.420 trong 4.029 việc có điều kiện thi hành: 84,88 %. Chỉ tiêu 80,00 %, vượt 4,88 điểm %.", answer, StringComparison.Ordinal);
        Assert.Contains("Thụ lý 5.211 việc", answer, StringComparison.Ordinal);
        Assert.Contains("không tính 999 việc theo dõi riêng", answer, StringComparison.Ordinal);
        Assert.Contains("Chấp hành viên Mẫu 01 thụ lý nhiều nhất: 781 việc, gấp 1,05 lần bình quân 744", answer, StringComparison.Ordinal);
        Assert.Contains("22 việc đang giải quyết đã thụ lý từ 10 năm trở lên; cũ nhất là D05-2009-0002", answer, StringComparison.Ordinal);
        Assert.Equal(
            ["84,88", "+4,88", "3.420", "4.029", "5.211", "999", "54,75", "+16,75", "180,74", "330,12", "604,74", "63,88"], page.QuerySelectorAll(".tiles b").Select(b => b.TextContent));
        Assert.Equal(4, page.QuerySelectorAll("figure.chart").Length);
        Assert.All(page.QuerySelectorAll("figure.chart"), figure => Assert.NotEmpty(figure.QuerySelectorAll("table tbody tr")));
    }

    [Fact]
    public async Task What_was_known_on_the_second_of_october_is_another_number()
    {
        var page = await web.PageAsync($"/overview?{District}&knownOn=2020-10-02");

        Assert.Contains("3.419 trong 4.029", Plain(page.QuerySelector(".answer")!), StringComparison.Ordinal);
        Assert.Contains("Tồn tại ngày 02/10/2020", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_year_says_what_is_missing_and_how_it_stands_to_the_even_pace()
    {
        var page = await web.PageAsync("/overview?unit=D05&year=2021&months=2");
        var answer = Plain(page.QuerySelector(".answer")!);

        // 80 % of 898 is 718,4: the 719th reaches it, and 173 are settled. 2/12 of 80 % is 13,33 %.
        Assert.Contains("Còn thiếu 546 việc giải quyết xong để đạt chỉ tiêu năm 80,00 %", answer, StringComparison.Ordinal);
        Assert.Contains("Tiến độ đều 2/12 của chỉ tiêu là 13,33 %: đang vượt 5,94 điểm %", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/overview?unit=D05&year=2020")]
    [InlineData("/overview?unit=TVD&year=2020&on=2020-09-30")]
    [InlineData("/overview?unit=D05&year=2020&knownOn=2020-10-02")]
    [InlineData("/overview/monday?unit=D05")]
    [InlineData("/overview/me?unit=D05&year=2020&officer=CHV07")]
    [InlineData("/overview/statistics?unit=D05&year=2020")]
    [InlineData("/overview/province?unit=TVD&year=2020")]
    public async Task Every_number_that_opens_a_list_is_the_number_of_the_list(string path)
    {
        var page = await web.PageAsync(path);
        var links = page.QuerySelectorAll("main a").Where(a => a.GetAttribute("href")!.StartsWith("/overview/list", StringComparison.Ordinal) && Number(Shown(a)) is not null).ToList();
        var lists = new Dictionary<string, long>();

        Assert.True(links.Count >= (path.Contains("province", StringComparison.Ordinal) ? 2 : 4), $"{links.Count} numbers");
        foreach (var link in links)
        {
            var address = link.GetAttribute("href")!;
            if (!lists.TryGetValue(address, out var number))
            {
                var list = await web.PageAsync(address);
                number = lists[address] = Number(list.QuerySelector(".sum strong")!.TextContent)!.Value;
                var rows = list.QuerySelectorAll("table.list tbody tr").Length;
                Assert.True(address.Contains("what=collected", StringComparison.Ordinal) || rows == Math.Min(number, 200), $"{address}: {rows} rows of {number}");
            }

            // Money on the sheet is in millions.
            Assert.True(Number(Shown(link)) == number || Shown(link) == (number / 1_000_000m).ToString("N1", Words.Format), $"{Shown(link)} opens {number}: {address}");
        }
    }

    [Fact]
    public async Task Every_cell_on_the_dashboard_is_the_cell_of_the_form()
    {
        var page = await web.PageAsync($"/overview?{District}");
        var cells = page.QuerySelectorAll("main a[href^='/figures/']").DistinctBy(a => a.GetAttribute("href")).ToList();

        Assert.True(cells.Count > 100, $"{cells.Count} cells");
        foreach (var link in cells.Where((_, i) => i % 7 == 0))
        {
            var shown = Shown(link).TrimStart('+').Replace(" %", "", StringComparison.Ordinal);
            var cell = await web.PageAsync(link.GetAttribute("href")!);
            var value = cell.QuerySelector(".figure b")!.TextContent.Replace(" %", "", StringComparison.Ordinal);
            Assert.True(shown == value || shown == Billions(value) || Margin(cell) == shown, $"{shown} opens {value}: {link.GetAttribute("href")}");
        }
    }

    [Fact]
    public async Task What_was_open_and_what_moved_make_what_is_open_on_the_sheet()
    {
        var page = await web.PageAsync("/overview/monday?unit=D05");
        var equation = Plain(page.QuerySelector(".equation")!);

        Assert.Equal("Mở đầu kỳ 2.813 + 80 thụ lý mới − 51 giải quyết xong − 1 ủy thác đi − 2 ra khỏi sổ cách khác = còn mở 2.839, trong đó theo dõi riêng 1.021.", equation);
        Assert.Equal(2_839, 2_813 + 80 - 51 - 1 - 2);
        Assert.Contains("Những gì sổ biết thêm từ 02/11/2020 đến hết 10/11/2020", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_units_of_the_province_stand_side_by_side_by_their_own_reports()
    {
        var page = await web.PageAsync("/overview/province?unit=TVD&year=2020");
        var rows = page.QuerySelectorAll("table.list tbody tr").ToList();

        Assert.Equal(15, rows.Count);
        Assert.Contains("Mẫu Năm", rows[4].TextContent, StringComparison.Ordinal);
        Assert.Contains("84,88 %", rows[4].TextContent, StringComparison.Ordinal);
        Assert.Single(rows, row => row.QuerySelector("th a") is not null);
        Assert.Contains("Việc: cả khối đạt 83,45 % so với 80,00 % (+3,45 điểm %); 12 đơn vị trên chỉ tiêu, 3 đơn vị dưới.", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("48,22 %", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("th[aria-sort]"));

        var byLoad = await web.PageAsync(page.QuerySelectorAll("th a.sort").Single(a => a.TextContent.StartsWith("Thụ lý", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("Mẫu Năm", byLoad.QuerySelector("table.list tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_statistician_sees_what_came_in_after_the_period_and_that_the_forms_hold()
    {
        var page = await web.PageAsync($"/overview/statistics?{District}");
        var settled = page.QuerySelectorAll("table.list tbody tr").Single(row => row.TextContent.Contains("Biểu 01 · Giải quyết xong", StringComparison.Ordinal));

        Assert.Equal(["3.419", "3.420", "+1"], settled.QuerySelectorAll("td").Select(td => td.TextContent.Trim()));
        Assert.Equal(4, page.QuerySelectorAll(".tag.fine").Length);
    }

    [Theory]
    [InlineData("thu-truong", null)]
    [InlineData("chap-hanh-vien", "/overview/me")]
    [InlineData("thong-ke", "/overview/statistics")]
    [InlineData("lanh-dao-tinh", "/overview/province")]
    public async Task Everybody_begins_where_their_day_begins(string who, string? place)
    {
        using var visitor = await web.VisitorAsync(who);
        using var answer = await visitor.GetAsync("/overview", TestContext.Current.CancellationToken);

        Assert.Equal(place is null ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(place, answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/overview/list?what=nothing&unit=D05", HttpStatusCode.NotFound)]
    [InlineData("/overview/list?unit=D05", HttpStatusCode.NotFound)]
    [InlineData("/overview/list?what=live&age=ten&unit=D05", HttpStatusCode.NotFound)] // a word nobody knows is no wider list
    [InlineData("/overview/list?what=live&docketed=x&unit=D05", HttpStatusCode.NotFound)]
    [InlineData("/overview/list?what=live&unit=NO", HttpStatusCode.NotFound)]
    [InlineData("/overview/list?what=settled&unit=D05", HttpStatusCode.Conflict)]
    [InlineData("/overview?unit=D05&year=2020&on=2021-01-01", HttpStatusCode.Conflict)]
    [InlineData("/overview?unit=D05&year=2020&on=x", HttpStatusCode.BadRequest)]
    [InlineData("/overview?unit=D05&year=2030", HttpStatusCode.Conflict)]
    [InlineData("/overview/me?officer=NOBODY&unit=D05", HttpStatusCode.NotFound)]
    [InlineData("/overview/monday?unit=D05&first=2020-11-11&last=2020-11-10", HttpStatusCode.Conflict)]
    public async Task What_cannot_be_answered_is_said(string path, HttpStatusCode status)
    {
        var page = await web.PageAsync(path, status);

        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task A_unit_without_matters_has_a_page_that_says_so()
    {
        var page = await web.PageAsync("/overview?unit=D01&year=2020");

        Assert.NotNull(page.QuerySelector(".empty"));
        Assert.Empty(page.QuerySelectorAll("figure.chart"));
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\u00a0", " ", StringComparison.Ordinal);

    /// <summary>The number a link shows: its own text, or the figure in it.</summary>
    private static string Shown(IElement link) => (link.QuerySelector("b") ?? link).TextContent.Replace(" đ", "", StringComparison.Ordinal).Trim();

    private static long? Number(string text) => long.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Billions(string value) => Number(value) is { } units ? Money.Billions(units).ToString("N2", Words.Format) : null;

    private static string? Margin(IHtmlDocument cell) => cell.QuerySelector(".sum + p")?.TextContent.Split(' ')[^3];
}
