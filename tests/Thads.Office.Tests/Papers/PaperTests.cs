using DocumentFormat.OpenXml.Packaging;
using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Papers;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Ranking;

namespace Thads.Office.Tests.Papers;

/// <summary>Documents from templates an office may edit.</summary>
public sealed class PaperTests
{
    public static TheoryData<string> Kinds => [.. PaperKinds.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_template_that_comes_with_the_program_would_be_taken_as_ones_own(string code)
    {
        var kind = PaperKinds.Named(code);

        Assert.Null(DocxTemplate.WhyNot(kind.ToFile(), kind.Tags));
        Assert.Equal(kind.Tags.Count, kind.Tags.Select(tag => tag.Tag.Written).Distinct().Count());
    }

    [Fact]
    public void Codes_of_papers_are_told_apart() => Assert.Equal(PaperKinds.All.Count, PaperKinds.All.Select(kind => kind.Code).Distinct().Count());

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_units_own_template_holds_below_it_until_it_goes_back(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var paper = PaperKinds.All[0];
        var own = new OfficialPaper().Head("MẪU RIÊNG", null, "chu:trich-yeu").ToFile("Mẫu riêng");
        await office.DoAsync(work => UploadPaper.RunAsync(new("T", paper.Code, "rieng.docx", own, "k"), work, default));
        await office.DoAsync(work => UploadPaper.RunAsync(new("T", paper.Code, "rieng.docx", own, "k"), work, default));

        var written = await office.AskAsync(work => WritePaper.RunAsync(paper, "D1", new(new Dictionary<string, string> { ["trich-yeu"] = "Về một việc mẫu" }, Number: "15"), work, default));
        Assert.Contains("MẪU RIÊNG", Text(written), StringComparison.Ordinal);
        Assert.Contains("Về một việc mẫu", Text(written), StringComparison.Ordinal);
        Assert.Contains("Số: 15/", Text(written), StringComparison.Ordinal);

        Assert.Equal("paper.unchanged", await SmallOffice.RefusedAsync(() => office.DoAsync(work => UploadPaper.RunAsync(new("T", paper.Code, "rieng.docx", own), work, default))));
        Assert.Equal("template.broken", await SmallOffice.RefusedAsync(() => office.DoAsync(work => UploadPaper.RunAsync(new("T", paper.Code, "x.docx", [1, 2, 3]), work, default))));
        Assert.Equal("paper.unchanged", await SmallOffice.RefusedAsync(() => office.DoAsync(work => UploadPaper.RunAsync(new("D1", paper.Code, "", []), work, default))));
        Assert.Equal("paper.unknown", await SmallOffice.RefusedAsync(() => office.DoAsync(work => UploadPaper.RunAsync(new("T", "none", "x.docx", own), work, default))));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(async () => await office.DoAsAsync(await office.OfAsync("D2", Permissions.All), work => UploadPaper.RunAsync(new("T", paper.Code, "x.docx", own), work, default))));
        Assert.Equal("paper.no-template", await SmallOffice.RefusedAsync(() => office.AskAsync(work => PaperTemplates.FileAsync("D1", paper.Code, 99, work, default))));

        await office.DoAsync(work => UploadPaper.RunAsync(new("T", paper.Code, "", []), work, default));
        written = await office.AskAsync(work => WritePaper.RunAsync(paper, "D1", new(new Dictionary<string, string>()), work, default));
        Assert.DoesNotContain("MẪU RIÊNG", Text(written), StringComparison.Ordinal);
        Assert.Equal(2, (await office.AskAsync(work => PaperTemplates.OfAsync("T", work, default))).Own.Count);
    }

    private static string Text(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
