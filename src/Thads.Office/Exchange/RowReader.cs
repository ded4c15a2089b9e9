using System.Globalization;
using System.Text.Json;
using Thads.Law;

namespace Thads.Office.Exchange;

/// <summary>Where a row stands in its file; enough to read it again.</summary>
public readonly record struct RowPlace(long Line, long Offset, int Length);

/// <summary>
/// The rows of one file of an exchange set, cell by cell: finds the columns by the header, turns cells into values, and
/// notes every refusal with file, line and column. After a bad cell it gives a harmless value and goes on, so that all that is wrong is found.
/// </summary>
public sealed class RowReader : IDisposable
{
    private readonly CsvReader _csv;
    private readonly CsvRecord _record = new();
    private readonly int[] _at;
    private readonly List<(string Name, int At)> _extra = [];
    private readonly HashSet<int> _required;
    private readonly Action<RefusedRow> _refuse;
    private string[] _names = [];

    /// <summary>Opens the file and checks its header. When the header is refused there are no rows to read.</summary>
    public RowReader(string folder, ExchangeFile file, bool countRecords, Action<RefusedRow> refuse)
    {
        File = file;
        _refuse = refuse;
        FileName = file.Name + ".csv";
        _csv = new CsvReader(Path.Combine(folder, FileName), countRecords);
        _at = new int[file.Columns.Length];
        Array.Fill(_at, -1);
        _required = [.. file.Required.Select(file.ColumnOf)];
        HasRows = ReadHeader();
    }

    public ExchangeFile File { get; }

    public string FileName { get; }

    /// <summary>The header was sound.</summary>
    public bool HasRows { get; private set; }

    /// <summary>Something in the current row was refused.</summary>
    public bool IsRefused { get; private set; }

    public RowPlace Place => new(_record.Line, _record.Offset, _record.Length);

    public long Line => _record.Line;

    public long Position => _csv.Position;

    public long FileLength => _csv.FileLength;

    /// <summary>The header as it stands in the file, to be written above refused rows.</summary>
    public string Header { get; private set; } = "";

    /// <summary>The next row; false at the end. A record that is not CSV is refused and passed over.</summary>
    public bool Read()
    {
        while (HasRows)
        {
            IsRefused = false;
            try
            {
                if (!_csv.Read(_record))
                {
                    return false;
                }
            }
            catch (BadCsvException bad)
            {
                _refuse(new RefusedRow(FileName, bad.Line, _names.ElementAtOrDefault(bad.Field) ?? "", bad.Why));
                continue;
            }

            if (_record.IsEmpty)
            {
                continue;
            }

            if (_record.Count != _names.Length)
            {
                _refuse(new RefusedRow(FileName, _record.Line, "", new Refusal("csv.columns", _record.Count, _names.Length)));
                continue;
            }

            return true;
        }

        return false;
    }

    /// <summary>Reads a row again that was read before.</summary>
    public void ReadAt(RowPlace place)
    {
        IsRefused = false;
        _csv.ReadAt(_record, place.Offset, place.Length, place.Line);
    }

    /// <summary>The bytes of a row as they stand in the file.</summary>
    public byte[] BytesOf(RowPlace place) => _csv.BytesAt(place.Offset, place.Length);

    public void Refuse(string column, Refusal why)
    {
        IsRefused = true;
        _refuse(new RefusedRow(FileName, _record.Line, column, why, Place, Cell(0).ToString()));
    }

    /// <summary>Refuses a row that was read before; the reader stays where it stands.</summary>
    public void RefuseAt(RowPlace place, string column, Refusal why, string key = "") => _refuse(new RefusedRow(FileName, place.Line, column, why, place, key));

    /// <summary>The cell as it is, without surrounding blanks; empty when the file lacks the column.</summary>
    public ReadOnlySpan<char> Cell(string column) => Cell(File.ColumnOf(column));

    /// <summary>Text, or null for an empty cell. An empty required cell is refused.</summary>
    public string? TextOrNone(string column)
    {
        var cell = Required(column);
        if (cell.Contains('\0'))
        {
            Refuse(column, new Refusal("cell.nul"));
            return null;
        }

        return cell.IsEmpty ? null : cell.ToString();
    }

    /// <summary>Text of a required cell.</summary>
    public string Text(string column) => TextOrNone(column) ?? "";

    public DateOnly? DayOrNone(string column)
    {
        var cell = Required(column);
        if (cell.IsEmpty)
        {
            return null;
        }

        // The day must exist: 31/02 is refused by the parser as any other non-day is.
        if (cell.Length == 10 && DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900)
        {
            return day;
        }

        Refuse(column, new Refusal("cell.day", cell.ToString()));
        return null;
    }

    /// <summary>Whole đồng, digits only, up to <see cref="Money.Largest"/>; 0 for an empty cell.</summary>
    public long Amount(string column)
    {
        var cell = Required(column);
        if (cell.IsEmpty)
        {
            return 0;
        }

        if (cell[0] == '-' && IsDigits(cell[1..]))
        {
            Refuse(column, new Refusal("cell.negative", cell.ToString()));
        }
        else if (!IsDigits(cell))
        {
            Refuse(column, new Refusal("cell.amount", cell.ToString()));
        }
        else if (!long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount > Money.Largest)
        {
            Refuse(column, new Refusal("cell.amount-too-large", cell.ToString(), Money.Largest));
        }
        else
        {
            return amount;
        }

        return 0;
    }

