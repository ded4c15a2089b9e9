using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Documents;
using Thads.Office.Papers;
using Thads.Office.Units;

namespace Thads.Office.Committee;

/// <summary>Writes the quarterly or yearly report of a committee.</summary>
public static class WriteCommitteeReport
{
    /// <returns>A .docx.</returns>
    /// <exception cref="NotFoundException">`committee.unknown`.</exception>
    /// <exception cref="RefusedException">`committee.report-period`.</exception>
    public static async Task<byte[]> RunAsync(int committee, int year, int? quarter, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var report = await ReadCommitteeReport.RunAsync(committee, year, quarter, work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var head = report.Committee.ServingOn(report.Until).FirstOrDefault(member => member.Position == CommitteePosition.Head)?.Name;
        var fill = new PaperFill(
            new Dictionary<string, string>(WriteMeetingPaper.Signed(report.Committee, head)) { ["trich-yeu"] = $"Hoạt động của Ban chỉ đạo thi hành án dân sự {report.Named}" },
            new Dictionary<string, IReadOnlyList<string>>
            {
                ["hop"] = Meetings(report),
                ["tinh-hinh-ket-luan"] = [Standing(report)],
                ["so-lieu"] = Figures(report),
                ["noi-nhan"] = ["- Ủy ban nhân dân, Hội đồng nhân dân cùng cấp;", "- Thành viên Ban chỉ đạo;", "- Lưu: VT, Thư ký."],
            },
            new Dictionary<string, Grid>
            {
                ["ket-luan"] = CommitteeGrids.Conclusions($"Kết luận và tình hình thực hiện đến ngày {CommitteeGrids.Day(report.Until)}", report.Conclusions.Select(one => one.Task), report.Until, withState: true),
                ["viec-chi-dao"] = new Grid(
                    "Việc thuộc diện chỉ đạo (đồng)",
                    [CommitteeGrids.Words("viec", "Việc", 14), CommitteeGrids.Words("tu", "Từ ngày", 11), CommitteeGrids.Words("ly-do", "Lý do", 22), CommitteeGrids.Words("tinh-trang", "Tình trạng", 14), new("con-lai", "Còn lại", true, 14)],
                    [.. report.Matters.Select(one => new GridRow([.. new[] { one.Matter, CommitteeGrids.Day(one.Since), one.Reason, one.LastOn <= report.Until ? $"thôi chỉ đạo từ {CommitteeGrids.Day(one.LastOn.Value)}: {one.EndReason}" : Words.Say(Language.Vietnamese, $"DocketState.{Codes.CodeOf(one.State)}"), CommitteeGrids.Number(one.Left) }.Select(cell => new TextRun(cell))]))]),
                ["thanh-vien"] = new Grid(
                    "Hoạt động của thành viên",
                    [CommitteeGrids.Words("ten", "Thành viên", 24), new("hop", "Dự họp", true, 9), new("giao", "Được giao", true, 9), new("dung-han", "Đúng hạn", true, 9), new("tre", "Trễ", true, 8), new("mo", "Còn mở", true, 8)],
                    [.. report.Activity.Select(one => new GridRow([.. new[] { $"{one.Member.Name}, {one.Member.Title}", $"{one.Attended}/{one.Invited}", $"{one.Given}", $"{one.InTime}", $"{one.Late}", $"{one.Open}" }.Select(cell => new TextRun(cell))]))]),
            });
        return await WritePaper.RunAsync(CommitteePapers.Report, tree.UnitCode(report.Committee.Unit), fill, work, ct);
    }

    /// <summary>Meetings, and the periods in which there was none.</summary>
    public static IReadOnlyList<string> Meetings(CommitteeReport report) =>
    [
        $"{Capital(report.Named)}, {report.Committee.Name} đã họp {report.Held} phiên.",
        .. report.Meetings.Select(meeting => $"- {MeetingPeriod.Title(meeting.Year, meeting.Month, report.Committee.RuleOn(meeting.Ordered).CycleMonths, meeting.Ordered)}: {(meeting.IsHeld
            ? $"ngày {CommitteeGrids.Day(meeting.On!.Value)}{(meeting.Notice is { } notice ? $", thông báo kết luận số {notice.Document} ngày {CommitteeGrids.Day(notice.On)}" : ", chưa có thông báo kết luận")}"
            : meeting.State == MeetingState.Planned ? $"dự kiến ngày {CommitteeGrids.Day(meeting.On!.Value)}" : $"{(meeting.State == MeetingState.Cancelled ? "hủy" : "hoãn")}; lý do: {meeting.Hindered?.Text}")}."),
        .. report.Periods.Where(period => period.State == PeriodState.Missed && (period.Meeting is null || !report.Meetings.Contains(period.Meeting))).Select(period => $"- {Capital(period.Named)}: không họp."),
    ];

    /// <summary>One sentence on the conclusions of the period.</summary>
    public static string Standing(CommitteeReport report) =>
        $"Đến ngày {CommitteeGrids.Day(report.Until)} có {report.Conclusions.Count} kết luận phải thực hiện ({report.Given.Count()} kết luận mới, {report.Conclusions.Count - report.Given.Count()} kết luận chuyển từ kỳ trước): "
        + $"{report.Count(ConclusionStanding.DoneInTime)} xong đúng hạn, {report.Count(ConclusionStanding.DoneLate)} xong quá hạn, {report.Count(ConclusionStanding.Open, ConclusionStanding.OpenLate)} còn mở (trong đó {report.Count(ConclusionStanding.OpenLate)} quá hạn), {report.Count(ConclusionStanding.Withdrawn)} thôi thực hiện.";

    private static IReadOnlyList<string> Figures(CommitteeReport report)
    {
        if (report.Figures is not { } figures)
        {
            return [];
        }

        string Line(Measure measure, string of, string unit)
        {
            string Of(string cell) => figures.Cell(figures.Whole, measure, cell) is { } value ? value.ToString("N0", Words.Format) : "–";
            var rate = figures.Cell(figures.Whole, measure, "rate") is { } percent ? percent.ToString("N2", Words.Format) : "–";
            return $"Về {of}: tổng số phải thi hành {Of("total")} {unit}; có điều kiện thi hành {Of("enforceable")} {unit}; thi hành xong {Of("settled")} {unit}, đạt {rate} %.";
        }

        return [$"Năm thống kê {report.FiguresYear.Year}, từ ngày {CommitteeGrids.Day(report.FiguresYear.Start)} đến ngày {CommitteeGrids.Day(report.FiguresYear.EndOfMonth(report.FiguresMonths) < report.Until ? report.FiguresYear.EndOfMonth(report.FiguresMonths) : report.Until)}:", Line(Measure.Matters, "việc", "việc"), Line(Measure.Money, "tiền", "đồng")];
    }

    private static string Capital(string text) => char.ToUpper(text[0], Words.Format) + text[1..];
}
