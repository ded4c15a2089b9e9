using System.Text;
using Thads.Office.Acts;
using Thads.Office.Attachments;
using Thads.Office.Conferences;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.People;

/// <summary>
/// The conference of the sample district on its year 2020, held on 6 November: five contributions by communes, three by departments, the results of the province, directions, and conclusions for 2021.
/// Everybody in it is made up; it was recorded when it was over.
/// </summary>
internal static class SampleConference
{
    private const string Unit = FoundingDistrict.Unit;
    private static readonly DateOnly Day = new(2020, 11, 6);

    private static readonly string[] Bodies = ["TAND", "VKS", "CA", "PTNMT", "PTC", "MTTQ", "KBNN", "BHXH"];

    private static readonly (string Title, int Minutes, string Speaker)[] Agenda =
    [
        ("Ổn định tổ chức, tuyên bố lý do, giới thiệu đại biểu", 15, "Thư ký hội nghị"), ("Báo cáo tổng kết công tác thi hành án dân sự năm 2020, phương hướng năm 2021", 30, "Chi cục trưởng"),
        ("Báo cáo kết quả đợt cao điểm tháng 6 – 8/2020", 15, "Phó Chi cục trưởng"), ("Tham luận của các xã, thị trấn và các ngành", 60, "Các đơn vị"), ("Ý kiến chỉ đạo của cấp trên", 30, "Lãnh đạo tỉnh, huyện"),
        ("Công bố quyết định và trao khen thưởng", 20, "Đoàn chủ tọa"), ("Kết luận hội nghị", 15, "Chủ trì"),
    ];

    private static readonly (string Partner, string Speaker, string Topic, ContributionManner Manner)[] Contributions =
    [
        ("X01", "Mẫu Văn Một", "Kinh nghiệm vận động người phải thi hành án tự nguyện ở xã", ContributionManner.Spoken), ("X03", "Mẫu Thị Ba", "Phát huy tổ hòa giải trong thi hành án dân sự", ContributionManner.Spoken),
        ("X05", "Mẫu Văn Năm", "Phối hợp xác minh điều kiện thi hành án tại địa bàn", ContributionManner.Spoken), ("X08", "Mẫu Thị Tám", "Huy động đoàn thể tham gia vận động trong đợt cao điểm", ContributionManner.Spoken),
        ("X12", "Mẫu Văn Hai", "Chuẩn bị và bảo vệ cưỡng chế giao đất tại xã", ContributionManner.Written), ("CA", "Mẫu Văn An", "Công an huyện phối hợp bảo vệ cưỡng chế", ContributionManner.Spoken),
        ("PTNMT", "Mẫu Thị Bình", "Cung cấp thông tin, đo đạc tài sản là quyền sử dụng đất", ContributionManner.Spoken), ("PTC", "Mẫu Văn Cường", "Phối hợp định giá, xử lý tang vật, tài sản sung công", ContributionManner.Written),
    ];

    private static readonly (string Partner, string SaidBy, string Text, string Owner, DateOnly Due)[] Directions =
    [
        ("CTHADS", "Cục trưởng Cục Thi hành án dân sự tỉnh Ví Dụ", "Giải quyết dứt điểm việc tồn lâu năm có điều kiện, báo cáo từng việc theo quý", "unit:D05", new(2021, 3, 31)),
        ("HU", "Thường trực Huyện ủy Mẫu Năm", "Đưa kết quả thi hành án vào tiêu chí đánh giá công tác của xã, thị trấn", "partner:HU", new(2021, 1, 31)),
        ("HDND", "Thường trực Hội đồng nhân dân huyện Mẫu Năm", "Giám sát việc thi hành án tín dụng, ngân hàng trên địa bàn", "partner:HDND", new(2021, 6, 30)),
        ("UBND", "Chủ tịch Ủy ban nhân dân huyện Mẫu Năm", "Ban chỉ đạo họp mỗi quý, giải quyết ngay vướng mắc trong cưỡng chế", "partner:UBND", new(2020, 12, 31)),
    ];

