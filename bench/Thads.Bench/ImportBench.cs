using System.Globalization;
using Thads.Office.Data;

namespace Thads.Bench;

/// <summary>`thads import` of the set into empty books, as a process of its own: rows a second from start to end, memory, size.</summary>
internal static class ImportBench
{
    public static async Task RunAsync(Workshop bench)
    {
        foreach (var kind in bench.Kinds)
        {
            await RunAsync(bench, kind);
        }
    }

    public static async Task RunAsync(Workshop bench, DatabaseKind kind)
    {
        var (folder, rows) = bench.Set();
        await bench.ClearAsync(kind);
        Console.WriteLine($"imports {rows.ToString("N0", CultureInfo.InvariantCulture)} rows into {kind}");
        await bench.ThadsAsync("migrate", "--db", bench.Db(kind));
        var load = Results.Load();
        var (took, processor, peak) = await bench.ThadsAsync("import", folder, "--db", bench.Db(kind));
        var pace = rows / took.TotalSeconds;
        var target = kind == DatabaseKind.Sqlite ? 50_000 : 40_000;
        bench.Results.Add($"import into {kind}, rows/s", kind == DatabaseKind.Sqlite ? "≥ 50.000, aim 100.000" : "≥ 40.000", Text($"{pace:N0} ({rows:N0} rows in {took.TotalSeconds:N1} s, of which {processor.TotalSeconds:N1} s on a processor; load before {load})"), pace >= target);
        bench.Results.Add($"import into {kind}, peak memory", "≤ 600 MB", Text($"{peak / 1e6:N0} MB"), peak <= 600_000_000);
        bench.Results.Note($"books in {kind}", Text($"{await bench.SizeAsync(kind) / 1e6:N0} MB"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
