using CsCheck;
using Thads.Law.Calendar;
using Thads.Law.Deadlines;
using Thads.Law.Tables;

namespace Thads.Law.Tests.Deadlines;

/// <summary>The count by look-up is the count day by day, wherever it begins, however long, and whatever is paused.</summary>
public sealed class CountingProperties
{
    private static readonly WorkingCalendar Calendar = LawBook.BuiltIn.Calendar;

    // A little over both ends of the calendar, so that what it does not cover is asked too.
    private static readonly Gen<DateOnly> Days = Gen.Int[Calendar.FirstDay.DayNumber - 20, Calendar.LastDay.DayNumber + 20].Select(DateOnly.FromDayNumber);

    private static readonly Gen<LegalPeriod> Periods = Gen.OneOf(
        Gen.Int[0, 120].Select(count => new LegalPeriod(count, PeriodUnit.WorkingDays)),
        Gen.Int[0, 200].Select(count => new LegalPeriod(count, PeriodUnit.CalendarDays)),
        Gen.Int[0, 40].Select(count => new LegalPeriod(count, PeriodUnit.Months)),
        Gen.Int[0, 6].Select(count => new LegalPeriod(count, PeriodUnit.Years)),
        Gen.Const(new LegalPeriod(0, PeriodUnit.Immediately)));

    [Fact]
    public void Without_pauses() => Gen.Select(Days, Periods).Sample((start, period) =>
        Given(Counting.LastDay(Calendar, start, period)) == PlainWalk.LastDay(Calendar, start, period, []));

    [Fact]
    public void With_pauses() => Gen.Select(Days, Periods, Pauses).Sample((start, period, pauses) =>
    {
        var ranges = At(start, pauses);
        return Given(Counting.LastDay(Calendar, start, period, ranges)) == PlainWalk.LastDay(Calendar, start, period, ranges);
    });

    [Fact]
    public void Before_an_event() => Gen.Select(Days, Gen.Int[0, 90], Gen.Bool, Pauses).Sample((day, count, working, pauses) =>
    {
        var period = new LegalPeriod(count, working ? PeriodUnit.WorkingDays : PeriodUnit.CalendarDays);
        var ranges = At(day.AddDays(-60), pauses);
        return Given(Counting.Before(Calendar, day, period, ranges)) == PlainWalk.Before(Calendar, day, period, ranges);
    });

    [Fact]
    public void Hours_run_through_everything_but_pauses() => Gen.Select(Gen.Int[Calendar.FirstDay.DayNumber, Calendar.LastDay.DayNumber - 400], Gen.Int[0, 1439], Gen.Int[0, 100], Pauses).Sample((number, minute, hours, pauses) =>
    {
        var start = DateOnly.FromDayNumber(number).ToDateTime(default).AddMinutes(minute);
        var ranges = At(DateOnly.FromDayNumber(number), pauses);
        return Counting.LastMoment(Calendar, start, hours, ranges).Value == PlainWalk.LastMoment(start, hours, ranges);
    }, iter: 3_000);

    [Fact]
    public void A_later_start_never_ends_earlier() => Gen.Select(Days, Gen.Int[1, 40], Periods).Sample((start, later, period) =>
        Given(Counting.LastDay(Calendar, start, period)) is not { } first || Given(Counting.LastDay(Calendar, start.AddDays(later), period)) is not { } second || first <= second);

    [Fact]
    public void A_pause_never_ends_it_earlier_and_the_order_of_pauses_is_nothing() => Gen.Select(Days, Periods, Pauses).Sample((start, period, pauses) =>
    {
        var ranges = At(start, pauses);
        var paused = Given(Counting.LastDay(Calendar, start, period, ranges));
        return paused == Given(Counting.LastDay(Calendar, start, period, [.. ranges.Reverse()]))
            && (paused is not { } last || last >= Given(Counting.LastDay(Calendar, start, period)));
    });

    [Fact]
    public void Counted_back_and_forward_again_is_the_first_day_of_work() => Gen.Select(Days, Gen.Int[1, 60]).Sample((day, count) =>
        Given(Counting.Before(Calendar, day, new(count, PeriodUnit.WorkingDays))) is not { } back
        || Given(Counting.LastDay(Calendar, back, new(count, PeriodUnit.WorkingDays))) is not { } forth
        || forth == Calendar.OnOrAfter(day));

    private static Gen<(int After, int Days)[]> Pauses => Gen.Select(Gen.Int[-5, 150], Gen.Int[1, 40]).Array[0, 4];

    private static DayRange[] At(DateOnly start, (int After, int Days)[] pauses) =>
        [.. pauses.Select(pause => new DayRange(start.AddDays(pause.After), start.AddDays(pause.After + pause.Days - 1)))];

    private static DateOnly? Given(Answer<DateOnly> answer) => answer.IsGiven ? answer.Value : answer.Refusal.Code == "calendar.not-covered" ? null : throw new InvalidOperationException(answer.Refusal.Code);
}
