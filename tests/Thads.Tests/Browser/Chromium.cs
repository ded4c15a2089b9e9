using Microsoft.Playwright;
using Thads.Office.Tests;

[assembly: AssemblyFixture(typeof(Thads.Tests.Browser.Chromium))]

namespace Thads.Tests.Browser;

/// <summary>One Chromium for the whole run; each visit is a browser of its own. A few visits at a time: the machine has few cores.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly SemaphoreSlim _visits = new(2);
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page of somebody of the sample office; "" = before anybody signs in.</summary>
    /// <param name="script">Whether scripts run.</param>
    public async Task<Visit> VisitAsync(SampleWeb web, string name, int width = 1366, int height = 768, bool script = true)
    {
        var path = TestRun.Chromium();
        await _visits.WaitAsync(TestContext.Current.CancellationToken);
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"] });
        }
        finally
        {
            _starting.Release();
        }

        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = web.Address,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
        });
        if (name.Length > 0)
        {
            await context.AddCookiesAsync([new() { Name = "thads", Value = await web.CookieOfAsync(name), Url = web.Address }]);
        }

        return new Visit(context, await context.NewPageAsync(), _visits);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>A browser with one page, and what it complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly SemaphoreSlim _visits;

    internal Visit(IBrowserContext context, IPage page, SemaphoreSlim visits)
    {
        (_context, Page, _visits) = (context, page, visits);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Request.ResourceType != "document")
            {
                Complaints.Add($"{response.Status} {response.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, and what the security policy stopped.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Addresses asked for since the visit began.</summary>
    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _visits.Release();
    }
}