    public int Number(string column, int from, int to)
    {
        var cell = Required(column);
        if (IsDigits(cell) && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        if (!cell.IsEmpty)
        {
            Refuse(column, new Refusal("cell.number", cell.ToString(), from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture)));
        }

        return 0;
    }

    /// <summary>A percent with `.` and up to two decimals, in hundredths.</summary>
    public int Hundredths(string column)
    {
        var cell = Required(column);
        var dot = cell.IndexOf('.');
        var whole = dot < 0 ? cell : cell[..dot];
        var part = dot < 0 ? "" : cell[(dot + 1)..];
        if (IsDigits(whole) && whole.Length <= 6 && (dot < 0 || (part.Length is 1 or 2 && IsDigits(part))))
        {
            var hundredths = int.Parse(whole, CultureInfo.InvariantCulture) * 100;
            return part.Length == 0 ? hundredths : hundredths + int.Parse(part, CultureInfo.InvariantCulture) * (part.Length == 1 ? 10 : 1);
        }

        if (!cell.IsEmpty)
        {
            Refuse(column, new Refusal("cell.percent", cell.ToString()));
        }

        return 0;
    }

    /// <summary>0 or 1; empty is not known and counts as 0.</summary>
    public bool Flag(string column)
    {
        var cell = Required(column);
        if (!cell.IsEmpty && cell is not ("0" or "1"))
        {
            Refuse(column, new Refusal("cell.flag", cell.ToString()));
        }

        return cell is "1";
    }

    /// <summary>One of a closed list of words; the default for an empty or bad cell.</summary>
    public T Word<T>(string column)
        where T : struct, Enum
    {
        var cell = Required(column);
        if (Codes.TryRead<T>(cell, out var value) || cell.IsEmpty)
        {
            return value;
        }

        Refuse(column, new Refusal("cell.word", cell.ToString(), string.Join(" ", Codes.All<T>())));
        return default;
    }

    /// <summary>The `x_…` cells as JSON, or null when there are none.</summary>
    public string? Extra()
    {
        if (_extra.Count == 0)
        {
            return null;
        }

        Dictionary<string, string>? cells = null;
        foreach (var (name, at) in _extra)
        {
            if (_record[at].Length > 0)
            {
                (cells ??= [])[name] = _record[at].ToString().Replace("\0", "", StringComparison.Ordinal);
            }
        }

        return cells is null ? null : JsonSerializer.Serialize(cells);
    }

    public void Dispose() => _csv.Dispose();

    private ReadOnlySpan<char> Required(string column)
    {
        var at = File.ColumnOf(column);
        var cell = Cell(at);
        if (cell.IsEmpty && _required.Contains(at))
        {
            Refuse(column, new Refusal("cell.empty"));
        }

        return cell;
    }

    private ReadOnlySpan<char> Cell(int column) => _at[column] < 0 ? [] : _record[_at[column]].Trim();

    private static bool IsDigits(ReadOnlySpan<char> cell) => !cell.IsEmpty && !cell.ContainsAnyExceptInRange('0', '9');

    private bool ReadHeader()
    {
        try
        {
            if (!_csv.Read(_record))
            {
                _refuse(new RefusedRow(FileName, 1, "", new Refusal("csv.empty")));
                return false;
            }
        }
        catch (BadCsvException bad)
        {
            _refuse(new RefusedRow(FileName, bad.Line, "", bad.Why));
            return false;
        }

        string[] names = _names = [.. Enumerable.Range(0, _record.Count).Select(i => _record[i].Trim().ToString())];
        Header = string.Join(',', names.Select(CsvRecord.Quoted));
        if (names.Length == 1 && names[0].IndexOfAny([';', '\t', '|']) is >= 0 and var other)
        {
            _refuse(new RefusedRow(FileName, 1, "", new Refusal("csv.separator", names[0][other] == '\t' ? "Tab" : names[0][other].ToString())));
            return false;
        }

        var sound = true;
        for (var i = 0; i < names.Length; i++)
        {
            var column = File.ColumnOf(names[i]);
            var why = Array.IndexOf(names, names[i]) < i ? new Refusal("header.twice", names[i])
                : column >= 0 || names[i].StartsWith(ExchangeFormat.ExtraPrefix, StringComparison.Ordinal) ? null
                : new Refusal("header.unknown", names[i], Nearest(names[i]));
            if (why is not null)
            {
                _refuse(new RefusedRow(FileName, 1, names[i], why));
                sound = false;
            }
            else if (column >= 0)
            {
                _at[column] = i;
            }
            else if (names[i] != ExchangeFormat.Reason)
            {
                _extra.Add((names[i], i));
            }
        }

        foreach (var column in _required.Where(c => _at[c] < 0))
        {
            _refuse(new RefusedRow(FileName, 1, File.Columns[column], new Refusal("header.missing", File.Columns[column])));
            sound = false;
        }

        return sound;
    }

    /// <summary>The column that shares the most letters in order: a hint, not a guess.</summary>
    private string Nearest(string name) => File.Columns.MinBy(c => Distance(c, name))!;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
