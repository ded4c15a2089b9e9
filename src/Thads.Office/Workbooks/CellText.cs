using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Thads.Office.Workbooks;

/// <summary>What stands in a cell, as it is written in an exchange file, and back.</summary>
internal static partial class CellText
{
    private static readonly DateOnly First1900 = new(1899, 12, 31);
    private static readonly DateOnly First1904 = new(1904, 1, 1);

    /// <summary>
    /// Whole numbers exactly as digits; others with a point, to the 15 digits a spreadsheet shows, unless that would make
    /// them whole. Null if it is no number.
    /// </summary>
    public static string? OfNumber(string raw)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return null;
        }

        if (number == Math.Truncate(number))
        {
            // Decimal, where it reaches: the digits as they are in the file, even beyond the 53 bits of a double.
            return decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
                : new BigInteger(number).ToString(CultureInfo.InvariantCulture);
        }

        var shown = number.ToString("G15", CultureInfo.InvariantCulture);
        return shown.Contains('.', StringComparison.Ordinal) && !shown.Contains('E', StringComparison.Ordinal)
            ? shown
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A day as yyyy-MM-dd. With a time of day, the time follows, and whoever asks for a day refuses it. Null if the
    /// number stands for no day. Spreadsheets count from 1900 and believe in a 29 February of that year, or from 1904.
    /// </summary>
    public static string? OfDay(double serial, bool from1904)
    {
        var seconds = Math.Round(serial * 86_400d);
        if (!(seconds >= 0 && seconds < 2_958_466d * 86_400d))
        {
            return null;
        }

        var day = (int)Math.Floor(seconds / 86_400d);
        if (!from1904 && day is 0 or 60)
        {
            return null;
        }

        var first = from1904 ? First1904 : day < 60 ? First1900 : First1900.AddDays(-1);
        if (day > DateOnly.MaxValue.DayNumber - first.DayNumber)
        {
            return null;
        }

        var text = first.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var time = TimeSpan.FromSeconds(seconds - day * 86_400d);
        return time == TimeSpan.Zero ? text : $"{text} {time:hh\\:mm\\:ss}";
    }

    /// <summary>The number by which a spreadsheet that counts from 1900 knows a day; null before the days it gets right.</summary>
    public static int? SerialOf(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= new DateOnly(1900, 3, 1)
            ? date.DayNumber - First1900.DayNumber + 1
            : null;

    /// <summary>Whether a number cell gives back exactly these characters: at most the 15 digits a double is sure of, no idle zeros.</summary>
    public static bool IsSafeNumber(string text) => text.Length <= 17 && SafeNumber().IsMatch(text) && text.Count(char.IsAsciiDigit) <= 15;

    /// <summary>Characters that XML cannot carry or would change, in the way of spreadsheets: a line's CR is _x000D_.</summary>
    public static string Escaped(string text)
    {
        if (text.All(c => c is >= ' ' and < '\uFFFE' or '\n' or '\t') && !text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var plain = text[i] switch
            {
                '\n' or '\t' => true,
                '_' => !Escape().Match(text, i, Math.Min(7, text.Length - i)).Success,
                var c => c is >= ' ' and < '\uFFFE',
            };
            _ = plain ? escaped.Append(text[i]) : escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
        }

        return escaped.ToString();
    }

    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>A, B … Z, AA … for 0, 1 …</summary>
    public static string ColumnName(int column) => column < 26
        ? ((char)('A' + column)).ToString()
        : ColumnName(column / 26 - 1) + (char)('A' + column % 26);

    /// <summary>The column, from 0, of a cell's address such as AB12; -1 if it is none.</summary>
    public static int ColumnOf(ReadOnlySpan<char> address)
    {
        var column = 0;
        var letters = 0;
        while (letters < address.Length && letters < 4 && char.IsAsciiLetterUpper(address[letters]))
        {
            column = column * 26 + (address[letters++] - 'A' + 1);
        }

        return letters is > 0 and < 4 && column <= WorkbookLimits.Columns ? column - 1 : -1;
    }

    [GeneratedRegex(@"\A-?(0|[1-9]\d*)(\.\d*[1-9])?\z")]
    private static partial Regex SafeNumber();

    [GeneratedRegex(@"_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
