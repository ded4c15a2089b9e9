using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Papers;
using Thads.Office.Partners;
using Thads.Office.Units;

namespace Thads.Office.Committee;

/// <summary>Writes the papers of a meeting: invitation, agenda with the open conclusions and a sheet per matter, list to sign, minutes, notice of conclusions.</summary>
public static class WriteMeetingPaper
{
    /// <summary>The kinds that are written of a meeting.</summary>
    public static IReadOnlyList<PaperKind> Kinds { get; } =
        [CommitteePapers.Invitation, CommitteePapers.Pack, CommitteePapers.AttendanceSheet, CommitteePapers.Minutes, CommitteePapers.Notice];

    /// <summary>Why a paper cannot be written yet.</summary>
    public static Refusal? WhyNot(PaperKind kind, MeetingFile file) =>
        kind == CommitteePapers.Minutes || kind == CommitteePapers.Notice ? MeetingWriting.WhyNotHeld(file.Meeting)
        : file.Meeting.State is MeetingState.PutOff or MeetingState.Cancelled ? new("meeting.no-day")
        : null;

    /// <param name="kind">Code of one of <see cref="Kinds"/>.</param>
    /// <returns>A .docx.</returns>
    /// <exception cref="NotFoundException">`meeting.unknown`, `paper.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.not-held`, `meeting.no-day`.</exception>
    public static async Task<byte[]> RunAsync(int meeting, string kind, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var paper = Kinds.FirstOrDefault(one => one.Code == kind) ?? throw new NotFoundException(new Refusal("paper.unknown", kind));
        var file = await ReadMeetings.FileAsync(meeting, work, ct);
        RefusedException.ThrowIf(WhyNot(paper, file));
        var open = await Conclusions.OpenBeforeAsync(file.Meeting, file.Committee, work, ct);
        var made = await Conclusions.OfMeetingAsync(file.Meeting, work, ct);
        var partners = await PartnerBook.OfAsync(work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        (string Name, string Title) Who(Invited invited) => WhoIs(invited, file.Committee, partners);
        var fill = new PaperFill(
            Common(file, paper),
            new Dictionary<string, IReadOnlyList<string>>
            {
                ["kinh-gui"] = ["Kính gửi:", .. file.Invited.Select(Who).Select(who => who.Title.Length == 0 ? $"- {who.Name};" : $"- {who.Name}, {who.Title};")],
                ["mo-dau"] = Opening(file, paper),
                ["ket-thuc"] = ["Đề nghị các thành viên chuẩn bị ý kiến về các nội dung trên và dự họp đầy đủ, đúng giờ; trường hợp không dự được, báo cho Thư ký và cử người dự thay.", "Trân trọng kính mời./."],
                ["ghi-nhan"] = MeetingNotes.Of(file),
                ["dien-bien"] = Said(file, open.Count),
                ["noi-nhan"] = ["- Thành viên Ban chỉ đạo;", "- Cơ quan, đơn vị được mời, được giao việc;", "- Lưu: VT, Thư ký."],
            },
            new Dictionary<string, Grid>
            {
                ["chuong-trinh"] = CommitteeGrids.Agenda(file, open.Count),
                ["ket-luan-cu"] = CommitteeGrids.Conclusions("Kết luận của các phiên họp trước chưa thực hiện xong khi bắt đầu phiên họp", open.Select(task => task.AsOf(file.Meeting.Ordered) ?? task), Told(file, work), withState: true),
                ["ket-luan"] = CommitteeGrids.Conclusions("Các kết luận của phiên họp", made.Select(task => task.AsOf(file.Meeting.Notice?.On ?? work.Today) ?? task), Told(file, work), withState: false),
                ["thanh-phan"] = CommitteeGrids.Guests(file, Who, toSign: paper == CommitteePapers.AttendanceSheet),
            },
            paper == CommitteePapers.Notice ? file.Meeting.Notice?.On : paper == CommitteePapers.Minutes ? file.Meeting.On : null, paper == CommitteePapers.Notice ? file.Meeting.Notice?.Document?.Split('/')[0] : null);
        var unit = tree.UnitCode(file.Committee.Unit);
        var written = await WritePaper.RunAsync(paper, unit, fill, work, ct);
        return paper == CommitteePapers.Pack && work.Person.May.HasFlag(Permissions.ReadMatters) ? JoinPapers.Run([written, .. await SheetsAsync(file, unit, work, ct)]) : written;
    }

    /// <summary>Name and title of one who is invited.</summary>
    public static (string Name, string Title) WhoIs(Invited invited, SteeringCommittee committee, PartnerBook partners) =>
        committee.Members.FirstOrDefault(member => member.Id == invited.Member) is { } member ? (member.Name, $"{member.Title}, {Words.Say(Language.Vietnamese, $"CommitteePosition.{Codes.CodeOf(member.Position)}")}")
        : invited.Partner is { } partner ? ($"Đại diện {partners.Of(partner)?.Name ?? "cơ quan phối hợp"}", "")
        : (invited.Name ?? "", "");

    internal static Dictionary<string, string> Common(MeetingFile file, PaperKind paper) => new(Signed(file.Committee, file.Meeting.Notice?.Signer ?? Chair(file)?.Name))
    {
        ["phien-hop"] = file.Title,
        ["trich-yeu"] = paper == CommitteePapers.Notice ? $"Kết luận tại {Small(file.Title)} của Ban chỉ đạo" : $"{file.Title} của Ban chỉ đạo thi hành án dân sự",
    };

    /// <summary>Heading and foot of the committee's papers.</summary>
    internal static Dictionary<string, string> Signed(SteeringCommittee committee, string? signer) => new(StringComparer.Ordinal)
    {
        ["co-quan-cap-tren"] = (committee.Issuer.StartsWith("Chủ tịch ", StringComparison.Ordinal) ? committee.Issuer["Chủ tịch ".Length..] : committee.Issuer).ToUpper(Words.Format),
        ["co-quan"] = committee.Name.ToUpper(Words.Format),
        ["chuc-vu"] = committee.Members.FirstOrDefault(member => member.Name == signer)?.Position is CommitteePosition.Deputy or CommitteePosition.Standing ? "KT. TRƯỞNG BAN, PHÓ TRƯỞNG BAN" : "TRƯỞNG BAN",
        ["nguoi-ky"] = signer ?? "",
    };

    private static CommitteeMember? Chair(MeetingFile file) => file.Committee.Members.FirstOrDefault(member => member.Id == file.Meeting.Chair);

    private static DateOnly Told(MeetingFile file, Work work) => file.Meeting.On is { } on && on < work.Today ? on : work.Today;

    private static string Small(string title) => char.ToLower(title[0], Words.Format) + title[1..];

    private static IReadOnlyList<string> Opening(MeetingFile file, PaperKind paper)
    {
        var (day, chair) = (CommitteeGrids.Day(file.Meeting.On!.Value), Chair(file));
        var who = chair is null ? "" : $"{chair.Name}, {chair.Title}, {Words.Say(Language.Vietnamese, $"CommitteePosition.{Codes.CodeOf(chair.Position)}")}";
        return paper == CommitteePapers.Notice
            ? [$"Ngày {day}, tại {file.Meeting.Place}, {who} đã chủ trì {Small(file.Title)} của {file.Committee.Name}. Sau khi nghe báo cáo và ý kiến của các thành viên, người chủ trì kết luận như sau:"]
            : [
                .. paper == CommitteePapers.Invitation ? [$"{file.Committee.Name} trân trọng kính mời dự {Small(file.Title)}:"] : Array.Empty<string>(),
                $"Thời gian: {file.Meeting.Time} ngày {day}.", $"Địa điểm: {file.Meeting.Place}.", .. who.Length == 0 ? Array.Empty<string>() : [$"Chủ trì: {who}."],
            ];
    }

    private static List<string> Said(MeetingFile file, int open)
    {
        var said = new List<string>();
        var number = 0;
        foreach (var (item, title) in (open > 0 || file.Minutes.ContainsKey(0) ? [(0, "Kiểm điểm việc thực hiện kết luận của các phiên họp trước")] : Array.Empty<(int, string)>()).Concat(file.Agenda.Select(line => (line.Item, line.Title))))
        {
            said.Add($"{++number}. {title}");
            said.AddRange((file.Minutes.GetValueOrDefault(item)?.Text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        return said;
    }

    private static async Task<List<byte[]>> SheetsAsync(MeetingFile file, string unit, Work work, CancellationToken ct)
    {
        var sheets = new List<byte[]>();
        foreach (var line in file.Agenda.Where(line => line.Matter is not null).DistinctBy(line => line.Matter))
        {
            sheets.Add(await WriteMatterSheet.RunAsync(file, line, unit, work, ct));
        }

        return sheets;
    }
}
