using System.Text.Json;
using Thads.Law.Asked;
using Thads.Law.Deadlines;
using Thads.Law.Tables;
using Thads.Law.Transition;
using Catalogue = Thads.Law.Deadlines.Deadlines;

namespace Thads.Law.Tests.Deadlines;

/// <summary>What the cases cannot say of a time limit: how it explains itself, and that nothing asked of it throws.</summary>
public sealed class DeadlineTests
{
    private static readonly LawBook Book = LawBook.BuiltIn;

    [Fact]
    public void It_names_its_article_and_each_day_it_skipped_with_the_reason()
    {
        var deadline = Catalogue.Of(Book, new("D003", new(2026, 11, 23))).Value;

        Assert.Equal("L25 Đ34.3", deadline.Rule.Row.Article);
        Assert.Equal(["24/11/2026 Ngày Văn hóa Việt Nam (24/11)", "28/11/2026 Thứ Bảy", "29/11/2026 Chủ nhật"], deadline.Skipped().Select(day => $"{Said.Day(day.Day)} {day.Name.Vi}"));
        Assert.Equal(new Said("Đến hết ngày 01/12/2026.", "Until the end of 01/12/2026."), deadline.Lines()[^1].Text);
        Assert.Contains(deadline.Lines(), line => line.Row == deadline.Rule.Row);
    }

    [Fact]
    public void As_JSON_it_says_the_same()
    {
        using var json = JsonDocument.Parse(Catalogue.Of(Book, new("D003", new(2026, 11, 23))).Value.ToJson());
        var root = json.RootElement;

        Assert.Equal(("D003", "new", "2026-12-01"), (root.GetProperty("code").GetString(), root.GetProperty("regime").GetString(), root.GetProperty("due").GetString()));
        Assert.Equal(3, root.GetProperty("skipped").GetArrayLength());
    }

    [Fact]
    public void A_limit_that_ran_into_the_new_law_says_so()
    {
        Assert.True(Catalogue.Of(Book, new("D012", new(2026, 6, 25))).Value.IsInTransition);
        Assert.False(Catalogue.Of(Book, new("D012", new(2026, 6, 15))).Value.IsInTransition);
        Assert.False(Catalogue.Of(Book, new("D012", new(2026, 7, 1))).Value.IsInTransition);
    }

