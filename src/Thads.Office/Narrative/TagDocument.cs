using Thads.Office.Documents;

namespace Thads.Office.Narrative;

/// <summary>The list of tags as a document, to lie beside Word while a template is made.</summary>
public static class TagDocument
{
    public static byte[] Of(IReadOnlyList<KnownTag> known)
    {
        const string title = "Danh mục trường của mẫu báo cáo";
        var place = new TemplateTag(PlaceKind.Table, "tags");
        var grid = new Grid(
            "Thẻ của điều khiển nội dung (dấu * là bắt buộc)",
            [new("tag", "Thẻ", IsNumber: false, Width: 12), new("meaning", "Nghĩa", IsNumber: false, Width: 14), new("sample", "Ví dụ", IsNumber: false, Width: 14)],
            [.. known.Select(tag => new GridRow([new TextRun(tag.Tag.Written + (tag.IsRequired ? " *" : "")), new TextRun(tag.Meaning), new TextRun(tag.Sample.Length > 160 ? tag.Sample[..160] + "…" : tag.Sample)]))]);
        var paper = new OfficialPaper().Heading(3, title).Place(new KnownTag(place, "", ""));
        return FillDocx.Run(
            paper.ToFile(title), new Filling(new Dictionary<string, TextRun>(), new Dictionary<string, IReadOnlyList<Passage>>(), new Dictionary<string, Grid> { ["tags"] = grid }, new Dictionary<string, Chart>()), title);
    }
}
