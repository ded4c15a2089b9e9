using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Thads.Tests.Running;

public sealed class ServeTests
{
    private const string Stranger = "203.0.113.7";

    [Fact]
    public async Task Beyond_this_machine_it_listens_with_a_warning_and_answers_to_its_own_names_alone()
    {
        await using var served = await Served.StartAsync([], [], host: "0.0.0.0");
        using var http = served.Client();

        Assert.Contains("Warning: http://0.0.0.0", served.Notes, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/setup", null));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/setup", Dns.GetHostName()));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(http, "/setup", "evil.example"));
    }

    [Fact]
    public async Task Who_a_proxy_speaks_for_is_believed_of_known_proxies_alone()
    {
        // The framework's own switch would believe anybody.
        await using var unknown = await Served.StartAsync([("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"), ("ASPNETCORE_URLS", "http://127.0.0.1:1"), ("ASPNETCORE_ENVIRONMENT", "Development")], []);
        await using var known = await Served.StartAsync([], ["--proxy", "127.0.0.1"]);

        Assert.Equal(["127.0.0.1"], await AddressesOfTriesAsync(unknown));
        Assert.Equal([Stranger], await AddressesOfTriesAsync(known));
        Assert.Contains("Proxy:KnownAddresses", unknown.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("Overriding", unknown.Notes, StringComparison.Ordinal);
        Assert.Equal("", known.Notes.Trim());
    }

    [Fact]
    public async Task Behind_https_cookies_travel_by_https_and_browsers_remember_it()
    {
        await using var served = await Served.StartAsync([], ["--public-url", "https://thads.example.vn", "--proxy", "127.0.0.1"]);
        using var http = served.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/setup?lang=en") { Headers = { Host = "thads.example.vn" } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("max-age=", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.Contains("https://thads.example.vn/setup", served.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_it_first_answers_what_is_under_way()
    {
        await using var served = await Served.StartAsync([], []);
        using var caller = new TcpClient();
        await caller.ConnectAsync(IPAddress.Loopback, served.Port, TestContext.Current.CancellationToken);
        await using var stream = caller.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\n\r\nName"), TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        var stopping = served.StopAsync();
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCompleted);
        await stream.WriteAsync("=x"u8.ToArray(), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        // Without its token the form is refused: but by an answer.
        Assert.Equal("HTTP/1.1 400 Bad Request", answer);
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task What_is_no_key_stops_the_start()
    {
        var answer = await ThadsProcess.RunInAsync([("THADS__Urlz", "http://*:80")], "serve", "--lang", "en");

        Assert.Equal((3, "The variable THADS__Urlz is not one of THADS. The nearest is THADS__Urls. All keys: thads config keys"), (answer.Code, answer.Notes.Trim()));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_said()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var folder = Directory.CreateTempSubdirectory("thads-taken-").FullName;

        var answer = await ThadsProcess.RunAsync("serve", "--lang", "en", "--data", folder, "--urls", $"http://{listener.LocalEndpoint}");
        Directory.Delete(folder, recursive: true);

        Assert.Equal(3, answer.Code);
        Assert.StartsWith($"Cannot listen on http://{listener.LocalEndpoint}:", answer.Notes, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path, string? host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Tries to sign in through a proxy that speaks for a stranger; what the record of sign-ins says about where from.</summary>
    private static async Task<List<string>> AddressesOfTriesAsync(Served served)
    {
        using var http = served.Client();
        http.DefaultRequestHeaders.Add("X-Forwarded-For", Stranger);
        using var tried = await SampleWeb.SubmitAsync(http, "/sign-in", "/sign-in", ("Name", "ai.do"), ("Password", "khong dung"));
        Assert.Equal(HttpStatusCode.Conflict, tried.StatusCode);
        await using var connection = new SqliteConnection($"Data Source={served.Database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT address FROM sign_in";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
