namespace Thads.Office.Exchange.Samples;

/// <summary>
/// Working days for made-up histories: no weekends, no fixed holidays, no week of Tết. Plainer than the calendar of the
/// law, and apart from it, so that a mended table of holidays never changes a sample.
/// </summary>
internal static class SampleCalendar
{
    private static readonly DateOnly[] Tet =
    [
        new(2009, 1, 26), new(2010, 2, 14), new(2011, 2, 3), new(2012, 1, 23), new(2013, 2, 10), new(2014, 1, 31),
        new(2015, 2, 19), new(2016, 2, 8), new(2017, 1, 28), new(2018, 2, 16), new(2019, 2, 5), new(2020, 1, 25),
        new(2021, 2, 12), new(2022, 2, 1), new(2023, 1, 22), new(2024, 2, 10), new(2025, 1, 29), new(2026, 2, 17),
    ];

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && (day.Month, day.Day) is not ((1, 1) or (4, 30) or (5, 1) or (9, 2))
        && !IsNearTet(day, before: 2, after: 4);

    /// <summary>Fifteen days before and after Tết no coercion is held.</summary>
    public static bool IsClosedToCoercion(DateOnly day) =>
        IsNearTet(day, before: 15, after: 15) || (day >= new DateOnly(2020, 4, 1) && day <= new DateOnly(2020, 5, 15));

    /// <summary>The day itself, or the next working day.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day itself, or the last working day before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>A working day from the first to the last, both included.</summary>
    public static DateOnly Pick(SampleRandom random, DateOnly first, DateOnly last)
    {
        var from = OnOrAfter(first);
        var to = OnOrBefore(last);
        return from <= to
            ? OnOrBefore(from.AddDays(random.Below(to.DayNumber - from.DayNumber + 1)))
            : throw new InvalidOperationException($"No working day from {first:O} to {last:O}.");
    }

    /// <summary>The days of a month on which work is done, as far as the last day.</summary>
    public static IReadOnlyList<DateOnly> WorkingDays(DateOnly monthStart, DateOnly last) =>
        [.. Enumerable.Range(0, DateTime.DaysInMonth(monthStart.Year, monthStart.Month))
            .Select(monthStart.AddDays)
            .Where(day => day <= last && IsWorkingDay(day))];

    private static bool IsNearTet(DateOnly day, int before, int after) =>
        Array.Exists(Tet, tet => day >= tet.AddDays(-before) && day <= tet.AddDays(after));
}
