using Thads.Law.Tables;

namespace Thads.Law.Calendar;

/// <summary>A day that is not counted, and why.</summary>
public sealed record RestDay(DateOnly Day, DayKind Kind, Said Name);

/// <summary>
/// Which days offices work: Monday to Friday, without holidays, days off in their place and days off that are worked
/// elsewhere (BLLĐ 2019 Điều 111, 112; BLLĐ 2012 Điều 110, 115). The announced years are a table (`Tables/holidays.csv`); the years after them
/// are continued from the statute by <see cref="StatutoryYear"/> up to the end of the lunar table, and everything that rests on them is provisional.
/// Counting is by look-up: the n-th working day after a day costs the same for 3 and for 3.000.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, DayOfTheYear> _days;
    private readonly int _first;

    /// <summary>Working days up to and with each day, counted from the first.</summary>
    private readonly int[] _worked;

    /// <summary>Day number of each working day.</summary>
    private readonly int[] _workdays;

    private WorkingCalendar(DateOnly firstDay, DateOnly lastDay, DateOnly provisionalFrom, Dictionary<DateOnly, DayOfTheYear> days)
    {
        (FirstDay, LastDay, ProvisionalFrom, _days, _first) = (firstDay, lastDay, provisionalFrom, days, firstDay.DayNumber);
        _worked = new int[lastDay.DayNumber - _first + 1];
        var workdays = new List<int>();
        for (var i = 0; i < _worked.Length; i++)
        {
            var day = firstDay.AddDays(i);
            if (days.TryGetValue(day, out var known) && known.Kind != DayKind.Workday ? known.Kind == DayKind.SwapWork : !IsWeekend(day))
            {
                workdays.Add(_first + i);
            }

            _worked[i] = workdays.Count;
        }

        _workdays = [.. workdays];
    }

    /// <summary>That of the tables this process answers from.</summary>
    public static WorkingCalendar OfVietNam => LawBook.InForce.Calendar;

    /// <summary>1 January of the first year of the table.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>31 December of the last year of the lunar table.</summary>
    public DateOnly LastDay { get; }

    /// <summary>1 January of the first year that is not announced: from here on a result is provisional.</summary>
    public DateOnly ProvisionalFrom { get; }

    /// <summary>What is known of single days: announced, and continued.</summary>
    public IEnumerable<DayOfTheYear> Days => _days.Values.OrderBy(day => day.Day);

    internal static WorkingCalendar Of(LawBook book)
    {
        var rows = book.All(DayOfTheYear.Table);
        var lunar = book.All(LunarYear.Table);
        var days = rows.ToDictionary(row => row.Value.Day, row => row.Value);
        var lastOfTable = rows.Max(row => row.Value.Day).Year;
        var announced = rows.Where(row => row.Row.Trust.Level == TrustLevel.Provisional).Select(row => row.Value.Day.Year).DefaultIfEmpty(lastOfTable + 1).Min();
        foreach (var year in lunar.Where(year => year.Value.Year > lastOfTable))
        {
            foreach (var day in StatutoryYear.Of(year.Value))
            {
                days[day.Day] = day;
            }
        }

        return new(new(rows.Min(row => row.Value.Day).Year, 1, 1), new(lunar.Max(year => year.Value.Year), 12, 31), new(announced, 1, 1), days);
    }

    public bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>`calendar.not-covered`: nobody knows which days of that time are worked.</summary>
    public LawRefusal NotCovered(DateOnly day) => new("calendar.not-covered", new(
        $"Lịch làm việc chỉ có từ {Said.Day(FirstDay)} đến {Said.Day(LastDay)}; ngày {Said.Day(day)} nằm ngoài.",
        $"The calendar reaches from {Said.Day(FirstDay)} to {Said.Day(LastDay)}; {Said.Day(day)} lies outside."));

    /// <exception cref="ArgumentOutOfRangeException">The table does not know the day: ask <see cref="Covers"/> first.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        var i = At(day);
        return _worked[i] > (i == 0 ? 0 : _worked[i - 1]);
    }

    /// <summary>Why the day is not worked; null = it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table does not know the day: ask <see cref="Covers"/> first.</exception>
    public RestDay? WhyRest(DateOnly day) => IsWorkingDay(day) ? null
        : _days.TryGetValue(day, out var known) && known.Kind != DayKind.Workday ? new(day, known.Kind, known.Name)
        : new(day, DayKind.Weekend, day.DayOfWeek == DayOfWeek.Saturday ? new("Thứ Bảy", "Saturday") : new("Chủ nhật", "Sunday"));

    /// <summary>What the table says of a day; null = nothing.</summary>
    public DayOfTheYear? Known(DateOnly day) => _days.GetValueOrDefault(day);

    /// <summary>The n-th working day after a day; the day itself for 0. Null where it would lie beyond the table.</summary>
    public DateOnly? After(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (workingDays == 0)
        {
            return day;
        }

        if (!Covers(day))
        {
            return null;
        }

        var index = _worked[At(day)] + workingDays - 1;
        return index < _workdays.Length ? DateOnly.FromDayNumber(_workdays[index]) : null;
    }

    /// <summary>The n-th working day before a day, counted back from the day before it; the day itself for 0. Null where it would lie before the table.</summary>
    public DateOnly? Before(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (workingDays == 0)
        {
            return day;
        }

        if (!Covers(day))
        {
            return null;
        }

        var index = _worked[At(day)] - (IsWorkingDay(day) ? 1 : 0) - workingDays;
        return index >= 0 ? DateOnly.FromDayNumber(_workdays[index]) : null;
    }

    /// <summary>The day itself where it is worked, else the next that is (BLDS 2015 Đ148.5). Null where that lies beyond the table.</summary>
    public DateOnly? OnOrAfter(DateOnly day) => !Covers(day) ? null : IsWorkingDay(day) ? day : After(day, 1);

    /// <summary>Working days after the earlier day up to and with the later; null where one lies beyond the table.</summary>
    public int? Between(DateOnly one, DateOnly other)
    {
        var (earlier, later) = one < other ? (one, other) : (other, one);
        return Covers(earlier) && Covers(later) ? _worked[At(later)] - _worked[At(earlier)] : null;
    }

    /// <summary>A result that counted or skipped days up to this one rests on days nobody has announced.</summary>
    public bool IsProvisional(DateOnly upTo) => upTo >= ProvisionalFrom;

    /// <summary>Days off of Tết between two days, both included: its leave, days off in its place and days off exchanged for it.</summary>
    public int TetDaysBetween(DateOnly first, DateOnly last) => _days.Values.Count(day => day.Day >= first && day.Day <= last && day.Kind is not (DayKind.SwapWork or DayKind.Workday) && IsOfTet(day));

    /// <summary>The statutory leave of Tết of a year (rows `holiday`); null where the year is not covered.</summary>
    public (DateOnly First, DateOnly Last)? Tet(int year)
    {
        var days = _days.Values.Where(day => day.IsTet && day.Day.Year == year).Select(day => day.Day).ToList();
        return days.Count == 0 ? null : (days.Min(), days.Max());
    }

    private static bool IsOfTet(DayOfTheYear day) => day.Name.Vi.Contains("Tết", StringComparison.Ordinal) && !day.Name.Vi.Contains("Dương lịch", StringComparison.Ordinal);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private int At(DateOnly day) => Covers(day) ? day.DayNumber - _first : throw new ArgumentOutOfRangeException(nameof(day), day, "The table of holidays does not reach this day.");
}
