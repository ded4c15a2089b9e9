using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Thads.Bench;

/// <summary>
/// People at work in the sample office: each signs in by a button of the first page and asks for one page every two seconds. The program runs in a process
/// of its own; what is measured is what a browser waits for, packed and to the last byte.
/// </summary>
internal static partial class UsersBench
{
    private const int TargetMs = 100;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Who they are, in turn: all who read matters and figures in the sample office.</summary>
    private static readonly string[] Names = ["thu-truong", "pho-thu-truong", "chap-hanh-vien", "thu-ky", "ke-toan", "thong-ke", "kiem-tra", "lanh-dao-tinh"];

    /// <summary>What is asked for, in turn. A page that a person may not open, or that is not there, is said and not measured.</summary>
    private static readonly (string Page, string[] Addresses)[] Pages =
    [
        ("overview", ["/overview?unit=D05", "/overview/statistics?unit=D05", "/overview/monday?unit=D05"]),
        ("year", ["/year?unit=D05&year=2020", "/year?unit=D05&year=2020&knownOn=2020-10-02"]),
        ("matters", ["/matters", "/matters?q=nguyen", "/matters?q=le%20van"]),
        ("matter", ["/matters/D05-2016-1423"]),
        ("form", ["/figures/01?unit=D05&year=2020", "/figures/02?unit=D05&year=2020", "/figures/04?unit=D05&year=2020"]),
        ("cell", ["/figures/01/cell?row=I&cell=settled&unit=D05&year=2020"]),
    ];

    private sealed record Asked(string Page, HttpStatusCode Status, double Ms, long Bytes);

    public static async Task RunAsync(Workshop bench)
    {
        using var site = await StartAsync(bench.Options);
        try
        {
            var people = new List<HttpClient>();
            for (var i = 0; i < bench.Options.Users; i++)
            {
                people.Add(await EnterAsync(site.Address, Names[i % Names.Length]));
            }

            // Once each, so that what .NET compiles at first sight is compiled.
            var first = new ConcurrentBag<Asked>();
            foreach (var (page, addresses) in Pages)
            {
                foreach (var address in addresses)
                {
                    first.Add(await AskAsync(people[0], page, address));
                }
            }

            foreach (var missing in first.Where(asked => asked.Status != HttpStatusCode.OK).GroupBy(asked => (asked.Page, asked.Status)))
            {
                bench.Results.Note($"{missing.Key.Page}: not measured", $"answers {(int)missing.Key.Status}");
            }

            var there = Pages.Where(page => first.Where(asked => asked.Page == page.Page).All(asked => asked.Status == HttpStatusCode.OK)).ToArray();
            var all = new ConcurrentBag<Asked>();
            await Task.WhenAll(people.Select((http, number) => WorkAsync(http, number, there, bench.Options, all)));
            Tell(bench, all);
        }
        finally
        {
            await site.StopAsync();
        }
    }

    private static void Tell(Workshop bench, IReadOnlyCollection<Asked> all)
    {
        foreach (var page in all.GroupBy(asked => asked.Page).OrderBy(page => page.Key, StringComparer.Ordinal))
        {
            bench.Results.Note($"{bench.Options.Users} users, {page.Key}", $"{Spread(page)}, {page.Max(asked => asked.Bytes) / 1024.0:N1} KB at most");
        }

        var p95 = At(all, 95);
        bench.Results.Add($"{bench.Options.Users} users, all pages, p95", $"≤ {TargetMs} ms", $"{Spread(all)}; load average {Results.Load()}", p95 <= TargetMs);
        var failed = all.Where(asked => asked.Status != HttpStatusCode.OK).GroupBy(asked => asked.Status).Select(group => $"{(int)group.Key}: {group.Count()}").ToList();
        bench.Results.Note("answers other than 200", failed.Count == 0 ? "none" : string.Join(", ", failed));
    }

    private static string Spread(IEnumerable<Asked> asked)
    {
        var list = asked.ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{list.Count} requests: p50 {At(list, 50):N0} ms, p95 {At(list, 95):N0} ms, max {list.Max(one => one.Ms):N0} ms");
    }

    private static double At(IReadOnlyCollection<Asked> asked, int percent) => asked.Select(one => one.Ms).Order().ElementAt(Math.Max(0, (asked.Count * percent + 99) / 100 - 1));

    /// <summary>One person: a page every two seconds, from a moment of their own, whether the last one has come or not.</summary>
    private static async Task WorkAsync(HttpClient http, int number, (string Page, string[] Addresses)[] pages, Options options, ConcurrentBag<Asked> all)
    {
        var began = Stopwatch.GetTimestamp();
        var under = new List<Task>();
        for (var turn = 0; turn < options.Seconds / Every.TotalSeconds; turn++)
        {
            var due = TimeSpan.FromTicks(Every.Ticks * number / options.Users) + (Every * turn);
            var wait = due - Stopwatch.GetElapsedTime(began);
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            var (page, addresses) = pages[(number + turn) % pages.Length];
            var address = addresses[((number / pages.Length) + turn) % addresses.Length];
            under.Add(Task.Run(async () => all.Add(await AskAsync(http, page, address))));
        }

        await Task.WhenAll(under);
    }

    private static async Task<Asked> AskAsync(HttpClient http, string page, string address)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await http.GetAsync(address);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            return new Asked(page, answer.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds, bytes.Length);
        }
        catch (TaskCanceledException)
        {
            return new Asked(page, HttpStatusCode.RequestTimeout, Stopwatch.GetElapsedTime(began).TotalMilliseconds, 0);
        }
    }

    private static async Task<HttpClient> EnterAsync(Uri address, string name)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var token = Token().Match(await http.GetStringAsync("/")).Groups["token"].Value;
        using var entered = await http.PostAsync("/?handler=Enter", new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = name, ["__RequestVerificationToken"] = token }));
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        return entered.StatusCode == HttpStatusCode.Redirect ? http : throw new InvalidOperationException($"{name} could not enter: {entered.StatusCode}");
    }

    /// <summary>`thads demo`, in a folder that is kept with the bench's own.</summary>
    private static async Task<Site> StartAsync(Options options)
    {
        var folder = options.Keep is { } keep ? Path.Combine(Path.GetFullPath(keep), "demo") : Directory.CreateTempSubdirectory("thads-bench-demo-").FullName;
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        var start = new ProcessStartInfo("dotnet", [options.Program, "demo", "--folder", folder, "--port", port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains($":{port}", StringComparison.Ordinal))
            {
                return new Site(process, new Uri($"http://127.0.0.1:{port}"), options.Keep is null ? folder : null);
            }
        }

        throw new InvalidOperationException("The sample office did not open.");
    }

    private sealed record Site(Process Process, Uri Address, string? ThrowAway) : IDisposable
    {
        public async Task StopAsync()
        {
            Process.Kill();
            await Process.WaitForExitAsync();
        }

        public void Dispose()
        {
            Process.Dispose();
            if (ThrowAway is not null)
            {
                Directory.Delete(ThrowAway, recursive: true);
            }
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
