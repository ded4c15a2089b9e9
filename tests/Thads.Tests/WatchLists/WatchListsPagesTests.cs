using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace Thads.Tests.WatchLists;

/// <summary>The watch-lists of the sample office: pages, plans, workbook and command say the same.</summary>
public sealed class WatchListsPagesTests(SampleWeb web)
{
    [Fact]
    public async Task The_settled_of_banks_is_that_of_the_form_and_opens_into_its_matters()
    {
        var page = await web.PageAsync("/direction/watch/banks?unit=D05&on=2020-09-30");
        var form = await web.PageAsync("/figures/01/cell?row=IV.1&cell=settled&unit=D05&year=2020");
        var tile = page.QuerySelectorAll(".tiles a")[2];
        var behind = await web.PageAsync(tile.GetAttribute("href")!);

        Assert.Equal(Plain(form.QuerySelector(".figure b")!), Plain(tile.QuerySelector("b")!)); // As form 01 counts row IV.1.
        Assert.StartsWith(Plain(tile.QuerySelector("b")!) + " việc", Plain(behind.QuerySelector(".counted")!), StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelector("#groups")!.ParentElement!.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task The_head_sees_what_changed_since_he_looked_and_a_plan_for_several_matters()
    {
        using var head = await web.ClientAsAsync("thu-truong");
        const string Page = "/direction/watch/long-standing?unit=D05&band=10";
        var before = SampleWeb.Parsed(await head.GetStringAsync(Page, TestContext.Current.CancellationToken));
        Assert.Contains("chưa xem danh sách này", Plain(before.QuerySelector("#since")!), StringComparison.Ordinal);
        using var looked = await SampleWeb.SubmitAsync(head, Page, "/direction/watch/long-standing?unit=D05&band=10");
        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        var codes = before.QuerySelectorAll("#matters tbody input[name=matter]").Select(box => box.GetAttribute("value")!).TakeLast(2).ToList();
        var form = $"/direction/watch/plan?list=long-standing&unit=D05&band=10&matter={codes[0]}&matter={codes[1]}";
        using var planned = await SampleWeb.SubmitAsync(head, form, form, ("Matters", string.Join('\n', codes)), ("What", "Thử kế hoạch"), ("DueOn", "30/12/2020"), ("State", "open"), ("Officer", "CHV01"));
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);

        var after = SampleWeb.Parsed(await head.GetStringAsync(Page, TestContext.Current.CancellationToken));

        Assert.Contains("2 kế hoạch mới hoặc đã sửa", Plain(after.QuerySelector("#since")!), StringComparison.Ordinal);
        Assert.Equal(2, after.QuerySelectorAll("#matters tbody tr").Count(row => Plain(row).Contains("Thử kế hoạch", StringComparison.Ordinal)));
        using var late = await SampleWeb.SubmitAsync(head, form, form, ("Matters", codes[0]), ("What", "Thử"), ("DueOn", "01/11/2020"), ("State", "open"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task The_workbook_and_the_command_hold_the_matters_of_the_page()
    {
        var page = await web.PageAsync("/direction/watch/corruption?unit=D05");
        var codes = page.QuerySelectorAll("#matters tbody th a").Select(Plain).ToList();
        using var answer = await web.GetAsync("/direction/watch/corruption?unit=D05&handler=workbook");
        var workbook = WorkbookText.Of(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var told = await ThadsProcess.RunAsync("watch-lists", "show", "corruption", "--unit", "D05", "--json", "--today", "2020-11-10", "--db", web.DatabasePath);
        using var json = JsonDocument.Parse(told.Output);

        Assert.Equal(22, codes.Count);
        Assert.All(codes, code => Assert.Contains(code, workbook, StringComparison.Ordinal));
        Assert.Equal(codes, json.RootElement.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("matter").GetString()));
        Assert.Equal(int.Parse(Plain(page.QuerySelector(".tiles b")!), CultureInfo.InvariantCulture), json.RootElement.GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("requests", "list", "--unit", "D05", "--state", "overdue")]
    [InlineData("directions", "list", "--unit", "D05", "--kind", "petition")]
    [InlineData("partners", "list", "--unit", "D05", "--year", "2020", "--kind", "commune_committee")]
    [InlineData("partners", "show", "UB-X01", "--year", "2020")]
    public async Task What_is_on_the_pages_of_coordination_is_on_the_command_line(params string[] arguments)
    {
        var told = await ThadsProcess.RunAsync([.. arguments, "--json", "--today", "2020-11-10", "--db", web.DatabasePath]);
        var said = await ThadsProcess.RunAsync([.. arguments, "--today", "2020-11-10", "--db", web.DatabasePath]);
        using var json = JsonDocument.Parse(told.Output);

        Assert.True(json.RootElement.GetProperty("rows").GetArrayLength() > 0);
        Assert.Equal((0, 0), (told.Code, said.Code));
        Assert.Equal(json.RootElement.GetProperty("rows").GetArrayLength(), said.Output.Trim().Split('\n').Length);
        Assert.Equal(3, (await ThadsProcess.RunAsync("requests", "list", "--unit", "D05", "--state", "nothing", "--today", "2020-11-10", "--db", web.DatabasePath)).Code);
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
