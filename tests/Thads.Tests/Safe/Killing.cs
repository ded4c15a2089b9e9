using System.Diagnostics;
using System.Text.Json;
using Thads.Office.Data;
using Thads.Office.Tests;

namespace Thads.Tests.Safe;

/// <summary>What the tests share that kill the program (SIGKILL) at random moments and look at what it left.</summary>
internal static class Killing
{
    public static int Kills => TestRun.IsLong ? 100 : 8;

    public static TimeSpan Some(TimeSpan most) => most * Random.Shared.NextDouble();

    /// <summary>Only the program, and not the tool of PostgreSQL it may have started: that one finds out for itself.</summary>
    public static async Task KillAsync(Process process, TimeSpan after)
    {
        using (process)
        {
            // A reader on each end, or the program would wait for one.
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await Task.Delay(after, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await said;
        }
    }

    public static async Task UntilAsync(Func<bool> there)
    {
        var since = Stopwatch.StartNew();
        while (!there())
        {
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(2), "It did not begin.");
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    public static async Task<TimeSpan> TimeAsync(string kind, Func<string, string[]> arguments)
    {
        await using var place = await TestDatabase.NewAsync(kind);
        return await TimeAsync(() => ThadsProcess.RunAsync(arguments(place.Db)));
    }

    public static async Task<TimeSpan> TimeAsync(Func<Task<ThadsProcess.Answer>> run)
    {
        var since = Stopwatch.StartNew();
        Assert.Equal(0, (await run()).Code);
        return since.Elapsed;
    }

    /// <summary>The program starts again, the books verify; how many matters they hold.</summary>
    public static async Task<int> SoundAsync(string db)
    {
        var answer = await ThadsProcess.RunAsync("verify", "--db", db, "--json");
        Assert.True(answer.Code == 0, $"{answer}");
        using var json = JsonDocument.Parse(answer.Output);
        return json.RootElement.GetProperty("matters").GetInt32();
    }

    /// <summary>Numbers of the steps of each matter.</summary>
    public static async Task<ILookup<string, int>> StepsAsync(string db)
    {
        await using var database = Database.At(db);
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        return (await connection.ListAsync(
            "SELECT m.code, s.number FROM step s JOIN matter m ON m.id = s.matter_id", r => (Code: r.GetString(0), Number: r.GetInt32(1)), TestContext.Current.CancellationToken))
            .ToLookup(s => s.Code, s => s.Number);
    }

    public static void Report(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
