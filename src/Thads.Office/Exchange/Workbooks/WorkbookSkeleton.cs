using System.Globalization;
using System.Text;

namespace Thads.Office.Exchange.Workbooks;

/// <summary>The small parts of an exchange workbook around its sheets: what it contains and how its cells look.</summary>
internal static class WorkbookSkeleton
{
    public const string HeaderStyle = "1";

    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static string StyleOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "2",
        ColumnKind.Day => "3",
        ColumnKind.Amount => "4",
        ColumnKind.Number => "5",
    };

    public static string SheetPath(int index) => $"xl/worksheets/sheet{(index + 1).ToString(CultureInfo.InvariantCulture)}.xml";

    /// <summary>Hands every part but the sheets to <paramref name="write"/>.</summary>
    public static void Write(IReadOnlyList<string> sheets, Action<string, string> write)
    {
        var (types, list, links) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < sheets.Count; i++)
        {
            types.Append(CultureInfo.InvariantCulture, $"""<Override PartName="/{SheetPath(i)}" ContentType="{Type}.worksheet+xml"/>""");
            list.Append(CultureInfo.InvariantCulture, $"""<sheet name="{sheets[i]}" sheetId="{i + 1}" r:id="rId{i + 1}"/>""");
            links.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{i + 1}" Type="{Relationships}/worksheet" Target="/{SheetPath(i)}"/>""");
        }

        write("[Content_Types].xml", $"""
            {Head}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>{types}</Types>
            """);
        write("_rels/.rels", $"""
            {Head}<Relationships xmlns="{Package}/relationships">
            <Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="/xl/workbook.xml"/></Relationships>
            """);
        write("xl/workbook.xml", $"""
            {Head}<workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets>{list}</sheets></workbook>
            """);
        write("xl/_rels/workbook.xml.rels", $"""
            {Head}<Relationships xmlns="{Package}/relationships">{links}
            <Relationship Id="rId{sheets.Count + 1}" Type="{Relationships}/styles" Target="/xl/styles.xml"/></Relationships>
            """);
        write("xl/styles.xml", $"""
            {Head}<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
            <fonts count="2"><font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>
            <font><b/><sz val="11"/><name val="Times New Roman"/><family val="1"/></font></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """);
    }
}
