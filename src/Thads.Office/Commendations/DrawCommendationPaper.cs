using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Papers;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Commendations;

/// <summary>Writes the documents of commendations: a certificate, a decision with its list, a submission with the grounds of every nomination.</summary>
public static class DrawCommendationPaper
{
    /// <param name="Commendation">Number in the register: its certificate.</param>
    /// <param name="Decision">Number in the register: the decision with its list.</param>
    /// <param name="Unit">Code, with <paramref name="Year"/>: the submission of what is nominated and not decided.</param>
    public sealed record Question(long? Commendation = null, long? Decision = null, string? Unit = null, int? Year = null);

    /// <returns>The name of the file, and a .docx.</returns>
    /// <exception cref="NotFoundException">`commendation.unknown`, `commendation.no-decision`, `commendation.no-paper`.</exception>
    /// <exception cref="RefusedException">`commendation.voided`, `commendation.nobody`.</exception>
    public static async Task<(string Name, byte[] File)> RunAsync(Question question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return question switch
        {
            { Commendation: { } number } => await CertificateAsync(number, work, ct),
            { Decision: { } number } => await DecisionAsync(number, work, ct),
            { Unit: { } unit, Year: { } year } => await SubmissionAsync(unit, year, work, ct),
            _ => throw new NotFoundException(new Refusal("commendation.no-paper", "")),
        };
    }

