using System.Diagnostics;
using System.Globalization;
using Thads.Office.Data;
using Thads.Office.Figures;

namespace Thads.Bench;

/// <summary>Form 01 with all rows, for the country and for a room, at several past dates and cut-offs: the median of warm runs.</summary>
internal static class FormsBench
{
    /// <summary>Past dates; known by all we know, on a last day of a month, in the middle of one, long before the period's end.</summary>
    public static readonly (int Year, int Months, DateOnly? KnownOn)[] Questions =
    [
        (2026, 12, null), (2021, 12, null), (2024, 6, new(2024, 3, 31)), (2023, 9, new(2023, 6, 17)), (2019, 12, new(2020, 2, 11)), (2026, 11, new(2026, 8, 20)), (2025, 12, new(2024, 5, 14)),
    ];

    public const string Country = "TW";
    public const string Room = "R100";
    private const int Runs = 15;

    public static async Task RunAsync(Workshop bench)
    {
        foreach (var kind in bench.Kinds)
        {
            await using var database = await bench.BooksAsync(kind);
            foreach (var (unit, name, limit) in new[] { (Country, "country", bench.Options.Matters > 1_000_000 ? 500 : 150), (Room, "district", 15) })
            {
                var medians = new List<double>();
                foreach (var (year, months, knownOn) in Questions)
                {
                    medians.Add(await MedianAsync(Runs, () => ReadAsync(database, new FormQuery("01", unit, year, months, KnownOn: knownOn))));
                    Console.WriteLine(Text($"  {kind} {name} {year}/{months} known {knownOn:yyyy-MM-dd}: {medians[^1]:N1} ms"));
                }

                bench.Results.Add($"form 01, {name}, {kind}: slowest of {medians.Count} dates and cut-offs, warm", $"≤ {limit} ms", Text($"{medians.Max():N1} ms (fastest {medians.Min():N1})"), medians.Max() <= limit);
            }
        }
    }

    public static async Task<FormReport> ReadAsync(Database database, FormQuery query)
    {
        await using var work = Workshop.Work(database);
        return await ReadForm.RunAsync(query, work, CancellationToken.None);
    }

    /// <summary>Milliseconds; three runs to warm up are not counted.</summary>
    public static async Task<double> MedianAsync(int runs, Func<Task> run)
    {
        var times = new List<double>();
        for (var i = -3; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            await run();
            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
