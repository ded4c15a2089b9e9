using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Thads.Law.Calendar;

/// <summary>
/// Which days offices work: Monday to Friday, without holidays, days off in their place and days off that are worked
/// elsewhere (BLLĐ 2019 Điều 111, 112; BLLĐ 2012 Điều 110, 115). A dated table (`Tables/holidays.csv`) of whole years.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenSet<DateOnly> _off;
    private readonly FrozenSet<DateOnly> _worked;

    /// <param name="off">Days off that fall on a weekday, or on any day.</param>
    /// <param name="worked">Days of rest that are worked to make up for another.</param>
    /// <param name="provisionalFrom">The first day off that is not announced yet.</param>
    public WorkingCalendar(DateOnly firstDay, DateOnly lastDay, IEnumerable<DateOnly> off, IEnumerable<DateOnly> worked, DateOnly? provisionalFrom = null)
    {
        (FirstDay, LastDay, ProvisionalFrom) = (firstDay, lastDay, provisionalFrom);
        (_off, _worked) = (off.ToFrozenSet(), worked.ToFrozenSet());
    }

    /// <summary>The table of the program: from 2015 to the end of the last year that has rows.</summary>
    public static WorkingCalendar OfVietNam { get; } = Read();

    public DateOnly FirstDay { get; }

    public DateOnly LastDay { get; }

    /// <summary>From here on days off are expected and not yet announced; null where all are.</summary>
    public DateOnly? ProvisionalFrom { get; }

    public bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <exception cref="ArgumentOutOfRangeException">The table does not know the day: ask <see cref="Covers"/> first.</exception>
    public bool IsWorkingDay(DateOnly day) =>
        !Covers(day) ? throw new ArgumentOutOfRangeException(nameof(day), day, "The table of holidays does not reach this day.")
        : _worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.Contains(day));

    /// <summary>The n-th working day after a day; the day itself for 0. Null where it would lie beyond the table.</summary>
    public DateOnly? After(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (!Covers(day))
            {
                return null;
            }

            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days after the earlier day up to and with the later; null where one lies beyond the table.</summary>
    public int? Between(DateOnly one, DateOnly other)
    {
        var (earlier, later) = one < other ? (one, other) : (other, one);
        if (!Covers(earlier) || !Covers(later))
        {
            return null;
        }

        var count = 0;
        for (var day = earlier.AddDays(1); day <= later; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    private static WorkingCalendar Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Law.Tables.holidays.csv")!;
        using var text = new StreamReader(stream);
        // Only the first two cells are read here, and neither is ever quoted; the source follows the last comma or stands in quotes.
        var rows = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => (Line: line, Cells: line.Split(',')))
            .Select(row => (Day: DateOnly.ParseExact(row.Cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), Kind: row.Cells[1], row.Line)).ToList();
        var unknown = rows.FirstOrDefault(row => row.Kind is not ("holiday" or "compensatory" or "swap_off" or "swap_work"));
        return unknown.Kind is not null
            ? throw new InvalidDataException($"Tables/holidays.csv: {unknown.Kind} is no kind of day.")
            : new(
                new(rows.Min(row => row.Day).Year, 1, 1),
                new(rows.Max(row => row.Day).Year, 12, 31),
                rows.Where(row => row.Kind != "swap_work").Select(row => row.Day),
                rows.Where(row => row.Kind == "swap_work").Select(row => row.Day),
                rows.Where(row => row.Line.Contains("provisional:", StringComparison.Ordinal)).Select(row => (DateOnly?)row.Day).Min());
    }
}
