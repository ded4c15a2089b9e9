using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Thads.Office.Documents;

/// <summary>
/// A template on the paper of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I): A4, margins of 20 mm above and below, 30 mm left, 15 mm right, Times New
/// Roman 14, the number of the page centred above from the second page on.
/// </summary>
public sealed class OfficialPaper
{
    private const string Rule = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>";
    private readonly StringBuilder _body = new();
    private int _controls;

    /// <summary>Agency, national heading, number and day, and what the document is.</summary>
    /// <param name="kind">"BÁO CÁO"; null where the document has no title (a text for the portal).</param>
    /// <param name="number">As printed before the symbol: "Số:        /"; null = the place `chu:so`.</param>
    /// <param name="subject">Tag of what it is about.</param>
    public OfficialPaper Head(string? kind, string? number, string subject)
    {
        _body.Append("<w:tbl><w:tblPr><w:tblW w:w=\"9354\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"3700\"/><w:gridCol w:w=\"5654\"/></w:tblGrid><w:tr>")
            .Append(Cell(3700,
                Centred(Word("chu:co-quan-cap-tren", "CỤC THI HÀNH ÁN DÂN SỰ", 26)) + Centred(Word("chu:co-quan", "CHI CỤC THI HÀNH ÁN DÂN SỰ", 26, bold: true)) + Line(1150)))
            .Append(Cell(5654,
                Centred(Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 26, bold: true)) + Centred(Text("Độc lập – Tự do – Hạnh phúc", 28, bold: true)) + Line(1250)))
            .Append("</w:tr><w:tr>").Append(Cell(3700, Centred((number is null ? Text("Số: ", 26) + Word("chu:so", "12", 26) + Text("/", 26) : Text(number, 26)) + Word("chu:ky-hieu", "BC-CCTHADS", 26))))
            .Append(Cell(5654, Centred(Word("chu:dia-danh-ngay", "……, ngày … tháng … năm …", 28, italic: true)))).Append("</w:tr></w:tbl>");
        if (kind is not null)
        {
            _body.Append(Centred(Text(kind, 28, bold: true), before: 240)).Append(Centred(Word(subject, "Kết quả công tác thi hành án dân sự", 28, bold: true))).Append(Line(3300, 180));
        }

        return this;
    }

    public OfficialPaper Heading(int level, string title)
    {
        _body.Append(HeadingXml(level, title));
        return this;
    }

    /// <summary>A part that falls away when what is in it has nothing to say.</summary>
    public OfficialPaper Part(string tag, Action<OfficialPaper> inside)
    {
        var content = new OfficialPaper { _controls = _controls };
        inside(content);
        _controls = content._controls;
        _body.Append(Block(tag, content._body.ToString()));
        return this;
    }

    /// <summary>A place for sentences, a text, a table or a chart.</summary>
    public OfficialPaper Place(KnownTag tag)
    {
        var isCaption = tag.Tag.Kind is PlaceKind.Table or PlaceKind.Chart;
        _body.Append(Block(tag.Tag.Written, isCaption
            ? $"<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/></w:pPr>{Text(tag.Sample, 26, bold: true)}</w:p>"
            : $"<w:p>{Text(tag.Sample, 28)}</w:p>"));
        return this;
    }

    public OfficialPaper PageBreak()
    {
        _body.Append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        return this;
    }

    /// <summary>To whom it goes, and who signs.</summary>
    public OfficialPaper Foot(KnownTag sentTo)
    {
        _body.Append("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr></w:p><w:tbl><w:tblPr><w:tblW w:w=\"9354\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4677\"/><w:gridCol w:w=\"4677\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>")
            .Append(Cell(4677, Plain(Text("Nơi nhận:", 24, bold: true, italic: true)) + Block(sentTo.Tag.Written, Plain(Text(sentTo.Sample, 22)))))
            .Append(Cell(4677,
                Centred(Word("chu:chuc-vu", "THỦ TRƯỞNG", 28, bold: true)) + string.Concat(Enumerable.Repeat(Centred(""), 4)) + Centred(Word("chu:nguoi-ky", "Họ và tên", 28, bold: true))))
            .Append("</w:tr></w:tbl>");
        return this;
    }

    public byte[] ToFile(string title)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new Styles(StylesXml);
            main.AddNewPart<NumberingDefinitionsPart>("numbers").Numbering = new Numbering(NumberingXml);
            main.AddNewPart<HeaderPart>("pages").Header = new Header(
                $"<w:hdr {DocxPieces.Namespaces}><w:p><w:pPr><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>");
            main.AddNewPart<HeaderPart>("first").Header = new Header($"<w:hdr {DocxPieces.Namespaces}><w:p/></w:hdr>");
            main.Document = new Document(
                $"<w:document {DocxPieces.Namespaces}><w:body>{_body}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"pages\"/><w:headerReference w:type=\"first\" r:id=\"first\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>");
            document.PackageProperties.Title = title;
        }

        return file.ToArray();
    }

    private static string HeadingXml(int level, string title) =>
        string.Create(CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{DocxPieces.Escape(title)}</w:t></w:r></w:p>");

    private string Block(string tag, string content) => $"<w:sdt>{Properties(tag)}<w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private string Word(string tag, string sample, int size, bool bold = false, bool italic = false) =>
        $"<w:sdt>{Properties(tag)}<w:sdtContent>{Text(sample, size, bold, italic)}</w:sdtContent></w:sdt>";

    private string Properties(string tag) => string.Create(CultureInfo.InvariantCulture, $"<w:sdtPr><w:alias w:val=\"{DocxPieces.Escape(tag)}\"/><w:tag w:val=\"{DocxPieces.Escape(tag)}\"/><w:id w:val=\"{7_400_000 + ++_controls}\"/></w:sdtPr>");

    private static string Text(string text, int size, bool bold = false, bool italic = false) => string.Create(
        CultureInfo.InvariantCulture,
        $"<w:r><w:rPr>{(bold ? "<w:b/>" : "")}{(italic ? "<w:i/>" : "")}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{DocxPieces.Escape(text)}</w:t></w:r>");

    private static string Cell(int width, string content) => string.Create(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>");

    private static string Centred(string runs, int before = 0) => string.Create(
        CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:spacing w:before=\"{before}\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/></w:pPr>{runs}</w:p>");

    private static string Plain(string runs) =>
        $"<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"left\"/></w:pPr>{runs}</w:p>";

    /// <summary>The line under a name: as long as the space between the two indents leaves.</summary>
    private static string Line(int indent, int after = 60) => string.Create(
        CultureInfo.InvariantCulture,
        $"<w:p><w:pPr>{Rule}<w:spacing w:before=\"0\" w:after=\"{after}\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\"{indent}\" w:right=\"{indent}\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/></w:pPr></w:p>");

    private const string Fonts = "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>";

    private const string StylesXml =
        $"""
        <w:styles {DocxPieces.Namespaces}><w:docDefaults><w:rPrDefault><w:rPr>{Fonts}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="60" w:after="60" w:line="288" w:lineRule="auto"/><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="180" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/><w:ind w:firstLine="0"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>
        """;

    private const string NumberingXml =
        $"""
        <w:numbering {DocxPieces.Namespaces}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/><w:suff w:val="space"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:suff w:val="space"/><w:lvlText w:val="%2."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """;
}
