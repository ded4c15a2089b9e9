using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Narrative;

namespace Thads.People;

/// <summary>The texts that the head of the sample office wrote into the yearly report of 2020. Made up, like the whole office.</summary>
internal static class SampleNarrative
{
    private static readonly (string Block, string Text)[] Texts =
    [
        ("tinh-hinh", """
            Địa bàn gồm các xã, thị trấn có dân cư sống rải rác; phần lớn người phải thi hành án làm nông nghiệp hoặc làm thuê ở nơi khác. Lượng việc thụ lý trong năm tiếp tục tăng.
            Từ tháng 02 đến tháng 5/2020, dịch Covid-19 làm hạn chế việc đi lại, gặp gỡ đương sự và tập trung lực lượng.
            """),
        ("phoi-hop", """
            Các xã, thị trấn cử cán bộ cùng chấp hành viên xác minh, mời đương sự đến làm việc và vận động trả nợ theo từng đợt; phần lớn việc thi hành xong không phải cưỡng chế.
            Tại hội nghị tổng kết có năm ý kiến của các xã, thị trấn và ba ý kiến của các phòng, ban. Kiến nghị về thông tin nơi ở mới của người phải thi hành án được ghi nhận để phối hợp với công an xã.
            """),
        ("dot-cao-diem", """
            Đơn vị mở đợt cao điểm từ tháng 6 đến tháng 8, mỗi chấp hành viên đăng ký danh sách việc có thể kết thúc và báo cáo hằng tuần. Số việc giải quyết xong trong các tháng này cao hơn hẳn các tháng không có đợt.
            Năm sau sẽ chọn thời điểm sớm hơn, tránh mùa vụ và tránh dồn việc vào tháng cuối.
            """),
        ("chi-dao", """
            Đơn vị thực hiện chương trình công tác của Cục Thi hành án dân sự tỉnh, nghị quyết của cấp ủy, Hội đồng nhân dân và ý kiến chỉ đạo của Ủy ban nhân dân huyện; Ban chỉ đạo thi hành án dân sự huyện họp xem xét các việc phức tạp.
            """),
        ("khen-thuong", """
            Tập thể và cá nhân của đơn vị được Cục Thi hành án dân sự tỉnh tặng danh hiệu thi đua và giấy khen; Ủy ban nhân dân huyện khen thưởng các tập thể, cá nhân có thành tích trong đợt cao điểm và trong năm, nhiều người trong số đó thuộc các xã, thị trấn và ngành phối hợp.
            """),
        ("uu-diem", """
            Đơn vị vượt cả hai chỉ tiêu được giao: đạt {matters.rate} về việc và {money.rate} về tiền.
            Việc vận động, thuyết phục được làm thường xuyên; số việc phải tổ chức cưỡng chế ít. Hồ sơ được kiểm tra chéo hằng quý, sai sót được sửa ngay trong kỳ.
            """),
        ("han-che", """
            Số tiền có điều kiện nhưng chưa thi hành xong còn {money.carried_over_enforceable}, tập trung ở án tín dụng, ngân hàng.
            Còn {old.matters} thụ lý từ {old.years} năm trở lên chưa kết thúc. Có {event.coercion_put_off} cuộc cưỡng chế đã lên kế hoạch phải hoãn.
            """),
        ("nguyen-nhan", """
            Nguyên nhân khách quan: dịch Covid-19 làm việc gặp gỡ, vận động khó khăn và có lúc không tổ chức cưỡng chế được; tài sản bảo đảm khó bán, giảm giá nhiều lần không có người mua; một số người phải thi hành án không còn ở địa phương.
            Nguyên nhân chủ quan: có hồ sơ chậm xác minh lại; việc phối hợp với các tổ chức tín dụng trong định giá còn lúng túng.
            """),
        ("phuong-huong", """
            Tập trung thi hành các việc có điều kiện ngay từ tháng đầu năm; lập kế hoạch riêng cho án tín dụng, ngân hàng, làm việc với từng tổ chức tín dụng mỗi quý.
            Rà soát toàn bộ việc tồn lâu năm, xác minh lại điều kiện thi hành và chuyển theo dõi riêng khi đủ căn cứ.
            Mở đợt cao điểm vào thời điểm phù hợp; phối hợp với các xã, thị trấn trong vận động, thuyết phục.
            Bồi dưỡng nghiệp vụ, đạo đức nghề nghiệp cho chấp hành viên; tự kiểm tra hằng quý, sửa sai sót đến cùng.
            Thực hiện kế hoạch phòng, chống tham nhũng, thực hành tiết kiệm, chống lãng phí của đơn vị.
            """),
        ("kien-nghi", """
            Đề nghị Cục Thi hành án dân sự tỉnh bổ sung biên chế chấp hành viên do số việc bình quân ở mức cao.
            Đề nghị Ủy ban nhân dân các xã, thị trấn cung cấp kịp thời thông tin về tài sản, nơi ở của người phải thi hành án.
            """),
    ];

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        foreach (var (block, text) in Texts)
        {
            await using var work = new Work(database, Person.Operator("mẫu"), clock);
            await SaveText.RunAsync(new(FoundingDistrict.Unit, FoundingDistrict.Year, 12, block, text), work, ct);
        }
    }
}
