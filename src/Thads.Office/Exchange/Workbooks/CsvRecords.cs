using System.Text;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.Workbooks;

/// <summary>Reads the records of a CSV file (RFC 4180, UTF-8) one by one: just enough for this adapter.</summary>
internal sealed class CsvRecords(string path) : IDisposable
{
    private readonly StreamReader _text = new(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
    private readonly StringBuilder _field = new();

    /// <summary>The record that <see cref="Next"/> is at, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next record, in <paramref name="fields"/>; false at the end. A file that is no CSV throws <see cref="InvalidDataException"/>.</summary>
    public bool Next(List<string> fields)
    {
        fields.Clear();
        if (_text.Peek() < 0)
        {
            return false;
        }

        Number++;
        while (true)
        {
            var end = ReadField();
            fields.Add(_field.ToString());
            if (end != ',')
            {
                return true;
            }
        }
    }

    public void Dispose() => _text.Dispose();

    /// <summary>Fills the field and returns what ended it: a comma, a line feed, or −1 at the end of the file.</summary>
    private int ReadField()
    {
        _field.Clear();
        var quoted = _text.Peek() == '"';
        if (quoted)
        {
            _text.Read();
        }

        while (true)
        {
            var c = _text.Read();
            if (quoted && c == '"')
            {
                if (_text.Peek() != '"')
                {
                    quoted = false;
                    c = _text.Read();
                    c = c == '\r' && _text.Peek() == '\n' ? _text.Read() : c;
                    return c is ',' or '\n' or < 0 ? c : throw new InvalidDataException("Something stands behind the closing quote.");
                }

                _text.Read();
            }
            else if (!quoted && (c is ',' or '\n' or < 0))
            {
                return c;
            }
            else if (!quoted && c == '\r' && _text.Peek() == '\n')
            {
                continue;
            }
            else if (c < 0 || (!quoted && c == '"'))
            {
                throw new InvalidDataException("A quote that does not close, or inside a field without quotes.");
            }

            _field.Append((char)c);
            if (_field.Length > WorkbookLimits.Default.RowCharacters)
            {
                throw new InvalidDataException("A field longer than any line may be.");
            }
        }
    }
}
