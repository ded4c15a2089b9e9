using Deque.AxeCore.Playwright;
using Thads.Office.Exchange.Samples.Sheets;

namespace Thads.Tests.Browser;

/// <summary>A register from the file to the check, as a person does it; the books of the sample office are not changed by it.</summary>
public sealed class ImportJourneyTests(Chromium chromium, SampleWeb web) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-journey-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_page_of_an_import_is_without_barrier_and_fits_small_screens()
    {
        await using var visit = await chromium.VisitAsync(web, "thu-ky");
        var page = visit.Page;
        await UploadAsync(visit);
        await AssertSoundAsync(visit);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Lưu và kiểm tra" }).ClickAsync();
        await page.WaitForSelectorAsync("#refused");
        await AssertSoundAsync(visit);
        await page.GotoAsync("/import?lang=en");
        await AssertSoundAsync(visit);

        Assert.Contains("d05-so-theo-doi.xlsx", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Without_scripts_it_goes_the_same_way()
    {
        await using var visit = await chromium.VisitAsync(web, "thong-ke", script: false);
        await UploadAsync(visit);
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Lưu và kiểm tra" }).ClickAsync();
        await visit.Page.WaitForSelectorAsync("#refused");

        Assert.Contains("145 việc xếp được; 15 dòng không", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task UploadAsync(Visit visit)
    {
        SampleSheets.Write(_folder);
        await visit.Page.GotoAsync("/import");
        await visit.Page.SetInputFilesAsync("input[type=file]", Path.Combine(_folder, "d05-so-theo-doi.xlsx"));
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Gửi và kiểm tra" }).ClickAsync();
        await visit.Page.WaitForSelectorAsync("select[name=c-decision_number]");
    }

    private static async Task AssertSoundAsync(Visit visit)
    {
        var found = await visit.Page.RunAxe();
        Assert.Empty(found.Violations.SelectMany(violation => violation.Nodes, (violation, node) => $"{violation.Id}: {node.Html}"));
        foreach (var width in new[] { 360, 683, 1366 })
        {
            await visit.Page.SetViewportSizeAsync(width, 768);
            Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{visit.Page.Url} is wider than {width} pixels");
        }
    }
}
