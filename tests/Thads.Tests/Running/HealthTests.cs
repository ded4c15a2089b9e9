using System.Net;
using Thads.Commands;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Tests.Running;

public sealed class HealthTests(SampleWeb web)
{
    [Theory]
    [InlineData("/health/live", "live\n")]
    [InlineData("/health/ready", "ready\n")]
    public async Task Everybody_is_told_yes_and_nothing_else(string path, string says)
    {
        foreach (var name in new[] { "", "thu-truong", "lanh-dao-tinh" })
        {
            using var visitor = await web.VisitorAsync(name);
            Assert.Equal(says, await visitor.GetStringAsync(path, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task An_administrator_is_told_what_was_looked_at()
    {
        using var keeper = await web.VisitorAsync("quan-tri");
        var says = await keeper.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        var page = SampleWeb.Parsed(await keeper.GetStringAsync("/health?lang=en", TestContext.Current.CancellationToken));

        Assert.StartsWith("ready\n✓", says, StringComparison.Ordinal);
        Assert.Contains(web.DatabasePath, says, StringComparison.Ordinal);
        Assert.Equal(7, page.QuerySelectorAll("tbody tr").Length);
        Assert.All(page.QuerySelectorAll("tbody td:nth-child(2)"), state => Assert.Equal("✓ good", state.TextContent));
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("migrations")]
    [InlineData("database")]
    public async Task Whatever_keeps_it_from_working_makes_it_not_ready(string broken)
    {
        var folder = Directory.CreateTempSubdirectory("thads-health-").FullName;
        try
        {
            var file = Path.Combine(folder, "office.db");
            await using var database = await new Shell(Language.Vietnamese).OpenAsync(file, TestContext.Current.CancellationToken);
            await using var site = await OfficeWeb.StartAsync(new(database, OfficeClock.Wall, IsSample: false), 0, TestContext.Current.CancellationToken);
            using var http = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };
            await BreakAsync(broken, database);

            using var answer = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            var asked = await ThadsProcess.RunAsync("health", "--url", site.Urls.First(), "--lang", "en");

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready\n"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
            Assert.Equal("live\n", await http.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
            Assert.Equal(6, asked.Code);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_command_asks_the_site()
    {
        var ready = await ThadsProcess.RunAsync("health", "--url", web.Address, "--lang", "en");
        var silent = await ThadsProcess.RunAsync("health", "--url", $"http://127.0.0.1:{Served.FreePort()}", "--lang", "en");

        Assert.Equal((0, $"{web.Address}/health/ready: ready"), (ready.Code, ready.Output.Trim()));
        Assert.Equal(1, silent.Code);
    }

    private static async Task BreakAsync(string what, Database database)
    {
        if (what == "keys")
        {
            Directory.Delete(database.Path + ".data", recursive: true);
            return;
        }

        await using var connection = await database.OpenAsync();
        await connection.RunAsync(what == "migrations" ? "DELETE FROM migration WHERE name = (SELECT max(name) FROM migration)" : "DROP TABLE migration", default);
    }
}
