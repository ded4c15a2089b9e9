using System.Diagnostics;
using System.Globalization;
using Thads.Law.Deadlines;
using Thads.Law.Tables;

namespace Thads.Bench;

/// <summary>Deadlines that can explain themselves, made on one core; and all open limits of a nation again after the calendar has changed.</summary>
internal static class LawBench
{
    private const int Open = 10_000_000;

    public static Task RunAsync(Workshop bench)
    {
        var book = LawBook.BuiltIn;
        var codes = book.All(DeadlineCode.Table).Select(row => row.Value.Code).Where(code => Ask(book, code, 0) is not null).ToArray();
        Many(book, codes, 200_000);
        var watch = Stopwatch.StartNew();
        Many(book, codes, 2_000_000);
        var perSecond = 2_000_000 / watch.Elapsed.TotalSeconds;
        bench.Results.Add("explained deadlines a second, one core", "≥ 1.000.000", string.Create(CultureInfo.InvariantCulture, $"{perSecond:N0}"), perSecond >= 1_000_000);

        var changed = LawBook.Load(null, out _)!;
        watch.Restart();
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, half => Many(changed, codes, Open / 2, half));
        bench.Results.Add("10 million open limits again after a calendar change, 2 cores", "≤ 60 s", string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:N1} s"), watch.Elapsed.TotalSeconds <= 60);
        return Task.CompletedTask;
    }

    private static long Many(LawBook book, string[] codes, int count, int seed = 0)
    {
        long sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += Ask(book, codes[i % codes.Length], (i * 31 + seed) % 3000) ?? 0;
        }

        return sum;
    }

    private static int? Ask(LawBook book, string code, int day) =>
        Deadlines.Of(book, new DeadlineQuestion(code, new DateOnly(2018, 1, 2).AddDays(day), new TimeOnly(9, 30))).Try(out var deadline, out _) ? deadline.Due.DayNumber : null;
}
