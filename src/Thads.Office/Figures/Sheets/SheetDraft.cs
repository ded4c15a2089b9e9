using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Thads.Office.Workbooks;

namespace Thads.Office.Figures.Sheets;

/// <summary>One sheet being laid out: cells by row and column (both from 1), merged areas, heights and how it is printed.</summary>
internal sealed class SheetDraft(string name)
{
    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> _rows = [];
    private readonly Dictionary<int, double> _heights = [];
    private readonly List<string> _merged = [];
    private readonly CellLooks _looks = new();

    public IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>A3 rather than A4.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Rows repeated on every page; the sheet is frozen below the last of them.</summary>
    public (int First, int Last) Repeated { get; set; }

    public string Footer { get; set; } = "";

    public void Put(int row, int column, string text, CellLook look) => Cell(row, column, look).Fill(text);

    /// <summary>A figure, as a real number; null leaves the cell empty.</summary>
    public void Put(int row, int column, decimal? figure, CellLook look) => Cell(row, column, look).Fill(figure);

    /// <summary>A text over several cells, all in the same look, so that the border goes around.</summary>
    public void Put(int row, int column, int lastRow, int lastColumn, string text, CellLook look)
    {
        for (var r = row; r <= lastRow; r++)
        {
            for (var c = column; c <= lastColumn; c++)
            {
                Cell(r, c, look);
            }
        }

        Put(row, column, text, look);
        if ((row, column) != (lastRow, lastColumn))
        {
            _merged.Add($"{Address(row, column)}:{Address(lastRow, lastColumn)}");
        }
    }

    /// <summary>A spreadsheet does not grow a row for the text of merged cells: every height is set.</summary>
    public void SetHeight(int row, double points) => _heights[row] = Math.Max(points, _heights.GetValueOrDefault(row));

    public MemoryStream ToWorkbook()
    {
        var file = new MemoryStream();
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var main = document.AddWorkbookPart();
        var part = main.AddNewPart<WorksheetPart>();
        part.Worksheet = ToWorksheet();
        var quoted = $"'{name}'!";
        var end = $"${CellText.ColumnName(Widths.Count - 1)}${Text(_rows.Keys.Last())}";
        main.Workbook = new(
            new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = name, SheetId = 1, Id = main.GetIdOfPart(part) }),
            new DefinedNames(
                new DefinedName(quoted + $"$A$1:{end}") { Name = "_xlnm.Print_Area", LocalSheetId = 0 },
                new DefinedName(quoted + $"${Text(Repeated.First)}:${Text(Repeated.Last)}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        main.AddNewPart<WorkbookStylesPart>().Stylesheet = _looks.ToStylesheet();
        return file;
    }

    private Worksheet ToWorksheet() => new(
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView(new Pane
        {
            HorizontalSplit = 1,
            VerticalSplit = Repeated.Last,
            TopLeftCell = Address(Repeated.Last + 1, 2),
            ActivePane = PaneValues.BottomRight,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0, ShowGridLines = false }),
        new SheetFormatProperties { DefaultRowHeight = 15 },
        new Columns(Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
        new SheetData(_rows.Select(row => ToRow(row.Key, row.Value.Values))),
        new MergeCells(_merged.Select(area => new MergeCell { Reference = area })),
        new PrintOptions { HorizontalCentered = true },
        new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.25, Footer = 0.25 },
        new PageSetup { PaperSize = IsLarge ? 8U : 9U, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
        new HeaderFooter(new OddFooter(Footer)),
        // The line of column numbers is text, and no mistake that a spreadsheet should point at.
        new IgnoredErrors(new IgnoredError
        {
            SequenceOfReferences = new() { InnerText = $"A{Text(Repeated.Last)}:{Address(Repeated.Last, Widths.Count)}" },
            NumberStoredAsText = true,
        }));

    private Row ToRow(int number, IEnumerable<Cell> cells)
    {
        var row = new Row(cells) { RowIndex = (uint)number };
        if (_heights.TryGetValue(number, out var height))
        {
            row.Height = height;
            row.CustomHeight = true;
        }

        return row;
    }

    private Cell Cell(int row, int column, CellLook look)
    {
        if (!_rows.TryGetValue(row, out var cells))
        {
            _rows[row] = cells = [];
        }

        return cells[column] = new() { CellReference = Address(row, column), StyleIndex = _looks.IndexOf(look) };
    }

    private static string Address(int row, int column) => CellText.ColumnName(column - 1) + Text(row);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
