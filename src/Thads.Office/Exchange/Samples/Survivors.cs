using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>The matters that are open when the books begin, docketed in earlier years, each with the steps that led there.</summary>
internal static class Survivors
{
    /// <param name="notBefore">The decisions that put matters into their states are of this day and later.</param>
    public static List<SampleMatter> Of(
        SampleRandom random,
        Intake intake,
        DateOnly firstDay,
        DateOnly notBefore,
        DateOnly booksBegin,
        IEnumerable<(int Year, int Matters)> years,
        IEnumerable<(DocketState State, int Matters)> states)
    {
        var last = booksBegin.AddDays(-1);
        List<SampleMatter> open = [];
        foreach (var (year, count) in years)
        {
            var from = new DateOnly(year - 1, 10, 1);
            var days = Enumerable.Range(0, count)
                .Select(_ => SampleCalendar.Pick(random, from < firstDay ? firstDay : from, new(year, 9, 30)))
                .Order()
                .ToList();
            open.AddRange(days.Select(intake.Any));
        }

        var undecided = open.ToList();
        foreach (var (state, count) in states)
        {
            foreach (var matter in random.Take(undecided, count, m => m.DecidedOn > last.AddDays(-60) ? 0 : 10 + m.Hardness, $"{state} at the beginning"))
            {
                undecided.Remove(matter);
                PayInPart(random, matter);
                matter.Change(SampleCalendar.Pick(random, Later(matter.LastOn.AddDays(32), notBefore), last), state);
            }
        }

        foreach (var matter in undecided.Where(m => m.DecidedOn < last.AddDays(-30)))
        {
            PayInPart(random, matter);
        }

        return open;
    }

    private static void PayInPart(SampleRandom random, SampleMatter matter)
    {
        var line = matter.Lines[^1];
        if (line.Remainder >= 2_000_000 && random.Chance(20))
        {
            var on = SampleCalendar.OnOrAfter(matter.DecidedOn.AddDays(random.Between(12, 20)));
            matter.Collect(line, on, line.Remainder / 4 / 100_000 * 100_000, "free_will");
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
