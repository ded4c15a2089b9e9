using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Thads.Office.Workbooks;

namespace Thads.Office.Figures.Sheets;

/// <summary>Puts a value into a cell and leaves its style alone. What was in it, a formula included, goes.</summary>
internal static class CellFilling
{
    public static void Fill(this Cell cell, string text)
    {
        cell.RemoveAllChildren();
        cell.DataType = text.Length == 0 ? null : CellValues.InlineString;
        if (text.Length > 0)
        {
            cell.Append(new InlineString(new Text(CellText.Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }));
        }
    }

    public static void Fill(this Cell cell, decimal? figure)
    {
        cell.RemoveAllChildren();
        cell.DataType = null;
        if (figure is { } number)
        {
            cell.Append(new CellValue(number.ToString("0.##", CultureInfo.InvariantCulture)));
        }
    }
}
