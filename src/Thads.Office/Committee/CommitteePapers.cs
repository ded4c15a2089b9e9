using Thads.Office.Documents;
using Thads.Office.Papers;

namespace Thads.Office.Committee;

/// <summary>The papers of a committee: what a template of each may hold, and the one that comes with the program.</summary>
public static class CommitteePapers
{
    private static readonly KnownTag Title = PaperTags.Word("phien-hop", "Tên phiên họp", "Phiên họp quý IV/2020");
    private static readonly KnownTag Opening = PaperTags.Text("mo-dau", "Đoạn mở đầu: thời gian, địa điểm, chủ trì", "Thời gian: … Địa điểm: … Chủ trì: …");
    private static readonly KnownTag Agenda = PaperTags.Table("chuong-trinh", "Chương trình họp", "Chương trình họp");
    private static readonly KnownTag Open = PaperTags.Table("ket-luan-cu", "Kết luận các phiên trước còn mở", "Kết luận các phiên trước chưa thực hiện xong");
    private static readonly KnownTag Conclusions = PaperTags.Table("ket-luan", "Kết luận của phiên họp", "Kết luận của phiên họp");
    private static readonly KnownTag Guests = PaperTags.Table("thanh-phan", "Thành phần dự họp", "Thành phần dự họp");
    private static readonly KnownTag Notes = PaperTags.Text("ghi-nhan", "Những điều biên bản tự ghi: số người dự, tài liệu gửi muộn", "Thành viên dự họp: …");

    private static readonly KnownTag PartOpen = Part("ket-luan-cu", "Phần kết luận cũ; bỏ đi khi không có");
    private static readonly KnownTag PartConclusions = Part("ket-luan", "Phần kết luận; bỏ đi khi không có");

    public static PaperKind Invitation { get; } = new(
        "committee-invitation", "Giấy mời họp Ban chỉ đạo", "GM-BCĐTHADS", [Title, PaperTags.Text("kinh-gui", "Người được mời", "Kính gửi: …"), Opening, Agenda, PaperTags.Text("ket-thuc", "Lời kết", "Trân trọng kính mời./.")],
        tags => new OfficialPaper().Head("GIẤY MỜI", null, "chu:trich-yeu").Place(tags["van:kinh-gui"]).Place(tags["van:mo-dau"]).Place(tags["bang:chuong-trinh"]).Place(tags["van:ket-thuc"])
            .Foot(tags["van:noi-nhan"]).ToFile("Giấy mời họp Ban chỉ đạo"));

    public static PaperKind Pack { get; } = new(
        "committee-agenda", "Chương trình và tài liệu họp Ban chỉ đạo", "CTr-BCĐTHADS", [Title, Opening, Agenda, Open, PartOpen],
        tags => new OfficialPaper().Head("CHƯƠNG TRÌNH", null, "chu:trich-yeu").Place(tags["van:mo-dau"]).Place(tags["bang:chuong-trinh"]).Part("phan:ket-luan-cu", part => part.Place(tags["bang:ket-luan-cu"]))
            .Foot(tags["van:noi-nhan"]).ToFile("Chương trình họp Ban chỉ đạo"));

    public static PaperKind Sheet { get; } = new(
        "committee-matter", "Phiếu tóm tắt việc đưa ra Ban chỉ đạo", "PTT-BCĐTHADS",
        [
            Title, PaperTags.Table("viec", "Nội dung việc thi hành án", "Tóm tắt việc"), PaperTags.Table("dien-bien", "Các bước và sự kiện gần nhất", "Diễn biến gần nhất"),
            PaperTags.Table("nhiem-vu", "Kết luận, nhiệm vụ về việc này", "Kết luận, nhiệm vụ"), PaperTags.Text("de-nghi", "Nội dung đưa ra phiên họp", "Nội dung đề nghị Ban chỉ đạo cho ý kiến: …"),
            Part("nhiem-vu", "Phần kết luận, nhiệm vụ; bỏ đi khi không có"),
        ],
        tags => new OfficialPaper().Head("PHIẾU TÓM TẮT VIỆC", null, "chu:trich-yeu").Place(tags["bang:viec"]).Place(tags["bang:dien-bien"]).Part("phan:nhiem-vu", part => part.Place(tags["bang:nhiem-vu"]))
            .Place(tags["van:de-nghi"]).ToFile("Phiếu tóm tắt việc"));

