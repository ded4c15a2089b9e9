using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Thads.Office.Exchange.Workbooks;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.Samples.Sheets;

/// <summary>A made-up register as rows of cells: text, whole numbers, days. The same cells make the same bytes.</summary>
internal sealed class SheetDraft(string name)
{
    private const string Ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<object?[]> _rows = [];
    private readonly List<string> _merged = [];

    /// <summary>Number the next row will have.</summary>
    public int Next => _rows.Count + 1;

    public void Row(params object?[] cells) => _rows.Add(cells);

    /// <summary>Cells of a header that are one, such as `B4:C4`.</summary>
    public void Merge(params string[] ranges) => _merged.AddRange(ranges);

    public void Save(string path)
    {
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        WorkbookSkeleton.Write([name], (part, xml) =>
        {
            using var to = Part(zip, part);
            to.Write(Encoding.UTF8.GetBytes(xml));
        });
        using var xml = XmlWriter.Create(Part(zip, WorkbookSkeleton.SheetPath(0)), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", Ns);
        xml.WriteStartElement("cols", Ns);
        for (var column = 0; column < _rows.Max(r => r.Length); column++)
        {
            xml.WriteStartElement("col", Ns);
            xml.WriteAttributeString("min", XmlConvert.ToString(column + 1));
            xml.WriteAttributeString("max", XmlConvert.ToString(column + 1));
            xml.WriteAttributeString("width", XmlConvert.ToString(Math.Clamp(_rows.Skip(3).Max(r => column < r.Length ? $"{r[column]}".Length : 0) + 2, 6, 34)));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Ns);
        foreach (var (index, cells) in _rows.Index())
        {
            WriteRow(xml, index + 1, cells);
        }

        xml.WriteEndElement();
        if (_merged.Count > 0)
        {
            xml.WriteStartElement("mergeCells", Ns);
            foreach (var range in _merged)
            {
                xml.WriteStartElement("mergeCell", Ns);
                xml.WriteAttributeString("ref", range);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, object?[] cells)
    {
        xml.WriteStartElement("row", Ns);
        xml.WriteAttributeString("r", XmlConvert.ToString(number));
        foreach (var (column, cell) in cells.Index().Where(c => c.Item is not (null or "")))
        {
            xml.WriteStartElement("c", Ns);
            xml.WriteAttributeString("r", CellText.ColumnName(column) + XmlConvert.ToString(number));
            xml.WriteAttributeString("s", WorkbookSkeleton.StyleOf(cell switch { DateOnly => ColumnKind.Day, long or int => ColumnKind.Amount, _ => ColumnKind.Text }));
            switch (cell)
            {
                case DateOnly day:
                    xml.WriteElementString("v", Ns, XmlConvert.ToString(CellText.SerialOf(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))!.Value));
                    break;
                case long or int:
                    xml.WriteElementString("v", Ns, ((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture));
                    break;
                default:
                    xml.WriteAttributeString("t", "inlineStr");
                    xml.WriteStartElement("is", Ns);
                    xml.WriteElementString("t", Ns, (string)cell!);
                    xml.WriteEndElement();
                    break;
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static Stream Part(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
