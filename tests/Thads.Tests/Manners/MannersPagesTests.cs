using System.Globalization;
using System.Net;
using AngleSharp.Dom;

namespace Thads.Tests.Manners;

/// <summary>How matters ended over the sample office: the communes' part as figures, each opening its matters.</summary>
public sealed class MannersPagesTests(SampleWeb web)
{
    private const string Year = "/direction/manners?unit=D05&first=2019-10-01&last=2020-09-30";

    [Fact]
    public async Task The_part_of_communes_and_persuasion_is_a_figure_of_the_year()
    {
        var page = await web.PageAsync(Year);

        Assert.Contains("Giải quyết xong 3.420 việc; 3.094 việc (93,08 % số thi hành xong) không phải cưỡng chế; 704 việc (21,18 %) sau vận động có xã tham gia.", Plain(page.QuerySelector("p.sum")!), StringComparison.Ordinal);
        Assert.Equal("3.420", Plain(page.QuerySelector("#ways")!.ParentElement!.QuerySelector("tbody tr:last-child td a")!));
        Assert.Equal(15, page.QuerySelectorAll("#communes ~ tbody tr").Length);
        Assert.Equal(3420, page.QuerySelectorAll("#communes ~ tbody tr").Sum(row => Number(row.Children[1])));
        Assert.Equal(3420, page.QuerySelectorAll("#officers ~ tbody tr").Sum(row => Number(row.Children[1])));
        Assert.Equal("2020 3.420", Plain(page.QuerySelector("#years ~ tbody tr")!)[..10]);
    }

    [Fact]
    public async Task Each_number_opens_as_many_matters_as_it_says()
    {
        var page = await web.PageAsync("/direction/manners?unit=D05&first=2020-04-01&last=2020-04-30");
        foreach (var link in page.QuerySelectorAll("main a[href^='/direction/manners/list']").DistinctBy(link => link.GetAttribute("href")).Take(60))
        {
            var list = await web.PageAsync(link.GetAttribute("href")!);
            var said = Plain(list.QuerySelector("p.sum strong")!);
            Assert.Equal(Plain(link), link.GetAttribute("href")!.Contains("measure=money", StringComparison.Ordinal) ? Billions(said) : said);
        }
    }

    [Fact]
    public async Task The_month_of_the_obstacle_is_marked_and_its_coercions_were_put_off()
    {
        var page = await web.PageAsync(Year);
        var april = page.QuerySelectorAll("figure").Single(figure => figure.TextContent.Contains("Cưỡng chế theo tháng", StringComparison.Ordinal)).QuerySelectorAll("tbody tr")[6];

        Assert.Equal("4/2020 0 2 0 5 30 0 dịch bệnh", Plain(april));
        Assert.Equal(3, page.QuerySelectorAll("svg.months rect.hindered").Length); // one in each chart
        Assert.Contains("/direction/obstacles/1", page.QuerySelector(".hindering")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_has_its_page_and_the_whole_goes_out_as_a_workbook()
    {
        var page = await web.PageAsync("/direction/manners/commune?unit=D05&first=2019-10-01&last=2020-09-30&commune=X01");
        Assert.StartsWith("Giải quyết xong 264 việc", Plain(page.QuerySelector("p.sum")!), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await web.GetAsync("/direction/manners/commune?unit=D05&first=2019-10-01&last=2020-09-30&commune=NO")).StatusCode);

        using var answer = await web.GetAsync(Year + "&handler=workbook");
        var rows = WorkbookText.Of(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Split("<row");
        Assert.Contains(rows, row => row.Contains("3420", StringComparison.Ordinal) && row.Contains("704", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("X01", StringComparison.Ordinal) && row.Contains("264", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("first=x", HttpStatusCode.BadRequest)]
    [InlineData("unit=D05&first=2020-09-01&last=2020-01-01", HttpStatusCode.Conflict)]
    [InlineData("unit=NO&first=2020-01-01&last=2020-02-01", HttpStatusCode.NotFound)]
    [InlineData("unit=D05&first=2020-01-01&last=2020-02-01&officer=NO", HttpStatusCode.NotFound)]
    [InlineData("unit=D05&first=01/10/2019&last=30/09/2020", HttpStatusCode.Redirect)]
    public async Task What_cannot_be_asked_is_said(string query, HttpStatusCode status) => Assert.Equal(status, (await web.GetAsync("/direction/manners?" + query)).StatusCode);

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Number(IElement element) => int.Parse(Plain(element).Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static string Billions(string dong) => Law.Money.Billions(long.Parse(dong.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).ToString("N2", Thads.Office.Words.Format);
}