    public static PaperKind AttendanceSheet { get; } = new(
        "committee-attendance", "Danh sách dự họp Ban chỉ đạo", "DS-BCĐTHADS", [Title, Opening, Guests],
        tags => new OfficialPaper().Head("DANH SÁCH DỰ HỌP", null, "chu:trich-yeu").Place(tags["van:mo-dau"]).Place(tags["bang:thanh-phan"]).Foot(tags["van:noi-nhan"]).ToFile("Danh sách dự họp"));

    public static PaperKind Minutes { get; } = new(
        "committee-minutes", "Biên bản họp Ban chỉ đạo", "BB-BCĐTHADS", [Title, Opening, Guests, Notes, PaperTags.Text("dien-bien", "Nội dung theo từng mục của chương trình", "1. …"), Open, Conclusions, PartConclusions, Part("dien-bien", "Phần nội dung phiên họp; bỏ đi khi không có")],
        tags => new OfficialPaper().Head("BIÊN BẢN", null, "chu:trich-yeu").Place(tags["van:mo-dau"]).Place(tags["bang:thanh-phan"]).Place(tags["van:ghi-nhan"])
            .Part("phan:dien-bien", part => part.Heading(1, "NỘI DUNG PHIÊN HỌP").Place(tags["van:dien-bien"]).Place(tags["bang:ket-luan-cu"]))
            .Part("phan:ket-luan", part => part.Heading(1, "KẾT LUẬN").Place(tags["bang:ket-luan"])).Foot(tags["van:noi-nhan"]).ToFile("Biên bản họp Ban chỉ đạo"));

    public static PaperKind Notice { get; } = new(
        "committee-notice", "Thông báo kết luận phiên họp Ban chỉ đạo", "TB-BCĐTHADS", [Title, Opening, Conclusions, Open, PartOpen],
        tags => new OfficialPaper().Head("THÔNG BÁO", null, "chu:trich-yeu").Place(tags["van:mo-dau"]).Place(tags["bang:ket-luan"]).Part("phan:ket-luan-cu", part => part.Place(tags["bang:ket-luan-cu"]))
            .Foot(tags["van:noi-nhan"]).ToFile("Thông báo kết luận"));

    public static PaperKind Report { get; } = new(
        "committee-report", "Báo cáo hoạt động của Ban chỉ đạo", "BC-BCĐTHADS",
        [
            PaperTags.Text("hop", "Các phiên họp trong kỳ", "Trong kỳ, Ban chỉ đạo đã họp … phiên."), PaperTags.Text("tinh-hinh-ket-luan", "Tình hình thực hiện kết luận", "Trong kỳ có … kết luận …"), Conclusions,
            PaperTags.Table("viec-chi-dao", "Việc thuộc diện chỉ đạo", "Việc thuộc diện chỉ đạo"), PaperTags.Text("so-lieu", "Kết quả thi hành án của đơn vị", "Kết quả thi hành án: …"),
            PaperTags.Table("thanh-vien", "Hoạt động của thành viên", "Hoạt động của thành viên"),
            Part("viec-chi-dao", "Phần việc thuộc diện chỉ đạo; bỏ đi khi không có"), Part("so-lieu", "Phần số liệu; bỏ đi khi không có"), Part("thanh-vien", "Phần hoạt động của thành viên; bỏ đi khi không có"),
        ],
        tags => new OfficialPaper().Head("BÁO CÁO", null, "chu:trich-yeu").Heading(1, "CÁC PHIÊN HỌP").Place(tags["van:hop"]).Heading(1, "KẾT LUẬN VÀ VIỆC THỰC HIỆN").Place(tags["van:tinh-hinh-ket-luan"])
            .Place(tags["bang:ket-luan"]).Part("phan:viec-chi-dao", part => part.Heading(1, "VIỆC THUỘC DIỆN CHỈ ĐẠO").Place(tags["bang:viec-chi-dao"]))
            .Part("phan:so-lieu", part => part.Heading(1, "KẾT QUẢ THI HÀNH ÁN").Place(tags["van:so-lieu"])).Part("phan:thanh-vien", part => part.Heading(1, "HOẠT ĐỘNG CỦA THÀNH VIÊN").Place(tags["bang:thanh-vien"]))
            .Foot(tags["van:noi-nhan"]).ToFile("Báo cáo hoạt động của Ban chỉ đạo"));

    private static KnownTag Part(string name, string meaning) => new(new(PlaceKind.Part, name), meaning, "");

    public static IReadOnlyList<PaperKind> All { get; } = [Invitation, Pack, Sheet, AttendanceSheet, Minutes, Notice, Report];
}
