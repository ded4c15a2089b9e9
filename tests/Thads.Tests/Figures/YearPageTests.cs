using AngleSharp.Html.Dom;
using Thads.Law;
using Thads.Office;

namespace Thads.Tests.Figures;

public sealed class YearPageTests(SampleWeb web)
{
    [Fact]
    public async Task The_start_page_tells_the_year_of_the_founding_story()
    {
        var page = await web.PageAsync("/year?unit=D05");

        Assert.Equal(
            ["5.211", "999", "4.029", "3.420", "84,88", "+4,88", "604,74", "63,88", "330,12", "180,74", "54,75", "+16,75"],
            page.QuerySelectorAll(".tiles b").Select(b => b.TextContent));
        Assert.Contains("+8,04 điểm", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Chi cục THADS huyện Mẫu Năm", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Every_tile_opens_a_page_of_its_own_value()
    {
        var start = await web.PageAsync("/year?unit=D05");
        foreach (var tile in start.QuerySelectorAll(".tiles a"))
        {
            var shown = tile.QuerySelector("b")!.TextContent;
            var cell = await web.PageAsync(tile.GetAttribute("href")!);
            var value = cell.QuerySelector(".figure b")!.TextContent;

            // Money is rounded to tỷ on the tile, and a margin stands beside its rate.
            Assert.Contains(shown, new[] { value, value.Replace(" %", "", StringComparison.Ordinal), Billions(value), Margin(cell) });
            Assert.Empty(cell.QuerySelectorAll(".tag.late"));
        }
    }

    [Fact]
    public async Task The_caseload_of_each_enforcer_opens_into_the_matters()
    {
        var start = await web.PageAsync("/year?unit=D05");
        var loads = start.QuerySelectorAll("table.list tbody tr").Select(row => row.QuerySelector("td a")!).ToList();

        Assert.Equal(["781", "762", "751", "744", "736", "722", "715"], loads.Select(load => load.TextContent));
        var cell = await web.PageAsync(loads[0].GetAttribute("href")!);
        Assert.Equal("781", cell.QuerySelector(".figure b")!.TextContent);
    }

    [Fact]
    public async Task The_year_can_be_read_as_it_was_known_on_a_day()
    {
        var page = await web.PageAsync("/year?unit=D05&year=2020&knownOn=2020-10-02");

        Assert.Equal("3.419", page.QuerySelectorAll(".tiles b")[3].TextContent);
        Assert.Equal("02/10/2020", page.QuerySelector("input[name=knownOn]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_unit_without_matters_has_a_year_of_noughts()
    {
        var page = await web.PageAsync("/year?unit=D01&year=2020");

        Assert.Equal("0", page.QuerySelector(".tiles b")!.TextContent);
    }

    private static string? Margin(IHtmlDocument cell) => cell.QuerySelector(".sum + p")?.TextContent.Split(' ')[^3];

    private static string? Billions(string value) =>
        long.TryParse(value.Replace(".", "", StringComparison.Ordinal), out var units) ? Money.Billions(units).ToString("N2", Words.Format) : null;
}
