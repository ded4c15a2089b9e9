using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace Thads.Tests.Warnings;

/// <summary>The early warning of the sample office: the district looked back on 2020 and at the start of 2021, the province by its fifteen units.</summary>
public sealed class WarningPagesTests(SampleWeb web)
{
    [Fact]
    public async Task The_year_that_ended_well_was_out_of_reach_in_April()
    {
        var page = await web.PageAsync("/direction/warning?unit=D05&year=2020");
        var months = page.QuerySelector("figure")!.QuerySelectorAll("tbody tr");

        Assert.Equal("Đã vượt chỉ tiêu", page.QuerySelector("main .columns h2 .tag")!.TextContent);
        Assert.Contains("Cả năm đạt 84,88 %, chỉ tiêu trên 80,00 %: +4,88 điểm %.", Plain(page.QuerySelector("main .columns .panel")!), StringComparison.Ordinal);
        Assert.StartsWith("30/04/2020 47,59 % 46,67 % 72,15 %", Plain(months[6]), StringComparison.Ordinal);
        Assert.EndsWith("Ngoài tầm", Plain(months[6]), StringComparison.Ordinal);
        Assert.Equal(12, months.Length);
        Assert.Equal(7, page.QuerySelectorAll("#behind-matters ~ tbody tr").Length);
    }

    [Fact]
    public async Task Of_the_running_year_it_says_what_is_missing_and_leads_to_the_matters_that_close_it()
    {
        var page = await web.PageAsync("/direction/warning?unit=D05&year=2021");
        var panel = page.QuerySelector("main .columns .panel")!;

        Assert.Equal("Chưa chắc", page.QuerySelector("main .columns h2 .tag")!.TextContent);
        Assert.Contains("Chưa chắc từ cuối tháng 10/2020", Plain(panel), StringComparison.Ordinal);
        Assert.Contains("Còn thiếu 546 việc", Plain(panel), StringComparison.Ordinal);
        var gap = await web.PageAsync(panel.QuerySelector("a[href^='/targets/gap']")!.GetAttribute("href")!);
        Assert.Contains("546", gap.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifteen_units_stand_side_by_side_and_those_by_file_are_marked()
    {
        var page = await web.PageAsync("/direction/warning?unit=TVD&year=2020");
        var rows = page.QuerySelectorAll("#below ~ tbody tr").ToList();

        Assert.Equal((15, 14), (rows.Count, rows.Count(row => Plain(row).Contains("Theo tệp", StringComparison.Ordinal))));
        Assert.Equal(3, rows.Count(row => row.Children[1].TextContent.Trim() == "Không đạt"));
        Assert.Contains("Mẫu Chín", rows[0].TextContent, StringComparison.Ordinal); // by both measures
    }

    [Fact]
    public async Task The_first_page_of_direction_has_it_in_a_line_and_rubbish_is_answered()
    {
        using var head = await web.ClientAsAsync("thu-truong");
        Assert.Contains("đạt 19,27 %, chỉ tiêu trên 80,00 %, từ cuối tháng 10/2020", Plain(SampleWeb.Parsed(await head.GetStringAsync("/direction", TestContext.Current.CancellationToken)).Body!), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await web.GetAsync("/direction/warning?year=x")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await web.GetAsync("/direction/warning?unit=D05&year=2030")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await web.GetAsync("/direction/warning?unit=NO&year=2020")).StatusCode);
    }

    [Fact]
    public async Task The_commands_say_the_same()
    {
        string[] there = ["--db", web.DatabasePath, "--today", "2020-11-10"];
        var warning = await ThadsProcess.RunAsync(["warning", "--unit", "D05", "--year", "2020", "--json", .. there]);
        using var json = JsonDocument.Parse(warning.Output);
        var matters = json.RootElement.GetProperty("units")[0].GetProperty("matters");
        Assert.Equal(("reached", "out_of_reach"), (matters.GetProperty("level").GetString(), matters.GetProperty("points")[6].GetProperty("level").GetString()));

        var manners = await ThadsProcess.RunAsync(["manners", "--unit", "D05", "--year", "2020", .. there]);
        Assert.Contains("sau vận động có xã tham gia: 704 · 21,18 %", manners.Output, StringComparison.Ordinal);
        var obstacles = await ThadsProcess.RunAsync(["obstacles", "list", "--unit", "D05", .. there]);
        Assert.StartsWith("1. Chi cục THADS huyện Mẫu Năm: 01/04/2020–30/04/2020, dịch bệnh", obstacles.Output, StringComparison.Ordinal);
        var wrong = await ThadsProcess.RunAsync(["obstacles", "record", "--unit", "D05", "--cause", "outage", "--hinders", "sleep", "--first", "2020-11-01", "--document", "1", "--document-on", "2020-11-01", "--issuer", "x", .. there]);
        Assert.Equal(3, wrong.Code);
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
