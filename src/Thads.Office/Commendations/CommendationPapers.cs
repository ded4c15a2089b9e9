using Thads.Office.Documents;
using Thads.Office.Papers;

namespace Thads.Office.Commendations;

/// <summary>The documents of commendations, with the templates that come with the program.</summary>
public static class CommendationPapers
{
    private static readonly KnownTag Basis = PaperTags.Text("can-cu", "Căn cứ", "Căn cứ Luật Thi đua, khen thưởng …;");
    private static readonly KnownTag Ordered = PaperTags.Text("dieu-khoan", "Các điều của quyết định", "Điều 1. …");
    private static readonly KnownTag Collectives = PaperTags.Table("tap-the", "Danh sách tập thể", "Danh sách tập thể");
    private static readonly KnownTag Persons = PaperTags.Table("ca-nhan", "Danh sách cá nhân", "Danh sách cá nhân");
    private static readonly KnownTag Opening = PaperTags.Text("mo-dau", "Mở đầu", "Kính gửi: …");
    private static readonly KnownTag Nominated = PaperTags.Table("de-nghi", "Danh sách đề nghị, căn cứ", "Danh sách đề nghị khen thưởng");
    private static readonly KnownTag Closing = PaperTags.Text("ket-thuc", "Kết thúc", "Kính trình … xem xét, quyết định./.");

    public static readonly PaperKind Certificate = new("certificate", "Giấy khen, giấy chứng nhận danh hiệu", "",
        [
            PaperTags.Word("co-quan-tang", "Cơ quan, người tặng", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN"), PaperTags.Word("danh-hieu", "Danh hiệu, hình thức", "GIẤY KHEN"),
            PaperTags.Word("nguoi-nhan", "Người, tập thể được khen", "Ông (bà) …"), PaperTags.Word("chuc-danh", "Chức danh, nơi công tác", "Chức danh, nơi công tác"),
            PaperTags.Word("thanh-tich", "Thành tích", "Đã có thành tích …"), PaperTags.Word("so-quyet-dinh", "Số, ngày quyết định", "…/QĐ-UBND"), PaperTags.Word("so-vao-so", "Số vào sổ", "…"),
        ], CertificatePaper.Of);

    public static readonly PaperKind Decision = new("commendation-decision", "Quyết định khen thưởng", "QĐ-CCTHADS", [Basis, Ordered, Collectives, Persons], tags => new OfficialPaper()
        .Head("QUYẾT ĐỊNH", null, "chu:trich-yeu").Place(Basis).Place(Ordered).Foot(tags["van:noi-nhan"]).PageBreak().Heading(3, "DANH SÁCH").Place(Collectives).Place(Persons)
        .ToFile("Mẫu quyết định khen thưởng"));

    public static readonly PaperKind Submission = new("commendation-submission", "Tờ trình đề nghị khen thưởng", "TTr-CCTHADS", [Opening, Nominated, Closing], tags => new OfficialPaper()
        .Head("TỜ TRÌNH", null, "chu:trich-yeu").Place(Opening).Place(Nominated).Place(Closing).Foot(tags["van:noi-nhan"]).ToFile("Mẫu tờ trình đề nghị khen thưởng"));

    public static readonly IReadOnlyList<PaperKind> All = [Certificate, Decision, Submission];
}
