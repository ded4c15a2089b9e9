using System.Net;
using AngleSharp.Html.Dom;

namespace Thads.Tests.Narrative;

public sealed class YearlyPageTests(SampleWeb web)
{
    private const string Year2020 = "/yearly?unit=D05&year=2020";

    [Fact]
    public async Task The_report_stands_on_the_page_in_its_order_and_its_numbers_open_their_source()
    {
        var page = await web.PageAsync(Year2020);

        var report = page.QuerySelector("article.report")!;
        Assert.Contains("đạt tỷ lệ 84,88", report.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.StartsWith("I. ĐẶC ĐIỂM", report.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        var links = report.QuerySelectorAll("a").Cast<IHtmlAnchorElement>().Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.True(links.Count > 100, $"{links.Count} links");
        foreach (var link in links.Where((_, i) => i % 5 == 0))
        {
            using var answer = await web.GetAsync(link);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{link}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_cell_by_manner_opens_a_list_that_adds_up_to_it()
    {
        var page = await web.PageAsync(Year2020);
        var link = page.QuerySelectorAll("article.report td a").Cast<IHtmlAnchorElement>().First(a => a.GetAttribute("href")!.Contains("which=coercion&", StringComparison.Ordinal) || a.GetAttribute("href")!.EndsWith("which=coercion", StringComparison.Ordinal));

        var list = await web.PageAsync(link.GetAttribute("href")!);

        Assert.StartsWith($"{link.TextContent} việc", list.QuerySelector("p.lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture), list.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "bao-cao-D05-2020.docx")]
    [InlineData("news", "text/plain", "ban-tin-D05-2020.txt")]
    public async Task The_document_and_the_news_text_are_files(string handler, string type, string name)
    {
        using var answer = await web.GetAsync($"{Year2020}&handler={handler}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((type, name), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
    }

    [Fact]
    public async Task A_number_that_cannot_be_is_refused_and_what_was_typed_stays()
    {
        using var head = await web.VisitorAsync("thu-truong");
        const string page = "/yearly/number/matters.rate?unit=D05&year=2020";

        using var refused = await SampleWeb.SubmitAsync(head, page, page, ("Value", "84.88"), ("Reason", "thử"), ("Key", "yearly-1"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var again = SampleWeb.Parsed(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("84.88", again.QuerySelector("input[name=Value]")!.GetAttribute("value"));
        Assert.Contains("84.88", again.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_written_on_its_page_and_stands_in_the_report()
    {
        using var head = await web.VisitorAsync("thu-truong");
        const string page = "/yearly/text/kien-nghi?unit=D05&year=2019";

        using var saved = await SampleWeb.SubmitAsync(head, page, page, ("Text", "Kiến nghị viết trên trang."), ("Known", ""), ("Key", "yearly-2"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Kiến nghị viết trên trang.", (await web.PageAsync("/yearly?unit=D05&year=2019")).QuerySelector("article.report")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_reads_finds_no_form_and_no_page_to_write()
    {
        using var reader = await web.VisitorAsync("ke-toan");

        var number = SampleWeb.Parsed(await reader.GetStringAsync("/yearly/number/matters.rate?unit=D05&year=2020", TestContext.Current.CancellationToken));
        using var text = await reader.GetAsync("/yearly/text/uu-diem?unit=D05&year=2020", TestContext.Current.CancellationToken);

        Assert.Null(number.QuerySelector("input[name=Value]"));
        Assert.NotEqual(HttpStatusCode.OK, text.StatusCode);
    }
}
