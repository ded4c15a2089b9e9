using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Thads.Tests.Browser;

/// <summary>What the first users are promised, done as they do it.</summary>
public sealed class JourneyTests(Chromium chromium, SampleWeb web)
{
    [Fact]
    public async Task Within_five_minutes_a_newcomer_says_why_who_which_and_what_was_known()
    {
        await using var visit = await chromium.VisitAsync(web, "");
        var page = visit.Page;

        await GoAsync(page, "Vì sao văn phòng đạt 84,88 %?");
        await Expect(page.Locator(".answer")).ToContainTextAsync("Giải quyết xong 3.420 trong 4.029 việc có điều kiện thi hành: 84,88 %");
        await page.Locator(".answer").GetByRole(AriaRole.Link, new() { Name = "3.420" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("3.420");

        await GoAsync(page, "Ai đang gánh nhiều việc nhất?");
        await Expect(page.Locator("table:has(#load) tbody tr").First).ToContainTextAsync("Chấp hành viên Mẫu 01");

        await GoAsync(page, "Việc nào đã mười năm?");
        await Expect(page.Locator("tbody tr").First.GetByRole(AriaRole.Link).First).ToHaveTextAsync("D05-2009-0002");

        await GoAsync(page, "Ngày 02/10/2020 đã biết gì?");
        await Expect(page.Locator(".grid .total")).ToContainTextAsync("3.419");
        Assert.Empty(visit.Complaints);

        async Task GoAsync(IPage at, string stop)
        {
            await LeaveAsync(at);
            await at.GetByRole(AriaRole.Button, new() { Name = stop }).ClickAsync();
        }
    }

    [Fact]
    public async Task A_matter_is_found_and_read_by_the_keyboard_alone()
    {
        await using var visit = await chromium.VisitAsync(web, "chap-hanh-vien");
        var page = visit.Page;
        await page.GotoAsync("/year");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("nguoi mau 03244");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/matters?**");
        await Expect(page.Locator("tbody")).ToContainTextAsync("D05-2016-1423");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/matters/D05-**");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("v");
        await page.WaitForURLAsync("**/matters");
        await page.Keyboard.PressAsync("Shift+Slash");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_list_answers_the_same_with_and_without_scripts()
    {
        var counts = new List<string>();
        foreach (var script in new[] { true, false })
        {
            await using var visit = await chromium.VisitAsync(web, "thu-truong", script: script);
            var page = visit.Page;
            await page.GotoAsync("/matters");
            await page.SelectOptionAsync("#f-officer, [name=officer]", "CHV09");
            await page.Locator("form.filter input[name=q]").FillAsync("cong ty");
            await page.Locator("form.filter > button, form.filter button").Last.ClickAsync();
            await page.WaitForURLAsync("**officer=CHV09**");
            await Expect(page.Locator(".chips")).ToContainTextAsync("Chấp hành viên Mẫu 09");
            counts.Add(await page.Locator(".counted strong").InnerTextAsync());
        }

        Assert.Equal(counts[0], counts[1]);
        Assert.Matches(@"Có \d+ việc", counts[0]);
    }

    [Fact]
    public async Task The_page_is_read_in_english_from_the_first_page_on()
    {
        await using var visit = await chromium.VisitAsync(web, "");
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Which enforcer carries most?" }).ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task What_a_role_may_not_open_is_not_offered()
    {
        await using var visit = await chromium.VisitAsync(web, "quan-tri");
        await visit.Page.GotoAsync("/account");

        await Expect(visit.Page.Locator(".places")).Not.ToContainTextAsync("Biểu");
        await Expect(visit.Page.Locator("form.find")).ToHaveCountAsync(0);
        var refused = await visit.Page.GotoAsync("/matters");
        Assert.Equal(403, refused!.Status);
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("không thuộc quyền");
    }

    [Fact]
    public async Task Whoever_signs_out_by_the_menu_is_out()
    {
        await using var visit = await chromium.VisitAsync(web, "");
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.Locator(".roles").GetByRole(AriaRole.Button, new() { Name = "Kế toán" }).ClickAsync();
        await page.Locator(".who summary").ClickAsync();
        await page.Locator(".who").GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.WaitForURLAsync("**/");

        await page.GotoAsync("/matters");
        Assert.Contains("/sign-in?to=", page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    /// <summary>Back to the first page as nobody.</summary>
    private static async Task LeaveAsync(IPage page)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/");
    }
}
