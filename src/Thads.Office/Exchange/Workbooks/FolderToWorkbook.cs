using System.IO.Compression;
using System.Text;
using System.Xml;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.Workbooks;

/// <summary>
/// Puts the CSV files of an exchange set into one workbook, a sheet each, row for record. Rows go straight into the
/// packed file: the package of the Open XML SDK would keep every sheet in memory until the end.
/// </summary>
public static class FolderToWorkbook
{
    private const string Ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly XmlWriterSettings Utf8 = new() { CloseOutput = true, Encoding = new UTF8Encoding(false) };

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the workbook and returns why not: nothing when all is well; with a refusal no file is left behind.</summary>
    public static IReadOnlyList<Refusal> Convert(string folder, string workbook)
    {
        var names = ExchangeSheets.Names.Where(name => File.Exists(Path.Combine(folder, name + ".csv"))).ToList();
        if (names.Count == 0)
        {
            return [new("workbook.no-files", folder)];
        }

        var unfinished = workbook + ".part";
        try
        {
            using (var zip = ZipFile.Open(Fresh(unfinished), ZipArchiveMode.Create))
            {
                WorkbookSkeleton.Write(names, (path, xml) => WriteText(zip, path, xml));
                for (var i = 0; i < names.Count; i++)
                {
                    using var xml = XmlWriter.Create(Part(zip, WorkbookSkeleton.SheetPath(i)), Utf8);
                    using var records = new CsvReader(Path.Combine(folder, names[i] + ".csv"), countRecords: true);
                    WriteSheet(xml, records, names[i]);
                }
            }

            File.Move(unfinished, workbook, overwrite: true);
            return [];
        }
        catch (RefusedException e)
        {
            return [e.Refusal];
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void WriteSheet(XmlWriter xml, CsvReader records, string file)
    {
        var (record, fields) = (new CsvRecord(), new List<string>());
        var any = Next(records, record, fields, file);
        var kinds = fields.ConvertAll(ExchangeSheets.KindOf);

        xml.WriteStartElement("worksheet", Ns);
        xml.WriteRaw("""
            <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
            """);
        WriteColumns(xml, fields, kinds);
        xml.WriteStartElement("sheetData", Ns);
        for (; any; any = Next(records, record, fields, file))
        {
            WriteRow(xml, (int)record.Line, fields, kinds, file);
        }

        xml.WriteEndElement();
        xml.WriteRaw($"""<ignoredErrors><ignoredError sqref="A1:XFD{WorkbookLimits.Rows}" numberStoredAsText="1"/></ignoredErrors>""");
        xml.WriteEndElement();
    }

    /// <summary>A column's style also holds for the cells an officer adds below: what is typed into a text column stays text.</summary>
    private static void WriteColumns(XmlWriter xml, List<string> header, List<ColumnKind> kinds)
    {
        if (header.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("cols", Ns);
        for (var i = 0; i < header.Count; i++)
        {
            var width = kinds[i] switch { ColumnKind.Day => 12, ColumnKind.Amount => 18, ColumnKind.Number => 10, ColumnKind.Text => 16 };
            xml.WriteStartElement("col", Ns);
            xml.WriteAttributeString("min", XmlConvert.ToString(i + 1));
            xml.WriteAttributeString("max", XmlConvert.ToString(i + 1));
            xml.WriteAttributeString("width", XmlConvert.ToString(Math.Max(width, Math.Min(header[i].Length, 40) + 3)));
            xml.WriteAttributeString("style", WorkbookSkeleton.StyleOf(kinds[i]));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int row, List<string> fields, List<ColumnKind> kinds, string file)
    {
        xml.WriteStartElement("row", Ns);
        xml.WriteAttributeString("r", XmlConvert.ToString(row));
        for (var column = 0; column < fields.Count; column++)
        {
            var text = fields[column];
            if (text.Length == 0)
            {
                continue;
            }

            var kind = column < kinds.Count && row > 1 ? kinds[column] : ColumnKind.Text;
            xml.WriteStartElement("c", Ns);
            xml.WriteAttributeString("r", CellText.ColumnName(column) + XmlConvert.ToString(row));
            xml.WriteAttributeString("s", row == 1 ? WorkbookSkeleton.HeaderStyle : WorkbookSkeleton.StyleOf(kind));
            if (kind == ColumnKind.Day && CellText.SerialOf(text) is { } day)
            {
                xml.WriteElementString("v", Ns, XmlConvert.ToString(day));
            }
            else if (kind is ColumnKind.Amount or ColumnKind.Number && CellText.IsSafeNumber(text))
            {
                xml.WriteElementString("v", Ns, text);
            }
            else
            {
                // A string cell, whatever it begins with: =, +, - and @ are letters here and never a formula.
                var escaped = CellText.Escaped(text);
                RefusedException.ThrowIf(escaped.Length > WorkbookLimits.CellCharacters
                    ? new("workbook.cell-too-long", file, row, CellText.ColumnName(column), WorkbookLimits.CellCharacters)
                    : null);
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Ns);
                xml.WriteStartElement("t", Ns);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(escaped);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The next record; a file that is no CSV, or has more than a sheet can hold, is refused by name.</summary>
    private static bool Next(CsvReader records, CsvRecord record, List<string> fields, string file)
    {
        try
        {
            if (!records.Read(record))
            {
                return false;
            }
        }
        catch (BadCsvException bad)
        {
            throw new RefusedException(bad.Why.Code is "csv.not-utf8" or "csv.utf16" ? new("workbook.csv-encoding", file, bad.Line) : new("workbook.csv-quotes", file, bad.Line));
        }

        RefusedException.ThrowIf(
            record.Line > WorkbookLimits.Rows ? new("workbook.too-many-rows", file, WorkbookLimits.Rows)
            : record.Count > WorkbookLimits.Columns ? new("workbook.too-many-columns", file, record.Line, WorkbookLimits.Columns)
            : null);
        fields.Clear();
        for (var i = 0; i < record.Count; i++)
        {
            fields.Add(record[i].ToString());
        }

        return true;
    }

    private static string Fresh(string path)
    {
        File.Delete(path);
        return path;
    }

    private static void WriteText(ZipArchive zip, string path, string xml)
    {
        using var part = Part(zip, path);
        part.Write(Encoding.UTF8.GetBytes(xml));
    }

    private static Stream Part(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
