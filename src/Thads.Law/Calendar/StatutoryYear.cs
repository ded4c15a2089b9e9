namespace Thads.Law.Calendar;

/// <summary>
/// The days off of a year nobody has announced, from the statute alone: New Year, Tết (the last two days of the old year and the first three of the
/// new), Giỗ Tổ, 30/4, 1/5, 2 and 3 September (BLLĐ 2019 Đ112.1), 24 November (NQ 28/2026/QH16). A day that falls on a weekly day of rest is made up on
/// the next working day (Đ111.3). No days exchanged: those are announced year by year.
/// </summary>
public static class StatutoryYear
{
    public static IReadOnlyList<DayOfTheYear> Of(LunarYear year)
    {
        List<DayOfTheYear> off =
        [
            Holiday(new(year.Year, 1, 1), new("Tết Dương lịch", "New Year")),
            .. Enumerable.Range(-2, 5).Select(i => Holiday(year.FirstDay.AddDays(i), i < 0
                ? new($"Tết Nguyên đán (trước mùng 1: {-i} ngày)", $"Lunar New Year ({-i} before its first day)")
                : new($"Tết Nguyên đán (mùng {i + 1})", $"Lunar New Year (day {i + 1})"))),
            Holiday(year.GioTo, new("Giỗ Tổ Hùng Vương (10/3 âm lịch)", "Hung Kings")),
            Holiday(new(year.Year, 4, 30), new("Ngày Chiến thắng (30/4)", "Victory Day")),
            Holiday(new(year.Year, 5, 1), new("Ngày Quốc tế Lao động (1/5)", "Labour Day")),
            Holiday(new(year.Year, 9, 2), new("Quốc khánh (2/9)", "National Day")),
            Holiday(new(year.Year, 9, 3), new("Quốc khánh (ngày liền kề)", "National Day (adjoining day)")),
            Holiday(new(year.Year, 11, 24), new("Ngày Văn hóa Việt Nam (24/11)", "Vietnamese Culture Day")),
        ];
        // Two holidays can fall on one day: Giỗ Tổ on 30/4 is one day off and one day to make up.
        var holidays = off.ToLookup(day => day.Day);
        var taken = holidays.Select(day => day.Key).ToHashSet();
        var all = holidays.Select(day => day.First()).OrderBy(day => day.Day).ToList();
        var owed = off.Where(day => IsWeekend(day.Day)).Concat(holidays.Where(day => !IsWeekend(day.Key)).SelectMany(day => day.Skip(1))).OrderBy(day => day.Day).ToList();
        foreach (var day in owed)
        {
            var instead = day.Day.AddDays(1);
            while (IsWeekend(instead) || !taken.Add(instead))
            {
                instead = instead.AddDays(1);
            }

            all.Add(new(instead, DayKind.Compensatory, new($"Nghỉ bù {day.Name.Vi}", $"Day off in place of {day.Name.En}")));
        }

        return all;
    }

    private static DayOfTheYear Holiday(DateOnly day, Said name) => new(day, DayKind.Holiday, name);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
