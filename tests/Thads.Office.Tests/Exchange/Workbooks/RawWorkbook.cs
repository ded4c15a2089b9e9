using System.IO.Compression;
using System.Text;

namespace Thads.Office.Tests.Exchange.Workbooks;

/// <summary>A workbook written part by part, so that a test can say exactly what is in it, sound or not.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <param name="rows">What stands inside sheetData.</param>
    /// <param name="formats">Format codes for the styles 1, 2, …; a number is the code of a built-in format.</param>
    /// <param name="texts">The shared texts, as XML inside si.</param>
    public static void Write(
        string path, string rows, string sheet = "steps", IReadOnlyList<string>? formats = null, IReadOnlyList<string>? texts = null, bool from1904 = false)
    {
        var styles = (formats ?? []).Select((code, i) => int.TryParse(code, out var id) ? (Id: id, Code: null) : (Id: 170 + i, Code: (string?)code)).ToList();
        WriteParts(path, new()
        {
            ["[Content_Types].xml"] = $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/sheet.xml" ContentType="{Type}.worksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/><Override PartName="/xl/texts.xml" ContentType="{Type}.sharedStrings+xml"/></Types>
                """,
            ["_rels/.rels"] = Relations(("officeDocument", "xl/workbook.xml")),
            ["xl/_rels/workbook.xml.rels"] = Relations(("worksheet", "sheet.xml"), ("styles", "styles.xml"), ("sharedStrings", "texts.xml")),
            ["xl/workbook.xml"] = $"""
                <workbook xmlns="{Main}" xmlns:r="{Links}"><workbookPr date1904="{(from1904 ? 1 : 0)}"/><sheets><sheet name="{sheet}" sheetId="1" r:id="r0"/></sheets></workbook>
                """,
            ["xl/styles.xml"] = $"""
                <styleSheet xmlns="{Main}"><numFmts>{string.Concat(styles.Where(s => s.Code is not null)
                .Select(s => $"<numFmt numFmtId=\"{s.Id}\" formatCode=\"{System.Security.SecurityElement.Escape(s.Code)}\"/>"))}</numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{string.Concat(styles.Select(s => $"<xf numFmtId=\"{s.Id}\"/>"))}</cellXfs></styleSheet>
                """,
            ["xl/texts.xml"] = $"""<sst xmlns="{Main}">{string.Concat((texts ?? []).Select(text => $"<si>{text}</si>"))}</sst>""",
            ["xl/sheet.xml"] = $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""",
        });
    }

    public static void WriteParts(string path, Dictionary<string, string> parts)
    {
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, xml) in parts)
        {
            using var part = zip.CreateEntry(name).Open();
            part.Write(Encoding.UTF8.GetBytes(xml));
        }
    }

    private static string Relations(params (string Type, string Target)[] targets) => $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(targets.Select((t, i) =>
        $"<Relationship Id=\"r{i}\" Type=\"{Links}/{t.Type}\" Target=\"{t.Target}\"/>"))}</Relationships>
        """;
}
