using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Papers;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>The letter by which a partner is asked.</summary>
public static class CoordinationPapers
{
    public static readonly PaperKind Letter = new(
        "coordination-request", "Công văn đề nghị phối hợp", "CCTHADS-NV",
        [
            PaperTags.Word("noi-gui", "Cơ quan được đề nghị", "Ủy ban nhân dân xã …"), PaperTags.Word("loai-yeu-cau", "Loại yêu cầu phối hợp", "phối hợp vận động, thuyết phục đương sự"),
            PaperTags.Text("ve-viec", "Về việc", "V/v phối hợp …"), PaperTags.Text("kinh-gui", "Kính gửi", "Kính gửi: Ủy ban nhân dân xã …"), PaperTags.Text("can-cu", "Căn cứ pháp lý", "Căn cứ …"),
            PaperTags.Text("noi-dung", "Nội dung đề nghị", "Đề nghị quý cơ quan …"), PaperTags.Text("thoi-han", "Thời hạn trả lời", "Đề nghị trả lời trước ngày …"), PaperTags.Table("viec", "Các việc thi hành án", "Danh sách việc thi hành án"),
        ],
        tags => new OfficialPaper().Head(null, null, "chu:trich-yeu").Place(tags["van:ve-viec"]).Place(tags["van:kinh-gui"]).Place(tags["van:can-cu"]).Place(tags["van:noi-dung"]).Place(tags["bang:viec"]).Place(tags["van:thoi-han"])
            .Foot(tags["van:noi-nhan"]).ToFile("Công văn đề nghị phối hợp"));

    public static readonly IReadOnlyList<PaperKind> All = [Letter];

    /// <summary>Writes the letter of a request, as it stands in the books.</summary>
    /// <returns>A .docx.</returns>
    /// <exception cref="NotFoundException">`request.unknown`.</exception>
    public static async Task<byte[]> WriteAsync(long id, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var request = await ReadRequests.OneAsync(id, work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var (name, rule) = (tree.UnitName(tree.UnitOf(request.Unit)!.Value, request.SentOn), request.Kind.On(request.SentOn));
        var day = request.DueOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var fill = new PaperFill(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["noi-gui"] = request.Partner.Name, ["loai-yeu-cau"] = request.Kind.Vi.ToLower(Words.Format), ["trich-yeu"] = $"V/v {Lower(request.Kind.Vi)}" },
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["ve-viec"] = [$"V/v {Lower(request.Kind.Vi)}"],
                ["kinh-gui"] = [$"Kính gửi: {request.Partner.Name}"],
                ["can-cu"] = rule is { Article.Length: > 0 } ? [$"Căn cứ {Citation.Of(rule.Article)};"] : [],
                ["noi-dung"] = [$"{name} đề nghị quý cơ quan {Lower(request.Kind.Vi)}, cụ thể như sau:", .. request.What.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                ["thoi-han"] = [request.Rule is { } law ? $"Đề nghị quý cơ quan trả lời chậm nhất ngày {day} ({law.In(Language.Vietnamese).Split(" (")[0]} kể từ ngày gửi)." : $"Đề nghị quý cơ quan trả lời trước ngày {day}.", "Trân trọng đề nghị quý cơ quan quan tâm phối hợp./."],
                ["noi-nhan"] = ["- Như trên;", "- Lưu: VT, HSTHA."],
            },
            new Dictionary<string, Grid>(StringComparer.Ordinal)
            {
                ["viec"] = new Grid(
                    "Các việc thi hành án có liên quan", [new("stt", "STT", Width: 4), new("viec", "Số hiệu việc thi hành án", IsNumber: false, Width: 24)],
                    [.. request.Matters.Select((matter, i) => new GridRow([new TextRun((i + 1).ToString(Words.Format)), new TextRun(matter)]))]),
            },
            request.SentOn, request.Number?.Split('/')[0]);
        return await WritePaper.RunAsync(Letter, request.Unit, fill, work, ct);
    }

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLower(text[0], Words.Format) + text[1..];
}
