using System.Globalization;
using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Tasks;

namespace Thads.People;

/// <summary>What the sample office asked its partners in 2020, what it was told to do, and what it was asked for. Made up, like the whole office; recorded late, on the sample's day.</summary>
internal sealed class SampleCoordination
{
    private const string Unit = FoundingDistrict.Unit;
    private static readonly DateOnly Today = FoundingDistrict.Today;
    private readonly Database _database;
    private readonly OfficeClock _clock;
    private readonly CancellationToken _ct;
    private int _sent;

    private SampleCoordination(Database database, OfficeClock clock, CancellationToken ct) => (_database, _clock, _ct) = (database, clock, ct);

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        var sample = new SampleCoordination(database, clock, ct);
        await sample.RequestsAsync();
        await sample.DirectionsAsync();
        await sample.PetitionsAsync();
        await SamplePlans.CreateAsync(database, clock, ct);
    }

    /// <summary>Two to each commune, and those to police, banks, registry and departments: most answered in time, some late, a few overdue.</summary>
    private async Task RequestsAsync()
    {
        var matters = await MattersAsync("m.credit_institution = 0");
        var loans = await MattersAsync("m.credit_institution = 1");
        for (var commune = 1; commune <= 15; commune++)
        {
            var partner = string.Create(CultureInfo.InvariantCulture, $"UB-X{commune:00}");
            await AskAsync(partner, "verify", new(2019, 11, 4 + commune), 12, 4 + (commune % 6), "Cử cán bộ tư pháp – hộ tịch cùng xác minh điều kiện thi hành án tại địa phương, xác nhận biên bản (ví dụ).", matters[commune]);
            if (commune < 15)
            {
                // The fifteenth was merged into the fourteenth on 1 February.
                await AskAsync(partner, "persuade", new(2020, 6, 1 + commune), 20, commune % 5 == 0 ? 27 : 8 + commune % 7, "Phối hợp vận động người phải thi hành án tự nguyện trong đợt cao điểm tháng 6 đến tháng 8 (ví dụ).", matters[20 + commune]);
            }
        }

        foreach (var (month, day, kind) in new[] { (11, 12, "police-exchange"), (3, 4, "police-exchange"), (3, 18, "police-plan"), (7, 7, "police-exchange"), (7, 20, "police-plan"), (8, 11, "police-plan") })
        {
            var on = new DateOnly(month == 11 ? 2019 : 2020, month, day);
            await AskAsync("CA", kind, on, null, month == 8 ? 9 : 2, "Trao đổi về việc bảo vệ cưỡng chế, bố trí lực lượng (ví dụ).", loans[month]);
        }

        for (var bank = 1; bank <= 5; bank++)
        {
            var partner = string.Create(CultureInfo.InvariantCulture, $"NH{bank}");
            await AskAsync(partner, "asset-information", new(2020, 2, 10 + bank), null, bank == 4 ? 12 : 2, "Cung cấp số dư tài khoản, tài sản bảo đảm còn lại của người phải thi hành án (ví dụ).", loans[10 + bank]);
            await AskAsync(partner, "asset-information", new(2020, 10, 26), null, bank <= 2 ? null : 3, "Cung cấp thông tin khoản vay, tài sản bảo đảm để kê biên bổ sung (ví dụ).", loans[20 + bank]);
        }

        for (var i = 0; i < 8; i++)
        {
            await AskAsync("VPDK", "land-information", new DateOnly(2020, 1, 8).AddMonths(i).AddDays(i), null, i is 3 or 6 ? 16 : 3, "Cung cấp thông tin thửa đất, tình trạng đăng ký biến động (ví dụ).", loans[30 + i]);
        }

        await AskAsync("PTNMT", "revoke-certificate", new(2020, 9, 22), 40, null, "Thu hồi, cấp lại giấy chứng nhận cho người mua tài sản trúng đấu giá (ví dụ).", loans[40]);
        await AskAsync("PTNMT", "land-information", new(2020, 11, 4), null, null, "Xác định ranh giới thửa đất trước khi kê biên (ví dụ).", loans[41]);
        await AskAsync("BHXH", "income-information", new(2020, 5, 12), null, 3, "Cung cấp thông tin thu nhập để khấu trừ (ví dụ).", matters[50]);
        await AskAsync("BHXH", "income-information", new(2020, 11, 9), null, null, "Cung cấp thông tin thu nhập để khấu trừ (ví dụ).", matters[51]);
        await AskAsync("KBNN", "asset-information", new(2020, 4, 14), null, 2, "Đối chiếu khoản nộp ngân sách nhà nước (ví dụ).", matters[52]);
        await AskAsync("PTC", "other", new(2020, 8, 18), 10, 9, "Cử người tham gia hội đồng xử lý tang vật (ví dụ).", null);
        await AskAsync("MTTQ", "persuade", new(2020, 6, 8), 20, 15, "Vận động các hội viên phải thi hành án tự nguyện trong đợt cao điểm (ví dụ).", null);
        await AskAsync("MTTQ", "attend", new(2020, 7, 16), 7, 5, "Cử đại diện chứng kiến cưỡng chế (ví dụ).", loans[42]);
        await AskAsync("TAND", "explain-judgment", new(2020, 5, 19), null, 13, "Giải thích phần quyết định về nghĩa vụ liên đới (ví dụ).", matters[53]);
        var withdrawn = await AskAsync("TAND", "explain-judgment", new(2020, 10, 12), null, null, "Đính chính số tiền án phí trong bản án (ví dụ).", matters[54]);
        await DoAsync(work => WithdrawRequest.RunAsync(new(withdrawn, new(2020, 10, 20), "Bản án gốc ghi đúng, bản sao ghi nhầm (ví dụ)."), work, _ct));
    }

    /// <param name="askedAfter">Days after which an answer is asked for, where the law sets no number.</param>
    /// <param name="answeredAfter">Days to the answer; null = none came.</param>
    private async Task<long> AskAsync(string partner, string kind, DateOnly on, int? askedAfter, int? answeredAfter, string what, string? matter)
    {
        var calendar = WorkingCalendar.OfVietNam;
        on = calendar.After(on.AddDays(-1), 1)!.Value;
        DateOnly? asked = askedAfter is { } days ? on.AddDays(days) : null;
        var number = string.Create(CultureInfo.InvariantCulture, $"{++_sent + 100}/CCTHADS-NV");
        var id = await AskAsync(work => AskPartner.RunAsync(new(Unit, partner, kind, what, number, on, RequestChannel.Letter, asked, matter is null ? [] : [matter]), work, _ct));
        if (answeredAfter is { } after && on.AddDays(after) <= Today)
        {
            await DoAsync(work => AnswerRequest.RunAsync(
                new(id, on.AddDays(after), string.Create(CultureInfo.InvariantCulture, $"{_sent * 3}/{partner.Replace("UB-", "UBND-", StringComparison.Ordinal)}"), "Đã thực hiện, gửi kèm kết quả (ví dụ).", _sent % 6 != 0), work, _ct));
        }
        else if (answeredAfter is null && asked is null && on.AddDays(10) < Today)
        {
            await DoAsync(work => RemindPartner.RunAsync(new(id, on.AddDays(9), null, "Đã điện thoại đôn đốc (ví dụ)."), work, _ct));
        }

        return id;
    }

    private async Task DirectionsAsync()
    {
        var largest = await MattersAsync("m.credit_institution = 1", byAmount: true);
        var old = await ReceiveAsync("CTHADS", "45/CTHADS-NV", new(2020, 2, 17), "Rà soát, phân loại án tồn đọng nhiều năm; lập kế hoạch giải quyết từng việc (ví dụ).", new(2020, 3, 16), "long-standing", [],
            Task("Lập danh sách và kế hoạch giải quyết án tồn từ 10 năm", "CHV02", new(2020, 3, 10)));
        await AnswerAsync(old, new(2020, 3, 12), "31/BC-CCTHADS", "Đã rà soát và lập kế hoạch (ví dụ).", doneOn: new(2020, 3, 9));
        await DoAsync(work => CloseReceived.RunAsync(new(old, new(2020, 3, 20), "Đã báo cáo"), work, _ct));
        await ReceiveAsync("CTHADS", "288/CTHADS-NV", new(2020, 10, 14), "Tập trung giải quyết án tín dụng, ngân hàng có giá trị lớn ngay từ đầu năm 2021 (ví dụ).", new(2020, 11, 27), "banks", largest[..3],
            Task("Làm việc với từng ngân hàng về tài sản bảo đảm còn lại", "CHV08", new(2020, 11, 6)), Task("Lập kế hoạch kê biên, xử lý tài sản của các việc được nêu", "CHV01", new(2020, 11, 20)));
        await ReceiveAsync("HU", "87-CV/HU", new(2020, 6, 3), "Lãnh đạo, chỉ đạo các ngành, các xã phối hợp thi hành dứt điểm các việc lớn, phức tạp (ví dụ).", new(2020, 11, 5), "large-complex", largest[3..6],
            Task("Báo cáo Huyện ủy tiến độ từng việc được nêu", "LD02", new(2020, 11, 3)));
        var council = await ReceiveAsync("HDND", "23/HĐND-VP", new(2020, 7, 14), "Giải trình kết quả thi hành án tín dụng, ngân hàng tại kỳ họp giữa năm (ví dụ).", new(2020, 7, 31), "banks", [], Task("Chuẩn bị báo cáo giải trình", "TH01", new(2020, 7, 24)));
        await AnswerAsync(council, new(2020, 8, 4), "142/BC-CCTHADS", "Đã giải trình, có số liệu từng ngân hàng kèm theo (ví dụ).", doneOn: new(2020, 7, 24));
        var committee = await ReceiveAsync("UBND", "410/UBND-NC", new(2020, 4, 2), "Tạm dừng việc tập trung đông người, kể cả cưỡng chế, trong thời gian giãn cách (ví dụ).", new(2020, 4, 10), null, [], Task("Rà soát, hoãn các cuộc cưỡng chế đã định", "CHV07", new(2020, 4, 8)));
        await AnswerAsync(committee, new(2020, 4, 9), "58/CCTHADS-NV", "Đã hoãn các cuộc cưỡng chế định tổ chức trong tháng 4 (ví dụ).", doneOn: new(2020, 4, 7));
        await DoAsync(work => CloseReceived.RunAsync(new(committee, new(2020, 5, 4)), work, _ct));
    }

    private async Task PetitionsAsync()
    {
        foreach (var (commune, at, on, text, officer, days, answeredAfter) in new (string, RaisedAt, DateOnly, string, string, int, int?)[]
        {
            ("X01", RaisedAt.Meeting, new(2020, 1, 15), "Gửi trước danh sách người phải thi hành án để xã chủ động vận động (ví dụ).", "CHV01", 15, 9), ("X03", RaisedAt.Letter, new(2020, 5, 11), "Báo trước ít nhất một tuần khi mời xã tham gia xác minh (ví dụ).", "CHV09", 15, 12),
            ("X06", RaisedAt.Letter, new(2020, 6, 22), "Thông báo kết quả thi hành án của các hộ trên địa bàn để xã theo dõi (ví dụ).", "TH01", 15, 24), ("X09", RaisedAt.Meeting, new(2020, 8, 26), "Hướng dẫn xã niêm yết việc chưa có điều kiện thi hành (ví dụ).", "CHV10", 20, 15),
            ("X12", RaisedAt.Letter, new(2020, 10, 5), "Giải quyết dứt điểm việc giao đất kéo dài tại ấp Mẫu (ví dụ).", "CHV11", 30, null), ("X14", RaisedAt.Meeting, new(2020, 10, 21), "Tập huấn nghiệp vụ phối hợp cho cán bộ tư pháp xã sau sáp nhập (ví dụ).", "LD03", 30, null),
        })
        {
            var id = await AskAsync(work => RecordReceived.RunAsync(
                new(ReceivedKind.Petition, Unit, "UB-" + commune, at == RaisedAt.Letter ? "15/UBND-" + commune : null, on, on, text, at, DueOn: on.AddDays(days), Tasks: [Task("Giải quyết kiến nghị", officer, on.AddDays(days))]), work, _ct));
            if (answeredAfter is { } after)
            {
                await AnswerAsync(id, on.AddDays(after), string.Create(CultureInfo.InvariantCulture, $"{60 + id}/CCTHADS-NV"), "Đã tiếp thu và thực hiện (ví dụ).", doneOn: on.AddDays(after));
            }
        }

        var land = await AskAsync(work => RecordReceived.RunAsync(
            new(ReceivedKind.Petition, Unit, "UB-X08", "22/UBND-X08", new(2020, 9, 9), new(2020, 9, 10), "Sớm điều chỉnh ranh giới thửa đất chồng lấn để thi hành án (ví dụ).", RaisedAt.Letter, DueOn: new(2020, 10, 9), Tasks: [Task("Theo dõi kết quả của Phòng Tài nguyên và Môi trường", "CHV07", new(2020, 10, 9))]), work, _ct));
        await DoAsync(work => PassOnPetition.RunAsync(new(land, new(2020, 9, 16), "PTNMT", "131/CCTHADS-NV", "Thuộc thẩm quyền ngành tài nguyên và môi trường (ví dụ)."), work, _ct));
    }

    private static GiveTask.Item Task(string text, string officer, DateOnly due) => new(text + " (ví dụ)", new TaskOwner(Officer: officer), due);

    private Task<long> ReceiveAsync(string from, string number, DateOnly on, string text, DateOnly due, string? list, IReadOnlyList<string> matters, params GiveTask.Item[] tasks) =>
        AskAsync(work => RecordReceived.RunAsync(new(ReceivedKind.Direction, Unit, from, number, on, on.AddDays(1), text, WatchList: list, DueOn: due, Matters: matters, Tasks: tasks), work, _ct));

    /// <summary>Answers, and reports its tasks done.</summary>
    private async Task AnswerAsync(long id, DateOnly on, string number, string text, DateOnly doneOn)
    {
        await DoAsync(work => AnswerReceived.RunAsync(new(id, on, number, text), work, _ct));
        foreach (var task in (await AskAsync(work => ReadReceived.OneAsync(id, work, _ct))).Tasks)
        {
            await DoAsync(work => ReportTaskDone.RunAsync(new(task.Id, doneOn, $"Văn bản {number} (ví dụ)"), work, _ct));
        }
    }

    /// <summary>Codes of live matters of the district.</summary>
    private async Task<List<string>> MattersAsync(string which, bool byAmount = false) => await AskAsync(async work => await (await work.ConnectAsync(_ct)).ListAsync(
        $"""
        SELECT m.code FROM matter m JOIN matter_now n ON n.matter_id = m.id JOIN unit u ON u.id = n.unit_id
        WHERE {which} AND n.state BETWEEN 1 AND 6 AND u.code = @unit AND n.officer_id IS NOT NULL
        ORDER BY {(byAmount ? "(SELECT sum(o.amount) FROM obligation o WHERE o.matter_id = m.id) DESC, " : "")}m.code LIMIT 80
        """, r => r.GetString(0), _ct, ("unit", Unit)));

    private async Task DoAsync(Func<Work, Task> act)
    {
        await using var work = new Work(_database, Person.Operator("mẫu") with { FullName = "Thư ký Mẫu 01" }, _clock);
        await act(work);
    }

    private async Task<T> AskAsync<T>(Func<Work, Task<T>> ask)
    {
        await using var work = new Work(_database, Person.Operator("mẫu") with { FullName = "Thư ký Mẫu 01" }, _clock);
        return await ask(work);
    }
}
