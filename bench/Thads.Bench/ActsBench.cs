using System.Diagnostics;
using System.Globalization;
using Thads.Office;
using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Procedure;

namespace Thads.Bench;

/// <summary>Steps recorded one by one, each on the disk before the next of its writer begins.</summary>
internal static class ActsBench
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(Workshop bench)
    {
        foreach (var kind in bench.Kinds)
        {
            var before = 0L;
            await using var database = await bench.BooksAsync(kind);
            var matters = await OpenAsync(database, 40_000);
            foreach (var writers in kind == DatabaseKind.Sqlite ? new[] { 1, 16 } : [1, 16])
            {
                var (done, took) = await WriteAsync(database, matters, writers);
                var pace = done / took.TotalSeconds;
                int? target = kind == DatabaseKind.Sqlite ? 300 : writers == 16 ? 800 : null;
                bench.Results.Add($"durable acts/s, {kind}, {writers} writer{(writers == 1 ? "" : "s")}", target is null ? "" : $"≥ {target}", Text($"{pace:N0}"), target is null ? null : pace >= target);
                before += done;
            }

            // A cut-off before all these acts: the report must not see them, and must not become slow by them.
            var last = await LastActAsync(database);
            foreach (var (unit, name, limit) in new[] { (FormsBench.Country, "country", bench.Options.Matters > 1_000_000 ? 500 : 150), (FormsBench.Room, "district", 15) })
            {
                foreach (var (cut, words) in new[] { (last, "now"), (last - before / 2, "half of them ago") })
                {
                    var ms = await FormsBench.MedianAsync(15, () => FormsBench.ReadAsync(database, new FormQuery("01", unit, 2027, 1, LastAct: cut)));
                    bench.Results.Add($"form 01, {name}, {kind}, after {before.ToString("N0", CultureInfo.InvariantCulture)} acts, cut-off {words}", $"≤ {limit} ms", Text($"{ms:N1} ms"), ms <= limit);
                }
            }
        }
    }

    private static async Task<(long Done, TimeSpan Took)> WriteAsync(Database database, IReadOnlyList<string> matters, int writers)
    {
        using var end = new CancellationTokenSource();
        var (done, next) = (0L, Random.Shared.Next(matters.Count));
        async Task WriterAsync(TimeSpan length)
        {
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < length)
            {
                await using var work = Workshop.Work(database);
                try
                {
                    var matter = matters[Interlocked.Increment(ref next) % matters.Count];
                    await RecordStep.RunAsync(new(matter, StepKind.Increased, Workshop.Today, "1", 1000), work, CancellationToken.None);
                    Interlocked.Increment(ref done);
                }
                catch (RefusedException)
                {
                    // The line is closed or rests: the next matter.
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => WriterAsync(TimeSpan.FromSeconds(2)))));
        done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => WriterAsync(Length))));
        return (done, watch.Elapsed);
    }

    /// <summary>Open matters from all over the country.</summary>
    private static async Task<IReadOnlyList<string>> OpenAsync(Database database, int count)
    {
        await using var connection = await database.OpenAsync();
        var open = await connection.ListAsync("SELECT m.code FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE n.state = 1", r => r.GetString(0), CancellationToken.None);
        var random = new Random(3);
        return [.. open.OrderBy(_ => random.Next()).Take(count)];
    }

    private static async Task<long> LastActAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        return await connection.ValueAsync<long>("SELECT max(seq) FROM act", CancellationToken.None);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
