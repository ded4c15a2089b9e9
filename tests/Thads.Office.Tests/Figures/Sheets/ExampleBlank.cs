using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Thads.Office.Tests.Figures.Sheets;

/// <summary>A blank as an office would make it in a spreadsheet program: its own words and styles, and names on cells.</summary>
internal static class ExampleBlank
{
    /// <summary>The example of docs/areas/sheets.md: form 01 with three figures and a sum of its own.</summary>
    public static void WriteForm01(string file, params (string Name, string Place)[] more) => Write(
        file,
        [
            [(1, "MẪU CỦA CƠ QUAN", 0)],
            [(1, "Đơn vị:", 0), (2, "…", 0)],
            [(1, "Kỳ:", 0), (2, "…", 0)],
            [(1, "Tổng số", 0), (2, "", 1), (3, "", 2)],
            [(1, "Chủ động", 0), (2, "999", 1)],
            [(1, "Cộng", 0), (2, "=B4+B5", 1)],
            [(1, "Thao tác số", 0), (2, "", 1), (3, "", 1)],
        ],
        merged: ["A1:C1"],
        [
            ("T_unit", "'Biểu 01'!$B$2"), ("T_period", "'Biểu 01'!$B$3:$C$3"), ("T_act", "'Biểu 01'!$B$7"), ("T_known_on", "'Biểu 01'!$C$7"),
            ("R_I_total", "'Biểu 01'!$B$4"), ("R_I_rate", "'Biểu 01'!$C$4"), ("r_ii_1_TOTAL", "'Biểu 01'!$B$5"), ("Ten_rieng", "'Biểu 01'!$A$1"), .. more,
        ]);

    /// <summary>Form 04 with a row for a unit, a row for an officer and a signature below.</summary>
    public static void WriteForm04(string file, params (string Name, string Place)[] more) => Write(
        file,
        [
            [(1, "BIỂU CỦA CƠ QUAN", 0)],
            [(1, "Đơn vị", 0), (2, "Tổng số", 0), (4, "Tỷ lệ", 0)],
            [(1, "mẫu dòng đơn vị", 3), (2, "111", 1), (3, "", 1), (4, "", 2), (5, "222", 1)],
            [(1, "mẫu dòng chấp hành viên", 0), (2, "", 1), (3, "", 1), (4, "", 2)],
            [(1, "Người lập biểu", 0), (4, "Thủ trưởng", 0)],
        ],
        merged: ["A1:D1", "B3:C3", "B4:C4", "A5:C5"],
        [
            ("ROW_unit", "'Biểu 01'!$3:$3"), ("ROW_officer", "'Biểu 01'!$A$4"), ("C_label", "'Biểu 01'!$A:$A"), ("C_total", "'Biểu 01'!$B$3:$C$3"),
            ("C_rate", "'Biểu 01'!$D$3"), ("T_today", "'Biểu 01'!$B$5"), ("Ky_ten", "'Biểu 01'!$D$5"), ("Vung_in", "'Biểu 01'!$A$1:$D$4"), .. more,
        ]);

    /// <param name="rows">Column, content and style of each cell: 0 plain, 1 #,##0, 2 0.00, 3 bold. Content of digits is a number, of = a formula.</param>
    public static void Write(string file, (int Column, string Content, uint Style)[][] rows, string[] merged, (string Name, string Place)[] names)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var main = document.AddWorkbookPart();
        var part = main.AddNewPart<WorksheetPart>();
        part.Worksheet = new(
            new SheetData(rows.Select((cells, i) => new Row(cells.Select(cell => Cell(i + 1, cell))) { RowIndex = (uint)i + 1 })),
            new MergeCells(merged.Select(area => new MergeCell { Reference = area })),
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        main.Workbook = new(
            new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = "Biểu 01", SheetId = 1, Id = main.GetIdOfPart(part) }),
            new DefinedNames(names.Select(name => new DefinedName(name.Place) { Name = name.Name })));
        main.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
            new Fonts(new Font(new FontSize { Val = 12 }, new FontName { Val = "Arial" }), new Font(new Bold(), new FontSize { Val = 12 }, new FontName { Val = "Arial" })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 3 }, new CellFormat { NumberFormatId = 2 }, new CellFormat { FontId = 1 }));
    }

    private static Cell Cell(int row, (int Column, string Content, uint Style) cell)
    {
        var made = new Cell { CellReference = $"{(char)('A' + cell.Column - 1)}{row.ToString(CultureInfo.InvariantCulture)}", StyleIndex = cell.Style };
        if (cell.Content.StartsWith('='))
        {
            made.Append(new CellFormula(cell.Content[1..]), new CellValue("0"));
        }
        else if (cell.Content.Length > 0 && cell.Content.All(char.IsAsciiDigit))
        {
            made.Append(new CellValue(cell.Content));
        }
        else if (cell.Content.Length > 0)
        {
            made.DataType = CellValues.InlineString;
            made.Append(new InlineString(new Text(cell.Content)));
        }

        return made;
    }
}