    private static readonly (string Text, string Owner, DateOnly Due, string Measure, string Heading)[] Conclusions =
    [
        ("Năm 2021 giải quyết xong trên 80 % số việc và trên 38 % số tiền có điều kiện thi hành", "unit:D05", new(2021, 9, 30), "Biểu 01, 02 của 12 tháng", "targets"),
        ("Lập danh sách và kế hoạch giải quyết từng việc tồn trên năm năm", "unit:D05", new(2020, 12, 31), "Danh sách được Chi cục trưởng duyệt", "long-standing"),
        ("Làm việc với từng tổ chức tín dụng về tài sản bảo đảm của các việc án tín dụng, ngân hàng", "officer:CHV01", new(2021, 1, 31), "Biên bản với từng tổ chức", "bank-credit"),
        ("Đề xuất thời gian đợt cao điểm năm 2021 phù hợp lịch cưỡng chế và dịp Tết", "unit:D05", new(2020, 12, 15), "Tờ trình Ban chỉ đạo", "campaign"),
        ("Xã, thị trấn phân công người theo dõi và vận động từng người phải thi hành án có điều kiện", "partner:UBND", new(2020, 12, 31), "Văn bản phân công của các xã, thị trấn", "coordination"),
        ("Rà soát kế hoạch bảo vệ cưỡng chế các việc đã hoãn do dịch", "partner:CA", new(2020, 11, 30), "Kế hoạch bảo vệ từng việc", "coordination"),
        ("Trả lời dứt điểm các yêu cầu cung cấp thông tin, đo đạc đất đai còn nợ", "partner:PTNMT", new(2020, 11, 30), "Không còn yêu cầu quá hạn", "coordination"),
    ];

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        var by = new SampleWork(database, clock);
        var (tree, partners) = (await by.AskAsync(work => UnitTree.OfAsync(work, ct)), await by.AskAsync(work => PartnerBook.OfAsync(work, ct)));
        var number = await by.AskAsync(work => KeepConference.RunAsync(
            new(null, Unit, FoundingDistrict.Year, "Hội nghị tổng kết công tác thi hành án dân sự năm 2020", Day, "07:30", "Hội trường Ủy ban nhân dân huyện Mẫu Năm", "Hội nghị của văn phòng mẫu: mọi tên đều là ví dụ"), work, ct));
        foreach (var (title, minutes, speaker) in Agenda)
        {
            await by.DoAsync(work => KeepAgendaItem.RunAsync(new(number, null, title, minutes, speaker), work, ct));
        }

        var people = await PeopleAsync(by, number, tree, partners, ct);
        await by.DoAsync(work => InviteToConference.RunAsync(new(number, people, Day.AddDays(-9), ConferenceChannel.Paper), work, ct));
        foreach (var (partner, speaker, topic, manner) in Contributions)
        {
            await by.DoAsync(work => KeepContribution.RunAsync(new(number, null, CodeOf(partners, partner), speaker, topic, null, manner), work, ct));
        }

        await by.DoAsync(work => HoldConference.RunAsync(new(number), work, ct));
        await by.DoAsync(work => TakeAttendance.RunAsync(
            new(number, [.. people.Select((person, i) => i == people.Count - 1 ? new TakeAttendance.Line(person, ConferenceAttendance.Absent) : i == people.Count - 2 ? new(person, ConferenceAttendance.Represented, "Mẫu Thị Thay") : new(person, ConferenceAttendance.Present))]), work, ct));
        await by.DoAsync(work => TellResults.RunAsync(new(number, FoundingDistrict.Province), work, ct));
        foreach (var (partner, said, text, owner, due) in Directions)
        {
            await by.DoAsync(work => RecordSaying.RunAsync(new(number, SayingKind.Direction, partner, said, new(text, Owner(owner), due)), work, ct));
        }

