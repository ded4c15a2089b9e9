using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Thads.Office.Workbooks;

namespace Thads.Office.Figures.Sheets;

/// <summary>Where a name of a blank points: a sheet and the first row and column of what it names (from 1; 0 if it names whole rows or columns).</summary>
internal sealed record NamedPlace(string Name, WorksheetPart Sheet, int Row, int Column);

/// <summary>
/// The names an office gives to cells of its blank. Ours begin with R_ (a figure), T_ (a text), ROW_ and C_ (a row to be
/// repeated and its columns); all other names are the office's own and are left alone.
/// </summary>
internal static partial class BlankNames
{
    /// <summary>The name of a cell of forms 01 and 02: row II.1, cell settled is R_II_1_settled.</summary>
    public static string OfFigure(string row, string cell) => $"R_{row.Replace('.', '_')}_{cell}";

    public static bool IsOurs(string name) =>
        name.StartsWith("R_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("T_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("C_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ROW_", StringComparison.OrdinalIgnoreCase);

    /// <summary>Our names in the blank; one that points at nothing that can be filled is refused.</summary>
    public static IReadOnlyList<NamedPlace> Read(WorkbookPart main, string blank) =>
    [
        .. (main.Workbook.DefinedNames?.Elements<DefinedName>() ?? []).Where(name => IsOurs(name.Name?.Value ?? ""))
            .Select(name => Place(main, name) ?? throw new RefusedException(new("blank.name-points-nowhere", blank, name.Name!.Value!))),
    ];

    /// <summary>The text of a defined name after rows were put in below <paramref name="row"/>: what points further down moves with them.</summary>
    public static string Shifted(string reference, string sheet, int row, int by) => Area().Replace(reference, area =>
    {
        if (SheetOf(area) != sheet)
        {
            return area.Value;
        }

        var first = area.Groups["row"];
        var last = area.Groups["lastRow"];
        var moved = area.Value[..(first.Index - area.Index)] + Text(first, from: row + 1);
        return last.Success ? moved + area.Value[(first.Index + first.Length - area.Index)..(last.Index - area.Index)] + Text(last, from: row) : moved;

        // An area that ends with the repeated row, such as a print area, grows; one that starts there does not move.
        string Text(Capture number, int from) =>
            int.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                ? (at >= from ? at + by : at).ToString(CultureInfo.InvariantCulture)
                : number.Value;
    });

    private static NamedPlace? Place(WorkbookPart main, DefinedName name)
    {
        var area = Area().Match(name.Text);
        if (!area.Success || area.Length != name.Text.Length)
        {
            return null;
        }

        var id = main.Workbook.Sheets?.Elements<Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == SheetOf(area))?.Id?.Value;
        return id is not null && main.TryGetPartById(id, out var part) && part is WorksheetPart sheetPart
            ? new(name.Name!.Value!, sheetPart, Row(area), CellText.ColumnOf(area.Groups["column"].Value) + 1)
            : null;
    }

    private static int Row(Match area) =>
        int.TryParse(area.Groups["row"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row <= WorkbookLimits.Rows ? row : 0;

    private static string SheetOf(Match area) => area.Groups["quoted"].Success
        ? area.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal)
        : area.Groups["sheet"].Value;

    [GeneratedRegex(@"(?:'(?<quoted>(?:[^']|'')+)'|(?<sheet>[^'!,:()\s]+))!\$?(?<column>[A-Z]{0,3})\$?(?<row>\d*)(?::\$?[A-Z]{0,3}\$?(?<lastRow>\d*))?")]
    private static partial Regex Area();
}
