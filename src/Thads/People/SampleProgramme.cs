using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Programme;
using Thads.Office.Tasks;

namespace Thads.People;

/// <summary>
/// Two programmes of work of the sample district: that of 2020, mostly done, and that of 2021, drafted from what was open after the conference and adopted. With self-checks, training, and three mistakes, one
/// of which is still to be mended. Made up; recorded late.
/// </summary>
internal static class SampleProgramme
{
    private const string Unit = FoundingDistrict.Unit;
    private const int Year = FoundingDistrict.Year;

    /// <summary>DoneOn null = still open.</summary>
    private static readonly (string Heading, string Says, string Owner, DateOnly Due, DateOnly? DoneOn, string Proof)[] Of2020 =
    [
        ("targets", "Giải quyết xong trên 80 % số việc có điều kiện thi hành", "unit:D05", new(2020, 9, 30), new(2020, 9, 30), "Báo cáo 12 tháng: 3.420/4.029 việc, 84,88 %"),
        ("targets", "Giải quyết xong trên 38 % số tiền có điều kiện thi hành", "unit:D05", new(2020, 9, 30), new(2020, 9, 30), "Báo cáo 12 tháng: 54,75 %"),
        ("campaign", "Mở đợt cao điểm thi hành án trong quý III", "unit:D05", new(2020, 8, 31), new(2020, 8, 31), "Kế hoạch và báo cáo đợt cao điểm tháng 6 – 8"),
        ("long-standing", "Lập kế hoạch giải quyết từng việc tồn lâu năm", "officer:CHV01", new(2020, 3, 31), new(2020, 4, 24), "Danh sách được duyệt ngày 24/04/2020"),
        ("bank-credit", "Họp với các tổ chức tín dụng về tài sản bảo đảm", "officer:CHV02", new(2020, 6, 30), new(2020, 6, 19), "Biên bản họp ngày 19/06/2020"),
        ("anti-corruption", "Kế hoạch phòng, chống tham nhũng của cơ quan", "officer:LD03", new(2019, 12, 31), new(2019, 12, 20), "Kế hoạch số 12/KH-CCTHADS"),
        ("thrift", "Chương trình thực hành tiết kiệm, chống lãng phí", "officer:KT01", new(2019, 12, 31), new(2019, 12, 27), "Chương trình số 14/CTr-CCTHADS"),
        ("training", "Tập huấn kỹ năng và đạo đức công vụ cho chấp hành viên, mỗi quý một buổi", "officer:LD03", new(2020, 9, 30), new(2020, 9, 25), "Danh sách dự và kết quả ba buổi; một buổi hoãn do dịch"),
        ("self-check", "Tự kiểm tra hồ sơ, sổ sách, tiền và tang vật", "officer:LD02", new(2020, 9, 30), new(2020, 9, 18), "Biên bản tự kiểm tra bốn quý"),
        ("coordination", "Ký quy chế phối hợp với các xã, thị trấn", "unit:D05", new(2020, 6, 30), null, ""),
    ];

    private static readonly (SelfCheckKind Kind, string Subject, DateOnly On, string Leader, string Participants, string? Result, string? CalledOff)[] Checks =
    [
        (SelfCheckKind.Check, "Sổ sách, quỹ tiền mặt quý I", new(2019, 12, 18), "Mẫu Văn Trưởng đoàn", "5 người", "Khớp sổ; một biên lai ghi thiếu họ tên, đã bổ sung", null),
        (SelfCheckKind.Check, "Hồ sơ thi hành án quý II", new(2020, 3, 25), "Mẫu Văn Trưởng đoàn", "6 người", "Xem 40 hồ sơ; hai hồ sơ chậm xác minh", null),
        (SelfCheckKind.Training, "Kỹ năng vận động, thuyết phục", new(2020, 2, 20), "Mẫu Thị Giảng viên", "7 chấp hành viên, 2 thư ký", "Đạt yêu cầu 9/9", null),
        (SelfCheckKind.Training, "Đạo đức công vụ, kỷ luật", new(2020, 4, 15), "Mẫu Thị Giảng viên", "", null, "Dịch Covid-19, giãn cách xã hội"),
        (SelfCheckKind.Check, "Kho vật chứng, tang vật quý III", new(2020, 6, 24), "Mẫu Văn Trưởng đoàn", "5 người", "Khớp sổ kho", null),
        (SelfCheckKind.Training, "Đạo đức công vụ, kỷ luật (bù)", new(2020, 7, 16), "Mẫu Thị Giảng viên", "7 chấp hành viên", "Đạt yêu cầu 7/7", null),
        (SelfCheckKind.Check, "Hồ sơ trước khi chốt năm", new(2020, 9, 18), "Mẫu Văn Trưởng đoàn", "6 người", "Xem 60 hồ sơ; một quyết định ghi sai số bản án", null),
        (SelfCheckKind.Training, "Kỹ năng kê biên, định giá", new(2020, 9, 25), "Mẫu Thị Giảng viên", "7 chấp hành viên, 3 thư ký", "Đạt yêu cầu 10/10", null),
        (SelfCheckKind.Check, "Sổ sách, quỹ tiền mặt quý I/2021", new(2020, 12, 16), "Mẫu Văn Trưởng đoàn", "", null, null),
        (SelfCheckKind.Training, "Kỹ năng giải quyết án tín dụng, ngân hàng", new(2020, 12, 9), "Mẫu Thị Giảng viên", "", null, null),
    ];

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        var by = new SampleWork(database, clock);
        await by.DoAsync(work => DraftProgramme.RunAsync(new(Unit, Year, IsEmpty: true), work, ct));
        foreach (var (heading, says, owner, due, _, _) in Of2020)
        {
            await by.DoAsync(work => KeepProgrammeItem.RunAsync(new(Unit, Year, null, heading, says, null, SampleConference.Owner(owner), due), work, ct));
        }

