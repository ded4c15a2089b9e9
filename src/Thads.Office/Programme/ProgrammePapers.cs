using Thads.Office.Documents;
using Thads.Office.Papers;

namespace Thads.Office.Programme;

/// <summary>The programme of work as a document, with the template that comes with the program.</summary>
public static class ProgrammePapers
{
    private static readonly KnownTag Opening = PaperTags.Text("mo-dau", "Mở đầu", "Căn cứ …");
    private static readonly KnownTag Items = PaperTags.Table("nhiem-vu", "Nhiệm vụ theo đề mục", "Nhiệm vụ");
    private static readonly KnownTag Closing = PaperTags.Text("ket-thuc", "Kết thúc", "…/.");

    public static readonly PaperKind Programme = new("programme", "Chương trình công tác năm", "CTr-CCTHADS", [Opening, Items, Closing], tags => new OfficialPaper()
        .Head("CHƯƠNG TRÌNH", null, "chu:trich-yeu").Place(Opening).Place(Items).Place(Closing).Foot(tags["van:noi-nhan"]).ToFile("Mẫu chương trình công tác"));

    public static readonly IReadOnlyList<PaperKind> All = [Programme];
}
