using System.Net;
using AngleSharp.Dom;

namespace Thads.Tests.Campaigns;

/// <summary>The campaign of 2020 over the sample office: how it stood, what it brought, when the next is best; and the forms.</summary>
public sealed class CampaignPagesTests(SampleWeb web)
{
    [Fact]
    public async Task The_campaign_of_2020_settled_420_455_and_430_matters_against_60_to_266()
    {
        var page = await web.PageAsync("/direction/campaigns/1/measure");
        var months = page.QuerySelectorAll("figure table tbody tr").Select(row => row.Children.Select(Plain).ToList()).ToList();

        Assert.Equal(["420", "455", "430"], months.Where(row => row[1] == "cả tháng").Select(row => row[2]));
        Assert.Equal(["120", "210", "266", "225", "229", "260", "60", "235", "510"], months.Where(row => row[1] == "không").Select(row => row[2]));
        Assert.Contains("Trong đợt mỗi tháng cả đơn vị giải quyết xong 435,0 việc; các tháng khác của năm mỗi tháng 235,0 việc.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("phân biệt được với không có gì", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll("#years").Single().ParentElement!.QuerySelectorAll("tbody tr").Length); // with 2016 to 2019
    }

    [Fact]
    public async Task A_number_of_the_campaign_opens_into_matters_that_add_up_to_it()
    {
        var page = await web.PageAsync("/direction/campaigns/1?on=15/07/2020");
        var tile = page.QuerySelector(".tiles a")!;
        var list = await web.PageAsync(tile.GetAttribute("href")!);

        Assert.Equal("510", Plain(tile.QuerySelector("b")!));
        Assert.StartsWith("510 việc", Plain(list.QuerySelector("main strong")!), StringComparison.Ordinal);
        Assert.Equal(510, page.QuerySelectorAll("table:has(#officers) tbody tr, #officers").OfType<IElement>().Where(row => row.LocalName == "tr").Sum(row => int.Parse(Plain(row.Children[3]), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_next_is_proposed_with_its_reasons()
    {
        var page = await web.PageAsync("/direction/campaigns/time?unit=D05&year=2021&length=3");

        Assert.StartsWith("Đề xuất: từ ", Plain(page.QuerySelector("#best")!), StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll("section[aria-labelledby=best] li").Length);
        Assert.Equal(12, page.QuerySelector("#by-month")!.ParentElement!.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(3, page.QuerySelector("#by-month")!.ParentElement!.QuerySelectorAll("tbody abbr").Count(mark => mark.TextContent == "●"));
    }

    [Theory]
    [InlineData("campaign-plan")]
    [InlineData("campaign-bulletin")]
    [InlineData("campaign-closing")]
    public async Task A_paper_comes_as_a_document(string kind)
    {
        using var answer = await web.GetAsync($"/direction/campaigns/1?handler=paper&kind={kind}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_campaign_is_planned_given_goals_and_its_list_closed_by_its_forms()
    {
        using var head = await web.ClientAsAsync("thu-truong");
        using var wrong = await SampleWeb.SubmitAsync(head, "/direction/campaigns/plan", "/direction/campaigns/plan", Plan("Đợt sai", "01/12/2020", "30/11/2020"));
        var again = SampleWeb.Parsed(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("trước ngày đầu", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Đợt sai", again.QuerySelector("[name=Name]")!.GetAttribute("value"));

        using var planned = await SampleWeb.SubmitAsync(head, "/direction/campaigns/plan", "/direction/campaigns/plan", Plan("Đợt thử của thử nghiệm", "01/12/2020", "31/01/2021"));
        var address = planned.Headers.Location!.ToString();
        var preview = SampleWeb.Parsed(await head.GetStringAsync(address, TestContext.Current.CancellationToken));
        var sum = preview.QuerySelectorAll("#officers").Single().ParentElement!.QuerySelectorAll("tbody tr").Sum(row => int.Parse(Plain(row.Children[1]).Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains($"{sum.ToString("N0", Office.Words.Format)} việc", preview.QuerySelector("section.panel strong")!.TextContent, StringComparison.Ordinal);

        using var goals = await SampleWeb.SubmitAsync(head, $"{address}/goals", $"{address}/goals", ("Matters0", "100"), ("Money0", "2 tỷ"));
        Assert.Equal(HttpStatusCode.Redirect, goals.StatusCode);
        using var told = await SampleWeb.SubmitAsync(head, $"{address}/freeze", $"{address}/freeze", ("On", "10/11/2020"));
        Assert.Contains($"{sum.ToString("N0", Office.Words.Format)} việc", await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var frozen = await SampleWeb.SubmitAsync(head, $"{address}/freeze", $"{address}/freeze", ("On", "10/11/2020"), ("Sure", "true"));
        Assert.Equal(HttpStatusCode.Redirect, frozen.StatusCode);
        Assert.Contains("/ 100", (SampleWeb.Parsed(await head.GetStringAsync(address, TestContext.Current.CancellationToken))).QuerySelector(".tiles")!.TextContent, StringComparison.Ordinal);
    }

    private static (string, string)[] Plan(string name, string first, string last) =>
        [("Unit", "D05"), ("Name", name), ("Plan", "88/KH"), ("PlannedOn", "10/11/2020"), ("FirstOn", first), ("LastOn", last), ("Leader", "Lãnh đạo Mẫu 02"), ("States", "in_progress"), ("Officer", "CHV07")];

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
