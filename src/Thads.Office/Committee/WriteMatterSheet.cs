using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Documents;
using Thads.Office.Matters;
using Thads.Office.Papers;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Committee;

/// <summary>One page on a matter that comes before a meeting: who, what, how much is left, what was done last, what was concluded of it.</summary>
internal static class WriteMatterSheet
{
    /// <summary>So many of the last steps and events.</summary>
    private const int Most = 8;

    public static async Task<byte[]> RunAsync(MeetingFile file, AgendaLine line, string unit, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures | Permissions.ReadMatters);
        var connection = await work.ConnectAsync(ct);
        await DirectMatter.SeenAsync(line.Matter!, work, ct);
        var book = (await MatterFiles.ByCodeAsync(connection, line.Matter!, ct))!;
        var tree = await UnitTree.OfAsync(work, ct);
        var now = (await connection.ListAsync(
            "SELECT l.state, l.owed, l.remainder, l.officer_id, l.debtor, l.debtors, l.creditor, l.creditors, l.moved_on FROM matter_list l WHERE l.matter_id = @id",
            r => (State: (Docket.DocketState)r.GetInt32(0), Owed: r.GetInt64(1), Left: r.GetInt64(2), Officer: r.NumberOrNone(3), Debtor: Names(r.TextOrNone(4), r.GetInt32(5)), Creditor: Names(r.TextOrNone(6), r.GetInt32(7)),
                Moved: r.Day(8)), ct, ("id", book.Matter.Id))).Single();
        var tasks = (await ReadTasks.RunAsync(new(Matter: line.Matter), work, ct)).ToList();
        var fill = new PaperFill(
            new Dictionary<string, string>(WriteMeetingPaper.Common(file, CommitteePapers.Sheet)) { ["trich-yeu"] = $"Việc {line.Matter}" },
            new Dictionary<string, IReadOnlyList<string>> { ["de-nghi"] = [$"Nội dung đưa ra {file.Title.ToLower(Words.Format)}: {line.Title}."] },
            new Dictionary<string, Grid>
            {
                ["viec"] = new Grid(
                    "Tóm tắt việc", [CommitteeGrids.Words("muc", "Mục", 14), CommitteeGrids.Words("noi-dung", "Nội dung", 40)],
                    [
                        CommitteeGrids.Row("Quyết định thi hành án", $"{book.Matter.DecisionNumber ?? line.Matter!}, ngày {CommitteeGrids.Day(book.Matter.DecidedOn)}"),
                        CommitteeGrids.Row("Bản án, quyết định", book.Matter.JudgmentNumber is null ? "–" : $"{book.Matter.JudgmentNumber}{(book.Matter.JudgmentOn is { } on ? $", ngày {CommitteeGrids.Day(on)}" : "")}{(book.Matter.Court is null ? "" : $", {book.Matter.Court}")}"),
                        CommitteeGrids.Row("Người phải thi hành án", now.Debtor), CommitteeGrids.Row("Người được thi hành án", now.Creditor),
                        CommitteeGrids.Row("Chấp hành viên", now.Officer is { } officer ? tree.OfficerName(officer, work.Today) : "–"),
                        CommitteeGrids.Row("Phải thi hành (đồng)", CommitteeGrids.Number(now.Owed)), CommitteeGrids.Row("Còn lại (đồng)", CommitteeGrids.Number(now.Left)),
                        CommitteeGrids.Row("Tình trạng", Words.Say(Language.Vietnamese, $"DocketState.{Codes.CodeOf(now.State)}")),
                    ]),
                ["dien-bien"] = new Grid(
                    "Diễn biến gần nhất", [CommitteeGrids.Words("ngay", "Ngày", 12), CommitteeGrids.Words("viec", "Việc đã làm", 24), CommitteeGrids.Words("ghi-chu", "Ghi chú", 24)],
                    [
                        .. book.Steps.Where(step => step.VoidedOn is null).Select(step => (step.On, What: Words.Say(Language.Vietnamese, $"StepKind.{Codes.CodeOf(step.Kind)}"), Note: step.Amount > 0 ? $"{CommitteeGrids.Number(step.Amount)} đồng" : step.Note ?? ""))
                            .Concat(book.Events.Where(one => one.VoidedOn is null).Select(one => (one.On, What: Words.Say(Language.Vietnamese, $"EventKind.{Codes.CodeOf(one.Kind)}"), Note: one.Note ?? "")))
                            .OrderByDescending(row => row.On).Take(Most).Select(row => CommitteeGrids.Row(CommitteeGrids.Day(row.On), row.What, row.Note)),
                    ]),
                ["nhiem-vu"] = CommitteeGrids.Conclusions("Kết luận, nhiệm vụ về việc này", tasks, work.Today, withState: true),
            });
        return await WritePaper.RunAsync(CommitteePapers.Sheet, unit, fill, work, ct);
    }

    private static string Names(string? first, int count) => first is null ? "–" : count > 1 ? $"{first} và {CommitteeGrids.Number(count - 1)} người khác" : first;
}
