using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Thads.Tests.Browser;

/// <summary>The head of the sample district finds that September 2020 changed after it was sent, closes it again, says why, and sends the supplementary report. In a sample office of its own.</summary>
public sealed class ReportJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(true, 360)]
    [InlineData(false, 1366)]
    public async Task The_late_step_of_september_2020_goes_into_a_supplementary_report(bool script, int width)
    {
        await using var web = new SampleWeb();
        await web.InitializeAsync();
        await using var visit = await chromium.VisitAsync(web, "thu-truong", width: width, script: script);
        var page = visit.Page;

        await page.GotoAsync("/reports?unit=D05&year=2020");
        await Expect(page.Locator("table.reports tbody tr").First.Locator("td").Last).ToContainTextAsync("Số liệu đã đổi");
        await page.Locator("table.reports tbody tr").First.Locator("td").Last.GetByRole(AriaRole.Link, new() { Name = "Chốt bổ sung" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Chốt số liệu" }).ClickAsync();
        await page.WaitForURLAsync("**/reports/*?done=closed");
        await Expect(page.Locator("#changes")).ToContainTextAsync("D05-2020-0211");
        await Expect(page.Locator("#send")).ToContainTextAsync("chưa có lý do");
        await LookAtAsync();
        await page.GetByLabel("Lý do cho các ô được chọn").FillAsync("Biên lai ngày 28/9 nộp văn thư ngày 12/10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi lý do" }).ClickAsync();
        await page.WaitForURLAsync("**done=reason**");

        await page.GetByLabel("Số văn bản").FillAsync("245/BC-CCTHADS");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Expect(page.Locator(".confirm")).ToContainTextAsync("Báo cáo bổ sung lần 1");
        await LookAtAsync();
        await page.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await page.WaitForURLAsync("**done=sent");
        await Expect(page.Locator("h1")).ToContainTextAsync("Báo cáo bổ sung lần 1");
        await Expect(page.Locator("tr.total td.changed a").First).ToBeVisibleAsync();
        await LookAtAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "So các bản" }).ClickAsync();
        await Expect(page.Locator("table.vintages")).ToContainTextAsync("3.420");
        Assert.Empty(visit.Complaints);

        // Axe is a script itself.
        async Task LookAtAsync()
        {
            if (script)
            {
                Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            }
        }
    }
}
