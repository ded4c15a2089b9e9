using System.Text;
using System.Text.Unicode;

namespace Thads.Office.Figures.Published;

/// <summary>A line of a CSV file that says something, and the number of the line it begins on.</summary>
public sealed record CsvLine(int Line, IReadOnlyList<string> Cells);

/// <summary>Comma-separated text by RFC 4180: UTF-8 with or without BOM, LF or CRLF, quotes where needed. Empty lines say nothing.</summary>
public static class CsvText
{
    /// <summary>As in the exchange format: no true line is near it.</summary>
    public const int MaxLineLength = 1_000_000;

    /// <summary>The lines, and the places that are not CSV; reading goes on behind them where that is possible.</summary>
    public static (IReadOnlyList<CsvLine> Lines, IReadOnlyList<Misread> Misread) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]) || bytes.Contains((byte)0))
        {
            return ([], [new(1, null, new("published.utf16"))]);
        }

        bytes = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        if (!Utf8.IsValid(bytes))
        {
            return ([], [new(FirstLineNotUtf8(bytes), null, new("published.not-utf8"))]);
        }

        var text = Encoding.UTF8.GetString(bytes);
        var lines = new List<CsvLine>();
        var misread = new List<Misread>();
        var at = 0;
        var number = 1;
        while (at < text.Length)
        {
            var begin = at;
            var beginsOn = number;
            var cells = new List<string>();
            var whyNot = ReadLine(text, ref at, ref number, cells);
            if (at - begin > MaxLineLength)
            {
                whyNot = new("published.line-too-long", at - begin, MaxLineLength);
            }

            if (whyNot is not null)
            {
                misread.Add(new(beginsOn, null, whyNot));
            }
            else if (cells is not [""])
            {
                lines.Add(new(beginsOn, cells));
            }
        }

        return (lines, misread);
    }

    private static int FirstLineNotUtf8(ReadOnlySpan<byte> bytes)
    {
        var number = 0;
        foreach (var line in bytes.Split((byte)'\n'))
        {
            number++;
            if (!Utf8.IsValid(bytes[line]))
            {
                break;
            }
        }

        return number;
    }

    private static Refusal? ReadLine(string text, ref int at, ref int number, List<string> cells)
    {
        Refusal? whyNot = null;
        while (true)
        {
            whyNot = ReadCell(text, ref at, ref number, cells) ?? whyNot;
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }

            // What follows a cell is a comma, the end of the line or, after a misread cell, something to be skipped.
            var end = text.IndexOf('\n', at);
            at = end < 0 ? text.Length : end + 1;
            number++;
            return whyNot;
        }
    }

    private static Refusal? ReadCell(string text, ref int at, ref int number, List<string> cells)
    {
        if (at < text.Length && text[at] == '"')
        {
            return ReadQuoted(text, ref at, ref number, cells);
        }

        var length = text.AsSpan(at).IndexOfAny(',', '\n');
        var cell = length < 0 ? text[at..] : text.Substring(at, length);
        at += cell.Length;
        if (cell.EndsWith('\r') && at < text.Length && text[at] == '\n')
        {
            cell = cell[..^1];
        }

        cells.Add(cell);
        return cell.Contains('"', StringComparison.Ordinal) ? new("published.stray-quote")
            : cell.Contains('\r', StringComparison.Ordinal) ? new("published.line-end")
            : null;
    }

    private static Refusal? ReadQuoted(string text, ref int at, ref int number, List<string> cells)
    {
        var cell = new StringBuilder();
        at++;
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                at = text.Length;
                return new("published.unclosed-quote");
            }

            number += text.AsSpan(at, quote - at).Count('\n');
            cell.Append(text, at, quote - at);
            at = quote + 1;
            if (at < text.Length && text[at] == '"')
            {
                cell.Append('"');
                at++;
                continue;
            }

            cells.Add(cell.ToString());
            var rest = text.AsSpan(at);
            return rest.IsEmpty || rest[0] is ',' or '\n' || rest.StartsWith("\r\n") ? null : new("published.stray-quote");
        }
    }
}
