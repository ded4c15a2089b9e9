using Deque.AxeCore.Commons;

namespace Thads.Tests.Browser;

/// <summary>Every page of the list in a browser. The list is walked in two halves, so that both cores have one.</summary>
public abstract class EveryPageInChromium(Chromium chromium, SampleWeb web)
{
    /// <summary>A telephone, and 1366 pixels at 200 %.</summary>
    private static readonly int[] Narrow = [360, 683];

    /// <summary>axe itself, run in the page: our pages have no frames, so that nothing of what its runner does for them is needed.</summary>
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    /// <summary>What it finds, a line per element; what passes is not listed.</summary>
    private const string RunAxe =
        """
        async () => {
            const found = await axe.run(document, { resultTypes: ['violations'] });
            return found.violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html} ${node.any[0]?.message ?? ''}`));
        }
        """;

    protected async Task AssertSoundAsync(string address, string who)
    {
        await using var visit = await chromium.VisitAsync(web, who);
        var page = visit.Page;
        await page.GotoAsync(address);

        await page.EvaluateAsync(AxeScript);
        Assert.Empty(await page.EvaluateAsync<string[]>(RunAxe));
        foreach (var width in Narrow)
        {
            await page.SetViewportSizeAsync(width, 740);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{address} is wider than {width} pixels");
        }

        Assert.Empty(visit.Complaints);
        Assert.All(visit.Requests, request => Assert.StartsWith("http://127.0.0.1:", request, StringComparison.Ordinal));
    }
}

public sealed class EveryPageInChromiumTests(Chromium chromium, SampleWeb web) : EveryPageInChromium(chromium, web)
{
    public static TheoryData<string, string> Addresses => EveryPage.Half(0);

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task A_page_has_no_barrier_fits_small_screens_and_runs_without_complaint(string address, string who) => AssertSoundAsync(address, who);
}

public sealed class EveryOtherPageInChromiumTests(Chromium chromium, SampleWeb web) : EveryPageInChromium(chromium, web)
{
    public static TheoryData<string, string> Addresses => EveryPage.Half(1);

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task A_page_has_no_barrier_fits_small_screens_and_runs_without_complaint(string address, string who) => AssertSoundAsync(address, who);
}
