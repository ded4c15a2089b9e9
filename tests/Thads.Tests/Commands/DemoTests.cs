using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Thads.Commands;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.People;

namespace Thads.Tests.Commands;

/// <summary>`demo`, `serve`, `sample` and `version` as a person starts them.</summary>
public sealed class DemoTests(SampleWeb web) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-demo-").FullName;

    [Fact]
    public async Task The_demo_prints_the_year_and_three_commands_and_keeps_its_folder()
    {
        var home = Path.Combine(_folder, "office");
        Directory.CreateDirectory(Path.Combine(home, ".building-broken-off"));
        await File.WriteAllTextAsync(Path.Combine(home, ".building-broken-off", "lock"), "", TestContext.Current.CancellationToken);

        var (code, first, _) = await RunAsync("demo", "--no-web", "--folder", home);
        var made = File.GetLastWriteTimeUtc(Path.Combine(home, "demo.db"));
        var (again, second, notes) = await RunAsync("demo", "--no-web", "--folder", home);

        Assert.Equal((0, 0), (code, again));
        Assert.Contains("đạt 84,88 %", first, StringComparison.Ordinal);
        Assert.Contains("10/11/2020", first, StringComparison.Ordinal);
        Assert.Equal(3, first.Split('\n').Count(line => line.Contains($"--db {Path.Combine(home, "demo.db")}", StringComparison.Ordinal)));
        Assert.Equal(first, second);
        Assert.Equal(made, File.GetLastWriteTimeUtc(Path.Combine(home, "demo.db")));
        Assert.Empty(notes);
        Assert.Equal(["demo.db", "set"], Directory.EnumerateFileSystemEntries(home).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_demo_leaves_a_folder_of_others_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "letters.txt"), "mine", TestContext.Current.CancellationToken);

        var (code, _, notes) = await RunAsync("demo", "--no-web", "--fresh", "--folder", _folder);

        Assert.Equal(3, code);
        Assert.Contains(_folder, notes, StringComparison.Ordinal);
        Assert.Equal("letters.txt", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(_folder))));
    }

    [Fact]
    public async Task A_taken_port_is_named_and_without_one_the_next_is_found()
    {
        await using var database = Database.At(web.DatabasePath);
        var taken = new Uri(web.Address).Port;

        var refused = await Assert.ThrowsAsync<RefusedException>(() => OfficeWeb.StartAsync(new(database, OfficeClock.Wall, IsSample: false), taken, TestContext.Current.CancellationToken));
        await using var next = await OfficeWeb.StartAsync(new(database, OfficeClock.Wall, IsSample: false), 0, TestContext.Current.CancellationToken);

        Assert.Equal("cli.serve.port-taken", refused.Refusal.Code);
        Assert.NotEqual(web.Address, next.Urls.First());
    }

    [Fact]
    public async Task An_office_of_the_wall_has_no_band_and_lets_nobody_in_without_signing_in()
    {
        await using var database = Database.At(web.DatabasePath);
        await using var served = await OfficeWeb.StartAsync(new(database, OfficeClock.Wall, IsSample: false), 0, TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(served.Urls.First()) };

        var page = SampleWeb.Parsed(await http.GetStringAsync("/figures/01?unit=D05&year=2020", TestContext.Current.CancellationToken));

        Assert.Null(page.QuerySelector(".band"));
        Assert.NotNull(page.QuerySelector("input[type=password]"));
        using var entered = await SampleWeb.SubmitAsync(http, "/sign-in", "/?handler=Enter", ("name", "thu-truong"));
        Assert.Equal(404, (int)entered.StatusCode);
    }

    [Fact]
    public async Task Empty_books_are_said_to_be_empty()
    {
        await using var database = await new Shell(Language.Vietnamese).OpenAsync(Path.Combine(_folder, "empty.db"), TestContext.Current.CancellationToken);
        await using var served = await OfficeWeb.StartAsync(new(database, OfficeClock.Wall, IsSample: false), 0, TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(served.Urls.First()) };
        var code = await AccountOfTheWholeAsync(database);
        const string Password = "sổ này còn trắng tinh";
        await SampleWeb.SubmitAsync(http, "/sign-in/code", "/sign-in/code", ("Name", "thong-ke"), ("Code", code), ("Password", Password), ("Again", Password));
        using var answer = await http.GetAsync("/year", TestContext.Current.CancellationToken);

        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Contains("thads demo", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_a_page_with_a_number_to_quote_and_guarded_as_any_other()
    {
        var broken = Path.Combine(_folder, "broken.db");
        await File.WriteAllTextAsync(broken, new string('x', 5000), TestContext.Current.CancellationToken);
        await using var database = Database.At(broken);
        await using var served = await OfficeWeb.StartAsync(new(database, OfficeClock.Wall, IsSample: false), 0, TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(served.Urls.First()) };
        using var answer = await http.GetAsync("/?lang=en", TestContext.Current.CancellationToken);
        var page = SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Equal("The program has failed", page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelector("code")!.TextContent);
        Assert.DoesNotContain("Sqlite", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    private static async Task<string> AccountOfTheWholeAsync(Database database)
    {
        await using var work = Shell.Work(database);
        var created = await CreateAccount.RunAsync(new("thong-ke", "Mẫu Thị Số"), work, TestContext.Current.CancellationToken);
        await using var giving = Shell.Work(database);
        await GiveRole.RunAsync(new("thong-ke", Role.Statistician, null), giving, TestContext.Current.CancellationToken);
        return created.Code;
    }

    [Theory]
    [InlineData("founding-district")]
    [InlineData("after-2026")]
    public async Task A_sample_is_written_into_an_empty_folder_only(string sample)
    {
        var (code, _, _) = await RunAsync("sample", sample, _folder);
        var (again, _, notes) = await RunAsync("sample", sample, _folder);

        Assert.Equal((0, 3), (code, again));
        Assert.True(File.Exists(Path.Combine(_folder, "matters.csv")));
        Assert.Contains(_folder, notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_told_to_people_and_to_programs()
    {
        var (_, text, _) = await RunAsync("version");
        var (_, json, _) = await RunAsync("version", "--json");

        using var read = JsonDocument.Parse(json);
        Assert.Contains(read.RootElement.GetProperty("version").GetString()!, text, StringComparison.Ordinal);
        Assert.Equal("0001-acts", read.RootElement.GetProperty("migrations")[0].GetString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, string Output, string Notes)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "thads.dll"), .. arguments, "--lang", "vi"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var notes = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await notes);
    }
}
