using System.Globalization;
using System.Text;
using System.Xml;

namespace Thads.Office.Workbooks;

/// <summary>What a cell says of itself: text, a number, or a number shown as a day.</summary>
public enum CellKind
{
    Text = 1,
    Number = 2,
    Day = 3,

    /// <summary>An error, or what cannot be read: told as a refusal, and empty.</summary>
    Bad = 4,
}

/// <summary>
/// Reads the rows of one sheet as they come. A cell that cannot be carried over is told to <paramref name="refuse"/> and
/// comes out empty; a sheet that makes no sense throws.
/// </summary>
internal sealed class SheetReader(
    XmlReader xml, string sheet, IReadOnlyList<string> texts, CellFormats formats, bool from1904, int rowCharacters, Action<Refusal> refuse)
{
    private readonly List<string> _cells = [];
    private readonly List<CellKind> _kinds = [];
    private readonly StringBuilder _text = new();
    private readonly char[] _chunk = new char[4096];
    private int _row;
    private int _characters;

    /// <summary>What the cells of the row at hand say of themselves.</summary>
    public IReadOnlyList<CellKind> Kinds => _kinds;

    /// <summary>Calls <paramref name="take"/> for every row that has a cell with something in it. The list is used again for the next row.</summary>
    public void Read(Action<int, List<string>> take)
    {
        while (WorkbookPackage.Read(xml))
        {
            // worksheet / sheetData / row: nothing else of that name at that depth.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row", Depth: 2 })
            {
                StartRow();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c", Depth: 3 })
            {
                ReadCell();
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row", Depth: 2 } && _cells.Exists(cell => cell.Length > 0))
            {
                take(_row, _cells);
            }
        }
    }

    private void StartRow()
    {
        var next = xml.GetAttribute("r") is { } r
            ? int.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0
            : _row + 1;
        if (next <= _row || next > WorkbookLimits.Rows)
        {
            throw new RefusedException(new("workbook.sheet-damaged", sheet, _row));
        }

        _row = next;
        _characters = 0;
        _cells.Clear();
        _kinds.Clear();
    }

    private void ReadCell()
    {
        var column = xml.GetAttribute("r") is { } address ? CellText.ColumnOf(address) : _cells.Count;
        if (_row == 0 || column < _cells.Count || column >= WorkbookLimits.Columns)
        {
            throw new RefusedException(new("workbook.sheet-damaged", sheet, _row));
        }

        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        while (_cells.Count < column)
        {
            _cells.Add("");
            _kinds.Add(CellKind.Text);
        }

        var raw = ReadContent();
        _kinds.Add(type switch
        {
            null or "n" => formats.IsDay(style) ? CellKind.Day : CellKind.Number,
            "d" => CellKind.Day,
            _ => CellKind.Text,
        });
        _cells.Add(raw.Length == 0 && type != "e" ? "" : Value(type, style, raw, column));
        _characters += _cells[^1].Length;
        if (_characters > rowCharacters)
        {
            throw new RefusedException(new("workbook.row-too-long", sheet, _row));
        }
    }

    /// <summary>The text of the cell's value, or of its inline text without the phonetic hints; formulas are passed over.</summary>
    private string ReadContent()
    {
        _text.Clear();
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var inside = "";
        while (WorkbookPackage.Read(xml) && xml.Depth > 3)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml is { LocalName: "rPh", IsEmptyElement: false }:
                    SharedTexts.Pass(xml);
                    break;
                case XmlNodeType.Element:
                    inside = xml.IsEmptyElement ? "" : xml.LocalName;
                    break;
                case XmlNodeType.EndElement:
                    inside = "";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inside is "v" or "t":
                    if (!SharedTexts.Append(xml, _text, _chunk, rowCharacters))
                    {
                        throw new RefusedException(new("workbook.row-too-long", sheet, _row));
                    }

                    break;
            }
        }

        return _text.ToString();
    }

    private string Value(string? type, int style, string raw, int column)
    {
        var (value, why) = type switch
        {
            "s" => (Shared(raw), "workbook.cell-unreadable"),
            "inlineStr" or "str" => (CellText.Unescaped(raw), ""),
            "e" => (null, "workbook.cell-error"),
            "b" => (raw.Trim() switch { "1" or "true" => "1", "0" or "false" => "0", _ => null }, "workbook.cell-unreadable"),
            "d" => (raw.EndsWith("T00:00:00", StringComparison.Ordinal) ? raw[..^9] : raw, ""),
            null or "n" when formats.IsDay(style) => (Day(raw), "workbook.cell-no-day"),
            null or "n" => (CellText.OfNumber(raw), "workbook.cell-unreadable"),
            _ => (null, "workbook.cell-unreadable"),
        };
        if (value is null)
        {
            _kinds[^1] = CellKind.Bad;
            refuse(new(why, sheet, _row, CellText.ColumnName(column), raw.Length > 40 ? raw[..40] : raw));
        }

        return value ?? "";
    }

    private string? Shared(string raw) =>
        int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < texts.Count ? texts[i] : null;

    private string? Day(string raw) =>
        double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) ? CellText.OfDay(serial, from1904) : null;
}
