using Thads.Office.Documents;
using Thads.Office.Papers;

namespace Thads.Office.Conferences;

/// <summary>The documents of a conference, with the templates that come with the program.</summary>
public static class ConferencePapers
{
    private static readonly KnownTag Opening = PaperTags.Text("mo-dau", "Mở đầu", "Thực hiện chương trình công tác, … tổ chức hội nghị tổng kết …");
    private static readonly KnownTag TimeAndPlace = PaperTags.Text("thoi-gian-dia-diem", "Thời gian, địa điểm", "1. Thời gian: …");
    private static readonly KnownTag Agenda = PaperTags.Table("chuong-trinh", "Chương trình", "Chương trình hội nghị");
    private static readonly KnownTag People = PaperTags.Text("thanh-phan", "Thành phần", "- Chủ trì: …");
    private static readonly KnownTag Contributions = PaperTags.Table("tham-luan", "Tham luận", "Tham luận tại hội nghị");
    private static readonly KnownTag Directions = PaperTags.Table("chi-dao", "Ý kiến chỉ đạo", "Ý kiến chỉ đạo tại hội nghị");
    private static readonly KnownTag Conclusions = PaperTags.Table("ket-luan", "Kết luận", "Kết luận hội nghị");
    private static readonly KnownTag Results = PaperTags.Table("ket-qua-tinh", "Kết quả của tỉnh", "Kết quả của tỉnh");
    private static readonly KnownTag Commended = PaperTags.Text("khen-thuong", "Khen thưởng trao tại hội nghị", "- …");
    private static readonly KnownTag Guest = PaperTags.Text("kinh-moi", "Người được mời", "Trân trọng kính mời: …");
    private static readonly KnownTag Closing = PaperTags.Text("ket-thuc", "Kết thúc", "Rất mong quý đại biểu sắp xếp thời gian tham dự./.");

    public static readonly PaperKind Programme = new("conference-programme", "Chương trình hội nghị", "CTr-CCTHADS", [TimeAndPlace, Agenda], tags => new OfficialPaper()
        .Head("CHƯƠNG TRÌNH", null, "chu:trich-yeu").Place(TimeAndPlace).Place(Agenda).Foot(tags["van:noi-nhan"]).ToFile("Mẫu chương trình hội nghị"));

    public static readonly PaperKind Invitation = new("conference-invitation", "Giấy mời dự hội nghị", "GM-CCTHADS", [Guest, Opening, TimeAndPlace, Closing], tags => new OfficialPaper()
        .Head("GIẤY MỜI", null, "chu:trich-yeu").Place(Guest).Place(Opening).Place(TimeAndPlace).Place(Closing).Foot(tags["van:noi-nhan"]).ToFile("Mẫu giấy mời dự hội nghị"));

    public static readonly PaperKind Minutes = new("conference-minutes", "Biên bản hội nghị", "BB-CCTHADS", [TimeAndPlace, People, Agenda, Results, Contributions, Directions, Commended, Conclusions, Closing], tags => new OfficialPaper()
        .Head("BIÊN BẢN", null, "chu:trich-yeu").Heading(1, "THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN").Place(TimeAndPlace).Place(People)
        .Heading(1, "NỘI DUNG").Place(Agenda).Place(Results).Place(Contributions).Place(Directions).Place(Commended)
        .Heading(1, "KẾT LUẬN").Place(Conclusions).Place(Closing).Foot(tags["van:noi-nhan"]).ToFile("Mẫu biên bản hội nghị"));

    public static readonly PaperKind Notice = new("conference-conclusions", "Thông báo kết luận hội nghị", "TB-CCTHADS", [Opening, Directions, Conclusions, Closing], tags => new OfficialPaper()
        .Head("THÔNG BÁO", null, "chu:trich-yeu").Place(Opening).Place(Directions).Place(Conclusions).Place(Closing).Foot(tags["van:noi-nhan"]).ToFile("Mẫu thông báo kết luận hội nghị"));

    public static readonly IReadOnlyList<PaperKind> All = [Programme, Invitation, Minutes, Notice];
}
