using Microsoft.Playwright;
using Thads.Office.Exchange.Samples.Sheets;

namespace Thads.Tests.Browser;

/// <summary>Pictures of the main screens. `THADS_SCREENS=1` keeps them in docs/screens; every run takes them.</summary>
public sealed class ScreensTests(Chromium chromium, SampleWeb web)
{
    private const string District = "unit=D05&year=2020";

    public static TheoryData<string, string, string> Screens => new()
    {
        { "start", "", "/" },
        { "sign-in", "", "/sign-in" },
        { "overview", "thu-truong", $"/overview?{District}" },
        { "own", "chap-hanh-vien", "/overview/me" },
        { "statistics", "thong-ke", "/overview/statistics" },
        { "province", "lanh-dao-tinh", "/overview/province?unit=TVD&year=2020" },
        { "monday", "thu-truong", "/overview/monday?unit=D05" },
        { "matters", "thu-truong", "/matters?unit=D05&state=not_enforceable&sort=-left" },
        { "matter", "thu-truong", "/matters/D05-2016-1423" },
        { "year", "thu-truong", $"/year?{District}" },
        { "form-01", "thong-ke", $"/figures/01?{District}" },
        { "cell", "thong-ke", $"/figures/01/cell?row=I&cell=settled&{District}" },
        { "act", "thong-ke", "/acts/1" },
        { "account", "thu-truong", "/account" },
        { "people", "quan-tri", "/admin/people" },
        { "units", "quan-tri", "/admin/units" },
        { "settings", "quan-tri", "/admin/settings" },
        { "acts", "quan-tri", "/admin/acts" },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_screen_can_be_looked_at(string name, string who, string address)
    {
        await using var visit = await chromium.VisitAsync(web, who);
        var answer = await visit.Page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
        await KeepAsync(visit.Page, name);
    }

    [Fact]
    public async Task An_import_can_be_looked_at_on_its_way()
    {
        var folder = Directory.CreateTempSubdirectory("thads-screens-").FullName;
        try
        {
            SampleSheets.Write(folder);
            await using var visit = await chromium.VisitAsync(web, "thong-ke");
            await visit.Page.GotoAsync("/import");
            await visit.Page.SetInputFilesAsync("input[type=file]", Path.Combine(folder, "d05-so-theo-doi.xlsx"));
            await KeepAsync(visit.Page, "import");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi và kiểm tra" }).ClickAsync();
            await visit.Page.WaitForSelectorAsync("select[name=c-decision_number]");
            await KeepAsync(visit.Page, "import-columns");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu và kiểm tra" }).ClickAsync();
            await visit.Page.WaitForSelectorAsync("#refused");
            await KeepAsync(visit.Page, "import-check");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        await page.SetViewportSizeAsync(1366, 768);
        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(1366, Math.Min(height, 1900));
        var picture = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });

        Assert.InRange(picture.Length, 15_000, 900_000);
        if (Environment.GetEnvironmentVariable("THADS_SCREENS") == "1")
        {
            await File.WriteAllBytesAsync(Path.Combine(ThadsProcess.Repository, "docs", "screens", name + ".png"), picture, TestContext.Current.CancellationToken);
        }
    }
}
