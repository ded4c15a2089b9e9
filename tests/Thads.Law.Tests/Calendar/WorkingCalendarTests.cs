using System.Globalization;
using Thads.Law.Calendar;

namespace Thads.Law.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.OfVietNam;

    [Theory]
    [InlineData("2026-11-23", true)] // an ordinary Monday
    [InlineData("2026-11-24", false)] // Day of Vietnamese culture, a Tuesday
    [InlineData("2026-11-22", false)] // a Sunday
    [InlineData("2026-08-31", false)] // off, made up for on Saturday 22/08
    [InlineData("2026-08-22", true)] // that Saturday
    [InlineData("2026-04-27", false)] // in place of the Hùng Kings' day, which was a Sunday
    [InlineData("2020-11-10", true)]
    public void A_day_is_worked_or_not_as_the_table_says(string day, bool worked) => Assert.Equal(worked, Calendar.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-11-23", 0, "2026-11-23")]
    [InlineData("2026-11-23", 1, "2026-11-25")] // over the holiday of the 24th
    [InlineData("2026-11-20", 5, "2026-11-30")] // over a weekend, the holiday and another weekend
    [InlineData("2026-08-21", 1, "2026-08-22")] // onto the Saturday that is worked
    [InlineData("2050-12-30", 5, null)] // beyond the table
    public void Working_days_are_counted_from_the_next_day(string from, int days, string? to) =>
        Assert.Equal(to is null ? null : Day(to), Calendar.After(Day(from), days));

    [Fact]
    public void Counting_back_gives_what_was_counted_forward()
    {
        for (var offset = 0; offset < 600; offset += 7)
        {
            var from = new DateOnly(2025, 1, 1).AddDays(offset);
            var to = Calendar.After(from, offset % 40)!.Value;

            Assert.Equal(offset % 40, Calendar.Between(from, to));
            Assert.Equal(offset % 40, Calendar.Between(to, from));
        }
    }

    [Fact]
    public void Beyond_the_table_nothing_is_guessed()
    {
        Assert.Equal((new DateOnly(2015, 1, 1), new DateOnly(2050, 12, 31)), (Calendar.FirstDay, Calendar.LastDay));
        Assert.Null(Calendar.Between(new(2014, 12, 31), new(2015, 1, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsWorkingDay(new(2051, 1, 3)));
    }

    [Fact]
    public void What_is_not_announced_yet_is_known_as_such() => Assert.Equal(new DateOnly(2027, 1, 1), Calendar.ProvisionalFrom);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
