using Thads.Office.Reports;

namespace Thads.Office.Tests.Reports;

public sealed class ReportDeadlineTests
{
    [Theory]
    [InlineData("06-2019", ReportLevel.Officer, "2020-09-30", "2020-10-01")] // Wednesday to Thursday
    [InlineData("06-2019", ReportLevel.Unit, "2020-09-30", "2020-10-02")]
    [InlineData("06-2019", ReportLevel.Province, "2020-09-30", "2020-10-06")] // over a weekend
    [InlineData("06-2019", ReportLevel.Unit, "2021-04-30", "2021-05-05")] // 30 April and 1 May off, and Monday 3 May in place of Saturday
    [InlineData("05-2024", ReportLevel.Officer, "2025-08-31", "2025-09-03")] // Sunday; 1 and 2 September off
    [InlineData("05-2024", ReportLevel.Centre, "2024-09-30", "2024-10-08")]
    [InlineData("08-2015", ReportLevel.Officer, "2018-09-30", "2018-10-01")] // before day 02
    [InlineData("08-2015", ReportLevel.Unit, "2018-12-31", "2019-01-03")]
    [InlineData("08-2015", ReportLevel.Province, "2018-02-28", "2018-03-06")]
    public void A_report_is_due_on_the_last_day_of_its_limit(string regime, ReportLevel level, string end, string last) =>
        Assert.Equal(Day(last), ReportDeadline.Of(regime, level, Day(end)).LastDay);

    [Theory]
    [InlineData("2020-10-02", 0)]
    [InlineData("2020-09-30", 0)]
    [InlineData("2020-10-03", 1)] // a Saturday is late all the same
    [InlineData("2020-10-05", 1)]
    [InlineData("2020-10-07", 3)]
    public void What_comes_later_is_so_many_working_days_late(string sent, int late) =>
        Assert.Equal(late, ReportDeadline.Of("06-2019", ReportLevel.Unit, new(2020, 9, 30)).LateOn(Day(sent)));

    [Theory]
    [InlineData("06-2019", ReportLevel.Unit, "2060-09-30", "report.beyond-calendar")]
    [InlineData("05-2024", ReportLevel.Unit, "2050-12-31", "report.beyond-calendar")]
    [InlineData("08-2015", ReportLevel.Centre, "2018-09-30", "report.no-limit")]
    [InlineData("06-2019", ReportLevel.Centre, "2020-09-30", "report.no-limit")]
    public void Beyond_the_table_nothing_is_guessed(string regime, ReportLevel level, string end, string refused) =>
        Assert.Equal(refused, Assert.Throws<RefusedException>(() => ReportDeadline.Of(regime, level, Day(end))).Refusal.Code);

    [Fact]
    public void A_deadline_explains_itself()
    {
        var deadline = ReportDeadline.Of("06-2019", ReportLevel.Province, new(2020, 9, 30));

        Assert.Equal([new DateOnly(2020, 10, 3), new(2020, 10, 4)], deadline.Skipped);
        Assert.Equal("4 ngày làm việc kể từ ngày hết kỳ 30/09/2020, bỏ 2 ngày nghỉ: đến hết ngày 06/10/2020. (TT 06/2019/TT-BTP)", deadline.Explained.In(Language.Vietnamese));
        Assert.StartsWith("Before day 4", ReportDeadline.Of("08-2015", ReportLevel.Unit, new(2018, 9, 30)).Explained.In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void What_rests_on_days_nobody_has_announced_says_so() =>
        Assert.EndsWith(
            "Tạm tính: lịch nghỉ từ 01/01/2027 chưa công bố đủ.", ReportDeadline.Of("06-2019", ReportLevel.Province, new(2028, 9, 30)).Explained.In(Language.Vietnamese), StringComparison.Ordinal);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
