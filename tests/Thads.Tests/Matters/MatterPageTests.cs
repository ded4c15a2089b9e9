using System.Net;
using Thads.Matters;

namespace Thads.Tests.Matters;

public sealed class MatterPageTests(SampleWeb web)
{
    [Fact]
    public async Task A_matter_shows_its_steps_the_newest_first()
    {
        var page = await web.PageAsync("/matters/D05-2016-1423");

        var days = page.QuerySelector(".timeline")!.QuerySelectorAll("time").Select(day => day.GetAttribute("datetime")!).ToList();
        Assert.True(days.Count > 5);
        Assert.Equal(days.OrderByDescending(day => day, StringComparer.Ordinal), days);
        Assert.Contains("Thụ lý", page.QuerySelector(".timeline li:last-child")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_on_the_lines_is_what_is_left_of_the_matter()
    {
        var separate = await web.PageAsync("/figures/02/cell?row=I&cell=separate&unit=D05&year=2020");
        var link = separate.QuerySelector("table.moves th a")!;
        var page = await web.PageAsync(link.GetAttribute("href")!);

        var left = page.QuerySelectorAll("section table")[0].QuerySelectorAll("tbody td:nth-last-child(2)").Sum(cell => Number(cell.TextContent));
        Assert.Equal(Number(page.QuerySelector(".figure b")!.TextContent), left);
    }

    [Fact]
    public async Task A_voided_step_is_shown_as_voided_and_its_moves_as_taken_back()
    {
        var page = await web.PageAsync("/matters/D05-2018-0768?voided=1");

        Assert.Contains("đã hủy", page.QuerySelector("li.void")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("section:last-of-type td"), cell => cell.TextContent.Contains("ghi ngược", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_voided_is_one_click_away()
    {
        var page = await web.PageAsync("/matters/D05-2018-0768");
        Assert.Empty(page.QuerySelectorAll("li.void"));

        var whole = await web.PageAsync(page.QuerySelector("a[href$='voided=1']")!.GetAttribute("href")!);

        Assert.Equal(2, whole.QuerySelectorAll("li.void").Length);
        Assert.Equal("/matters/D05-2018-0768", whole.QuerySelector("section p.screen a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_identity_number_is_masked_until_asked_for()
    {
        var page = await web.PageAsync("/matters/D05-2016-1423");

        var masked = page.QuerySelector("details.masked")!;
        var whole = masked.ChildNodes[^1].TextContent.Trim();
        Assert.False(masked.HasAttribute("open"));
        Assert.EndsWith("••••" + whole[^4..], masked.QuerySelector("summary")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain(whole, masked.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_happened_says_who_wrote_it()
    {
        var page = await web.PageAsync("/matters/D05-2016-1423");

        Assert.All(page.QuerySelectorAll(".timeline li"), item => Assert.Contains("thao tác 1", item.QuerySelector(".by")!.TextContent, StringComparison.Ordinal));
        Assert.Equal("/acts/1", page.QuerySelector(".timeline li .by a")!.GetAttribute("href"));
        using var enforcer = await web.ClientAsAsync("chap-hanh-vien");
        Assert.Equal(HttpStatusCode.OK, (await enforcer.GetAsync("/acts/1", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/matters/NOBODY")]
    [InlineData("/matters/125/Q%C4%90-THADS")]
    [InlineData("/matters/a%2Fb%20c")]
    [InlineData("/matters/'%20OR%20'1'='1")]
    [InlineData("/matters/~Li4")] // the code ..
    [InlineData("/matters/~no%20code")]
    public async Task A_matter_that_is_not_in_the_books_is_said_so_with_a_way_on(string path)
    {
        var page = await web.PageAsync(path, HttpStatusCode.NotFound);

        Assert.Contains("Không có việc", page.QuerySelector(".errors li")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.go"));
    }

    [Theory]
    [InlineData("125/QĐ-THADS", "/matters/125/Q%C4%90-THADS")]
    [InlineData("a b+c?", "/matters/a%20b%2Bc%3F")]
    [InlineData("../x", "/matters/~Li4veA")]
    [InlineData("a//b", "/matters/~YS8vYg")]
    [InlineData("a%2fb", "/matters/~YSUyZmI")]
    [InlineData("~a", "/matters/~fmE")]
    public void Any_code_has_an_address(string code, string address)
    {
        Assert.Equal(address, MatterAddress.Of(code));
        Assert.Equal(code, MatterAddress.Read(Uri.UnescapeDataString(address["/matters/".Length..])));
    }

    private static long Number(string text) => text.Trim() == "–" ? 0 : long.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
