using System.IO.Compression;
using System.Text;
using System.Xml;
using Thads.Office.Exchange.Workbooks;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>The rows that were not placed, as a workbook with the columns of the sheet and one more for the reasons: mended, it comes in by the same mapping.</summary>
public static class WriteRefusedRows
{
    private const string Ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void To(Stream to, SheetText sheet, SheetHeader header, IReadOnlyList<SheetRefusal> refused, Language language) =>
        To(to, sheet, header, refused.GroupBy(r => r.Row).ToDictionary(g => g.Key, g => string.Join(" · ", g.Select(r => r.Column.Length == 0 ? r.Why.In(language) : $"{r.Column}: {r.Why.In(language)}"))));

    /// <param name="reasons">By the number of the row.</param>
    public static void To(Stream to, SheetText sheet, SheetHeader header, IReadOnlyDictionary<int, string> reasons)
    {
        var names = header.Names.Where(n => n != SheetText.Reasons).ToList();
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        WorkbookSkeleton.Write(["Sheet1"], (path, text) =>
        {
            using var part = zip.CreateEntry(path).Open();
            part.Write(Encoding.UTF8.GetBytes(text));
        });
        using var xml = XmlWriter.Create(zip.CreateEntry(WorkbookSkeleton.SheetPath(0)).Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", Ns);
        xml.WriteStartElement("sheetData", Ns);
        Row(xml, 1, names.Append(SheetText.Reasons).Select(n => new SheetCell(n, CellKind.Text)));
        var number = 1;
        foreach (var row in sheet.Rows.Where(r => reasons.ContainsKey(r.Number)))
        {
            Row(xml, ++number, Enumerable.Range(0, header.Names.Count).Where(c => header.Names[c] != SheetText.Reasons).Select(c => row[c]).Append(new SheetCell(reasons[row.Number], CellKind.Text)));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int number, IEnumerable<SheetCell> cells)
    {
        xml.WriteStartElement("row", Ns);
        xml.WriteAttributeString("r", XmlConvert.ToString(number));
        foreach (var (column, cell) in cells.Index().Where(c => c.Item.Text.Length > 0))
        {
            var day = cell.Kind == CellKind.Day ? CellText.SerialOf(cell.Text) : null;
            var isNumber = day is not null || (cell.Kind == CellKind.Number && CellText.IsSafeNumber(cell.Text));
            xml.WriteStartElement("c", Ns);
            xml.WriteAttributeString("r", SheetText.Letter(column) + XmlConvert.ToString(number));
            xml.WriteAttributeString("s", number == 1 ? WorkbookSkeleton.HeaderStyle : WorkbookSkeleton.StyleOf(day is not null ? ColumnKind.Day : isNumber ? ColumnKind.Number : ColumnKind.Text));
            if (isNumber)
            {
                xml.WriteElementString("v", Ns, day is { } serial ? XmlConvert.ToString(serial) : cell.Text);
            }
            else
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Ns);
                xml.WriteElementString("t", Ns, CellText.Escaped(cell.Text));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
