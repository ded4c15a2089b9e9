using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Thads.Office.Workbooks;

/// <summary>How a column of a list is kept: real numbers and days, so that a spreadsheet can add and sort them.</summary>
internal enum TableCellKind
{
    Text = 1,
    Number = 2,
    Day = 3,

    /// <summary>A number without dots.</summary>
    Year = 4,

    /// <summary>Two decimals; given in hundredths.</summary>
    Hundredths = 5,
}

/// <param name="Width">In letters.</param>
internal sealed record TableColumn(string Title, TableCellKind Kind, int Width);

/// <summary>One value: a text, a whole number or a day.</summary>
internal readonly record struct TableCell(string? Text, long? Number = null, DateOnly? Day = null)
{
    public TableCell(long number)
        : this(null, number)
    {
    }

    public TableCell(DateOnly day)
        : this(null, null, day)
    {
    }
}

/// <summary>
/// A list as a workbook of one sheet: what it is of in the first rows, then headings that stay in sight and stand on every printed
/// page (A4 across), then the rows. They go straight into the packed file: a hundred thousand take no more memory than one.
/// </summary>
internal sealed class TableWorkbook : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private readonly ZipArchive _zip;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly XmlWriter _xml;
    private readonly string[] _letters;
    private int _row;

    /// <param name="name">Of the sheet: at most 31 letters.</param>
    /// <param name="head">Lines above the table, the first as its title.</param>
    public TableWorkbook(Stream to, string name, IReadOnlyList<string> head, IReadOnlyList<TableColumn> columns, string page)
    {
        _columns = columns;
        _letters = [.. columns.Select((_, i) => CellText.ColumnName(i))];
        _zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, xml) in Skeleton(name, head.Count + 1))
        {
            using var part = new StreamWriter(_zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
            part.Write(xml);
        }

        _xml = XmlWriter.Create(_zip.CreateEntry(Sheet, CompressionLevel.Fastest).Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false) });
        WriteHead(head);
        PageFooter = page;
    }

    private string PageFooter { get; }

    public void Add(IEnumerable<TableCell> cells)
    {
        RefusedException.ThrowIf(_row >= WorkbookLimits.Rows ? new Refusal("workbook.too-many-rows", Sheet, WorkbookLimits.Rows) : null);
        Begin();
        var column = 0;
        foreach (var cell in cells)
        {
            Write(column, cell, _columns[column].Kind switch
            {
                TableCellKind.Text => Style.Text,
                TableCellKind.Number => Style.Number,
                TableCellKind.Day => Style.Day,
                TableCellKind.Year => Style.Year,
                TableCellKind.Hundredths => Style.Hundredths,
            });
            column++;
        }

        _xml.WriteEndElement();
    }

    /// <summary>Ends the sheet; without it there is no workbook.</summary>
    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteRaw($"""<autoFilter ref="A{HeadRow}:{_letters[^1]}{Math.Max(_row, HeadRow)}"/>""");
        _xml.WriteRaw("""<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");
        _xml.WriteStartElement("headerFooter", Main);
        _xml.WriteElementString("oddFooter", Main, $"&R{PageFooter.Replace("{0}", "&P", StringComparison.Ordinal).Replace("{1}", "&N", StringComparison.Ordinal)}");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.Dispose();
        _zip.Dispose();
    }

    private int HeadRow { get; set; }

    private void WriteHead(IReadOnlyList<string> head)
    {
        HeadRow = head.Count + 1;
        _xml.WriteStartElement("worksheet", Main);
        _xml.WriteRaw($"""
            <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="{HeadRow}" topLeftCell="A{HeadRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
            """);
        _xml.WriteStartElement("cols", Main);
        for (var i = 0; i < _columns.Count; i++)
        {
            _xml.WriteRaw($"""<col min="{i + 1}" max="{i + 1}" width="{_columns[i].Width}" customWidth="1"/>""");
        }

        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetData", Main);
        for (var i = 0; i < head.Count; i++)
        {
            Begin();
            Write(0, new TableCell(head[i]), i == 0 ? Style.Title : Style.Line);
            _xml.WriteEndElement();
        }

        Begin();
        _xml.WriteAttributeString("ht", "32");
        _xml.WriteAttributeString("customHeight", "1");
        for (var i = 0; i < _columns.Count; i++)
        {
            Write(i, new TableCell(_columns[i].Title), Style.Heading);
        }

        _xml.WriteEndElement();
    }

    private void Begin()
    {
        _xml.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", XmlConvert.ToString(++_row));
    }

    private void Write(int column, TableCell cell, Style style)
    {
        _xml.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", _letters[column] + XmlConvert.ToString(_row));
        _xml.WriteAttributeString("s", XmlConvert.ToString((int)style));
        if (cell.Number is { } number)
        {
            _xml.WriteElementString("v", Main, style == Style.Hundredths ? XmlConvert.ToString(number / 100m) : XmlConvert.ToString(number));
        }
        else if (cell.Day is { } day)
        {
            _xml.WriteElementString("v", Main, XmlConvert.ToString(CellText.SerialOf(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) ?? 0));
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            // A string cell, whatever it begins with: =, +, - and @ are letters here and never a formula.
            var escaped = CellText.Escaped(text);
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is", Main);
            _xml.WriteStartElement("t", Main);
            _xml.WriteAttributeString("xml", "space", null, "preserve");
            _xml.WriteString(escaped.Length > WorkbookLimits.CellCharacters ? escaped[..WorkbookLimits.CellCharacters] : escaped);
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private enum Style
    {
        Title = 1,
        Line = 2,
        Heading = 3,
        Text = 4,
        Number = 5,
        Day = 6,
        Year = 7,
        Hundredths = 8,
    }

    private static IEnumerable<(string Path, string Xml)> Skeleton(string name, int headRow)
    {
        const string head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var sheet = System.Security.SecurityElement.Escape(name);
        yield return ("[Content_Types].xml", $"""
            {head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{type}.styles+xml"/><Override PartName="/{Sheet}" ContentType="{type}.worksheet+xml"/></Types>
            """);
        yield return ("_rels/.rels", $"""
            {head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="/xl/workbook.xml"/></Relationships>
            """);
        yield return ("xl/workbook.xml", $"""
            {head}<workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets>
            <definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!${headRow}:${headRow}</definedName></definedNames></workbook>
            """);
        yield return ("xl/_rels/workbook.xml.rels", $"""
            {head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{Relationships}/worksheet" Target="/{Sheet}"/><Relationship Id="rId2" Type="{Relationships}/styles" Target="/xl/styles.xml"/></Relationships>
            """);
        yield return ("xl/styles.xml", $"""
            {head}<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
            <fonts count="3"><font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="14"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="11"/><name val="Times New Roman"/><family val="1"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFECEEF2"/><bgColor indexed="64"/></patternFill></fill></fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FF9AA3AD"/></left><right style="thin"><color rgb="FF9AA3AD"/></right><top style="thin"><color rgb="FF9AA3AD"/></top><bottom style="thin"><color rgb="FF9AA3AD"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="3" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
            <xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
            <xf numFmtId="4" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """);
    }
}
