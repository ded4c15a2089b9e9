using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Thads.Office.Tests.TestRun))]

namespace Thads.Office.Tests;

/// <summary>
/// The whole run of this assembly. At its end it writes what it left out to `not-run.txt`, which Directory.Solution.targets
/// reads for the last words of `dotnet test`. ./test.sh sets THADS_TEST_ALL=1: then nothing may be left out.
/// </summary>
public sealed class TestRun : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> LeftOutTests = new();

    /// <summary>`./test.sh --long`: thousands of made-up sets in place of a few.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("THADS_LONG") == "1";

    /// <summary>What ./test.sh prepared under this name, or null on a machine without it; missing where all must run, it throws.</summary>
    public static string? Prepared(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (!string.IsNullOrEmpty(value))
        {
            return value;
        }

        return Environment.GetEnvironmentVariable("THADS_TEST_ALL") == "1"
            ? throw new InvalidOperationException($"THADS_TEST_ALL=1 asks for every test, and {variable} is not set.")
            : null;
    }

    /// <summary>Path of the browser for a journey; where there is none the journey is skipped, and counted.</summary>
    public static string Chromium()
    {
        var path = Prepared("THADS_TEST_CHROMIUM");
        if (path is null)
        {
            LeftOut("the journeys in Chromium");
            Assert.Skip("No Chromium: ./test.sh finds or installs it.");
        }

        return path!;
    }

    /// <summary>Notes that the test now running did without something. However often it says so, it counts once.</summary>
    public static void LeftOut(string what) =>
        LeftOutTests.GetOrAdd(what, _ => new())[TestContext.Current.Test!.UniqueID] = true;

    public async ValueTask DisposeAsync()
    {
        var lines = LeftOutTests.OrderBy(left => left.Key, StringComparer.Ordinal).Select(left => $"{left.Key} ({left.Value.Count})");
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "not-run.txt"), lines);
        await TestDatabase.DropTemplatesAsync();
    }
}
