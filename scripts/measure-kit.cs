#:property RestorePackagesWithLockFile=false
#:property EnforceCodeStyleInBuild=false
#:property PublishAot=false
#:package Microsoft.Playwright

// What Bootstrap would cost and give our pages (docs/decisions/0004-kit.md): bytes, rules used, time of style and layout.
//   npm pack bootstrap@5.3.9 && tar xzf bootstrap-5.3.9.tgz                       (in a folder of its own)
//   thads demo --port 5091                                                        (in another terminal)
//   dotnet run scripts/measure-kit.cs http://127.0.0.1:5091 package/dist/css/bootstrap.min.css /usr/bin/chromium
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

var (site, bootstrap, chromium) = (args[0].TrimEnd('/'), File.ReadAllText(args[1]), args[2]);
string[] pages = ["/year", "/figures/01", "/figures/04", "/figures/01/cell?row=I&cell=settled&unit=D05&year=2020", "/matters/D05-2016-1423"];
const int Rounds = 7;

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
Console.WriteLine($"Chromium {browser.Version}, CPU slowed 6 times, median of {Rounds}, viewport 1366x768");
var kit = await new HttpClient().GetStringAsync($"{site}/kit.css");
Console.WriteLine($"kit.css {Kb(kit.Length)} raw, {Kb(Zipped(kit))} gz; bootstrap.min.css {Kb(bootstrap.Length)} raw, {Kb(Zipped(bootstrap))} gz");

foreach (var path in pages)
{
    var alone = await MeasureAsync(path, null);
    var both = await MeasureAsync(path, bootstrap);
    Console.WriteLine(
        $"{path}: html {Kb(alone.Html)} gz, all {Kb(alone.All)} gz in {alone.Requests} requests; style + layout {alone.Style:N0} + {alone.Layout:N0} ms alone, {both.Style:N0} + {both.Layout:N0} ms with Bootstrap;"
        + $" of Bootstrap {both.Used * 100.0 / bootstrap.Length:N1} % of bytes used, of kit.css {alone.Used * 100.0 / kit.Length:N1} %");
}

async Task<(int Html, int All, int Requests, double Style, double Layout, long Used)> MeasureAsync(string path, string? first)
{
    List<double> styles = [], layouts = [];
    var (html, all, requests, used) = (0, 0, 0, 0L);
    for (var round = 0; round < Rounds; round++)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site + "/");
        await page.ClickAsync("form:has(input[name=name][value=thu-truong]):not(:has(input[name=to])) button");
        await page.GotoAsync("about:blank");
        await context.RouteAsync("**/kit.css**", async route =>
            await route.FulfillAsync(new() { ContentType = "text/css", Body = (first ?? "") + "\n/*KIT*/\n" + kit }));
        (all, requests) = (0, 0);
        var reading = new List<Task>();
        page.Response += (_, answer) => reading.Add(Task.Run(async () =>
        {
            var size = Zipped(await answer.TextAsync());
            Interlocked.Add(ref all, size);
            Interlocked.Increment(ref requests);
            html = answer.Request.IsNavigationRequest ? size : html;
        }));
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 6 });
        await devtools.SendAsync("Performance.enable");
        await devtools.SendAsync("DOM.enable");
        await devtools.SendAsync("CSS.enable");
        if (round == 0)
        {
            await devtools.SendAsync("CSS.startRuleUsageTracking");
        }

        await page.GotoAsync(site + path, new() { WaitUntil = WaitUntilState.Load });
        await Task.WhenAll(reading.ToArray());
        var metrics = (await devtools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        styles.Add(metrics["RecalcStyleDuration"] * 1000);
        layouts.Add(metrics["LayoutDuration"] * 1000);
        if (round == 0)
        {
            var end = first?.Length ?? int.MaxValue;
            used = (await devtools.SendAsync("CSS.stopRuleUsageTracking"))!.Value.GetProperty("ruleUsage").EnumerateArray()
                .Where(rule => rule.GetProperty("used").GetBoolean() && rule.GetProperty("startOffset").GetDouble() < end)
                .Sum(rule => (long)(rule.GetProperty("endOffset").GetDouble() - rule.GetProperty("startOffset").GetDouble()));
        }
    }

    return (html, all, requests, Median(styles), Median(layouts), used);
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string Kb(int bytes) => (bytes / 1024.0).ToString("N1", CultureInfo.InvariantCulture) + " KB";

static int Zipped(string text)
{
    using var zipped = new MemoryStream();
    using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true))
    {
        gzip.Write(Encoding.UTF8.GetBytes(text));
    }

    return (int)zipped.Length;
}
