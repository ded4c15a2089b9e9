using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Thads.Commands;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.People;
using Thads.People;

[assembly: AssemblyFixture(typeof(Thads.Tests.SampleWeb))]

namespace Thads.Tests;

/// <summary>The sample office with its pages, built once for the whole run, as `thads demo` builds and serves it.</summary>
public sealed class SampleWeb : IAsyncLifetime
{
    /// <summary>The walks through every page share a session per account, and ask faster than any person clicks.</summary>
    private const int WalksPerSecond = 10_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("thads-web-").FullName;
    private readonly ConcurrentDictionary<string, Task<Cookie>> _entered = [];
    private Database? _database;
    private WebApplication? _web;
    private HttpClient? _http;

    public string DatabasePath { get; private set; } = "";

    /// <summary>Accounts of the sample office.</summary>
    public static IEnumerable<string> Names => SamplePeople.Names;

    public string Address => _web!.Urls.First();

    public async ValueTask InitializeAsync()
    {
        var shell = new Shell(Language.Vietnamese);
        var office = DemoOffice.At(_folder);
        await office.BuildAsync(shell, replace: false, default);
        DatabasePath = office.DatabasePath;
        _database = await shell.OpenAsync(DatabasePath, default);
        var shown = new OfficeWeb.Shown(_database, OfficeClock.StartingOn(FoundingDistrict.Today, TimeProvider.System), IsSample: true);
        _web = await OfficeWeb.StartAsync(shown with { Options = shown.Options with { PerSecond = WalksPerSecond } }, 0, default);
        _http = await ClientAsAsync("lanh-dao-tinh");
    }

    /// <summary>Somebody of the sample office, come in by the buttons of the first page: with cookies, and without being sent on.</summary>
    public async Task<HttpClient> ClientAsAsync(string name)
    {
        var http = Client();
        using var entered = await SubmitAsync(http, "/", "/?handler=Enter", ("name", name));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return http;
    }

    /// <summary>Opens a page and sends one of its forms with the page's own anti-forgery token, as a browser would.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient http, string page, string action, params (string Name, string Value)[] fields)
    {
        var opened = Parsed(await http.GetStringAsync(page));
        var token = opened.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await http.PostAsync(action, new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token))));
    }

    /// <summary>Every page and endpoint of the program.</summary>
    public Task<IReadOnlyList<PermissionTable.Door>> DoorsAsync() => PermissionTable.DoorsAsync(_web!);

    /// <summary>What somebody of the sample office may do.</summary>
    public async Task<Permissions> RightsOfAsync(string name)
    {
        await using var work = new Work(_database!, new Person("test", []), OfficeClock.StartingOn(FoundingDistrict.Today, TimeProvider.System));
        var account = await Accounts.FindAsync(await work.ConnectAsync(default), name, default);
        return (await ReadPerson.OfAsync(account!, work, default)).May;
    }

    /// <summary>A browser of that account, signed in once for all tests; "" = one who has not signed in.</summary>
    public async Task<HttpClient> VisitorAsync(string name)
    {
        var cookies = new CookieContainer();
        if (name.Length > 0)
        {
            cookies.Add(new Uri(Address), await _entered.GetOrAdd(name, EnterAsync));
        }

        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(Address) };
    }

    /// <summary>What the browser of somebody of the sample office keeps of its sign-in.</summary>
    public async Task<string> CookieOfAsync(string name) => (await _entered.GetOrAdd(name, EnterAsync)).Value;

    private async Task<Cookie> EnterAsync(string name)
    {
        using var http = Client();
        using var entered = await SubmitAsync(http, "/", "/?handler=Enter", ("name", name));
        var cookie = entered.Headers.GetValues("Set-Cookie").Last(set => set.StartsWith("thads=", StringComparison.Ordinal));
        return new Cookie("thads", cookie["thads=".Length..cookie.IndexOf(';', StringComparison.Ordinal)]);
    }

    /// <summary>A visitor who has not signed in: with cookies, and without being sent on.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Address) };

    public Task<HttpResponseMessage> GetAsync(string path) => _http!.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>A page as a browser of the head of the province reads it, who sees the whole sample office.</summary>
    public async Task<IHtmlDocument> PageAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await GetAsync(path);
        Assert.True(expected == answer.StatusCode, $"{path}: {answer.StatusCode}");
        return Parsed(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await (_web?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }
}
