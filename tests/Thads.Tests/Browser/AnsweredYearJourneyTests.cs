using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Thads.Tests.Browser;

/// <summary>The sample province answers for its year, by the people whose work it is, in books of their own.</summary>
public sealed class AnsweredYearJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_late_step_goes_into_a_supplementary_report_and_the_province_closes_its_year()
    {
        await using var web = new SampleWeb();
        await web.InitializeAsync();

        // The statistician sees that the figures sent on 2 October are others now, closes again and says why.
        string supplement;
        await using (var visit = await chromium.VisitAsync(web, "thong-ke"))
        {
            var page = visit.Page;
            await page.GotoAsync("/reports?unit=D05&year=2020");
            await page.Locator("tbody tr", new() { HasText = "D05" }).GetByRole(AriaRole.Link, new() { Name = "Chốt bổ sung" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Chốt số liệu" }).ClickAsync();
            await page.WaitForSelectorAsync("#changes");
            await Expect(page.Locator("#changes")).ToContainTextAsync("3.419");
            await Expect(page.Locator("#changes")).ToContainTextAsync("3.420");
            await Expect(page.Locator("#changes")).ToContainTextAsync("D05-2020-0211");
            supplement = new Uri(page.Url).AbsolutePath;
            for (var forms = await page.Locator("#changes textarea").CountAsync(); forms > 0; forms--)
            {
                var panel = page.Locator("#changes .panel", new() { Has = page.Locator("textarea") }).Filter(new() { HasText = "chưa có lý do" }).First;
                await panel.Locator("textarea").FillAsync("Biên bản thi hành xong ngày 28/9 đến văn thư ngày 12/10.");
                await panel.GetByRole(AriaRole.Button, new() { Name = "Ghi lý do" }).ClickAsync();
                await page.WaitForURLAsync("**done=reason**");
            }

            await Expect(page.Locator("#send")).ToContainTextAsync("Thủ trưởng đơn vị");
            Assert.Empty(visit.Complaints);
        }

        // The head signs; what was sent first stands unchanged beside it.
        await using (var visit = await chromium.VisitAsync(web, "thu-truong"))
        {
            var page = visit.Page;
            await page.GotoAsync(supplement);
            await SendAsync(page, "231/BC-CCTHADS");
            await Expect(page.Locator("h1")).ToContainTextAsync("Báo cáo bổ sung lần 1");
            await page.GotoAsync("/reports/vintages?unit=D05&year=2020&months=12");
            await Expect(page.Locator("tbody")).ToContainTextAsync("3.419");
            await Expect(page.Locator("tbody")).ToContainTextAsync("3.420");
            Assert.Empty(visit.Complaints);
        }

        // The province closes with the 14 districts that report by file counted in, and sends.
        await using (var visit = await chromium.VisitAsync(web, "lanh-dao-tinh"))
        {
            var page = visit.Page;
            await page.GotoAsync("/reports/close?unit=TVD&year=2020&months=12");
            await page.GetByRole(AriaRole.Button, new() { Name = "Chốt số liệu" }).ClickAsync();
            await page.WaitForSelectorAsync("#send");
            await SendAsync(page, "88/BC-CTHADS");
            await page.GetByRole(AriaRole.Link, new() { Name = "Biểu 04", Exact = true }).ClickAsync();
            await Expect(page.Locator(".grid tbody tr").First).ToContainTextAsync("37.670");

            // 5th of 15, by decision; and what the scheme proposes says the same.
            await page.GotoAsync("/ranking?unit=TVD&year=2020");
            var district = page.Locator("tbody tr", new() { HasText = "Mẫu Năm" }).First;
            await Expect(district).ToContainTextAsync("5/15");
            await Expect(district).ToContainTextAsync("hoàn thành xuất sắc nhiệm vụ");
            await Expect(district).ToContainTextAsync("84,88");
            await Expect(district).ToContainTextAsync("54,75");
            Assert.Empty(visit.Complaints);
        }

        // The year's margins, and the report one would sign.
        await using (var visit = await chromium.VisitAsync(web, "thu-truong"))
        {
            var page = visit.Page;
            await page.GotoAsync("/targets?unit=D05&year=2020");
            await Expect(page.Locator("main")).ToContainTextAsync("+4,88");
            await Expect(page.Locator("main")).ToContainTextAsync("+16,75");
            await page.GotoAsync("/compare?unit=D05");
            await Expect(page.Locator("main")).ToContainTextAsync("+8,04 điểm");
            await Expect(page.Locator("main")).ToContainTextAsync("+7,99 điểm");
            await Expect(page.Locator("main")).ToContainTextAsync("Thông tư 08/2015/TT-BTP");
            await page.GotoAsync("/yearly?unit=D05&year=2020");
            await Expect(page.Locator("main")).ToContainTextAsync("231/BC-CCTHADS");
            await Expect(page.Locator("main")).ToContainTextAsync("năm 2021");
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = ".docx" }).First.ClickAsync());
            Assert.EndsWith(".docx", download.SuggestedFilename, StringComparison.Ordinal);
            Assert.Empty(visit.Complaints);
        }
    }

    private static async Task SendAsync(IPage page, string number)
    {
        await page.Locator("#send input[name=Number]").FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(number); // asked once more, with all that goes out
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await page.WaitForURLAsync("**done=sent**");
    }
}
