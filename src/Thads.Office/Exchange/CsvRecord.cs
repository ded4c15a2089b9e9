using System.Text;

namespace Thads.Office.Exchange;

/// <summary>One record: its fields as text, where it stands in the file. Reused for the next record; take out what is to be kept.</summary>
public sealed class CsvRecord(char separator = ',')
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private char[] _text = new char[1024];
    private (int Start, int Length)[] _fields = new (int, int)[64];

    /// <summary>Line on which the record begins (in a workbook: the row of the sheet).</summary>
    public long Line { get; private set; }

    /// <summary>Byte at which the record begins, and its length without the line end.</summary>
    public long Offset { get; private set; }

    public int Length { get; private set; }

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int field] => _text.AsSpan(_fields[field].Start, _fields[field].Length);

    /// <summary>Nothing in any field.</summary>
    public bool IsEmpty
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (_fields[i].Length > 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>A cell as it is written: in quotes where it must be.</summary>
    public static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny("\",\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <exception cref="BadCsvException">Bytes that are not UTF-8, or quotes that are not as RFC 4180 has them.</exception>
    public void Read(ReadOnlySpan<byte> bytes, long line, long offset)
    {
        (Line, Offset, Length, Count) = (line, offset, bytes.Length, 0);
        if (_text.Length < bytes.Length)
        {
            _text = new char[Math.Max(bytes.Length, _text.Length * 2)];
        }

        int length;
        try
        {
            length = Strict.GetChars(bytes, _text);
        }
        catch (DecoderFallbackException bad)
        {
            throw new BadCsvException(line, new Refusal("csv.not-utf8"), FieldAt(bytes[..Math.Clamp(bad.Index, 0, bytes.Length)]));
        }

        Split(length);
    }

    private void Split(int length)
    {
        var at = 0;
        while (true)
        {
            if (at < length && _text[at] == '"')
            {
                at = Quoted(at + 1, length);
            }
            else
            {
                var rest = _text.AsSpan(at, length - at);
                var end = rest.IndexOf(separator);
                end = end < 0 ? rest.Length : end;
                if (rest[..end].Contains('"'))
                {
                    throw new BadCsvException(Line, new Refusal("csv.quote-inside", Count + 1), Count);
                }

                Add(at, end);
                at += end;
            }

            if (at >= length)
            {
                return;
            }

            at++; // the separator
            if (at == length)
            {
                Add(at, 0);
                return;
            }
        }
    }

    /// <summary>A field in quotes, from the first character inside; the text is moved together over doubled quotes. Returns the place after it.</summary>
    private int Quoted(int start, int length)
    {
        var (to, at) = (start, start);
        while (at < length)
        {
            var letter = _text[at];
            if (letter != '"')
            {
                _text[to++] = letter;
                at++;
            }
            else if (at + 1 < length && _text[at + 1] == '"')
            {
                _text[to++] = '"';
                at += 2;
            }
            else
            {
                at++;
                if (at < length && _text[at] != separator)
                {
                    throw new BadCsvException(Line, new Refusal("csv.after-quote", Count + 1), Count);
                }

                Add(start, to - start);
                return at;
            }
        }

        throw new BadCsvException(Line, new Refusal("csv.quote-open", Count + 1), Count);
    }

    /// <summary>The field in which the bytes end: commas outside quotes.</summary>
    private int FieldAt(ReadOnlySpan<byte> bytes)
    {
        var (field, quoted) = (0, false);
        foreach (var letter in bytes)
        {
            quoted ^= letter == '"';
            field += letter == separator && !quoted ? 1 : 0;
        }

        return field;
    }

    private void Add(int start, int length)
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, Count * 2);
        }

        _fields[Count++] = (start, length);
    }
}
