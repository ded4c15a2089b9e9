using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Matters;
using Thads.Office.Papers;
using Thads.Office.Partners;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>Writes a paper of a campaign: every figure in it is read from the book, none is typed. The closing report has the figures as they were known when it was closed.</summary>
public static class WriteCampaignPaper
{
    /// <param name="Kind">Code of one of <see cref="CampaignPapers.All"/>.</param>
    /// <param name="On">Day of the bulletin; null = today.</param>
    public sealed record Input(int Campaign, string Kind, DateOnly? On = null);

    /// <returns>A .docx.</returns>
    /// <exception cref="NotFoundException">`campaign.unknown`, `paper.unknown`.</exception>
    /// <exception cref="RefusedException">`campaign.not-frozen`, `campaign.not-closed`, `campaign.day`.</exception>
    public static async Task<byte[]> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var kind = CampaignPapers.All.FirstOrDefault(one => one.Code == input.Kind) ?? throw new NotFoundException(new Refusal("paper.unknown", input.Kind));
        var campaign = await CampaignBook.OfAsync(input.Campaign, work, ct);
        var fill = kind == CampaignPapers.Plan ? await PlanAsync(campaign, work, ct)
            : kind == CampaignPapers.Bulletin ? Bulletin(await ReadProgress.RunAsync(campaign.Id, input.On, work, ct))
            : Closing(await MeasureCampaign.RunAsync(campaign.Id, pinned: true, work, ct));
        return await WritePaper.RunAsync(kind, campaign.UnitCode, fill, work, ct);
    }

    private static async Task<PaperFill> PlanAsync(Campaign campaign, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var book = await PartnerBook.OfAsync(work, ct);
        var plan = campaign.Plan;
        var partners = plan.Partners.Select(book.Of).OfType<Partner>().Select(partner => partner.Name).ToList();
        return new PaperFill(
            Words(campaign, "Mở"),
            Texts(
                ("muc-dich", [plan.Purpose ?? "Giải quyết dứt điểm các việc thi hành án thuộc phạm vi của đợt."]),
                ("pham-vi",
                [
                    $"Thời gian: từ ngày {Day(plan.FirstOn)} đến hết ngày {Day(plan.LastOn)}.", $"Phạm vi: các việc {ScopeText.Of(plan.Scope, tree, Language.Vietnamese)}.",
                    campaign.Frozen is { } frozen ? $"Danh sách chốt đến hết ngày {Day(frozen.On)}: {Number(frozen.Matters)} việc, còn phải thi hành {Billions(frozen.Money)} tỷ đồng."
                        : "Danh sách được chốt trước ngày đầu của đợt và không thay đổi; việc bổ sung được ghi rõ lý do.",
                ]),
                ("phoi-hop", [$"Chỉ đạo: {plan.Leader}.", partners.Count == 0 ? "Các cơ quan phối hợp theo quy chế." : $"Phối hợp: {string.Join("; ", partners)}."])),
            new Dictionary<string, Grid>(StringComparer.Ordinal)
            {
                ["chi-tieu"] = new(
                    "Chỉ tiêu của đợt", [new("who", "Đơn vị, cán bộ", IsNumber: false, Width: 26), new("matters", "Việc"), new("money", "Số tiền (tỷ đồng)", Width: 14)],
                    [
                        .. campaign.Goals.Where(goal => goal.Officer is not null).Select(goal => Row(tree.OfficerName(goal.Officer!.Value, plan.LastOn), goal.Matters, goal.Money)),
                        Row(campaign.UnitName, campaign.Whole.Matters, campaign.Whole.Money, isTotal: true),
                    ]),
            },
            plan.PlannedOn, plan.Plan.Split('/')[0]);
    }

    private static PaperFill Bulletin(CampaignProgress progress) => new(
        Words(progress.Campaign, $"Tiến độ đến ngày {Day(progress.On)},"),
        Texts(
            ("tinh-hinh", ProgressTexts(progress)),
            ("nhat-ky", [.. progress.Campaign.Diary.Where(note => note.On <= progress.On && note.On > progress.On.AddDays(-7)).Select(note => $"Ngày {Day(note.On)}: {note.Text}").DefaultIfEmpty("Bảy ngày qua chưa ghi nhật ký.")])),
        new Dictionary<string, Grid>(StringComparer.Ordinal) { ["tien-do"] = Lines("Tiến độ theo chấp hành viên", "Chấp hành viên", progress.Officers, progress.Whole), ["dia-ban"] = Lines("Tiến độ theo địa bàn", "Xã, thị trấn", progress.Communes, progress.Whole) },
        progress.On);

    private static PaperFill Closing(CampaignMeasure measure)
    {
        var (campaign, closed) = (measure.Campaign, measure.Campaign.Closed!);
        return new PaperFill(
            Words(campaign, "Kết quả"),
            Texts(
                ("ket-qua",
                [
                    .. ProgressTexts(measure.Progress),
                    $"Cả đơn vị trong thời gian của đợt giải quyết xong {Number(measure.Inside.Matters)} việc, {Billions(measure.Inside.Money)} tỷ đồng; ngoài danh sách là {Number(measure.Inside.Matters - measure.Progress.Whole.Done.Matters)} việc.",
                    $"Số liệu theo sổ thụ lý, như đã biết đến ngày {Day(closed.On)}.",
                ]),
                ("so-sanh", [.. MeasureText.Compared(measure, Language.Vietnamese), .. MeasureText.Split(measure, Language.Vietnamese)]), ("quay-lai", [.. MeasureText.CameBack(measure, Language.Vietnamese)]),
                ("uu-diem", [closed.WentWell ?? "…"]), ("kinh-nghiem", [closed.Lessons ?? "…"])),
            new Dictionary<string, Grid>(StringComparer.Ordinal)
            {
                ["tien-do"] = Lines("Kết quả theo chấp hành viên", "Chấp hành viên", measure.Progress.Officers, measure.Progress.Whole),
                ["dia-ban"] = Lines("Kết quả theo địa bàn", "Xã, thị trấn", measure.Progress.Communes, measure.Progress.Whole),
                ["thang"] = new(
                    "Số việc giải quyết xong theo tháng (dấu * là tháng có đợt)", [new("month", "Tháng", IsNumber: false, Width: 16), new("matters", "Việc"), new("money", "Số tiền (tỷ đồng)", Width: 14)],
                    [.. measure.Months.Where(month => month.First <= measure.On).Select(month => Row(month.First.ToString("MM/yyyy", CultureInfo.InvariantCulture) + (month.Inside == false ? "" : " *") + (month.Last > measure.On ? $" (đến {Day(measure.On)})" : ""), month.Matters, month.Money))]),
                ["cach-thuc"] = new(
                    "Kết quả theo cách thức thi hành (việc mỗi tháng)", [new("manner", "Cách thức", IsNumber: false, Width: 24), new("inside", "Trong đợt"), new("outside", "Ngoài đợt")],
                    [.. measure.Manners.Where(part => part.Inside.Matters != 0 || part.Outside.Matters != 0).Select(part => new GridRow([
                        new TextRun(Codes.TryRead<Manner>(part.Code, out var manner) ? Capital(Office.Words.Say(Language.Vietnamese, $"Manner.{Codes.CodeOf(manner)}")) : "Đình chỉ, hoặc chưa ghi cách thức"),
                        new TextRun(MeasureText.One(part.Inside.MattersPerMonth)), new TextRun(MeasureText.One(part.Outside.MattersPerMonth))]))]),
            },
            closed.On, closed.Report.Split('/')[0]);
    }

    private static List<string> ProgressTexts(CampaignProgress progress)
    {
        var whole = progress.Whole;
        var texts = new List<string>
        {
            $"Danh sách có {Number(whole.List.Matters)} việc, {Billions(whole.List.Money)} tỷ đồng; đến hết ngày {Day(progress.On)} giải quyết xong {Number(whole.Done.Matters)} việc ({Percent(whole.OfList)} danh sách), {Billions(whole.Done.Money)} tỷ đồng.",
        };
        if (whole.Goal is { Matters: { } goal })
        {
            texts.Add($"So với chỉ tiêu {Number(goal)} việc: đạt {Percent(whole.OfGoal)}; nhịp đều đến ngày này là {Number(progress.Pace(goal) ?? 0)} việc.");
        }

        if (whole.Goal is { Money: { } money })
        {
            texts.Add($"So với chỉ tiêu {Billions(money)} tỷ đồng: đạt {Percent(whole.OfMoneyGoal)}.");
        }

        if (progress.Added > 0)
        {
            texts.Add($"Trong danh sách có {Number(progress.Added)} việc bổ sung sau khi chốt.");
        }

        return texts;
    }

    private static Grid Lines(string title, string who, IReadOnlyList<ProgressLine> lines, ProgressLine whole)
    {
        var hasGoals = lines.Any(line => line.Goal is not null);
        GridRow Of(ProgressLine line, string name, bool isTotal = false) => new(
            [
                new(name), new(Number(line.List.Matters)), .. hasGoals ? new TextRun[] { new(line.Goal?.Matters is { } goal ? Number(goal) : "–") } : [], new(Number(line.Done.Matters)),
                new(Percent(hasGoals ? line.OfGoal : line.OfList)), new(Billions(line.Done.Money)),
            ], isTotal);
        return new(
            title,
            [
                new("who", who, IsNumber: false, Width: 24), new("list", "Danh sách"), .. hasGoals ? new GridColumn[] { new("goal", "Chỉ tiêu") } : [], new("done", "Xong"),
                new("share", hasGoals ? "% chỉ tiêu" : "% danh sách"), new("money", "Số tiền (tỷ đồng)", Width: 12),
            ],
            [.. lines.Select(line => Of(line, line.Name.Length == 0 ? "Không ghi" : line.Name)), Of(whole, "Cộng", isTotal: true)]);
    }

    private static GridRow Row(string who, long? matters, long? money, bool isTotal = false) =>
        new([new TextRun(who), new TextRun(matters is { } count ? Number(count) : "–"), new TextRun(money is { } dong ? Billions(dong) : "–")], isTotal);

    private static Dictionary<string, string> Words(Campaign campaign, string about) => new(StringComparer.Ordinal) { ["trich-yeu"] = $"{about} {char.ToLower(campaign.Name[0], Office.Words.Format)}{campaign.Name[1..]}" };

    private static Dictionary<string, IReadOnlyList<string>> Texts(params (string Name, IReadOnlyList<string> Lines)[] texts) => texts.ToDictionary(text => text.Name, text => text.Lines, StringComparer.Ordinal);

    private static string Capital(string text) => char.ToUpper(text[0], Office.Words.Format) + text[1..];

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString("N0", Office.Words.Format);

    private static string Billions(long money) => Law.Money.Billions(money).ToString("N2", Office.Words.Format);

    private static string Percent(decimal? rate) => Figures.WriteSummary.Percent(rate);
}