        await by.DoAsync(work => AdoptProgramme.RunAsync(new(Unit, Year, "31/QĐ-CCTHADS", "Chi cục trưởng Chi cục THADS huyện Mẫu Năm", new(2019, 11, 15)), work, ct));
        var adopted = (await by.AskAsync(work => ReadProgramme.OfAsync(Unit, Year, work, ct)))!;
        foreach (var (_, says, _, _, done, proof) in Of2020)
        {
            if (done is { } on)
            {
                var task = adopted.Items.First(item => item.Says == says).Task!.Id;
                await by.DoAsync(work => ReportTaskDone.RunAsync(new(task, on, proof), work, ct));
            }
        }

        foreach (var (kind, subject, on, leader, participants, result, off) in Checks)
        {
            await by.DoAsync(work => KeepSelfCheck.RunAsync(new(Unit, null, kind, subject, on, leader, participants, result is null ? null : on, result, off), work, ct));
        }

        await MistakesAsync(by, ct);
        await by.DoAsync(work => DraftProgramme.RunAsync(new(Unit, Year + 1), work, ct));
        await by.DoAsync(work => AdoptProgramme.RunAsync(new(Unit, Year + 1, "45/QĐ-CCTHADS", "Chi cục trưởng Chi cục THADS huyện Mẫu Năm", new(2020, 11, 9)), work, ct));
    }

    private static async Task MistakesAsync(SampleWork by, CancellationToken ct)
    {
        var mended = await RecordAsync(new(2019, 12, 18), 1, "Một biên lai ghi thiếu họ tên người nộp", "Thủ quỹ mẫu", "Không", "Bổ sung biên lai, có xác nhận của người nộp", new(2019, 12, 25));
        await by.DoAsync(work => ReportTaskDone.RunAsync(new(mended, new(2019, 12, 20), "Biên lai bổ sung, người nộp ký xác nhận ngày 20/12/2019"), work, ct));
        var late = await RecordAsync(new(2020, 3, 25), 2, "Hai hồ sơ chậm xác minh điều kiện thi hành án", "Chấp hành viên được giao", "Chậm phân loại hai việc", "Xác minh và phân loại lại hai việc", new(2020, 4, 10));
        await by.DoAsync(work => ReportTaskDone.RunAsync(new(late, new(2020, 4, 28), "Biên bản xác minh ngày 28/04/2020; chậm do giãn cách"), work, ct));
        _ = await RecordAsync(new(2020, 9, 18), 7, "Một quyết định thi hành án ghi sai số bản án", "Thư ký soạn thảo", "Phải sửa đổi quyết định", "Ra quyết định sửa đổi, thông báo cho đương sự", new(2020, 11, 20));

        async Task<long> RecordAsync(DateOnly on, int check, string says, string made, string consequence, string mending, DateOnly due) => await by.AskAsync(work => RecordMistake.RunAsync(
            new(Unit, on, FoundBy.SelfCheck, check, "Đoàn tự kiểm tra mẫu", made, null, says, consequence, new(mending, new(Officer: "LD03"), due)), work, ct));
    }
}
