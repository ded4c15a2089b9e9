using System.Globalization;
using System.Text.RegularExpressions;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>A day as registers have it: a real date, 23/11/2026, 23.11.26, or `125/QĐ ngày 23/11/2026`. What is no whole day is refused, and a year alone is none.</summary>
internal static partial class DayCell
{
    private const int FirstYear = 1900;

    /// <summary>Two digits stand for a year from 2000 to this one.</summary>
    private const int LastShortYear = 2049;

    /// <returns>Why it is no day, or null; an empty cell is no refusal and no day.</returns>
    public static Refusal? Read(SheetCell cell, SheetMapping habits, out DateOnly? day)
    {
        day = null;
        var text = cell.Text.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (cell.Kind == CellKind.Number)
        {
            return Number(text, habits.SerialDays, out day);
        }

        var inside = After().Match(text);
        var written = inside.Success ? inside.Groups["day"].Value : text;
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return Sound(iso, text, out day);
        }

        var match = Separated().Match(written);
        if (!match.Success)
        {
            return YearAlone().IsMatch(written) ? new Refusal("sheet.day-year-only", text) : new Refusal("sheet.day", text);
        }

        var (first, second, year) = (Part(match, 1), Part(match, 2), Part(match, 3));
        if (match.Groups[3].Length == 2)
        {
            if (year + 2000 > LastShortYear)
            {
                return new Refusal("sheet.day-short-year", text);
            }

            year += 2000;
        }

        var (date, month) = habits.Dates == DateOrder.DayFirst ? (first, second) : (second, first);
        return month is < 1 or > 12 || date < 1 || year < FirstYear || date > DateTime.DaysInMonth(year, month)
            ? new Refusal("sheet.day", text)
            : Sound(new DateOnly(year, month, date), text, out day);
    }

    /// <summary>A bare number is a day only where the person said that the column counts days as spreadsheets do.</summary>
    private static Refusal? Number(string text, bool serial, out DateOnly? day)
    {
        day = null;
        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= 2100 ? new Refusal("sheet.day-year-only", text)
            : !serial ? new Refusal("sheet.day-number", text)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && CellText.OfDay(number, from1904: false) is { Length: 10 } written
                ? Sound(DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture), text, out day)
            : new Refusal("sheet.day", text);
    }

    private static Refusal? Sound(DateOnly found, string text, out DateOnly? day)
    {
        day = found.Year >= FirstYear ? found : null;
        return day is null ? new Refusal("sheet.day", text) : null;
    }

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The day behind a number in one cell.</summary>
    [GeneratedRegex(@"(?:ngày|ngay|,|;)\s*(?<day>[0-9][0-9./\-]*[0-9])\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex After();

    [GeneratedRegex(@"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})\.?$")]
    private static partial Regex Separated();

    [GeneratedRegex(@"^(năm\s*)?(\d{1,2}[/.\-])?\d{4}$", RegexOptions.IgnoreCase)]
    private static partial Regex YearAlone();
}