        for (var i = 0; i < Conclusions.Length; i++)
        {
            var (text, owner, due, measure, heading) = Conclusions[i];
            var item = new GiveTask.Item(text, Owner(owner), due, $"KL {i + 1}", measure, heading);
            await by.DoAsync(work => RecordSaying.RunAsync(new(number, SayingKind.Conclusion, null, null, item), work, ct));
        }

        await by.DoAsync(work => AttachFile.RunAsync(
            new(Unit, $"conference:{number}", "tham-luan-xa-mau.txt", Encoding.UTF8.GetBytes("Tham luận ví dụ: kinh nghiệm vận động người phải thi hành án tự nguyện.\nVăn bản của văn phòng mẫu, mọi tên đều là ví dụ.\n")), work, ct));
    }

    /// <summary>Code of a partner of the sample; a commune by the end of its code.</summary>
    internal static string CodeOf(PartnerBook partners, string code) =>
        partners.Of(code)?.Code ?? partners.All.First(partner => partner.Kind == PartnerKind.CommuneCommittee && partner.Code.EndsWith(code, StringComparison.Ordinal)).Code;

    internal static TaskOwner Owner(string owner) => owner.Split(':', 2) switch
    {
        ["unit", var code] => new(Unit: code),
        ["officer", var code] => new(Officer: code),
        [_, var code] => new(Partner: code),
        _ => new(),
    };

    private static async Task<List<int>> PeopleAsync(SampleWork by, int conference, UnitTree tree, PartnerBook partners, CancellationToken ct)
    {
        string Name(string officer) => tree.OfficerName(tree.OfficerOf(officer)!.Value, Day);
        var listed = new List<KeepConferencePerson.Input>
        {
            new(conference, null, ConferenceRole.Chair, "UBND", "Mẫu Văn Chủ", "Chủ tịch Ủy ban nhân dân huyện, Trưởng Ban chỉ đạo"), new(conference, null, ConferenceRole.Presidium, null, Name("LD02"), "Chi cục trưởng"),
            new(conference, null, ConferenceRole.Presidium, "HU", "Mẫu Thị Huyện", "Thường trực Huyện ủy"), new(conference, null, ConferenceRole.Secretary, null, Name("TK01"), "Thư ký thi hành án"),
            new(conference, null, ConferenceRole.Speaker, null, Name("LD03"), "Phó Chi cục trưởng"), new(conference, null, ConferenceRole.Guest, "CTHADS", "Mẫu Văn Tỉnh", "Cục trưởng Cục Thi hành án dân sự tỉnh"),
            new(conference, null, ConferenceRole.Guest, "HDND", "Mẫu Thị Hội", "Thường trực Hội đồng nhân dân huyện"),
        };
        listed.AddRange(Bodies.Select(code => new KeepConferencePerson.Input(conference, null, ConferenceRole.Guest, code, null, null)));
        listed.AddRange(partners.All.Where(partner => partner.Kind == PartnerKind.CommuneCommittee && partner.IsThereOn(Day)).Select(partner => new KeepConferencePerson.Input(conference, null, ConferenceRole.Delegate, partner.Code, null, null)));
        var numbers = new List<int>();
        foreach (var input in listed)
        {
            numbers.Add(await by.AskAsync(work => KeepConferencePerson.RunAsync(input, work, ct)));
        }

        return numbers;
    }
}

/// <summary>Pieces of work of the sample's maker.</summary>
internal sealed class SampleWork(Database database, OfficeClock clock)
{
    public async Task DoAsync(Func<Work, Task> act)
    {
        await using var work = new Work(database, Person.Operator("mẫu"), clock);
        await act(work);
    }

    public async Task<T> AskAsync<T>(Func<Work, Task<T>> ask)
    {
        await using var work = new Work(database, Person.Operator("mẫu"), clock);
        return await ask(work);
    }
}
