using System.Text;

namespace Thads.Office.Tests.Exchange;

/// <summary>RFC 4180 in the plainest way, for files in memory: what <see cref="CsvReaderTests"/> compares with.</summary>
internal static class PlainCsv
{
    private enum At
    {
        FieldStart,
        Plain,
        Quoted,
        AfterQuote,
    }

    /// <summary>Records as `line [cell] [cell]`, bad ones as `line code`.</summary>
    public static List<string> Read(byte[] bytes)
    {
        var found = new List<string>();
        var body = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        var (start, line, next, at) = (0, 1, 1, At.FieldStart);
        for (var i = 0; i < body.Length; i++)
        {
            next += body[i] == '\n' ? 1 : 0;
            if (body[i] == '\n' && at != At.Quoted)
            {
                Take(body[start..(i > start && body[i - 1] == '\r' ? i - 1 : i)]);
                (start, line, at) = (i + 1, next, At.FieldStart);
                continue;
            }

            at = ((char)body[i], at) switch
            {
                ('"', At.FieldStart or At.AfterQuote) => At.Quoted,
                ('"', At.Quoted) => At.AfterQuote,
                (_, At.Quoted) => At.Quoted,
                (',', _) => At.FieldStart,
                _ => At.Plain,
            };
        }

        if (start < body.Length)
        {
            Take(body[^1] == '\r' ? body[start..^1] : body[start..]);
        }

        return found;

        void Take(byte[] record)
        {
            if (record.Length > 0)
            {
                found.Add($"{line} {Record(record)}");
            }
        }
    }

    private static string Record(byte[] bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return "csv.not-utf8";
        }

        var cells = new List<string>();
        var rest = text;
        while (true)
        {
            if (!rest.StartsWith('"'))
            {
                var comma = rest.IndexOf(',', StringComparison.Ordinal);
                var cell = comma < 0 ? rest : rest[..comma];
                if (cell.Contains('"', StringComparison.Ordinal))
                {
                    return "csv.quote-inside";
                }

                cells.Add(cell);
                rest = rest[cell.Length..];
            }
            else
            {
                var inside = rest[1..].Replace("\"\"", "\u0001\u0001", StringComparison.Ordinal);
                var close = inside.IndexOf('"', StringComparison.Ordinal);
                if (close < 0)
                {
                    return "csv.quote-open";
                }

                cells.Add(inside[..close].Replace("\u0001\u0001", "\"", StringComparison.Ordinal));
                rest = rest[(close + 2)..];
                if (rest.Length > 0 && rest[0] != ',')
                {
                    return "csv.after-quote";
                }
            }

            if (rest.Length == 0)
            {
                return string.Join(' ', cells.Select(c => $"[{c}]"));
            }

            rest = rest[1..];
        }
    }
}
