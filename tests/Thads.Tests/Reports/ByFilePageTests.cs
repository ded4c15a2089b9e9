using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Thads.Office.Acts;
using Thads.Tests.Administration;

namespace Thads.Tests.Reports;

/// <summary>Units that report by file, over HTTP, in an office of its own: of the year 2025 nothing is in the books of D1 and D2.</summary>
public sealed class ByFilePageTests
{
    private const string Address = "/reports/by-file?unit=T&year=2025&months=12";
    private const string Typing = "/reports/by-file/D2?year=2025&months=12&under=T";
    private const string File = "unit,year,months,measure,total,carried,new,due,enforceable,settled,rate\nD1,2025,12,matters,100,30,70,100,80,60,75.00\nD2,2025,12,matters,50,20,31,50,40,20,50.00\n";

    [Fact]
    public async Task A_file_is_checked_shown_and_recorded_and_a_correction_asks_for_its_reason()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("thong-ke", Role.Statistician, "T");
        Assert.Equal(2, (await AdminOffice.PageAsync(http, Address)).QuerySelectorAll(".tag.soon").Length);

        var check = await SendFileAsync(http, File);
        Assert.Equal(1, check.QuerySelectorAll("section.panel .tag.late").Length);
        Assert.Contains("P01", check.QuerySelector("section.panel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("30 thì khớp", check.QuerySelector("section.panel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await office.CountAsync("reported_figure"));

        var recorded = await RecordAsync(http, check);
        Assert.Equal((HttpStatusCode.Redirect, $"{Address}&done=2"), (recorded.Status, recorded.To));
        Assert.Equal(recorded.To, (await RecordAsync(http, check)).To); // pressed twice
        Assert.Equal(2, await office.CountAsync("reported_figure"));
        var listed = await AdminOffice.PageAsync(http, recorded.To!);
        Assert.Equal(["Theo tệp", "Theo tệp"], listed.QuerySelectorAll("td .tag").Select(tag => tag.TextContent).Where(text => text == "Theo tệp"));
        Assert.Contains("thong-ke, b.csv", listed.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Single(listed.QuerySelectorAll("tbody .tag.late"));

        var mended = await SendFileAsync(http, File.Replace("20,31", "20,30", StringComparison.Ordinal));
        Assert.Contains("31 → 30", mended.QuerySelector("section.panel")!.TextContent, StringComparison.Ordinal);
        var silent = await RecordAsync(http, mended);
        Assert.Equal(HttpStatusCode.Conflict, silent.Status);
        Assert.Contains("lý do", silent.Page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(silent.Page.QuerySelector("input[name=Reason]"));
        Assert.Equal($"{Address}&done=1", (await RecordAsync(http, mended, ("Reason", "gõ nhầm"))).To);
        Assert.Contains("thay cho 1 lần báo cáo trước: gõ nhầm", (await AdminOffice.PageAsync(http, Address)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_typed_as_people_write_them_and_stay_in_the_form()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("thong-ke", Role.Statistician, "T");

        var wrong = await AdminOffice.SendAsync(http, Typing, ("matters.total", "1.23"), ("money.settled", "<b>"));
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Equal(2, wrong.Page.QuerySelectorAll("section.panel .tag.late").Length);
        Assert.Null(wrong.Page.QuerySelector("input[name=Rows]"));
        Assert.Equal("1.23", wrong.Page.QuerySelector("input[name='matters.total']")!.GetAttribute("value"));
        Assert.Equal("<b>", wrong.Page.QuerySelector("input[name='money.settled']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Conflict, (await AdminOffice.SendAsync(http, Typing)).Status);

        var typed = await AdminOffice.SendAsync(
            http, Typing, ("matters.total", "1.234"), ("matters.enforceable", "1 000"), ("matters.settled", "848"), ("matters.rate", "84,80 %".Replace(" %", "", StringComparison.Ordinal)), ("money.total", "5.000.000.000"));
        Assert.Equal($"{Address}&done=2", (await RecordAsync(http, typed.Page)).To);
        var again = await AdminOffice.PageAsync(http, Typing);
        Assert.Equal(("1.234", "84,80", "5.000.000.000"), (Value(again, "matters.total"), Value(again, "matters.rate"), Value(again, "money.total")));
    }

    [Fact]
    public async Task A_unit_does_not_bring_in_its_own_figures_nor_those_of_its_neighbour()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("thong-ke-1", Role.Statistician, "D1");
        using var reader = await office.ClientAsync("ke-toan", Role.Accountant, "T");

        Assert.Contains("không có đơn vị cấp dưới", (await AdminOffice.PageAsync(http, "/reports/by-file")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await AdminOffice.PageAsync(http, Address, HttpStatusCode.NotFound);
        await AdminOffice.PageAsync(http, Typing, HttpStatusCode.NotFound);
        await AdminOffice.PageAsync(http, "/reports/by-file/D1?year=2025&months=12", HttpStatusCode.NotFound);
        await AdminOffice.PageAsync(reader, Address, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("unit;year\nD1;2025")]
    [InlineData("\0\u0001")]
    public async Task Rubbish_is_refused_with_its_place(string text)
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("thong-ke", Role.Statistician, "T");

        var page = await SendFileAsync(http, text, HttpStatusCode.BadRequest);

        Assert.NotEmpty(page.QuerySelectorAll("#errors li"));
        Assert.Equal(0, await office.CountAsync("reported_figure"));
    }

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector($"input[name='{name}']")!.GetAttribute("value");

    private static async Task<IHtmlDocument> SendFileAsync(HttpClient http, string text, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var token = (await AdminOffice.PageAsync(http, Address)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Upload", "b.csv" } };
        using var answer = await http.PostAsync(Address + "&handler=check", content, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends the form that a check ends with.</summary>
    private static async Task<(HttpStatusCode Status, string? To, IHtmlDocument Page)> RecordAsync(HttpClient http, IHtmlDocument check, params (string Name, string Value)[] more)
    {
        var form = (IHtmlFormElement)check.QuerySelector("form[action*='handler=record']")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).Concat(more)
            .Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(form.GetAttribute("action"), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
