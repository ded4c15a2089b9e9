using System.Globalization;

namespace Thads.Office.Committee;

/// <summary>What the minutes of a meeting say by themselves: who came, whether enough came, and that papers went out late. Vietnamese, as the minutes are.</summary>
public static class MeetingNotes
{
    public static IReadOnlyList<string> Of(MeetingFile file) =>
    [
        .. file.Meeting.IsHeld && file.IsQuorate is { } quorate
            ? [$"Thành viên dự họp, kể cả người được cử dự thay: {Number(file.Came)}/{Number(file.Members.Count)}; {(quorate ? "đủ" : "không đủ")} số thành viên theo quy chế làm việc (trên {Number(file.Rule.Quorum)} %)."]
            : Array.Empty<string>(),
        .. Papers(file) is { } late ? [late] : Array.Empty<string>(),
        .. file.Meeting.Steps.Where(step => step.Kind == MeetingStepKind.PutOff && file.Meeting.IsHeld).Select(step => $"Phiên họp đã được hoãn theo quyết định ngày {Day(step.On)}; lý do: {step.Text}."),
    ];

    /// <summary>That papers went out late, or not at all; null where they were in time, or the day has not come.</summary>
    public static string? Papers(MeetingFile file) => file.Meeting.PapersBy(file.Rule) is not { } by || file.Rule.PapersDays == 0 ? null
        : file.Meeting.Papers is { } sent
            ? sent.On > by ? $"Tài liệu họp gửi ngày {Day(sent.On)}, muộn hơn quy định: chậm nhất ngày {Day(by)} (trước {Number(file.Rule.PapersDays)} ngày làm việc; {file.Rule.Document})." : null
        : file.Meeting.IsHeld ? $"Tài liệu họp không được ghi nhận là đã gửi trước phiên họp; quy định: chậm nhất ngày {Day(by)} ({file.Rule.Document})." : null;

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
