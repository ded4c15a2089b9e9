using Thads.Law.Calendar;
using Thads.Office.Fields;

namespace Thads.Office.Tests.Fields;

public sealed class DayTextTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory]
    [InlineData("23/11/2026", "2026-11-23")]
    [InlineData("23-11-26", "2026-11-23")]
    [InlineData("23.11.2026", "2026-11-23")]
    [InlineData("23112026", "2026-11-23")]
    [InlineData("231126", "2026-11-23")]
    [InlineData("5/3/2026", "2026-03-05")] // never the third of May
    [InlineData("23/11", "2026-11-23")] // of this year
    [InlineData("01/01/49", "2049-01-01")]
    [InlineData("29/2/2024", "2024-02-29")]
    [InlineData("2020-10-02", "2020-10-02")] // as addresses and files have it
    [InlineData(" HN ", "2026-11-23")]
    [InlineData("hq", "2026-11-22")]
    [InlineData("+5", "2026-11-28")]
    [InlineData("+5lv", "2026-12-01")] // the 24th is a holiday
    [InlineData("+ 5 LV", "2026-12-01")]
    [InlineData("+0", "2026-11-23")]
    public void What_people_type_is_read(string typed, string day) => Assert.Equal((null, day), Read(typed, Monday));

    [Theory]
    [InlineData("11/23/2026", "day.month-first", "23/11/2026")]
    [InlineData("31/11/2026", "day.no-such-day", "30/11/2026")]
    [InlineData("29/2/2026", "day.no-such-day", "28/02/2026")]
    [InlineData("0/11/2026", "day.no-such-day", "30/11/2026")]
    [InlineData("3/2026", "day.no-day-given", "01/03/2026")]
    [InlineData("31/12/1899", "day.year", "1900")]
    [InlineData("01/02/50", "day.short-year", "bốn chữ số")]
    [InlineData("14/14/2026", "day.no-such-month", "23/11/2026")]
    [InlineData("+9999lv", "day.beyond-calendar", "31/12/2050")]
    [InlineData("mai", "day.unreadable", "23/11/2026")]
    [InlineData("23/11-2026", "day.unreadable", "23/11/2026")]
    [InlineData("1/1/1", "day.unreadable", "hn")]
    [InlineData("-5", "day.unreadable", "hq")]
    public void What_is_no_day_is_refused_with_what_to_type_instead(string typed, string code, string instead)
    {
        var refusal = DayText.Read(typed, Monday, WorkingCalendar.OfVietNam, out var day);

        Assert.Null(day);
        Assert.Equal(code, refusal!.Code);
        Assert.Contains(instead, refusal.In(Language.Vietnamese), StringComparison.Ordinal);
        Assert.DoesNotContain("{", refusal.In(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-19", null)]
    [InlineData("2026-09-20", "day.which-year")]
    [InlineData("2026-10-10", "day.which-year")]
    [InlineData("2026-10-11", null)]
    public void Around_the_turn_of_the_statistical_year_the_year_is_asked_for(string today, string? code)
    {
        Assert.Equal(code, Read("25/9", DateOnly.Parse(today, Words.Format)).Code);
        Assert.Null(Read("25/9/2026", DateOnly.Parse(today, Words.Format)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Nothing_typed_is_no_day_and_no_refusal(string? typed) => Assert.Equal((null, null), Read(typed, Monday));

    [Theory]
    [InlineData("2026-11-23", "Thứ Hai, 23/11/2026 · hôm nay")]
    [InlineData("2026-12-01", "Thứ Ba, 01/12/2026 · còn 8 ngày, 5 ngày làm việc")]
    [InlineData("2026-11-20", "Thứ Sáu, 20/11/2026 · đã qua 3 ngày, 1 ngày làm việc")]
    [InlineData("1975-04-30", "Thứ Tư, 30/04/1975 · đã qua 18.835 ngày")]
    [InlineData("2027-02-12", "Thứ Sáu, 12/02/2027 · còn 81 ngày, 52 ngày làm việc (lịch nghỉ từ 01/01/2027 là tạm tính)")]
    public void The_echo_says_the_weekday_and_how_far_it_is(string day, string said) =>
        Assert.Equal(said, DayText.Echo(DateOnly.Parse(day, Words.Format), Monday, WorkingCalendar.OfVietNam, Language.Vietnamese));

    [Fact]
    public void Every_day_is_read_back_however_it_is_written()
    {
        string[] forms = ["dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d.M.yyyy", "ddMMyyyy", "yyyy-MM-dd"];
        for (var day = new DateOnly(1999, 12, 1); day.Year < 2029; day = day.AddDays(5))
        {
            Assert.All(forms, form => Assert.Equal((null, $"{day:yyyy-MM-dd}"), Read(day.ToString(form, System.Globalization.CultureInfo.InvariantCulture), Monday)));
        }
    }

    private static (string? Code, string? Day) Read(string? typed, DateOnly today)
    {
        var refusal = DayText.Read(typed, today, WorkingCalendar.OfVietNam, out var day);
        return (refusal?.Code, day is { } known ? $"{known:yyyy-MM-dd}" : null);
    }
}
