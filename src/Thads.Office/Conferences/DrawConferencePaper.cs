using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Documents;
using Thads.Office.Papers;
using Thads.Office.Partners;
using Thads.Office.Tasks;

namespace Thads.Office.Conferences;

/// <summary>Writes a document of a conference from what is recorded of it: programme, invitation, minutes, notice of its conclusions.</summary>
public static class DrawConferencePaper
{
    /// <param name="kind">Code of one of <see cref="ConferencePapers.All"/>.</param>
    /// <param name="person">Number on the list, for an invitation; null = left open.</param>
    /// <returns>The name of the file, and a .docx.</returns>
    /// <exception cref="NotFoundException">`conference.unknown`, `conference.no-paper`.</exception>
    /// <exception cref="RefusedException">`conference.not-held`: minutes and conclusions of what was not held.</exception>
    public static async Task<(string Name, byte[] File)> RunAsync(int conference, string kind, int? person, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var file = await ReadConferences.OfAsync(conference, work, ct) ?? throw new NotFoundException(new Refusal("conference.unknown", ConferenceTaking.Plain(conference)));
        var paper = ConferencePapers.All.FirstOrDefault(one => one.Code == kind) ?? throw new NotFoundException(new Refusal("conference.no-paper", kind));
        RefusedException.ThrowIf(file.Conference.State != ConferenceState.Held && (paper == ConferencePapers.Minutes || paper == ConferencePapers.Notice) ? new Refusal("conference.not-held") : null);
        var tasks = (await ReadTasks.RunAsync(new TaskQuestion(Origin: TaskOrigin.Conference, OriginId: conference), work, ct)).ToDictionary(task => task.Id);
        var partners = await PartnerBook.OfAsync(work, ct);
        var handed = paper == ConferencePapers.Minutes ? await ReadCommendations.HandedAtAsync(conference, work, ct) : [];
        var guest = file.People.FirstOrDefault(one => one.Number == person);
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["thoi-gian-dia-diem"] = [$"1. Thời gian: {Time(file.Conference)}.", $"2. Địa điểm: {file.Conference.Place}."],
            ["kinh-moi"] = [$"Trân trọng kính mời: {guest?.Full ?? "………………………………………………"}."],
            ["mo-dau"] = paper == ConferencePapers.Invitation
                ? [$"{file.Conference.UnitName} trân trọng kính mời đến dự: {file.Conference.Title}."]
                : [$"Ngày {Day(file.Conference.MeetsOn)}, tại {file.Conference.Place}, {file.Conference.UnitName} đã tổ chức {file.Conference.Title}{(file.Chair is { } chair ? $"; chủ trì: {chair.Full}" : "")}. Sau khi nghe báo cáo, tham luận và ý kiến chỉ đạo, hội nghị kết luận như sau:"],
            ["thanh-phan"] = [.. Taking(file)],
            ["khen-thuong"] = handed.Count == 0 ? [] : ["Hội nghị trao các danh hiệu, hình thức khen thưởng sau:", .. handed.GroupBy(one => one.Body).Select(g => $"- Của {g.Key}: {string.Join("; ", g.GroupBy(one => one.KindName).Select(k => $"{k.Key} {k.Count().ToString("N0", Words.Format)}"))}.")],
            ["ket-thuc"] = paper == ConferencePapers.Invitation ? ["Sự có mặt của quý đại biểu góp phần vào thành công của hội nghị./."]
                : paper == ConferencePapers.Minutes ? ["Biên bản được lập và thông qua cuối hội nghị./."] : ["Các cơ quan, đơn vị, cá nhân được giao tổ chức thực hiện và báo cáo kết quả đúng thời hạn./."],
        };
        var grids = new Dictionary<string, Grid>(StringComparer.Ordinal)
        {
            ["chuong-trinh"] = new("Chương trình", [new("at", "Thời gian", IsNumber: false, Width: 12), new("title", "Nội dung", IsNumber: false, Width: 40), new("speaker", "Người thực hiện", IsNumber: false, Width: 24)],
                [.. file.Agenda.Select(item => Row($"{item.From:HH\\:mm}", item.Title, item.Speaker ?? ""))]),
            ["ket-qua-tinh"] = new($"Kết quả năm {file.Conference.Year.ToString(CultureInfo.InvariantCulture)} của {(file.Results is [var told, ..] ? told.UnitName : "đơn vị cấp trên")}",
                [new("what", "Nội dung", IsNumber: false, Width: 40), new("value", "Số liệu", Width: 16)], [.. file.Results.Select(one => Row(Words.Say(Language.Vietnamese, $"conference.result.{one.Code}"), one.Value))]),
            ["tham-luan"] = new("Tham luận", [new("n", "TT", IsNumber: false, Width: 6), new("who", "Đơn vị", IsNumber: false, Width: 24), new("topic", "Chủ đề", IsNumber: false, Width: 40), new("how", "Hình thức", IsNumber: false, Width: 14)],
                [.. file.Contributions.Select((one, i) => Row($"{i + 1}", partners.Of(one.Partner)?.Name ?? one.Partner, one.Topic, Words.Say(Language.Vietnamese, $"ContributionManner.{Codes.CodeOf(one.Manner)}")))]),
            ["chi-dao"] = Sayings("Ý kiến chỉ đạo", SayingKind.Direction),
            ["ket-luan"] = Sayings("Kết luận", SayingKind.Conclusion),
        };
        var subject = paper == ConferencePapers.Notice ? $"Kết luận {Lower(file.Conference.Title)}" : paper == ConferencePapers.Invitation ? $"Dự {Lower(file.Conference.Title)}" : file.Conference.Title;
        var fill = new PaperFill(new Dictionary<string, string>(StringComparer.Ordinal) { ["trich-yeu"] = subject }, texts, grids, paper == ConferencePapers.Minutes || paper == ConferencePapers.Notice ? file.Conference.MeetsOn : null);
        return ($"{paper.Code}-{file.Conference.Unit}-{ConferenceTaking.Plain(file.Conference.Year)}.docx", await WritePaper.RunAsync(paper, file.Conference.Unit, fill, work, ct));

