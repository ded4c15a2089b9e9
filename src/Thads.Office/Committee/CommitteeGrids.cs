using System.Globalization;
using Thads.Office.Documents;
using Thads.Office.Tasks;

namespace Thads.Office.Committee;

/// <summary>The tables of a committee's papers. Vietnamese, as the papers are.</summary>
internal static class CommitteeGrids
{
    public static Grid Agenda(MeetingFile file, int open) => new(
        "Chương trình họp",
        [Words("stt", "TT", 5), Words("noi-dung", "Nội dung", 34), Words("phut", "Phút", 7), Words("bao-cao", "Người báo cáo", 18), Words("tai-lieu", "Tài liệu", 16)],
        [
            .. open > 0 ? [Row("1", "Kiểm điểm việc thực hiện kết luận của các phiên họp trước", "", "Thư ký", $"{Number(open)} kết luận còn mở")] : Array.Empty<GridRow>(),
            .. file.Agenda.Select((line, i) => Row(Number(i + 1 + (open > 0 ? 1 : 0)), line.Title, line.Minutes == 0 ? "" : Number(line.Minutes), line.Reporter ?? "", line.Paper ?? (line.Matter is null ? "" : "Phiếu tóm tắt việc"))),
        ]);

    /// <param name="day">They are told as of this day.</param>
    public static Grid Conclusions(string title, IEnumerable<OfficeTask> tasks, DateOnly day, bool withState) => new(
        title,
        [
            Words("so", "Số", 7), Words("noi-dung", "Nội dung", 32), Words("giao", "Giao", 16), Words("han", "Hạn", 11), .. withState ? [Words("tinh-trang", "Tình trạng", 16)] : Array.Empty<GridColumn>(),
        ],
        [
            .. tasks.Select(task => Row(
                [
                    task.Number ?? "", task.Matter is null ? task.Text : $"{task.Text} (việc {task.Matter})", task.Owner.Name, task.Extensions == 0 ? Day(task.DueOn) : $"{Day(task.DueOn)} (đầu tiên {Day(task.FirstDueOn)})",
                    .. withState ? [Standing(task, day)] : Array.Empty<string>(),
                ])),
        ]);

    public static Grid Guests(MeetingFile file, Func<Invited, (string Name, string Title)> who, bool toSign) => new(
        "Thành phần dự họp",
        [Words("stt", "TT", 5), Words("ten", "Họ và tên", 20), Words("chuc-vu", "Chức vụ, đơn vị", 28), toSign ? Words("ky", "Ký tên", 18) : Words("du", "Dự họp", 18)],
        [
            .. file.Invited.Select((invited, i) => who(invited) is var (name, title) ? Row(Number(i + 1), name, title, toSign ? "" : Answer(invited)) : null).OfType<GridRow>(),
        ]);

    public static string Answer(Invited invited) => invited.Answer switch
    {
        null => "",
        Attendance.Represented => $"cử dự thay: {invited.Said}",
        Attendance.Absent => $"vắng: {invited.Said}",
        { } answer => Office.Words.Say(Language.Vietnamese, $"Attendance.{Codes.CodeOf(answer)}"),
    };

    public static string Standing(OfficeTask task, DateOnly day) => ReadCommitteeReport.StandingOf(task, day) switch
    {
        ConclusionStanding.DoneInTime => $"xong đúng hạn {Day(task.DoneOn!.Value)}",
        ConclusionStanding.DoneLate => $"xong {Day(task.DoneOn!.Value)}, quá hạn {Number(task.DoneOn!.Value.DayNumber - task.DueOn.DayNumber)} ngày",
        ConclusionStanding.Open => "đang thực hiện",
        ConclusionStanding.OpenLate => $"quá hạn {Number(day.DayNumber - task.DueOn.DayNumber)} ngày",
        ConclusionStanding.Withdrawn => $"thôi thực hiện theo {task.End!.Document}",
    };

    public static GridRow Row(params IEnumerable<string> cells) => new([.. cells.Select(cell => new TextRun(cell))]);

    public static GridColumn Words(string name, string title, int width) => new(name, title, IsNumber: false, width);

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString("N0", Office.Words.Format);
}
