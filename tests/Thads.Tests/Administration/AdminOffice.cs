using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Thads.Commands;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange;
using Thads.Office.People;

namespace Thads.Tests.Administration;

/// <summary>A small office with its pages, of its own: what administrators change must not show in the sample office of other tests. T above D1 (two matters) and D2 (one).</summary>
internal sealed class AdminOffice : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 20);
    private const string Password = "con trâu đi trước cái cày";
    private readonly string _folder;
    private readonly Database _database;
    private readonly WebApplication _web;

    private AdminOffice(string folder, Database database, WebApplication web) => (_folder, _database, _web) = (folder, database, web);

    private static OfficeClock Clock { get; } = OfficeClock.StartingOn(Today, TimeProvider.System);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<AdminOffice> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("thads-admin-").FullName;
        var set = Directory.CreateDirectory(Path.Combine(folder, "set")).FullName;
        Write("units", "code,name,kind,parent,valid_from,valid_to", "T,Tỉnh Mẫu,province,,,", "D1,Chi cục Một,district,T,,", "D2,Chi cục Hai,district,T,,");
        Write("communes", "code,name,unit,valid_from,valid_to,successor", "X1,Xã Đông,D1,,,", "X2,Xã Tây,D2,,,");
        Write("officers", "code,name,unit,title,valid_from,valid_to", "O1,Người Mẫu 1,D1,enforcer,,", "O2,Người Mẫu 2,D2,enforcer,,");
        Write("matters", "code,unit,officer,decided_on,basis,type,credit_institution,corruption,by_delegation",
            "M1,D1,O1,2025-11-20,on_request,civil,0,0,0", "M2,D1,O1,2025-11-20,on_request,civil,0,0,0", "M3,D2,O2,2025-11-20,on_request,civil,0,0,0");
        Write("obligations", "matter,line,kind,state_revenue,amount", "M1,1,debt,0,100", "M2,1,debt,0,100", "M3,1,debt,0,100");
        var database = await new Shell(Language.Vietnamese).OpenAsync(Path.Combine(folder, "office.db"), default);
        await using (var work = new Work(database, Person.Operator("máy"), Clock))
        {
            var result = await ImportExchange.RunAsync(new(set), work, default);
            Assert.True(result.Imported, string.Join('\n', result.Refused.Select(row => row.In(Language.English))));
        }

        return new AdminOffice(folder, database, await OfficeWeb.StartAsync(new(database, Clock, IsSample: false), 0, default));

        void Write(string file, params string[] rows) => File.WriteAllLines(Path.Combine(set, file + ".csv"), rows);
    }

    /// <summary>A browser of somebody who has this role over the unit; null = the whole tree.</summary>
    public async Task<HttpClient> ClientAsync(string name, Role role, string? unit)
    {
        var code = await DoAsync(work => CreateAccount.RunAsync(new(name, "Người " + name), work, Ct));
        await DoAsync(work => GiveRole.RunAsync(new(name, role, unit), work, Ct));
        var http = Visitor();
        using var entered = await SampleWeb.SubmitAsync(http, "/sign-in/code", "/sign-in/code", ("Name", name), ("Code", code.Code), ("Password", Password), ("Again", Password));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return http;
    }

    public HttpClient Visitor() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(_web.Urls.First()) };

    public async Task<T> DoAsync<T>(Func<Work, Task<T>> act)
    {
        await using var work = new Work(_database, Person.Operator("máy"), Clock);
        return await act(work);
    }

    public async Task<long> CountAsync(string what)
    {
        await using var connection = await _database.OpenAsync(Ct);
        return await connection.ValueAsync<long>($"SELECT count(*) FROM {what}", Ct);
    }

    public static async Task<IHtmlDocument> PageAsync(HttpClient http, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await http.GetAsync(path, Ct);
        Assert.True(expected == answer.StatusCode, $"{path}: {answer.StatusCode}");
        return SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>Fills in the form of a page with its own hidden key and sends it.</summary>
    public static async Task<(HttpStatusCode Status, string? To, IHtmlDocument Page)> SendAsync(HttpClient http, string page, params (string Name, string Value)[] fields)
    {
        var key = (await PageAsync(http, page)).QuerySelector("input[name=Key]")!.GetAttribute("value")!;
        return await SendWithAsync(http, page, key, fields);
    }

    public static async Task<(HttpStatusCode Status, string? To, IHtmlDocument Page)> SendWithAsync(HttpClient http, string page, string key, params (string Name, string Value)[] fields)
    {
        using var answer = await SampleWeb.SubmitAsync(http, page, page, [.. fields, ("Key", key)]);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(Ct)));
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
