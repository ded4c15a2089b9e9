using System.Net;
using static Microsoft.Playwright.Assertions;

namespace Thads.Tests.Browser;

/// <summary>What the kit does where scripts run, and that nothing of it stands in the way.</summary>
public sealed class KitTests(Chromium chromium, SampleWeb web)
{
    [Fact]
    public async Task A_day_being_typed_is_echoed_and_the_field_keeps_the_focus()
    {
        await using var visit = await chromium.VisitAsync(web, "thong-ke");
        var page = visit.Page;
        await page.GotoAsync("/figures/01?unit=D05&year=2020");
        await page.Locator("#f-knownon").ClickAsync();
        await page.Keyboard.TypeAsync("02102020");
        await Expect(page.Locator("#f-knownon-echo")).ToHaveTextAsync("Thứ Sáu, 02/10/2020 · đã qua 39 ngày, 27 ngày làm việc");
        await page.Locator("#f-knownon").FillAsync("31/02/2020");
        await Expect(page.Locator("#f-knownon-echo")).ToContainTextAsync("Tháng 02/2020 có 29 ngày");

        Assert.Equal("f-knownon", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Locator("#f-knownon").FillAsync("2/10/2020");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**knownOn=2020-10-02**");
        await Expect(page.Locator(".grid .total")).ToContainTextAsync("3.419");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_browsers_calendar_fills_the_field_the_vietnamese_way()
    {
        await using var visit = await chromium.VisitAsync(web, "thong-ke");
        var page = visit.Page;
        await page.GotoAsync("/figures/01?unit=D05&year=2020");
        await Expect(page.Locator("[data-pick=f-knownon]")).ToBeVisibleAsync();
        await page.Locator("[data-pick=f-knownon]").ClickAsync();
        await page.EvaluateAsync("() => { const picker = document.querySelector('[data-pick=f-knownon]').nextElementSibling; picker.value = '2020-10-02'; picker.onchange(); }");

        await Expect(page.Locator("#f-knownon")).ToHaveValueAsync("02/10/2020");
        await Expect(page.Locator("#f-knownon")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_filtered_list_is_announced_and_the_person_stays_where_she_was()
    {
        await using var visit = await chromium.VisitAsync(web, "thu-truong");
        var page = visit.Page;
        await page.GotoAsync("/matters?view=all");
        await page.Locator("form.filter input[name=q]").FillAsync("cong ty");
        await page.Locator("form.filter input[name=q]").PressAsync("Enter");
        await Expect(page.Locator("#live")).ToContainTextAsync("việc");

        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.name"));
        Assert.Contains("q=cong", page.Url, StringComparison.Ordinal);
        Assert.Equal(await page.Locator("[data-announce]").InnerTextAsync(), await page.Locator("#live").TextContentAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task One_letter_keys_are_switched_off_by_one_setting_and_are_silent_while_one_types()
    {
        await using var visit = await chromium.VisitAsync(web, "thu-truong");
        var page = visit.Page;
        await page.GotoAsync("/figures/01");
        await page.Locator("#f-year").FocusAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#f-year")).ToBeFocusedAsync();

        await page.Locator("[data-keys]").ClickAsync();
        await page.Locator("#keys-on").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("v");
        Assert.EndsWith("/figures/01", page.Url.Split('?')[0], StringComparison.Ordinal);
        Assert.NotEqual("q", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.Locator("[data-keys]").ClickAsync();
        await page.Locator("#keys-on").CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Without_scripts_no_button_stands_there_that_does_nothing()
    {
        await using var visit = await chromium.VisitAsync(web, "thong-ke", script: false);
        await visit.Page.GotoAsync("/figures/01?unit=D05&year=2020");

        await Expect(visit.Page.Locator("[data-pick], [data-print], [data-keys]").First).ToBeHiddenAsync();
        Assert.Equal(0, await visit.Page.Locator("[data-pick]:visible, [data-print]:visible, [data-keys]:visible").CountAsync());
    }

    [Theory]
    [InlineData("/echo/money?of=Amount&Amount=1%2C2ty", "1.200.000.000 đ – Một tỷ hai trăm triệu đồng")]
    [InlineData("/echo/money?of=Amount&Amount=1%2C234", "“1,234”: dấu phẩy chỉ đứng trước nghìn, triệu, tỷ. Hãy gõ 1.234.")]
    [InlineData("/echo/day?of=On&On=hn", "Thứ Ba, 10/11/2020 · hôm nay")]
    [InlineData("/echo/day?of=On&lang=en&On=%2B5lv", "Tuesday, 17/11/2020 · days ahead: 7, working days: 5")]
    [InlineData("/echo/day?of=On", "")]
    public async Task What_was_understood_is_said_in_plain_text(string address, string said)
    {
        using var visitor = await web.VisitorAsync("thu-truong");
        using var answer = await visitor.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(("text/plain", said), (answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Nothing_else_is_echoed()
    {
        using var visitor = await web.VisitorAsync("thu-truong");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/echo/password?of=x&x=1", TestContext.Current.CancellationToken)).StatusCode);
    }
}
