namespace Thads.Office.Exchange;

/// <summary>A record that cannot be read as CSV: where it begins, and why.</summary>
/// <param name="fieldNumber">Number of the field with the fault, from 0; −1 when it is not one field's.</param>
public sealed class BadCsvException(long line, Refusal why, int fieldNumber = -1) : Exception(why.Code)
{
    public int Field => fieldNumber;

    /// <summary>Line of the file on which the record begins; 1 is the header.</summary>
    public long Line => line;

    public Refusal Why => why;
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
    private readonly byte _separator;
    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;
    private long _offset;
    private long _line = 1;
    private bool _atEnd;
    private bool _isUtf16;

    /// <param name="countRecords">Lines are numbered by record: a sheet's rows, however many lines a cell has.</param>
    /// <param name="separator">The comma in exchange format 1; a sheet of an office may have another.</param>
    public CsvReader(string path, bool countRecords = false, char separator = ',')
    {
        _separator = (byte)separator;
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
            (_isUtf16, _start, _end, _atEnd) = (false, 0, 0, true);
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
        var (scanned, quoted, closedAt) = (0, false, -1);
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
                        closedAt = scanned + at + 1;
                    }
                    else
                    {
                        lines++;
                    }

                    at++;
                    continue;
                }

                var stop = rest[at..].IndexOfAny((byte)'"', (byte)'\n');
                if (stop < 0)
                {
                    at = rest.Length;
                    break;
                }

                var length = scanned + at + stop;
                if (rest[at + stop] == '\n')
                {
                    ending = 1;
                    if (length > 0 && _buffer[_start + length - 1] == '\r')
                    {
                        length--;
                        ending = 2;
                    }

                    return length;
                }

                // A quote opens only at the start of a field, or right after a closing one (a doubled quote).
                quoted = length == 0 || length == closedAt || _buffer[_start + length - 1] == _separator;
                at += stop + 1;
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
