using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Thads.Office.Figures.Sheets;

/// <summary>The rows of forms 04 and 05 in a blank: the rows ROW_unit and ROW_officer are repeated, columns are named C_cell and C_label.</summary>
internal static class BlankRows
{
    private const string Label = "C_label";

    /// <summary>Fills one row per row of the report and returns the names it used.</summary>
    public static IReadOnlyList<string> Fill(IReadOnlyList<NamedPlace> names, FormReport report, WorkbookPart main, string blank)
    {
        var templates = report.Rows.Select(row => Named(names, TemplateOf(row), blank).Row).ToList();
        var rows = names.Where(name => name.Name.StartsWith("ROW_", StringComparison.OrdinalIgnoreCase)).ToList();
        var columns = names.Where(name => name.Name.StartsWith("C_", StringComparison.OrdinalIgnoreCase)).ToList();
        RefusedException.ThrowIf(WhyNot(rows, columns, main, blank));

        // A form without officers still gives up its officer row.
        var sheet = new BlankSheet(rows[0].Sheet, blank);
        var first = sheet.Repeat(templates, [.. rows.Select(row => row.Row)], SheetName(main, rows[0].Sheet), main);
        var label = Named(names, Label, blank).Column;
        for (var i = 0; i < report.Rows.Count; i++)
        {
            sheet.Cell(first + i, label).Fill(report.Rows[i].Label);
            for (var c = 0; c < report.Columns.Count; c++)
            {
                if (columns.Find(column => column.Name.Equals("C_" + report.Columns[c].Cell, StringComparison.OrdinalIgnoreCase)) is { } column)
                {
                    sheet.Cell(first + i, column.Column).Fill(report.Rows[i].Cells[c]);
                }
            }
        }

        return ["ROW_unit", "ROW_officer", Label, .. report.Columns.Select(column => "C_" + column.Cell)];
    }

    private static string TemplateOf(FormRow row) => row.Row.StartsWith("officer:", StringComparison.Ordinal) ? "ROW_officer" : "ROW_unit";

    private static Refusal? WhyNot(List<NamedPlace> rows, List<NamedPlace> columns, WorkbookPart main, string blank)
    {
        var numbers = rows.ConvertAll(row => row.Row);
        return numbers.Max() - numbers.Min() >= rows.Count ? new("blank.rows-apart", blank)
            : columns.FirstOrDefault(column => column.Column == 0) is { } nowhere ? new("blank.name-points-nowhere", blank, nowhere.Name)
            : rows.Concat(columns).Any(place => place.Sheet != rows[0].Sheet) ? new("blank.rows-apart", blank)
            : main.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).FirstOrDefault(cell => cell.CellFormula is not null) is { } formula
                ? new("blank.formula-moves", blank, formula.CellReference?.Value ?? "")
            : null;
    }

    private static NamedPlace Named(IReadOnlyList<NamedPlace> names, string name, string blank)
    {
        var place = names.FirstOrDefault(place => place.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedException(new("blank.name-missing", blank, name));
        return name == Label || place.Row > 0 ? place : throw new RefusedException(new("blank.name-points-nowhere", blank, name));
    }

    private static string SheetName(WorkbookPart main, WorksheetPart part) =>
        main.Workbook.Sheets!.Elements<Sheet>().First(sheet => sheet.Id?.Value == main.GetIdOfPart(part)).Name!.Value!;
}
