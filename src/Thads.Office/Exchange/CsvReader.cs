using System.Text;

namespace Thads.Office.Exchange;

/// <summary>A record that cannot be read as CSV: where it begins, and why.</summary>
public sealed class BadCsvException(long line, Refusal why) : Exception(why.Code)
{
    /// <summary>Line of the file on which the record begins; 1 is the header.</summary>
    public long Line => line;

    public Refusal Why => why;
}

/// <summary>One record: its fields as text, where it stands in the file. Reused for the next record; take out what is to be kept.</summary>
public sealed class CsvRecord
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
        catch (DecoderFallbackException)
        {
            throw new BadCsvException(line, new Refusal("csv.not-utf8"));
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
                var end = rest.IndexOf(',');
                end = end < 0 ? rest.Length : end;
                if (rest[..end].Contains('"'))
                {
                    throw new BadCsvException(Line, new Refusal("csv.quote-inside", Count + 1));
                }

                Add(at, end);
                at += end;
            }

            if (at >= length)
            {
                return;
            }

            at++; // the comma
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
                if (at < length && _text[at] != ',')
                {
                    throw new BadCsvException(Line, new Refusal("csv.after-quote", Count + 1));
                }

                Add(start, to - start);
                return at;
            }
        }

        throw new BadCsvException(Line, new Refusal("csv.quote-open", Count + 1));
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

/// <summary>
/// Reads RFC 4180 from a file, record by record, strictly: UTF-8 with or without BOM, comma, LF or CRLF. Memory does not grow
/// with the file. Ours and not a library's because every refusal must name line and reason, and because a record's place in
/// the file is needed to read it again (docs/decisions/0003-csv.md).
/// </summary>
public sealed class CsvReader : IDisposable
{
    /// <summary>A longer line is refused: 1 MB.</summary>
    public const int LongestLine = 1 << 20;

    private readonly FileStream _file;
    private readonly bool _countRecords;
    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;
    private long _offset;
    private long _line = 1;
    private bool _atEnd;
    private bool _isUtf16;

    /// <param name="countRecords">Lines are numbered by record: a sheet's rows, however many lines a cell has.</param>
    public CsvReader(string path, bool countRecords = false)
    {
        _countRecords = countRecords;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        Fill();
        SkipMark();
    }

    /// <summary>Bytes read so far, for progress.</summary>
    public long Position => _offset;

    public long FileLength => _file.Length;

    /// <summary>The next record that is not an empty line; false at the end.</summary>
    /// <exception cref="BadCsvException">The record cannot be read; the reader stands behind it and can go on, except at an open quote.</exception>
    public bool Read(CsvRecord record)
    {
        if (_isUtf16)
        {
            _isUtf16 = false;
            SkipToEnd();
            throw new BadCsvException(1, new Refusal("csv.utf16"));
        }

        while (true)
        {
            var line = _line;
            var length = FindEnd(out var lines, out var ending);
            if (length < 0)
            {
                return false;
            }

            var bytes = _buffer.AsSpan(_start, length);
            var offset = _offset;
            _start += length + ending;
            _offset += length + ending;
            _line += _countRecords ? 1 : lines;
            if (length > LongestLine)
            {
                throw new BadCsvException(line, new Refusal("csv.line-too-long"));
            }

            if (length == 0)
            {
                continue;
            }

            record.Read(bytes, line, offset);
            return true;
        }
    }

    /// <summary>Reads one record again, where it was found before.</summary>
    public void ReadAt(CsvRecord record, long offset, int length, long line)
    {
        var bytes = length <= 4096 ? stackalloc byte[length] : new byte[length];
        RandomAccess.Read(_file.SafeFileHandle, bytes, offset);
        record.Read(bytes, line, offset);
    }

    /// <summary>The bytes of a record, to be written elsewhere as they are.</summary>
    public byte[] BytesAt(long offset, int length)
    {
        var bytes = new byte[length];
        RandomAccess.Read(_file.SafeFileHandle, bytes, offset);
        return bytes;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Length of the record at the start of the buffer, without its line end; −1 at the end of the file.</summary>
    private int FindEnd(out int lines, out int ending)
    {
        lines = 1;
        var (scanned, quoted, fieldStart) = (0, false, true);
        while (true)
        {
            var rest = _buffer.AsSpan(_start + scanned, _end - _start - scanned);
            var at = 0;
            while (at < rest.Length)
            {
                if (quoted)
                {
                    var next = rest[at..].IndexOfAny((byte)'"', (byte)'\n');
                    if (next < 0)
                    {
                        at = rest.Length;
                        break;
                    }

                    at += next;
                    if (rest[at] == '"')
                    {
                        quoted = false;
                    }
                    else
                    {
                        lines++;
                    }

                    at++;
                    fieldStart = false;
                    continue;
                }

                // A quote opens only at the start of a field, or right after a closing one (a doubled quote).
                var stop = rest[at..].IndexOfAny((byte)'"', (byte)'\n');
                if (stop < 0)
                {
                    fieldStart = rest[^1] == ',';
                    at = rest.Length;
                    break;
                }

                if (rest[at + stop] == '\n')
                {
                    var length = scanned + at + stop;
                    ending = 1;
                    if (length > 0 && _buffer[_start + length - 1] == '\r')
                    {
                        length--;
                        ending = 2;
                    }

                    return length;
                }

                quoted = stop == 0 ? fieldStart || (scanned + at > 0 && _buffer[_start + scanned + at - 1] == '"') : rest[at + stop - 1] == ',';
                at += stop + 1;
                fieldStart = false;
            }

            scanned += at;
            if (scanned > LongestLine + 2 || !Fill())
            {
                return AtEndOrTooLong(scanned, quoted, out ending);
            }
        }
    }

    private int AtEndOrTooLong(int scanned, bool quoted, out int ending)
    {
        ending = 0;
        if (scanned > LongestLine + 2)
        {
            if (quoted)
            {
                SkipToEnd();
                throw new BadCsvException(_line, new Refusal("csv.quote-far"));
            }

            return SkipLine(scanned);
        }

        if (scanned == 0)
        {
            return -1;
        }

        if (_buffer[_start + scanned - 1] == '\r')
        {
            ending = 1;
            return scanned - 1;
        }

        return scanned;
    }

    /// <summary>Passes over the rest of a line that is too long, so that the next one can be read.</summary>
    private int SkipLine(int scanned)
    {
        while (true)
        {
            _start += scanned;
            _offset += scanned;
            scanned = 0;
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                _start += end + 1;
                _offset += end + 1;
                break;
            }

            scanned = _end - _start;
            if (!Fill())
            {
                _start = _end;
                break;
            }
        }

        var line = _line++;
        throw new BadCsvException(line, new Refusal("csv.line-too-long"));
    }

    private void SkipToEnd()
    {
        _atEnd = true;
        _start = _end = 0;
    }

    private bool Fill()
    {
        if (_atEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _file.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
        return read > 0;
    }

    private void SkipMark()
    {
        var head = _buffer.AsSpan(0, _end);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            _start = 3;
            _offset = 3;
        }
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            _isUtf16 = true;
        }
    }
}
