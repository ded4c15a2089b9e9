using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Thads.Office.Exchange;

/// <summary>
/// A file of the set. `x_…` columns are known only as rows come, so rows wait in a part file of their own width, and the file is
/// put together at the end; a file without rows is not written.
/// </summary>
internal sealed class ExchangeWriter : IDisposable
{
    private readonly string _path;
    private readonly ExchangeFile _file;
    private readonly StreamWriter _rows;
    private readonly List<string> _extra = [];
    private readonly StringBuilder _row = new();
    private int _cells;
    private bool _any;

    public ExchangeWriter(string folder, ExchangeFile file)
    {
        _file = file;
        _path = Path.Combine(folder, file.Name + ".csv");
        _rows = new StreamWriter(_path + ".part", false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
    }

    public ExchangeWriter Text(string? value)
    {
        if (_cells++ > 0)
        {
            _row.Append(',');
        }

        _row.Append(CsvRecord.Quoted(value ?? ""));
        return this;
    }

    public ExchangeWriter Day(DateOnly? day) => Text(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public ExchangeWriter Flag(bool value) => Text(value ? "1" : "0");

    public ExchangeWriter Amount(long value) => Text(value.ToString(CultureInfo.InvariantCulture));

    public void EndRow(string? extra)
    {
        _any = true;
        var cells = extra is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(extra);
        foreach (var name in cells?.Keys.Except(_extra).ToList() ?? [])
        {
            _extra.Add(name);
        }

        foreach (var name in _extra)
        {
            Text(cells?.GetValueOrDefault(name));
        }

        _rows.Write(_row.Append('\n'));
        _row.Clear();
        _cells = 0;
    }

    public void Dispose()
    {
        _rows.Dispose();
        if (_any)
        {
            using var whole = new StreamWriter(_path, false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
            whole.Write(string.Join(',', _file.Columns.Concat(_extra.Select(CsvRecord.Quoted))) + "\n");
            CopyRows(whole);
        }

        File.Delete(_path + ".part");
    }

    /// <summary>Rows written before an `x_…` column was first met are filled up with empty cells.</summary>
    private void CopyRows(StreamWriter whole)
    {
        using var rows = new CsvReader(_path + ".part");
        var record = new CsvRecord();
        while (rows.Read(record))
        {
            for (var i = 0; i < record.Count; i++)
            {
                _row.Append(i == 0 ? "" : ",").Append(CsvRecord.Quoted(record[i].ToString()));
            }

            whole.Write(_row.Append(',', _file.Columns.Length + _extra.Count - record.Count).Append('\n'));
            _row.Clear();
        }
    }
}
