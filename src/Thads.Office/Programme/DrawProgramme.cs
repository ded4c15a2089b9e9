using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Papers;
using Thads.Office.Tasks;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Programme;

/// <summary>Writes a programme of work, as a draft or as adopted.</summary>
public static class DrawProgramme
{
    /// <returns>The name of the file, and a .docx.</returns>
    /// <exception cref="NotFoundException">`programme.unknown`.</exception>
    public static async Task<(string Name, byte[] File)> RunAsync(string unit, int year, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var programme = await ReadProgramme.OfAsync(unit, year, work, ct) ?? throw new NotFoundException(new Refusal("programme.unknown", unit, Plain(year)));
        var owners = await TaskOwners.OfAsync(work, ct);
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["mo-dau"] = [programme.IsAdopted ? $"Ban hành kèm theo Quyết định số {programme.Decision} ngày {Day(programme.DecidedOn!.Value)} của {programme.DecidedBy}." : "Dự thảo, chưa ban hành."],
            ["ket-thuc"] = ["Các đơn vị, cá nhân được giao tổ chức thực hiện và báo cáo kết quả theo quý./."],
        };
        var rows = programme.Standing.GroupBy(item => item.Heading).SelectMany(g => g.Select((item, i) => Row(
            i == 0 ? item.Heading.Vi : "", item.Says, (item.Task?.Owner ?? owners.Of(item.Owner)).Name, Day(item.Task?.DueOn ?? item.DueOn), item.Measure ?? "")));
        var grid = new Grid("Nhiệm vụ",
            [new("heading", "Đề mục", IsNumber: false, Width: 18), new("what", "Nhiệm vụ", IsNumber: false, Width: 34), new("who", "Thực hiện", IsNumber: false, Width: 18), new("due", "Thời hạn", IsNumber: false, Width: 12), new("measure", "Kết quả phải có", IsNumber: false, Width: 22)],
            [.. rows]);
        var fill = new PaperFill(new Dictionary<string, string>(StringComparer.Ordinal) { ["trich-yeu"] = $"Công tác thi hành án dân sự năm {Plain(year)}" }, texts, new Dictionary<string, Grid> { ["nhiem-vu"] = grid }, programme.DecidedOn);
        return ($"chuong-trinh-cong-tac-{unit}-{Plain(year)}.docx", await WritePaper.RunAsync(ProgrammePapers.Programme, unit, fill, work, ct));
    }

    private static GridRow Row(params string[] cells) => new([.. cells.Select(cell => new TextRun(cell))]);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
