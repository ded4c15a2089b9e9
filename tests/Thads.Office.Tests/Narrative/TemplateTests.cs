using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Thads.Office.Documents;
using Thads.Office.Narrative;

namespace Thads.Office.Tests.Narrative;

public sealed class TemplateTests
{
    private const string Required = "<w:p>{cau:source}</w:p><w:p>{cau:by_hand}</w:p>";

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_template_of_ones_own_holds_for_the_unit_and_those_below_and_one_can_go_back(string kind)
    {
        await using var office = await NarrativeOffice.NewAsync(kind);
        await office.UploadAsync(Template($"<w:p><w:r><w:t>Mẫu tỉnh</w:t></w:r></w:p>{Required}"), "TVD");
        var above = WordText.Of(await office.DocumentAsync());
        await office.UploadAsync(Template($"<w:p><w:r><w:t xml:space=\"preserve\">Đạt </w:t></w:r>{{so:matters.rate}}</w:p>{Required}"));
        var own = WordText.Of(await office.DocumentAsync());
        await office.UploadAsync([]);
        var back = WordText.Of(await office.DocumentAsync());

        Assert.Contains("Mẫu tỉnh", above);
        Assert.Contains("Đạt 84,88\u00a0%", own);
        Assert.Contains("Mẫu tỉnh", back);
        await using var work = office.Work();
        var templates = await ReadTemplates.RunAsync("D05", work, TestContext.Current.CancellationToken);
        Assert.Equal(2, templates.Own.Count);
        Assert.Equal(await office.UnitAsync("TVD"), templates.Holding[NarrativeKind.Yearly]!.Unit);
    }

    [Theory]
    [InlineData("<w:p>{so:matters.wrong}</w:p>", "template.unknown-tag")]
    [InlineData("<w:p>{khong:biet}</w:p>", "template.unknown-tag")]
    [InlineData("<w:p>{bang:matters}</w:p>", "template.wrong-place")]
    [InlineData("<w:p>{cot:total}</w:p>", "template.wrong-place")]
    [InlineData("", "template.missing-tag")]
    public async Task A_template_that_cannot_be_filled_is_refused_with_the_tag(string body, string code)
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        var required = code == "template.missing-tag" ? "<w:p>{cau:source}</w:p>" : Required;

        var refused = (await Assert.ThrowsAsync<RefusedException>(() => office.UploadAsync(Template(body + required)))).Refusal;

        Assert.Equal(code, refused.Code);
        Assert.Equal(code == "template.missing-tag" ? "cau:by_hand" : body[(body.IndexOf('{', StringComparison.Ordinal) + 1)..body.IndexOf('}', StringComparison.Ordinal)], refused.Arguments[0]);
    }

    [Fact]
    public async Task What_is_no_document_has_macros_or_fetches_from_elsewhere_is_refused()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("a.txt");
        }

        using var outside = new MemoryStream();
        outside.Write(Template(Required));
        using (var document = WordprocessingDocument.Open(outside, isEditable: true))
        {
            document.MainDocumentPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://example.invalid/a.png"));
        }

        Assert.Equal("template.broken", await NarrativeOffice.RefusedAsync(() => office.UploadAsync("rubbish"u8.ToArray())));
        Assert.Equal("template.broken", await NarrativeOffice.RefusedAsync(() => office.UploadAsync(zip.ToArray())));
        Assert.Equal("template.macros", await NarrativeOffice.RefusedAsync(() => office.UploadAsync(Template(Required, WordprocessingDocumentType.MacroEnabledDocument))));
        Assert.Equal("template.outside", await NarrativeOffice.RefusedAsync(() => office.UploadAsync(outside.ToArray())));
        Assert.Equal("template.too-large", await NarrativeOffice.RefusedAsync(() => office.UploadAsync(new byte[DocxTemplate.MostBytes + 1])));
        Assert.Equal("narrative.unchanged", await NarrativeOffice.RefusedAsync(() => office.UploadAsync([])));
    }

    [Fact]
    public async Task The_shipped_templates_are_templates_themselves_and_the_list_of_tags_is_a_document()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        var known = NarrativeTags.Of(await office.DrawAsync());

        foreach (var kind in ReadTemplates.Kinds)
        {
            var shipped = ShippedTemplate.Of(kind, known);
            Assert.Null(DocxTemplate.WhyNot(shipped, known));
            Assert.Empty(WordText.Faults(shipped));
        }

        var list = TagDocument.Of(known);
        Assert.Empty(WordText.Faults(list));
        Assert.Contains("so:matters.rate", WordText.Of(list));
    }

    [Fact]
    public async Task A_repeated_row_comes_once_per_row_of_the_table_and_a_part_with_nothing_to_say_is_gone()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        var row = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid><w:sdt><w:sdtPr><w:tag w:val=\"lap:officers\"/></w:sdtPr><w:sdtContent><w:tr><w:tc><w:p>{cot:officer}</w:p></w:tc><w:tc><w:p>{cot:rate}</w:p></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>";
        var part = "<w:sdt><w:sdtPr><w:tag w:val=\"phan:good\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Tiêu đề phần</w:t></w:r></w:p><w:sdt><w:sdtPr><w:tag w:val=\"van:uu-diem\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:sdtContent></w:sdt>";
        await office.UploadAsync(Template(row + part + Required));

        var without = WordText.Of(await office.DocumentAsync());
        await office.SaveAsync("uu-diem", "Có chữ.");
        var docx = await office.DocumentAsync();

        Assert.Equal(7, without.Count(text => text.StartsWith("Chấp hành viên Mẫu", StringComparison.Ordinal)));
        Assert.Contains("85,60", without);
        Assert.DoesNotContain("Tiêu đề phần", without);
        Assert.Contains("Tiêu đề phần", WordText.Of(docx));
        Assert.Empty(WordText.Faults(docx));
        Assert.Empty(WordText.Controls(docx));
    }

    /// <summary>A .docx with this body; `{tag}` is a control within a paragraph.</summary>
    private static byte[] Template(string body, WordprocessingDocumentType type = WordprocessingDocumentType.Document)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, type))
        {
            var controls = System.Text.RegularExpressions.Regex.Replace(body, @"\{([a-z-]+:[a-z_.]+)\}", "<w:sdt><w:sdtPr><w:tag w:val=\"$1\"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>");
            document.AddMainDocumentPart().Document = new Document($"<w:document {DocxPieces.Namespaces}><w:body>{controls}</w:body></w:document>");
        }

        return file.ToArray();
    }
}
