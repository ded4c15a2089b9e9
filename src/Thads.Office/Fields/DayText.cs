using System.Globalization;
using System.Text.RegularExpressions;
using Thads.Law.Calendar;

namespace Thads.Office.Fields;

/// <summary>
/// A day as people type it: 23/11/2026, 23-11-26, 23.11.2026, 23112026, 231126, 23/11 (of this year), hn, hq, +5, +5lv;
/// and 2026-11-23 as addresses and files have it. What cannot be read is refused with what to type instead.
/// </summary>
public static partial class DayText
{
    private const int FirstYear = 1900;

    /// <summary>Two digits stand for a year from 2000 to this one.</summary>
    private const int LastShortYear = 2049;

    /// <param name="typed">What the person typed; nothing typed is no refusal and no day.</param>
    /// <param name="today">The office's today.</param>
    /// <param name="calendar">Counts the working days of `+5lv`.</param>
    /// <returns>Why it is no day, or null.</returns>
    public static Refusal? Read(string? typed, DateOnly today, WorkingCalendar calendar, out DateOnly? day)
    {
        day = null;
        var text = SearchKey.Of(typed ?? "");
        if (text.Length == 0)
        {
            return null;
        }

        if (text is "hn" or "hq")
        {
            day = text == "hn" ? today : today.AddDays(-1);
            return null;
        }

        if (Ahead().Match(text) is { Success: true } ahead)
        {
            return Later(ahead, today, calendar, out day);
        }

        if (Iso().Match(text) is { Success: true } iso)
        {
            return Written(Number(iso, "d"), Number(iso, "m"), Number(iso, "y"), out day);
        }

        var parts = Separated().Match(text) is { Success: true } separated ? separated : Run().Match(text);
        if (!parts.Success)
        {
            return Short().Match(text) is { Success: true } month && Number(month, "m") is >= 1 and <= 12 && Number(month, "y") is >= FirstYear and <= 9998
                ? new Refusal("day.no-day-given", typed!.Trim(), new DateOnly(Number(month, "y"), Number(month, "m"), 1))
                : new Refusal("day.unreadable", typed!.Trim(), today);
        }

        if (!parts.Groups["y"].Success)
        {
            var refusal = Written(Number(parts, "d"), Number(parts, "m"), today.Year, out day);
            if (refusal is null && IsBetweenYears(today))
            {
                var meant = day!.Value;
                day = null;
                return new Refusal("day.which-year", meant, new DateOnly(meant.Year + (meant > today ? -1 : 1), meant.Month, Math.Min(meant.Day, 28)));
            }

            return refusal;
        }

        var year = Number(parts, "y");
        return parts.Groups["y"].Length == 4 ? Written(Number(parts, "d"), Number(parts, "m"), year, out day)
            : year + 2000 > LastShortYear ? new Refusal("day.short-year", typed!.Trim(), LastShortYear.ToString(CultureInfo.InvariantCulture))
            : Written(Number(parts, "d"), Number(parts, "m"), year + 2000, out day);
    }

    /// <summary>The day again, so that the person sees what was understood: its weekday, and how far away it is.</summary>
    public static string Echo(DateOnly day, DateOnly today, WorkingCalendar calendar, Language language)
    {
        var named = Words.Say(language, "day.echo", day.DayOfWeek, day);
        var days = day.DayNumber - today.DayNumber;
        var far = days switch
        {
            0 => Words.Say(language, "day.echo-today"),
            _ => Words.Say(language, days > 0 ? "day.echo-ahead" : "day.echo-ago", Math.Abs(days)),
        };
        var worked = days == 0 ? null : calendar.Between(today, day);
        var provisional = worked is not null && (calendar.IsProvisional(day) || calendar.IsProvisional(today));
        return named + " · " + far
            + (worked is { } count ? ", " + Words.Say(language, "day.echo-worked", count) : "")
            + (provisional ? " " + Words.Say(language, "day.echo-provisional", calendar.ProvisionalFrom) : "");
    }

    private static Refusal? Later(Match ahead, DateOnly today, WorkingCalendar calendar, out DateOnly? day)
    {
        var count = Number(ahead, "n");
        day = ahead.Groups["lv"].Success ? calendar.Covers(today) ? calendar.After(today, count) : null : today.AddDays(count);
        return day is null ? new Refusal("day.beyond-calendar", calendar.FirstDay, calendar.LastDay) : null;
    }

    private static Refusal? Written(int dayOfMonth, int month, int year, out DateOnly? day)
    {
        day = null;
        if (year is < FirstYear or > 9998)
        {
            return new Refusal("day.year", FirstYear.ToString(CultureInfo.InvariantCulture));
        }

        if (month is < 1 or > 12)
        {
            return dayOfMonth is >= 1 and <= 12 && month <= DateTime.DaysInMonth(year, dayOfMonth) && month >= 1
                ? new Refusal("day.month-first", new DateOnly(year, dayOfMonth, month))
                : new Refusal("day.no-such-month", month);
        }

        var last = DateTime.DaysInMonth(year, month);
        if (dayOfMonth < 1 || dayOfMonth > last)
        {
            return new Refusal("day.no-such-day", new DateOnly(year, month, 1).ToString("MM/yyyy", CultureInfo.InvariantCulture), last, new DateOnly(year, month, last));
        }

        day = new DateOnly(year, month, dayOfMonth);
        return null;
    }

    /// <summary>Around 1 October, where the statistical year changes, a day without its year is asked for again.</summary>
    private static bool IsBetweenYears(DateOnly today) => today is { Month: 9, Day: >= 20 } or { Month: 10, Day: <= 10 };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\+ ?(?<n>[0-9]{1,4}) ?(?<lv>lv)?$")]
    private static partial Regex Ahead();

    [GeneratedRegex("^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})$")]
    private static partial Regex Iso();

    [GeneratedRegex("^(?<d>[0-9]{1,2})(?<s>[/.-])(?<m>[0-9]{1,2})(\\k<s>(?<y>[0-9]{4}|[0-9]{2}))?$")]
    private static partial Regex Separated();

    [GeneratedRegex("^(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{4}|[0-9]{2})$")]
    private static partial Regex Run();

    [GeneratedRegex("^(?<m>[0-9]{1,2})[/.-](?<y>[0-9]{4})$")]
    private static partial Regex Short();
}
