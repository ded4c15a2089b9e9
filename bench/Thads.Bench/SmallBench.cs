using System.Globalization;

namespace Thads.Bench;

/// <summary>Small commands from start to end, as a person waits for them, on the small sample that comes with the sources.</summary>
internal static class SmallBench
{
    public static async Task RunAsync(Workshop bench)
    {
        var db = Path.Combine(Path.GetTempPath(), $"thads-bench-small-{Environment.ProcessId}.db");
        var sample = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../samples/after-2026"));
        var unit = File.ReadLines(Path.Combine(sample, "units.csv")).Skip(1).First().Split(',')[0];
        try
        {
            await bench.ThadsAsync("import", sample, "--db", db);
            foreach (var (name, arguments) in new[]
            {
                ("--version", new[] { "--version" }),
                ("report form-01", ["report", "form-01", "--unit", unit, "--year", "2026", "--db", db]),
            })
            {
                var ms = await FormsBench.MedianAsync(9, () => bench.ThadsAsync(arguments));
                bench.Results.Add($"thads {name}, start to end", "≤ 500 ms", string.Create(CultureInfo.InvariantCulture, $"{ms:N0} ms"), ms <= 500);
            }
        }
        finally
        {
            foreach (var end in new[] { "", "-wal", "-shm" })
            {
                File.Delete(db + end);
            }
        }
    }
}
