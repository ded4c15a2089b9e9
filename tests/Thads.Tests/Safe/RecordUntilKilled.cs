using System.Diagnostics;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Procedure;

namespace Thads.Tests.Safe;

/// <summary>
/// The other process of <see cref="RecordingKilledTests"/>: this assembly again, told to run the one explicit test below. Several at once record steps and, once
/// a step is acknowledged, write `MATTER NUMBER` into a file.
/// </summary>
public sealed class RecordUntilKilled
{
    public const int Writers = 3;

    private const string Db = "THADS_TEST_RECORD_DB";
    private const string Told = "THADS_TEST_RECORD_TOLD";

    [Fact(Explicit = true)]
    public async Task Records_until_it_is_killed()
    {
        await using var database = Database.At(Environment.GetEnvironmentVariable(Db)!);
        await using var told = new FileStream(Environment.GetEnvironmentVariable(Told)!, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                var matter = $"M{(i * Writers + writer) % 20}";
                await using var work = new Work(database, Person.Operator("test"), OfficeClock.Wall) { ActsPerBatch = 10 };
                var number = await RecordStep.RunAsync(new(matter, StepKind.Collected, new(2023, 5, 4), "1", 1), work, TestContext.Current.CancellationToken);
                lock (told)
                {
                    told.Write(System.Text.Encoding.UTF8.GetBytes($"{matter} {number}\n"));
                    told.Flush();
                }
            }
        })));
    }

    public static Process Start(string db, string told)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RecordUntilKilled).Assembly.Location, "-explicit", "only", "-method", $"{typeof(RecordUntilKilled).FullName}.{nameof(Records_until_it_is_killed)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment[Db], start.Environment[Told]) = (db, told);
        return Process.Start(start)!;
    }
}
