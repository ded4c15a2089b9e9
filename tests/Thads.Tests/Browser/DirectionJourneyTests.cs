using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Thads.Tests.Browser;

/// <summary>A newcomer opens the sample office on its day and reads how its work is directed, by mouse, from page to page.</summary>
public sealed class DirectionJourneyTests(Chromium chromium, SampleWeb web)
{
    [Fact]
    public async Task A_newcomer_follows_campaign_communes_committee_conference_and_the_tasks_of_2021()
    {
        await using var visit = await chromium.VisitAsync(web, "thu-truong");
        var page = visit.Page;
        var main = page.Locator("main");
        async Task ToAsync(string link)
        {
            await page.GotoAsync("/direction");
            await main.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
            await page.WaitForURLAsync(url => !url.EndsWith("/direction", StringComparison.Ordinal));
        }

        await page.GotoAsync("/overview");
        await page.GetByRole(AriaRole.Link, new() { Name = "Chỉ đạo", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Chỉ đạo");

        // The campaign of 2020 and what it brought: 420, 455, 430 inside; 60 in the month of the epidemic.
        await ToAsync("Đợt này đem lại gì");
        foreach (var month in new[] { "420", "455", "430", "60" })
        {
            await Expect(main).ToContainTextAsync(month);
        }

        await Expect(main).ToContainTextAsync("90 ngày");
        await Expect(main).ToContainTextAsync("CT 16 mẫu");
        await ToAsync("Chọn thời gian cho đợt tới");
        await Expect(main).ToContainTextAsync("Tết");

        // The communes' part, down to the matters behind a number.
        await ToAsync("Từng xã, từng tháng");
        await Expect(main).ToContainTextAsync("Thị trấn Mẫu Một");

        // The committee, its conclusions that are still open, and the next meeting that begins with them.
        await ToAsync("Phiên họp quý IV/2020");
        await Expect(main).ToContainTextAsync("Trả lời hiện trạng các thửa đất thuộc việc đang chỉ đạo");

        // The conference: five contributions by communes, three by departments; what was handed out.
        await ToAsync("Hội nghị tổng kết công tác thi hành án dân sự năm 2020");
        await Expect(main).ToContainTextAsync("5 của xã, thị trấn, 3 của ngành");
        await Expect(main).ToContainTextAsync("10 tập thể, 20 cá nhân");
        await Expect(main).ToContainTextAsync("10 tập thể, 21 cá nhân");
        await ToAsync("Thi đua, khen thưởng");
        await Expect(page.Locator("table").First).ToContainTextAsync("Đợt cao điểm tháng 6 – 8/2020");

        // And what the district must do in 2021.
        await ToAsync("Chương trình công tác năm 2021");
        foreach (var words in new[] { "trên 80 %", "trên 38 %", "tham nhũng", "tiết kiệm", "tồn lâu năm", "tín dụng" })
        {
            await Expect(main).ToContainTextAsync(words);
        }

        Assert.Empty(visit.Complaints);
    }
}
