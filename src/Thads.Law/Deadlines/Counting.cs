using Thads.Law.Calendar;

namespace Thads.Law.Deadlines;

/// <summary>
/// The counting of time (BLDS 2015 Đ147, Đ148; rules CA-01…CA-11). The day of the event is not counted; a limit in days, months or years that ends on a day
/// of rest ends with the next working day; the days of a pause are not counted. Without pauses every count is a look-up.
/// </summary>
public static class Counting
{
    /// <summary>The last day of a period that begins with an event.</summary>
    /// <param name="pauses">Both ends in it; may overlap. Null = none.</param>
    /// <returns>Refused with `calendar.not-covered`, or `period.hours` for a period of hours: those end at a moment (<see cref="LastMoment"/>).</returns>
    public static Answer<DateOnly> LastDay(WorkingCalendar calendar, DateOnly start, LegalPeriod period, IReadOnlyList<DayRange>? pauses = null)
    {
        if (!calendar.Covers(start))
        {
            return calendar.NotCovered(start);
        }

        if (period.Unit == PeriodUnit.Immediately)
        {
            return start;
        }

        if (period.Unit == PeriodUnit.Hours)
        {
            return new LawRefusal("period.hours", new("Thời hạn tính bằng giờ kết thúc vào một thời điểm.", "A period of hours ends at a moment."));
        }

        if (pauses is { Count: > 0 })
        {
            return Paused(calendar, start, period, DayRange.Merged(pauses));
        }

        DateOnly? last = period.Unit switch
        {
            PeriodUnit.WorkingDays => period.Count == 0 ? calendar.OnOrAfter(start) : calendar.After(start, period.Count),
            _ => Plain(start, period) is { } end ? calendar.OnOrAfter(end) : null,
        };
        return last is { } day ? day : calendar.NotCovered(calendar.LastDay.AddDays(1));
    }

    /// <summary>The latest day that still lies so many working days before an event, counted back from the day before it (rule CA-09).</summary>
    public static Answer<DateOnly> Before(WorkingCalendar calendar, DateOnly before, LegalPeriod period, IReadOnlyList<DayRange>? pauses = null)
    {
        if (!calendar.Covers(before))
        {
            return calendar.NotCovered(before);
        }

        var merged = DayRange.Merged(pauses ?? []);
        var day = before;
        for (var left = period.Count; left > 0;)
        {
            day = day.AddDays(-1);
            if (!calendar.Covers(day))
            {
                return calendar.NotCovered(day);
            }

            left -= !IsPaused(merged, day) && (period.Unit != PeriodUnit.WorkingDays || calendar.IsWorkingDay(day)) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The moment at which a period of hours ends; hours of paused days do not count.</summary>
    public static Answer<DateTime> LastMoment(WorkingCalendar calendar, DateTime start, int hours, IReadOnlyList<DayRange>? pauses = null)
    {
        if (!calendar.Covers(DateOnly.FromDateTime(start)))
        {
            return calendar.NotCovered(DateOnly.FromDateTime(start));
        }

        var at = start;
        var left = TimeSpan.FromHours(hours);
        foreach (var pause in DayRange.Merged(pauses ?? []))
        {
            var from = pause.From.ToDateTime(default);
            if (pause.To < DateOnly.FromDateTime(at))
            {
                continue;
            }

            if (hours == 0 || at + left <= from)
            {
                break;
            }

            if (!calendar.Covers(pause.To))
            {
                return calendar.NotCovered(pause.To);
            }

            left -= from > at ? from - at : TimeSpan.Zero;
            at = pause.To.AddDays(1).ToDateTime(default);
        }

        at += left;
        return calendar.Covers(DateOnly.FromDateTime(at)) ? at : calendar.NotCovered(DateOnly.FromDateTime(at));
    }

    /// <summary>Days of the pauses that lie in the period, up to its end as it moves; for the explanation.</summary>
    public static int PausedDays(IReadOnlyList<DayRange> pauses, DateOnly after, DateOnly upTo)
    {
        var days = 0;
        foreach (var pause in DayRange.Merged(pauses))
        {
            var (from, to) = (pause.From > after ? pause.From : after.AddDays(1), pause.To < upTo ? pause.To : upTo);
            days += to >= from ? to.DayNumber - from.DayNumber + 1 : 0;
        }

        return days;
    }

    private static Answer<DateOnly> Paused(WorkingCalendar calendar, DateOnly start, LegalPeriod period, IReadOnlyList<DayRange> pauses)
    {
        var day = start;
        if (period.Unit is PeriodUnit.Months or PeriodUnit.Years)
        {
            if (Plain(start, period) is not { } plain || !calendar.Covers(plain))
            {
                return calendar.NotCovered(calendar.LastDay.AddDays(1));
            }

            // Later by as many days as were paused; what moves the end can bring further days of a pause into the period.
            day = plain;
            for (var moved = plain.AddDays(PausedDays(pauses, start, plain)); moved != day; moved = plain.AddDays(PausedDays(pauses, start, day)))
            {
                if (!calendar.Covers(moved))
                {
                    return calendar.NotCovered(moved);
                }

                day = moved;
            }
        }
        else
        {
            for (var left = period.Count; left > 0;)
            {
                day = day.AddDays(1);
                if (!calendar.Covers(day))
                {
                    return calendar.NotCovered(day);
                }

                left -= !IsPaused(pauses, day) && (period.Unit == PeriodUnit.CalendarDays || calendar.IsWorkingDay(day)) ? 1 : 0;
            }
        }

        return calendar.OnOrAfter(day) is { } rolled ? rolled : calendar.NotCovered(day);
    }

    private static DateOnly? Plain(DateOnly start, LegalPeriod period)
    {
        // Beyond the calendar nothing is counted; the bound keeps what a person types from running over the end of time.
        if (period.Count > 100_000)
        {
            return null;
        }

        return period.Unit switch
        {
            PeriodUnit.CalendarDays => start.AddDays(period.Count),
            PeriodUnit.Months => start.Year + period.Count / 12 > 9000 ? null : start.AddMonths(period.Count),
            PeriodUnit.Years => start.Year + period.Count > 9000 ? null : start.AddYears(period.Count),
            PeriodUnit.Hours or PeriodUnit.WorkingDays or PeriodUnit.Immediately => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static bool IsPaused(IReadOnlyList<DayRange> pauses, DateOnly day)
    {
        foreach (var pause in pauses)
        {
            if (pause.Holds(day))
            {
                return true;
            }
        }

        return false;
    }
}
