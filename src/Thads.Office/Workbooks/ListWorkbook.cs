using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Thads.Office.Workbooks;

/// <summary>A list as a workbook: what it is and how it was filtered in the first rows, then its columns; days and numbers are days and numbers.</summary>
public static class ListWorkbook
{
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint DayLook = 2;
    private const uint Wrapped = 3;

    /// <param name="Width">In characters.</param>
    public sealed record Column(string Title, int Width);

    /// <summary>Writes it row by row.</summary>
    /// <param name="head">Rows above the table: title, filter, who and when.</param>
    /// <param name="rows">Cells: text, <see cref="DateOnly"/>, whole or decimal numbers, or null.</param>
    public static void Write(Stream to, string sheet, IEnumerable<string> head, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var main = document.AddWorkbookPart();
        var styles = main.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = Styles();
        var part = main.AddNewPart<WorksheetPart>();
        var above = head.ToList();
        using (var sheetXml = OpenXmlWriter.Create(part))
        {
            sheetXml.WriteStartElement(new Worksheet());
            sheetXml.WriteElement(new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = above.Count + 2D, TopLeftCell = $"A{above.Count + 3}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
            }) { WorkbookViewId = 0 }));
            sheetXml.WriteElement(new Columns(columns.Select((column, i) => new DocumentFormat.OpenXml.Spreadsheet.Column
            {
                Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true,
            })));
            sheetXml.WriteStartElement(new SheetData());
            foreach (var line in above)
            {
                WriteRow(sheetXml, [line], Bold);
            }

            WriteRow(sheetXml, [], Plain);
            WriteRow(sheetXml, [.. columns.Select(column => column.Title)], Bold);
            foreach (var row in rows)
            {
                WriteRow(sheetXml, row, Wrapped);
            }

            sheetXml.WriteEndElement();
            sheetXml.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToWidth = 1, FitToHeight = 0 });
            sheetXml.WriteEndElement();
        }

        main.Workbook = new Workbook(new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = main.GetIdOfPart(part) }));
    }

    private static void WriteRow(OpenXmlWriter xml, IReadOnlyList<object?> cells, uint look)
    {
        xml.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            xml.WriteElement(cell switch
            {
                null => new Cell { StyleIndex = look },
                DateOnly day => new Cell { StyleIndex = DayLook, CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate()), DataType = CellValues.Number },
                int or long or decimal => new Cell { StyleIndex = look, CellValue = new CellValue(((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture)), DataType = CellValues.Number },
                _ => new Cell
                {
                    StyleIndex = look, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(CellText.Escaped(cell.ToString()!)) { Space = SpaceProcessingModeValues.Preserve }),
                },
            });
        }

        xml.WriteEndElement();
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd/mm/yyyy" }),
        new Fonts(new Font(new FontSize { Val = 10 }, new FontName { Val = "Arial" }), new Font(new Bold(), new FontSize { Val = 10 }, new FontName { Val = "Arial" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new DocumentFormat.OpenXml.Spreadsheet.CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 164, ApplyNumberFormat = true, ApplyAlignment = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { ApplyAlignment = true }));
}
