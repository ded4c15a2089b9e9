using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Bench;

/// <summary>
/// The same form over the same moves by DuckDB, in the same run. Its table holds every change of an account (a handover as two), ordered by
/// unit, then day: the order that suits it best. It sums; the cells are filled in from its sums as from ours, and must come out the same.
/// </summary>
internal static class DuckBench
{
    private const int Runs = 15;

    public static async Task RunAsync(Workshop bench)
    {
        await using var database = await bench.BooksAsync(DatabaseKind.Sqlite);
        var file = Path.Combine(Path.GetTempPath(), $"thads-bench-{Environment.ProcessId}.duckdb");
        try
        {
            using var duck = new DuckDBConnection($"DataSource={file}");
            duck.Open();
            var changes = await LoadAsync(database, duck);
            bench.Results.Note("DuckDB, changes in its table, ordered by unit, then day", changes.ToString("N0", CultureInfo.InvariantCulture));
            foreach (var (unit, name, times) in new[] { (FormsBench.Country, "country", 1), (FormsBench.Room, "district", 3) })
            {
                var (worst, ours, theirs) = (0.0, new List<double>(), new List<double>());
                foreach (var (year, months, knownOn) in FormsBench.Questions)
                {
                    var query = new FormQuery("01", unit, year, months, KnownOn: knownOn);
                    await using var work = Workshop.Work(database);
                    var scope = await FormScope.ResolveAsync(query, work, CancellationToken.None);
                    Compare(await FormsBench.ReadAsync(database, query), Read(duck, scope), query);
                    ours.Add(await FormsBench.MedianAsync(Runs, () => FormsBench.ReadAsync(database, query)));
                    theirs.Add(await FormsBench.MedianAsync(Runs, () => Task.FromResult(Read(duck, scope))));
                    worst = Math.Max(worst, ours[^1] / theirs[^1]);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name} {year}/{months} known {knownOn:yyyy-MM-dd}: THADS {ours[^1]:N1} ms, DuckDB {theirs[^1]:N1} ms"));
                }

                bench.Results.Add(
                    $"form 01, {name}, THADS on SQLite beside DuckDB: largest ratio of {ours.Count}", times == 1 ? "not slower" : $"within {times} times",
                    string.Create(CultureInfo.InvariantCulture, $"{worst:N2} (THADS {ours.Min():N1}–{ours.Max():N1} ms, DuckDB {theirs.Min():N1}–{theirs.Max():N1} ms)"), worst <= times);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<long> LoadAsync(Database database, DuckDBConnection duck)
    {
        Run(duck, "CREATE TABLE loaded (unit INTEGER, happened_on DATE, known_on DATE, measure TINYINT, class SMALLINT, from_state TINYINT, to_state TINYINT, quantity BIGINT)");
        await using var connection = await database.OpenAsync();
        var count = 0L;
        using (var appender = duck.CreateAppender("loaded"))
        {
            await connection.EachAsync($"SELECT m.class, m.docket_year, {DocketBook.Columns} FROM move m", r =>
            {
                var move = DocketBook.Read(r, 2);
                DocketChange.Of(move, r.GetInt32(0), r.GetInt32(1), (change, quantity) =>
                {
                    count++;
                    appender.CreateRow().AppendValue(change.Unit).AppendValue((DateOnly?)move.Move.On).AppendValue((DateOnly?)move.KnownOn).AppendValue((sbyte)change.Measure)
                        .AppendValue((short)change.Class).AppendValue((sbyte)change.From).AppendValue((sbyte)change.To).AppendValue(quantity).EndRow();
                });
            }, CancellationToken.None);
        }

        Run(duck, "CREATE TABLE change AS SELECT * FROM loaded ORDER BY unit, happened_on");
        Run(duck, "DROP TABLE loaded");
        return count;
    }

    private static IReadOnlyList<FormRow> Read(DuckDBConnection duck, FormScope scope)
    {
        var last = scope.CutOff.KnownOn is { } known && known < scope.End ? known : scope.End;
        using var command = duck.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"""
            SELECT class, from_state, to_state, happened_on >= DATE '{scope.Year.Start:yyyy-MM-dd}' AS within, sum(quantity)::BIGINT FROM change
            WHERE measure = {(int)scope.Kind.Measure} AND happened_on <= DATE '{last:yyyy-MM-dd}'{(scope.CutOff.KnownOn is { } day ? $" AND known_on <= DATE '{day:yyyy-MM-dd}'" : "")}{(scope.AskedUnits is { } units ? $" AND unit IN ({string.Join(',', units)})" : "")}
            GROUP BY ALL
            """);
        var sums = new List<SummedChange>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                sums.Add(new SummedChange(reader.GetBoolean(3), 0, 0, reader.GetInt16(0), reader.GetFieldValue<sbyte>(1), reader.GetFieldValue<sbyte>(2), reader.GetInt64(4)));
            }
        }

        var byClass = sums.GroupBy(c => c.Class).Select(g => (Class: DocketClass.Of(g.Key), Cells: ReadForm.Leaves(scope.Set, g))).ToList();
        return [.. scope.Set.Rows.Select(row => new FormRow(
            row.Row, row.Vi, row.En, row.Depth, ReadForm.FromLeaves(scope.Set, ReadForm.Sum(scope.Set, byClass.Where(c => row.Has(c.Class)).Select(c => c.Cells)))))];
    }

    private static void Compare(FormReport ours, IReadOnlyList<FormRow> theirs, FormQuery query)
    {
        if (!ours.Rows.Select(r => string.Join(' ', r.Cells)).SequenceEqual(theirs.Select(r => string.Join(' ', r.Cells))))
        {
            throw new InvalidOperationException($"THADS and DuckDB do not agree on {query}.");
        }
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
