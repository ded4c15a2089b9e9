using AngleSharp.Dom;

namespace Thads.Tests.Comparison;

public sealed class ComparePageTests(SampleWeb web)
{
    [Fact]
    public async Task The_district_of_2020_beside_2019_with_the_break_of_circulars_named()
    {
        var page = await web.PageAsync("/compare?unit=D05&years=2019-2020");
        var tables = page.QuerySelectorAll("table.compared");

        Assert.Contains("Thông tư 08/2015/TT-BTP", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Tỷ lệ", "76,84 %", "78,35 %", "84,88 %", "+8,04 điểm %", "+6,53 điểm %"], Row(tables[0], "Tỷ lệ"));
        Assert.Equal(["Tỷ lệ", "46,76 %", "47,14 %", "54,75 %", "+7,99 điểm %", "+7,61 điểm %"], Row(tables[1], "Tỷ lệ"));
        Assert.Equal("+15,54 %", Row(tables[0], "Giải quyết xong")[4]);
        Assert.Contains("BTT19", page.QuerySelectorAll("table.list")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_that_is_a_link_opens_its_cell()
    {
        var page = await web.PageAsync("/compare?unit=D05&years=2019-2020");
        var links = page.QuerySelectorAll("table.compared td a").ToList();

        Assert.Equal(2 * 6 * 3, links.Count);
        foreach (var link in links.Take(12))
        {
            var cell = await web.PageAsync(link.GetAttribute("href")!);
            Assert.Contains(link.TextContent.Replace(" %", "", StringComparison.Ordinal), cell.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_district_that_ended_is_there_then_and_in_its_successor_now()
    {
        var then = await web.PageAsync("/compare?unit=TVD&below=1&years=2016&asOf=then");
        var now = await web.PageAsync("/compare?unit=TVD&below=1&years=2016&asOf=now");

        Assert.Contains("Mẫu Mười Sáu", Names(then), StringComparison.Ordinal);
        Assert.DoesNotContain("Mẫu Mười Sáu", Names(now), StringComparison.Ordinal);
        Assert.Equal(Row(then.QuerySelector("table.compared")!, "Tổng số giải quyết"), Row(now.QuerySelector("table.compared")!, "Tổng số giải quyết"));

        static string Names(IDocument page) => string.Join('|', page.QuerySelectorAll("table.compared th[scope=rowgroup]").Select(name => name.TextContent));
    }

    [Fact]
    public async Task The_workbook_has_the_same_numbers_as_numbers()
    {
        using var answer = await web.GetAsync("/compare?unit=D05&years=2019-2020&handler=workbook");
        var text = WorkbookText.Of(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<v>84.88</v>", text, StringComparison.Ordinal);
        Assert.Contains("<v>330118642731</v>", text, StringComparison.Ordinal);
        Assert.Contains("<v>6.53</v>", text, StringComparison.Ordinal); // Both by the rules of now.
    }

    private static string[] Row(IElement table, string cell) => [.. table.QuerySelectorAll("tbody tr").First(row => row.Children[0].TextContent.Trim() == cell).Children
        .Select(child => string.Join(' ', child.TextContent.Split([' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)))];
}
