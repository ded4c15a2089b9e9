using System.Text;
using System.Text.RegularExpressions;
using Thads.Tests.Browser;

namespace Thads.Tests.Overview;

public sealed partial class MondayPrintTests(Chromium chromium, SampleWeb web)
{
    [Theory]
    [InlineData("")]
    [InlineData("&lang=en")]
    [InlineData("&first=2019-10-01&last=2020-11-10")]
    public async Task The_sheet_for_monday_prints_on_exactly_one_a4(string more)
    {
        await using var visit = await chromium.VisitAsync(web, "thu-truong");
        await visit.Page.GotoAsync("/overview/monday?unit=D05" + more);
        var pdf = Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));

        Assert.Single(Pages().Matches(pdf));
        Assert.Matches(@"/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", pdf); // A4 upright, in points
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Pages();
}
