using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Thads.Office.Tests.Figures.Sheets;

/// <summary>The first sheet of a workbook as text: cells with value and look, merged areas, names, print. No widths and heights.</summary>
internal static class SheetDump
{
    public static string Of(string file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var main = document.WorkbookPart!;
        var sheet = main.WorksheetParts.Single().Worksheet;
        var styles = main.WorkbookStylesPart!.Stylesheet;
        var text = new StringBuilder();
        foreach (var cell in sheet.Descendants<Cell>().Where(cell => cell.InnerText.Length > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{cell.CellReference} {Value(cell)} {Look(cell, styles)}\n");
        }

        foreach (var area in sheet.Descendants<MergeCell>())
        {
            text.Append(CultureInfo.InvariantCulture, $"merged {area.Reference}\n");
        }

        foreach (var name in main.Workbook.DefinedNames?.Elements<DefinedName>() ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"name {name.Name} {name.Text}\n");
        }

        foreach (var print in new OpenXmlElement?[] { sheet.GetFirstChild<PageSetup>(), sheet.GetFirstChild<HeaderFooter>() }.OfType<OpenXmlElement>())
        {
            text.Append(CultureInfo.InvariantCulture, $"{print.LocalName} {string.Join(' ', print.GetAttributes().Select(a => $"{a.LocalName}={a.Value}"))} {print.InnerText}\n");
        }

        return text.ToString();
    }

    private static string Value(Cell cell) => cell.DataType?.Value == CellValues.InlineString ? $"\"{cell.InlineString!.InnerText}\"" : cell.InnerText;

    private static string Look(Cell cell, Stylesheet styles)
    {
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
        var font = styles.Fonts!.Elements<Font>().ElementAt((int)(format.FontId?.Value ?? 0));
        IEnumerable<string?> words =
        [
            font.FontSize?.Val?.Value.ToString(CultureInfo.InvariantCulture),
            font.Bold is null ? null : "bold",
            font.Italic is null ? null : "italic",
            font.Color is null ? null : "coloured",
            format.BorderId?.Value > 0 ? "bordered" : null,
            format.NumberFormatId?.Value switch { 3 => "#,##0", 2 => "0.00", _ => null },
            format.Alignment?.Horizontal?.InnerText,
            format.Alignment?.Indent is { Value: var indent } ? $"indent {indent}" : null,
        ];
        return $"[{string.Join(' ', words.OfType<string>())}]";
    }
}
