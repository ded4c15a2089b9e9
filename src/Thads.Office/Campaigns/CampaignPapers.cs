using Thads.Office.Documents;
using Thads.Office.Papers;

namespace Thads.Office.Campaigns;

/// <summary>The papers of a campaign: plan, bulletin of a day, closing report.</summary>
public static class CampaignPapers
{
    /// <summary>Kế hoạch.</summary>
    public static PaperKind Plan { get; } = new(
        "campaign-plan", "Kế hoạch đợt cao điểm", "KH-CCTHADS",
        [
            PaperTags.Text("muc-dich", "Mục đích, yêu cầu", "Giải quyết dứt điểm các việc có điều kiện thi hành án …"), PaperTags.Text("pham-vi", "Thời gian, phạm vi, danh sách", "Thời gian: từ ngày … đến ngày …"),
            PaperTags.Table("chi-tieu", "Chỉ tiêu của từng đơn vị, cán bộ", "Chỉ tiêu của đợt"), PaperTags.Text("phoi-hop", "Cơ quan phối hợp và tổ chức thực hiện", "Chỉ đạo chung: …"),
        ],
        tags => new OfficialPaper().Head("KẾ HOẠCH", null, "chu:trich-yeu").Heading(1, "MỤC ĐÍCH, YÊU CẦU").Place(tags["van:muc-dich"]).Heading(1, "THỜI GIAN, PHẠM VI").Place(tags["van:pham-vi"])
            .Heading(1, "CHỈ TIÊU").Place(tags["bang:chi-tieu"]).Heading(1, "TỔ CHỨC THỰC HIỆN").Place(tags["van:phoi-hop"]).Foot(tags["van:noi-nhan"]).ToFile("Kế hoạch đợt cao điểm"));

    /// <summary>Bản tin của một ngày.</summary>
    public static PaperKind Bulletin { get; } = new(
        "campaign-bulletin", "Bản tin tiến độ đợt cao điểm", "BC-CCTHADS",
        [
            PaperTags.Text("tinh-hinh", "Kết quả đến hết ngày, so với nhịp đều", "Đến hết ngày …"), PaperTags.Table("tien-do", "Tiến độ của từng cán bộ", "Tiến độ theo chấp hành viên"),
            PaperTags.Table("dia-ban", "Tiến độ theo xã, thị trấn", "Tiến độ theo địa bàn"), PaperTags.Text("nhat-ky", "Nhật ký của bảy ngày gần nhất", "Ngày …: …"),
        ],
        tags => new OfficialPaper().Head("BẢN TIN", null, "chu:trich-yeu").Heading(1, "KẾT QUẢ").Place(tags["van:tinh-hinh"]).Place(tags["bang:tien-do"]).Place(tags["bang:dia-ban"])
            .Heading(1, "NHẬT KÝ").Place(tags["van:nhat-ky"]).Foot(tags["van:noi-nhan"]).ToFile("Bản tin tiến độ đợt cao điểm"));

    /// <summary>Báo cáo kết thúc.</summary>
    public static PaperKind Closing { get; } = new(
        "campaign-closing", "Báo cáo kết thúc đợt cao điểm", "BC-CCTHADS",
        [
            PaperTags.Text("ket-qua", "Kết quả của đợt", "Trong đợt đã giải quyết xong …"), PaperTags.Table("tien-do", "Kết quả của từng cán bộ", "Kết quả theo chấp hành viên"),
            PaperTags.Table("thang", "Các tháng trong năm và cùng kỳ các năm", "Số việc giải quyết xong theo tháng"), PaperTags.Table("cach-thuc", "Kết quả theo cách thức", "Kết quả theo cách thức thi hành"),
            PaperTags.Table("dia-ban", "Kết quả theo xã, thị trấn", "Kết quả theo địa bàn"), PaperTags.Text("so-sanh", "So sánh và phần do đợt", "So với …"),
            PaperTags.Text("quay-lai", "Việc quay lại trong 90 ngày", "Trong số việc đã xong …"), PaperTags.Text("uu-diem", "Điều làm được", "…"), PaperTags.Text("kinh-nghiem", "Bài học kinh nghiệm", "…"),
        ],
        tags => new OfficialPaper().Head("BÁO CÁO", null, "chu:trich-yeu").Heading(1, "KẾT QUẢ").Place(tags["van:ket-qua"]).Place(tags["bang:tien-do"]).Place(tags["bang:cach-thuc"]).Place(tags["bang:dia-ban"])
            .Heading(1, "ĐỢT CAO ĐIỂM MANG LẠI GÌ").Place(tags["bang:thang"]).Place(tags["van:so-sanh"]).Place(tags["van:quay-lai"])
            .Heading(1, "ĐÁNH GIÁ").Heading(2, "Điều làm được").Place(tags["van:uu-diem"]).Heading(2, "Bài học kinh nghiệm").Place(tags["van:kinh-nghiem"])
            .Foot(tags["van:noi-nhan"]).ToFile("Báo cáo kết thúc đợt cao điểm"));

    public static IReadOnlyList<PaperKind> All { get; } = [Plan, Bulletin, Closing];
}
