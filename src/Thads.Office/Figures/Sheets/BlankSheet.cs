using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Thads.Office.Workbooks;

namespace Thads.Office.Figures.Sheets;

/// <summary>One sheet of a blank being filled: finds cells, and repeats rows.</summary>
internal sealed partial class BlankSheet(WorksheetPart part, string blank)
{
    private SheetData Data => part.Worksheet.GetFirstChild<SheetData>() ?? part.Worksheet.AppendChild(new SheetData());

    /// <summary>The cell at a place, made where the blank left it out.</summary>
    public Cell Cell(int row, int column)
    {
        var address = Address(row, column);
        var line = Row(row);
        var after = line.Elements<Cell>().FirstOrDefault(cell => CellText.ColumnOf(cell.CellReference?.Value) + 1 >= column);
        return after?.CellReference?.Value == address ? after : line.InsertBefore(new Cell { CellReference = address }, after)!;
    }

    /// <summary>
    /// Puts one empty copy of a template row for every figure row in the place of the template rows, each with its style,
    /// height and merged cells, and moves everything below. Returns the number of the first copy.
    /// </summary>
    /// <param name="templates">For every row to be made, the row it is a copy of.</param>
    /// <param name="replaced">The rows that give way: the template rows, neighbours of each other.</param>
    public int Repeat(IReadOnlyList<int> templates, IReadOnlyList<int> replaced, string sheet, WorkbookPart main)
    {
        var (first, last) = (replaced.Min(), replaced.Max());
        var by = templates.Count - (last - first + 1);
        var patterns = templates.Distinct().ToDictionary(row => row, row => Row(row).CloneNode(true));
        var merged = Merged().Where(area => area.First >= first && area.Last <= last).ToList();
        RefusedException.ThrowIf(Merged().Any(area => area.First <= last && area.Last >= first && area.First != area.Last)
            ? new("blank.merged-across", blank, sheet)
            : null);

        foreach (var row in Data.Elements<Row>().Where(row => Number(row) >= first && Number(row) <= last).ToList())
        {
            row.Remove();
        }

        foreach (var (area, _, _) in merged)
        {
            area.Remove();
        }

        MoveBelow(last, by, sheet, main);
        for (var i = 0; i < templates.Count; i++)
        {
            var copy = (Row)patterns[templates[i]].CloneNode(true);
            Renumber(copy, first + i);
            foreach (var cell in copy.Elements<Cell>())
            {
                // What a template row shows as an example must not pass for a figure.
                cell.Fill("");
            }

            Data.InsertBefore(copy, Data.Elements<Row>().FirstOrDefault(row => Number(row) > first + i));
            foreach (var (area, at, _) in merged.Where(area => area.First == templates[i]))
            {
                MergedCells().Append(new MergeCell { Reference = Moved(area.Reference!.Value!, first + i - at) });
            }
        }

        return first;
    }

    /// <summary>Lines of text below everything else, for what the blank has no place for.</summary>
    public void AddBelow(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Cell(Data.Elements<Row>().Select(Number).DefaultIfEmpty().Max() + 1, 1).Fill(line);
        }
    }

    /// <summary>A text at the head of every printed page.</summary>
    public void SetPageHeader(string text)
    {
        if (part.Worksheet.GetFirstChild<HeaderFooter>() is not { } headers)
        {
            headers = new();
            part.Worksheet.AddChild(headers);
        }

        // One header for first, odd and even pages; the blank's footer stays.
        (headers.DifferentFirst, headers.DifferentOddEven) = (null, null);
        headers.OddHeader = new("&C&\"Times New Roman,Bold\"&14 " + text.Replace("&", "&&", StringComparison.Ordinal));
    }

    private void MoveBelow(int last, int by, string sheet, WorkbookPart main)
    {
        foreach (var row in Data.Elements<Row>().Where(row => Number(row) > last))
        {
            Renumber(row, Number(row) + by);
        }

        foreach (var (area, _, _) in Merged().Where(area => area.First > last).ToList())
        {
            area.Reference = Moved(area.Reference!.Value!, by);
        }

        foreach (var stop in part.Worksheet.GetFirstChild<RowBreaks>()?.Elements<Break>().Where(stop => stop.Id?.Value > last) ?? [])
        {
            stop.Id = (uint)(stop.Id!.Value + by);
        }

        foreach (var name in main.Workbook.DefinedNames?.Elements<DefinedName>() ?? [])
        {
            name.Text = BlankNames.Shifted(name.Text, sheet, last, by);
        }

        part.Worksheet.RemoveAllChildren<SheetDimension>();
    }

    private Row Row(int number)
    {
        var after = Data.Elements<Row>().FirstOrDefault(row => Number(row) >= number);
        return after is not null && Number(after) == number ? after : Data.InsertBefore(new Row { RowIndex = (uint)number }, after)!;
    }

    private MergeCells MergedCells()
    {
        if (part.Worksheet.GetFirstChild<MergeCells>() is not { } cells)
        {
            cells = new();
            part.Worksheet.AddChild(cells);
        }

        return cells;
    }

    private IEnumerable<(MergeCell Area, int First, int Last)> Merged() =>
        (part.Worksheet.GetFirstChild<MergeCells>()?.Elements<MergeCell>() ?? []).Select(area =>
        {
            var ends = area.Reference!.Value!.Split(':');
            return (area, RowOf(ends[0]), RowOf(ends[^1]));
        });

    private static void Renumber(Row row, int number)
    {
        row.RowIndex = (uint)number;
        foreach (var cell in row.Elements<Cell>())
        {
            cell.CellReference = Address(number, CellText.ColumnOf(cell.CellReference?.Value) + 1);
        }
    }

    private static int Number(Row row) => (int)(row.RowIndex?.Value ?? 0);

    private static string Moved(string area, int by) =>
        string.Join(':', area.Split(':').Select(end => Address(RowOf(end) + by, CellText.ColumnOf(end) + 1)));

    /// <summary>Rows, cells and merged areas all say where they are, as every spreadsheet program writes them.</summary>
    public static bool IsSound(Worksheet sheet) =>
        sheet.Descendants<Row>().All(row => Number(row) > 0 && row.Elements<Cell>().All(cell => IsIn(row, cell.CellReference?.Value ?? "")))
        && sheet.Descendants<MergeCell>().All(area => area.Reference?.Value?.Split(':') is { Length: 1 or 2 } ends && ends.All(end => Place().IsMatch(end)));

    private static bool IsIn(Row row, string address) => Place().IsMatch(address) && RowOf(address) == Number(row);

    private static int RowOf(string address) =>
        int.Parse(address.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Address(int row, int column) => CellText.ColumnName(column - 1) + row.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[A-Z]{1,3}[1-9]\d{0,6}\z")]
    private static partial Regex Place();
}
