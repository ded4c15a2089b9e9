using System.Net;
using AngleSharp.Dom;
using Thads.Office.Acts;
using Thads.Tests.Administration;

namespace Thads.Tests.Targets;

/// <summary>Targets over the sample office, and the form that assigns them in an office of its own.</summary>
public sealed class TargetPagesTests(SampleWeb web)
{
    [Fact]
    public async Task The_district_stands_above_both_its_targets_and_every_rate_opens_its_cell()
    {
        var page = await web.PageAsync("/targets?unit=D05&year=2020");
        var rows = page.QuerySelectorAll("table.list").Take(2).Select(table => Cells(table.QuerySelector("tbody tr")!)).ToList();

        Assert.Equal(["Chi cục THADS huyện Mẫu Năm", "trên 80,00 %", "cả năm", "80,00 %", "84,88 %", "+4,88", "đã vượt"], rows[0]);
        Assert.Equal(["Chi cục THADS huyện Mẫu Năm", "trên 38,00 %", "cả năm", "38,00 %", "54,75 %", "+16,75", "đã vượt"], rows[1]);
        Assert.Equal(8, page.QuerySelectorAll("table.list")[0].QuerySelectorAll("tbody tr").Length);
        foreach (var link in page.QuerySelectorAll("table.list")[0].QuerySelectorAll("tbody td a").Take(3))
        {
            var cell = await web.PageAsync(link.GetAttribute("href")!);
            Assert.Contains(link.TextContent.Replace(" %", "", StringComparison.Ordinal), cell.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_province_sees_its_units_those_by_file_marked_and_both_ways_to_compare_when_asked()
    {
        var year = await web.PageAsync("/targets?unit=TVD&year=2020");
        var months = await web.PageAsync("/targets?unit=D05&year=2021&months=2&both=1");

        Assert.Equal(16, year.QuerySelectorAll("table.list")[0].QuerySelectorAll("tbody tr").Length);
        Assert.Equal("83,45 %", Cells(year.QuerySelector("table.list tbody tr")!)[4]);
        Assert.Equal(14, year.QuerySelectorAll("table.list")[0].QuerySelectorAll("tbody th .tag").Length);
        // 19,27 % to 80,00 and to 2/12 of it, 13,33.
        Assert.Equal(["19,27 %", "−60,73", "+5,94", "546"], Cells(months.QuerySelector("table.list tbody tr")!)[4..]);
        Assert.Contains("khoảng 80 %", months.QuerySelector("figure.chart figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(year.QuerySelectorAll("figure.chart"));
    }

    [Fact]
    public async Task The_gap_is_closed_by_exactly_as_many_matters_as_are_missing_each_with_owner_and_reasons()
    {
        var page = await web.PageAsync("/targets/gap?unit=D05&year=2021&months=2");
        var told = page.QuerySelector("main .panel")!.TextContent;
        var rows = page.QuerySelectorAll("table.list tbody tr");

        Assert.Contains("Xong 173 trong 898 việc có điều kiện: 19,27 %", told, StringComparison.Ordinal);
        Assert.Contains("Còn thiếu đúng 546 việc", told, StringComparison.Ordinal);
        Assert.Contains("sau khi xong: 80,07 %", told, StringComparison.Ordinal);
        Assert.Equal(200, rows.Length);
        Assert.All(rows, row => Assert.StartsWith("/matters/D05-", row.QuerySelector("th a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains("(+", row.QuerySelectorAll("td")[^1].TextContent, StringComparison.Ordinal));
        Assert.Equal(rows.Select(row => int.Parse(Cells(row)[5], Office.Words.Format)).Order(), rows.Select(row => int.Parse(Cells(row)[5], Office.Words.Format)));
    }

    [Theory]
    [InlineData("/targets/gap?unit=D05&year=2021&months=2&officer=CHV01", HttpStatusCode.Conflict)] // No target of its own.
    [InlineData("/targets/gap?unit=D05&year=2021&measure=cakes", HttpStatusCode.OK)]
    [InlineData("/targets?unit=NOBODY&year=2020", HttpStatusCode.NotFound)]
    [InlineData("/targets?unit=D05&year=-1", HttpStatusCode.BadRequest)]
    [InlineData("/targets/assign?unit=D05&year=999999999999", HttpStatusCode.NotFound)]
    [InlineData("/targets/assign", HttpStatusCode.NotFound)]
    [InlineData("/compare?unit=D05&years=2020-2016", HttpStatusCode.BadRequest)]
    [InlineData("/compare?unit=D05&years=2500", HttpStatusCode.Conflict)]
    [InlineData("/compare?unit=D05&with=NOBODY&years=2020", HttpStatusCode.NotFound)]
    public async Task Rubbish_is_answered_with_its_reason(string path, HttpStatusCode expected) => await web.PageAsync(path, expected);

    [Fact]
    public async Task A_decision_is_typed_corrected_recorded_once_and_read_in_the_history()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("truong", Role.Head, "D1");
        const string Form = "/targets/assign?unit=D1&year=2027&to=units";
        (string, string)[] typed = [("Authority", "Cục trưởng"), ("Decision", "12/QĐ"), ("DecidedOn", "15/11/2026"), ("Pace", "prorata"), ("matters0", "80,5"), ("money0", "")];

        var wrong = await AdminOffice.SendAsync(http, Form, [.. typed[..4], ("matters0", "80.5"), ("money0", "101")]);
        var future = await AdminOffice.SendAsync(http, Form, [.. typed[..2], ("DecidedOn", "21/11/2026"), .. typed[3..]]);
        var first = await AdminOffice.SendWithAsync(http, Form, "một khóa", typed);
        var second = await AdminOffice.SendWithAsync(http, Form, "một khóa", typed);

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(("80.5", "Cục trưởng"), (wrong.Page.QuerySelector("[name=matters0]")!.GetAttribute("value"), wrong.Page.QuerySelector("[name=Authority]")!.GetAttribute("value")));
        Assert.Equal(2, wrong.Page.QuerySelectorAll("#errors li").Length);
        Assert.Equal(HttpStatusCode.Conflict, future.Status);
        Assert.Contains("sau hôm nay", future.Page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.Equal(1, await office.CountAsync("target"));
        var history = (await AdminOffice.PageAsync(http, first.To!)).QuerySelectorAll("table.list")[^1];
        Assert.Equal(["12/QĐ", "15/11/2026", "Cục trưởng", "Chi cục Một", "việc", "trên 80,50 % · theo tháng (n/12)", "đang áp dụng"], Cells(history.QuerySelector("tbody tr")!)[..7]);
    }

    [Fact]
    public async Task Who_does_not_direct_the_unit_finds_no_form()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var enforcer = await office.ClientAsync("chv", Role.Enforcer, "D1");
        using var other = await office.ClientAsync("truong-hai", Role.Head, "D2");

        Assert.Null((await AdminOffice.PageAsync(enforcer, "/targets?unit=D1&year=2027&months=1")).QuerySelector("a.go"));
        await AdminOffice.PageAsync(enforcer, "/targets/assign?unit=D1&year=2027", HttpStatusCode.Forbidden);
        await AdminOffice.PageAsync(other, "/targets/assign?unit=D1&year=2027", HttpStatusCode.NotFound);
    }

    private static string[] Cells(IElement row) => [.. row.Children.Select(cell => string.Join(' ', cell.TextContent.Split([' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)))];
}
