using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Thads.Office.Documents;

namespace Thads.Office.Commendations;

/// <summary>The certificate that comes with the program: A4 across, a double frame, the title in red. An office may bring its own (`/direction/papers`).</summary>
internal static class CertificatePaper
{
    private const string Red = "9B1C1C";
    private static readonly string[] Sides = ["top", "left", "bottom", "right"];

    /// <param name="tags">Its tags by their written form.</param>
    public static byte[] Of(IReadOnlyDictionary<string, KnownTag> tags)
    {
        var controls = 0;
        var body = new StringBuilder()
            .Append(Centred(Run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 28, bold: true), 0))
            .Append(Centred(Run("Độc lập – Tự do – Hạnh phúc", 30, bold: true), 0)).Append(Line(5200))
            .Append(Centred(Word("chu:co-quan-tang", 32, bold: true), 480))
            .Append(Centred(Run("TẶNG", 28), 240))
            .Append(Centred(Word("chu:danh-hieu", 76, bold: true, color: Red), 160))
            .Append(Centred(Word("chu:nguoi-nhan", 48, bold: true), 320))
            .Append(Centred(Word("chu:chuc-danh", 28, italic: true), 40))
            .Append(Centred(Word("chu:thanh-tich", 32), 300, indent: 900))
            .Append("<w:tbl><w:tblPr><w:tblW w:w=\"13600\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"6800\"/><w:gridCol w:w=\"6800\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>")
            .Append("<w:tc><w:tcPr><w:tcW w:w=\"6800\" w:type=\"dxa\"/><w:vAlign w:val=\"bottom\"/></w:tcPr>")
            .Append(Left(Run("Quyết định số: ", 24) + Word("chu:so-quyet-dinh", 24))).Append(Left(Run("Vào sổ khen thưởng số: ", 24) + Word("chu:so-vao-so", 24)))
            .Append("</w:tc><w:tc><w:tcPr><w:tcW w:w=\"6800\" w:type=\"dxa\"/></w:tcPr>")
            .Append(Centred(Word("chu:dia-danh-ngay", 26, italic: true), 480)).Append(Centred(Word("chu:chuc-vu", 26, bold: true), 0))
            .Append(string.Concat(Enumerable.Repeat(Centred("", 0), 5))).Append(Centred(Word("chu:nguoi-ky", 26, bold: true), 0))
            .Append("</w:tc></w:tr></w:tbl>").Append("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>");
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new Styles(
                $"<w:styles {DocxPieces.Namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style></w:styles>");
            var frame = string.Concat(Sides.Select(side => $"<w:{side} w:val=\"thickThinMediumGap\" w:sz=\"36\" w:space=\"14\" w:color=\"{Red}\"/>"));
            main.Document = new Document(
                $"<w:document {DocxPieces.Namespaces}><w:body>{body}<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1200\" w:right=\"1600\" w:bottom=\"1000\" w:left=\"1600\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/><w:pgBorders w:offsetFrom=\"page\">{frame}</w:pgBorders><w:vAlign w:val=\"center\"/></w:sectPr></w:body></w:document>");
            document.PackageProperties.Title = "Mẫu giấy khen, giấy chứng nhận";
        }

        return file.ToArray();

        string Word(string tag, int size, bool bold = false, bool italic = false, string? color = null) => string.Create(
            CultureInfo.InvariantCulture,
            $"<w:sdt><w:sdtPr><w:alias w:val=\"{tag}\"/><w:tag w:val=\"{tag}\"/><w:id w:val=\"{7_500_000 + ++controls}\"/></w:sdtPr><w:sdtContent>{Run(tags[tag].Sample, size, bold, italic, color)}</w:sdtContent></w:sdt>");
    }

    private static string Run(string text, int size, bool bold = false, bool italic = false, string? color = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"<w:r><w:rPr>{(bold ? "<w:b/>" : "")}{(italic ? "<w:i/>" : "")}{(color is null ? "" : $"<w:color w:val=\"{color}\"/>")}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{DocxPieces.Escape(text)}</w:t></w:r>");

    private static string Centred(string runs, int before, int indent = 0) => string.Create(
        CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:spacing w:before=\"{before}\" w:after=\"0\"/><w:ind w:left=\"{indent}\" w:right=\"{indent}\"/><w:jc w:val=\"center\"/></w:pPr>{runs}</w:p>");

    private static string Left(string runs) => $"<w:p><w:pPr><w:spacing w:before=\"40\" w:after=\"0\"/><w:ind w:left=\"500\"/></w:pPr>{runs}</w:p>";

    private static string Line(int indent) => string.Create(
        CultureInfo.InvariantCulture,
        $"<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\"{indent}\" w:right=\"{indent}\"/></w:pPr></w:p>");
}
