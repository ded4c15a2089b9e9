using System.Globalization;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Finding;
using Thads.Office.Matters;

namespace Thads.Bench;

/// <summary>The list as its page asks for it – the exact count and a hundred rows – over the country, a province and a room: the median of warm runs of each question, and of all.</summary>
internal static class FindBench
{
    private const int Limit = 50;
    private const int Runs = 15;

    private static readonly (string What, MatterFilter Filter, MatterOrder? Order, bool Deep)[] Questions =
    [
        ("country, all", new(), null, false),
        ("country, all, page 300", new(), null, true),
        ("country, by what is left", new(), new(MatterOrderBy.Left, true), false),
        ("country, not enforceable, oldest step first", new() { States = [DocketState.NotEnforceable] }, new(MatterOrderBy.Moved, false), false),
        ("country, on request, decided since 2024", new() { Basis = Basis.OnRequest, DecidedFrom = new(2024, 1, 1) }, null, false),
        ("province", new() { Unit = "P01" }, null, false),
        ("province, in progress, by name", new() { Unit = "P01", States = [DocketState.InProgress] }, new(MatterOrderBy.Debtor, false), false),
        ("room", new() { Unit = FormsBench.Room }, null, false),
        ("room, open, by what is left", new() { Unit = FormsBench.Room, States = [DocketState.InProgress, DocketState.NotEnforceable, DocketState.Postponed] }, new(MatterOrderBy.Left, true), false),
        ("country, a matter by its code", new() { Text = "R100-2020" }, null, false),
        ("country, a whole name", new() { Text = "Đặng Ngọc Lan" }, null, false),
        ("country, two common words", new() { Text = "nguyen van" }, null, false),
        ("country, one common word", new() { Text = "nguyen" }, null, false),
        ("room, one common word", new() { Unit = FormsBench.Room, Text = "nguyen" }, null, false),
    ];

    public static async Task RunAsync(Workshop bench)
    {
        foreach (var kind in bench.Kinds)
        {
            await using var database = await bench.BooksAsync(kind);
            if (kind == DatabaseKind.Postgres)
            {
                await using var connection = await database.OpenAsync();
                await connection.RunAsync("VACUUM (ANALYZE) matter_list, matter_text", default);
            }

            var medians = new List<double>();
            foreach (var (what, filter, order, deep) in Questions)
            {
                var place = deep ? await PlaceAsync(database, filter, order) : null;
                var total = 0L;
                medians.Add(await FormsBench.MedianAsync(Runs, async () => total = (await FindAsync(database, new(filter, order, 100, place))).Total));
                Console.WriteLine(Text($"  {kind} {what}: {medians[^1]:N1} ms, {total:N0} found"));
            }

            medians.Sort();
            var median = medians[medians.Count / 2];
            bench.Results.Add($"list and search, {kind}: median of {medians.Count} questions, warm", $"≤ {Limit} ms", Text($"{median:N1} ms (slowest {medians[^1]:N1})"), median <= Limit);
        }
    }

    /// <summary>Where page 300 begins: pages of 10.000 lead there.</summary>
    private static async Task<MatterPlace?> PlaceAsync(Database database, MatterFilter filter, MatterOrder? order)
    {
        MatterPlace? place = null;
        for (var i = 0; i < 3; i++)
        {
            place = (await FindAsync(database, new(filter, order, 10_000, place))).Next ?? place;
        }

        return place;
    }

    private static async Task<FoundMatters> FindAsync(Database database, FindMatters.Input input)
    {
        await using var work = Workshop.Work(database);
        return await FindMatters.RunAsync(input, work, CancellationToken.None);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