        Grid Sayings(string title, SayingKind of) => new(title,
            [new("n", "TT", IsNumber: false, Width: 6), new("by", "Của", IsNumber: false, Width: 20), new("what", "Nội dung", IsNumber: false, Width: 36), new("who", "Giao cho", IsNumber: false, Width: 22), new("due", "Thời hạn", IsNumber: false, Width: 14)],
            [.. file.Of(of).Select((one, i) => tasks.GetValueOrDefault(one.Task) is { } task ? Row($"{i + 1}", one.SaidBy, task.Text, task.Owner.Name, Day(task.DueOn)) : Row($"{i + 1}", one.SaidBy, "", "", ""))]);
    }

    /// <summary>Who takes part, by role; with who came once that is recorded.</summary>
    private static IEnumerable<string> Taking(ConferenceFile file)
    {
        foreach (var role in file.People.GroupBy(person => person.Role))
        {
            yield return $"- {Capital(Words.Say(Language.Vietnamese, $"ConferenceRole.{Codes.CodeOf(role.Key)}"))}: {string.Join("; ", role.Select(person => person.Came == ConferenceAttendance.Represented ? $"{person.Full} ({person.StandIn} dự thay)" : person.Came == ConferenceAttendance.Absent ? $"{person.Full} (vắng)" : person.Full))}.";
        }

        if (file.People.Any(person => person.Came is not null))
        {
            yield return $"- Có mặt {file.People.Count(person => person.Came is ConferenceAttendance.Present or ConferenceAttendance.Represented)}/{file.People.Count}.";
        }
    }

    private static GridRow Row(params string[] cells) => new([.. cells.Select(cell => new TextRun(cell))]);

    private static string Time(Conference conference) => $"{conference.BeginsAt:HH} giờ {conference.BeginsAt:mm} ngày {Day(conference.MeetsOn)}";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Lower(string text) => char.ToLower(text[0], Words.Format) + text[1..];

    private static string Capital(string text) => char.ToUpper(text[0], Words.Format) + text[1..];
}