    [Theory]
    [InlineData("D053", "2026-06-20", "fixed-at-start", "2026-09-21")] // 3 months to 20/09, a Sunday
    [InlineData("D053", "2026-06-20", "law-of-the-day", "2026-07-06")] // 15 days to 05/07, a Sunday
    [InlineData("D060", "2026-06-10", "law-of-the-day", "2026-07-01")] // 5 working days were over on 17/06: the first day of the new law
    [InlineData("D025", "2026-06-29", "law-of-the-day", "2026-07-02")] // the new law knows no such limit: as it was
    [InlineData("D055", "2026-06-29", "law-of-the-day", "2026-07-09")] // under the new law it runs from another event: as it was
    [InlineData("D053", "2026-07-01", "law-of-the-day", "2026-07-16")] // nothing was running
    [InlineData("D060", "2026-05-20", "law-of-the-day", "2026-06-19")] // was over before
    public void A_limit_running_on_the_day_of_the_new_law_is_as_the_office_set_it(string code, string start, string setting, string due) =>
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), DeadlineQuestions.Deadline.Ask(Given.Of(("code", code), ("start", start), ("running_limit", setting)), Book).Value.Values[0].Value);

    [Fact]
    public void A_named_regime_decides_whatever_is_set_for_running_limits() =>
        Assert.Equal(new DateOnly(2026, 9, 21), Catalogue.Of(Book, new("D053", new(2026, 6, 20), Regime: Regime.Old, RunningLimit: RunningLimit.LawOfTheDay)).Value.Due);

    [Fact]
    public void A_certified_outage_is_not_counted_and_is_named_with_what_was_certified()
    {
        var deadline = Catalogue.Of(Book, new("D003", new(2026, 11, 23), Outages: [new(new(new(2026, 11, 26), new(2026, 11, 27)), new("cổng dịch vụ công ngừng, biên bản 12", "the portal was down, minutes 12"))])).Value;

        Assert.Equal(new DateOnly(2026, 12, 3), deadline.Due);
        Assert.Contains(deadline.Lines(), line => line.Text.En == "Not counted from 26/11/2026 to 27/11/2026, certified: the portal was down, minutes 12.");
        Assert.Contains("minutes 12", deadline.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_explains_itself_in_both_languages_under_each_law_that_has_it()
    {
        foreach (var row in Book.All(DeadlineRule.Table))
        {
            foreach (var name in row.Value.Events)
            {
                var day = row.Value.Regime == Regime.Old ? new DateOnly(2024, 5, 20) : new DateOnly(2026, 11, 20);
                var deadline = Catalogue.Of(Book, new(row.Value.Code, day, new(16, 30), row.Value.Regime, Event: name)).Value;

                Assert.Equal(name, deadline.Event);
                Assert.All(deadline.Lines(), line => Assert.True(line.Text.Vi.Length > 5 && line.Text.En.Length > 5));
                Assert.NotEqual("", deadline.Rule.Row.Article);
                Assert.NotEmpty(deadline.ToJson());
            }
        }
    }

    [Fact]
    public void Periods_of_two_units_are_not_compared()
    {
        Assert.Null(new LegalPeriod(1, PeriodUnit.Months).ComparedWith(new(30, PeriodUnit.CalendarDays)));
        Assert.Equal(-1, new LegalPeriod(1, PeriodUnit.Months).ComparedWith(new(3, PeriodUnit.Months)));
        Assert.DoesNotContain(typeof(LegalPeriod).GetMethods(), method => method.Name is "op_LessThan" or "op_GreaterThan" or "CompareTo");
    }

    [Fact]
    public void No_hours_end_where_they_began_even_in_a_pause() =>
        Assert.Equal(new DateTime(2026, 11, 25, 9, 30, 0), Counting.LastMoment(Book.Calendar, new(2026, 11, 25, 9, 30, 0), 0, [new(new(2026, 11, 24), new(2026, 11, 30))]).Value);

    [Theory]
    [InlineData("D034", "9999-12-31 23:30", "calendar.not-covered")] // 24 hours later there is no calendar, and no time
    [InlineData("D034", "0001-01-01 00:00", "calendar.not-covered")]
    [InlineData("D003", "9999-12-31", "calendar.not-covered")]
    [InlineData("D072", "2050-06-01", "calendar.not-covered")]
    [InlineData("D043", "0001-01-01", "calendar.not-covered")]
    [InlineData("D034", "2026-11-23", "deadline.needs-time")]
    [InlineData("D999", "2026-11-23", "deadline.unknown")]
    [InlineData("", "2026-11-23", "input.missing")]
    [InlineData("D001/new", "2026-11-23", "deadline.unknown")]
    [InlineData("D003", "23/11/2026", "input.unreadable")]
    public void What_cannot_be_answered_is_refused(string code, string start, string refused) =>
        Assert.Equal(refused, DeadlineQuestions.Deadline.Ask(Given.Of(("code", code), ("start", start)), Book).Refusal?.Code);

    [Theory]
    [InlineData("D003", "2026-11-23", "2026-11-30", "9999-12-31", "calendar.not-covered")] // a pause without an end
    [InlineData("D034", "2026-11-23 16:30", "2026-11-24", "9999-12-31", "calendar.not-covered")]
    [InlineData("D023", "2050-05-10", "2050-10-01", "2051-06-30", "calendar.not-covered")] // the pause carries the end off the calendar
    [InlineData("D072", "2026-11-23", "0001-01-01", "9999-12-31", "calendar.not-covered")]
    [InlineData("D043", "2026-11-23", "0001-01-01", "9999-12-31", "calendar.not-covered")]
    [InlineData("D003", "2026-11-23", "2026-11-30", "2026-11-29", "period.backwards")]
    public void A_pause_that_leaves_the_calendar_is_refused(string code, string start, string from, string to, string refused)
    {
        var pauses = new Dictionary<string, IReadOnlyList<Given>> { ["pauses"] = [Given.Of(("from", from), ("to", to)), Given.Of(("from", from), ("to", to))] };
        Assert.Equal(refused, DeadlineQuestions.Deadline.Ask(new(new Dictionary<string, string> { ["code"] = code, ["start"] = start }, pauses), Book).Refusal?.Code);
    }

    [Theory]
    [InlineData("working-days", "days", "2147483647")]
    [InlineData("working-days", "days", "-2147483648")]
    [InlineData("days", "count", "2147483647")]
    [InlineData("months", "count", "2147483647")]
    [InlineData("years", "count", "2147483647")]
    public void A_count_beyond_all_time_is_refused(string rule, string name, string count) =>
        Assert.Equal("calendar.not-covered", LawQuestions.Find(rule)!.Ask(Given.Of(("start", "2026-11-23"), (name, count)), Book).Refusal?.Code);
}