    private static async Task<(string, byte[])> CertificateAsync(long number, Work work, CancellationToken ct)
    {
        var one = (await ReadCommendations.RunAsync(new(), work, ct)).FirstOrDefault(line => line.Id == number) ?? throw new NotFoundException(new Refusal("commendation.unknown", number));
        RefusedException.ThrowIf(one.Holds ? null : new Refusal("commendation.voided"));
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["trich-yeu"] = $"{one.Kind.Vi}: {one.Recipient.Name}",
            ["co-quan-tang"] = one.Body.ToUpper(Words.Format),
            ["danh-hieu"] = one.Kind.Type == CommendationType.Title ? $"DANH HIỆU {one.Kind.Vi.ToUpper(Words.Format)}" : one.Kind.Vi.ToUpper(Words.Format),
            ["nguoi-nhan"] = one.Recipient.Name,
            ["chuc-danh"] = one.Recipient.Post ?? "",
            ["thanh-tich"] = one.Achievement ?? $"Đã có thành tích trong công tác thi hành án dân sự, {Lower(one.OccasionTitle)}",
            ["so-quyet-dinh"] = $"{one.DecisionNumber} ngày {Day(one.DecidedOn)}",
            ["so-vao-so"] = number.ToString(CultureInfo.InvariantCulture),
            ["chuc-vu"] = one.Body.ToUpper(Words.Format),
        };
        return ($"{one.Kind.Code}-{number.ToString(CultureInfo.InvariantCulture)}.docx", await WritePaper.RunAsync(CommendationPapers.Certificate, one.Unit, new PaperFill(words, On: one.DecidedOn), work, ct));
    }

    private static async Task<(string, byte[])> DecisionAsync(long number, Work work, CancellationToken ct)
    {
        var decision = await ReadCommendations.DecisionAsync(number, work, ct) ?? throw new NotFoundException(new Refusal("commendation.no-decision", number));
        var holding = decision.Recipients.Where(one => one.Holds).ToList();
        var (collectives, persons) = (holding.Where(one => one.Recipient.IsCollective).ToList(), holding.Where(one => !one.Recipient.IsCollective).ToList());
        var law = CommendationKind.LawOn(decision.On);
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["can-cu"] =
            [
                .. law is null ? Array.Empty<string>() : [$"Căn cứ {law.Name};"],
                .. holding.Select(one => one.Kind).Distinct().Where(kind => kind.Mark is CommendationMark.Stated).Select(kind => $"Căn cứ {kind.Basis(decision.On)} ({kind.Vi});"),
                "Xét đề nghị của Hội đồng Thi đua – Khen thưởng,", "QUYẾT ĐỊNH:",
            ],
            ["dieu-khoan"] =
            [
                $"Điều 1. Tặng {string.Join(", ", holding.GroupBy(one => one.Kind).Select(g => g.Key.Vi))} cho {Number(collectives.Count)} tập thể và {Number(persons.Count)} cá nhân đã có thành tích trong công tác thi hành án dân sự, {Lower(decision.OccasionTitle)} (danh sách kèm theo).",
                "Điều 2. Mức thưởng thực hiện theo quy định hiện hành.", "Điều 3. Các cơ quan, đơn vị, cá nhân có liên quan và các tập thể, cá nhân có tên tại Điều 1 thi hành Quyết định này./.",
            ],
        };
        var grids = new Dictionary<string, Grid>(StringComparer.Ordinal) { ["tap-the"] = List("Tập thể", collectives), ["ca-nhan"] = List("Cá nhân", persons) };
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["trich-yeu"] = $"Về việc khen thưởng công tác thi hành án dân sự, {Lower(decision.OccasionTitle)}",
            ["co-quan"] = decision.Body.ToUpper(Words.Format),
            ["co-quan-cap-tren"] = "",
            ["chuc-vu"] = decision.Body.ToUpper(Words.Format),
            ["so"] = decision.Number.Split('/')[0],
            ["ky-hieu"] = decision.Number.Split('/', 2) is [_, var symbol] ? symbol : "",
        };
        return ($"quyet-dinh-khen-thuong-{number.ToString(CultureInfo.InvariantCulture)}.docx", await WritePaper.RunAsync(CommendationPapers.Decision, decision.Unit, new PaperFill(words, texts, grids, decision.On), work, ct));
    }

    private static async Task<(string, byte[])> SubmissionAsync(string unit, int year, Work work, CancellationToken ct)
    {
        var open = (await ReadNominations.RunAsync(unit, year, work, ct)).Where(one => one.Withdrawn is null && one.Commendation is null).OrderBy(one => one.Id).ToList();
        RefusedException.ThrowIf(open.Count == 0 ? new Refusal("commendation.nobody") : null);
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["mo-dau"] = [$"Kính gửi: {string.Join("; ", open.Select(one => one.Body).Distinct())}.", $"Căn cứ kết quả công tác thi hành án dân sự năm {Plain(year)}, đơn vị đề nghị xét khen thưởng {Number(open.Count(one => one.Recipient.IsCollective))} tập thể và {Number(open.Count(one => !one.Recipient.IsCollective))} cá nhân. Căn cứ của từng đề nghị lấy từ số liệu của hệ thống vào ngày đề nghị:"],
            ["ket-thuc"] = ["Kính trình xem xét, quyết định./."],
        };
        var grid = new Grid("Danh sách đề nghị khen thưởng",
            [new("n", "TT", IsNumber: false, Width: 5), new("who", "Tập thể, cá nhân", IsNumber: false, Width: 20), new("kind", "Danh hiệu, hình thức", IsNumber: false, Width: 16), new("why", "Thành tích, căn cứ", IsNumber: false, Width: 46), new("vote", "Hội đồng", IsNumber: false, Width: 10)],
            [.. open.Select((one, i) => Row(
                $"{i + 1}", one.Recipient.Full, one.Kind.Vi, string.Join(". ", new[] { one.Achievement }.OfType<string>().Concat(one.For.Select(ground => ground.Says)).Concat(one.Conditions.Where(c => c.State == ConditionState.NotKnown).Select(c => $"Cần xác nhận: {c.Says}"))),
                one.Vote is { } vote ? $"{vote.For}/{vote.For + vote.Against}" : "chưa họp"))]);
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["trich-yeu"] = $"Về việc đề nghị khen thưởng năm {Plain(year)}" };
        return ($"to-trinh-khen-thuong-{unit}-{Plain(year)}.docx", await WritePaper.RunAsync(CommendationPapers.Submission, unit, new PaperFill(words, texts, new Dictionary<string, Grid> { ["de-nghi"] = grid }), work, ct));
    }

    private static Grid List(string title, List<Commendation> lines) => new(title,
        [new("n", "TT", IsNumber: false, Width: 6), new("who", "Họ tên, tập thể", IsNumber: false, Width: 36), new("post", "Chức danh, đơn vị", IsNumber: false, Width: 34), new("kind", "Danh hiệu, hình thức", IsNumber: false, Width: 22)],
        [.. lines.Select((one, i) => Row($"{i + 1}", one.Recipient.Name, one.Recipient.Post ?? "", one.Kind.Vi))]);

    private static GridRow Row(params string[] cells) => new([.. cells.Select(cell => new TextRun(cell))]);

    private static string Number(int count) => count.ToString("00", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLower(text[0], Words.Format) + text[1..];
}
