using Microsoft.Playwright;

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
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_screen_can_be_looked_at(string name, string who, string address)
    {
        await using var visit = await chromium.VisitAsync(web, who);
        var answer = await visit.Page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
        var height = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await visit.Page.SetViewportSizeAsync(1366, Math.Min(height, 1900));
        var picture = await visit.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });

        Assert.InRange(picture.Length, 15_000, 900_000);
        if (Environment.GetEnvironmentVariable("THADS_SCREENS") == "1")
        {
            await File.WriteAllBytesAsync(Path.Combine(ThadsProcess.Repository, "docs", "screens", name + ".png"), picture, TestContext.Current.CancellationToken);
        }
    }
}
