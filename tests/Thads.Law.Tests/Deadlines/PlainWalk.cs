using Thads.Law.Calendar;
using Thads.Law.Deadlines;

namespace Thads.Law.Tests.Deadlines;

/// <summary>The counting of time as a person does it with a calendar on the wall: one day after the other. Null = off the calendar.</summary>
internal static class PlainWalk
{
    public static DateOnly? LastDay(WorkingCalendar calendar, DateOnly start, LegalPeriod period, IReadOnlyList<DayRange> pauses)
    {
        if (!calendar.Covers(start))
        {
            return null;
        }

        if (period.Unit == PeriodUnit.Immediately)
        {
            return start;
        }

        var day = start;
        if (period.Unit is PeriodUnit.Months or PeriodUnit.Years)
        {
            var end = Corresponding(start, period.Unit == PeriodUnit.Years ? period.Count * 12 : period.Count);
            for (var left = end.DayNumber - start.DayNumber; left > 0;)
            {
                day = day.AddDays(1);
                left -= pauses.Any(pause => pause.Holds(day)) ? 0 : 1;
            }
        }
        else
        {
            for (var left = period.Count; left > 0;)
            {
                day = day.AddDays(1);
                if (!calendar.Covers(day))
                {
                    return null;
                }

                var counts = period.Unit == PeriodUnit.CalendarDays || calendar.WhyRest(day) is null;
                left -= counts && !pauses.Any(pause => pause.Holds(day)) ? 1 : 0;
            }
        }

        while (calendar.Covers(day) && calendar.WhyRest(day) is not null)
        {
            day = day.AddDays(1);
        }

        return calendar.Covers(day) ? day : null;
    }

    public static DateOnly? Before(WorkingCalendar calendar, DateOnly before, LegalPeriod period, IReadOnlyList<DayRange> pauses)
    {
        var day = before;
        for (var left = period.Count; left > 0 && calendar.Covers(day);)
        {
            day = day.AddDays(-1);
            var counts = calendar.Covers(day) && (period.Unit == PeriodUnit.CalendarDays || calendar.WhyRest(day) is null);
            left -= counts && !pauses.Any(pause => pause.Holds(day)) ? 1 : 0;
        }

        return calendar.Covers(day) ? day : null;
    }

    /// <summary>Hour by hour.</summary>
    public static DateTime LastMoment(DateTime start, int hours, IReadOnlyList<DayRange> pauses)
    {
        var at = start;
        for (var left = hours * 60; left > 0;)
        {
            left -= pauses.Any(pause => pause.Holds(DateOnly.FromDateTime(at))) ? 0 : 1;
            at = at.AddMinutes(1);
        }

        return at;
    }

    /// <summary>The day of the same number so many months later, else the last of that month (BLDS Đ148.3).</summary>
    private static DateOnly Corresponding(DateOnly start, int months)
    {
        var (year, month) = (start.Year, start.Month);
        for (var i = 0; i < months; i++)
        {
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
        }

        return new(year, month, Math.Min(start.Day, DateTime.DaysInMonth(year, month)));
    }
}
