using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Documents;
using Thads.Office.Figures;

namespace Thads.Office.Narrative;

/// <summary>
/// The peak campaign of the period: of several the last. What it settled of its list, per officer; its months beside the others; and what can be said to be due to it, or that nothing can be
/// told. By what the report knows, and by the acts up to it.
/// </summary>
internal static class CampaignFacts
{
    /// <summary>Word of the matters on the list.</summary>
    internal const string List = "list";

    /// <summary>Word of those of the list settled in the campaign.</summary>
    internal const string Settled = "settled";

    public static async Task AddAsync(FactBook book, NarrativeQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        var campaigns = await FindAsync(scope, work, ct);
        if (campaigns.Count == 0)
        {
            return;
        }

        var campaign = campaigns[0];
        var measure = await MeasureCampaign.AtAsync(campaign, On(scope, work), scope.CutOff, work, ct);
        var (whole, year) = (measure.Progress.Whole, query.Year);
        FactSource derived = new(SourceKind.Derived, year);
        book.Texts["campaigns"] = string.Join("; ", campaigns.Select(one => Words.Say(Language.Vietnamese, "narrative.campaign", one.Name, one.FirstOn, one.LastOn)));
        book.Texts["campaign"] = campaign.Name;
        book.Count("campaign.count", "Số đợt cao điểm trong kỳ", campaigns.Count, derived);
        book.Matters("campaign.list", "Việc trong danh sách của đợt cao điểm", whole.List.Matters, Own(List));
        book.Matters("campaign.settled", "Giải quyết xong trong đợt cao điểm, của danh sách", whole.Done.Matters, Own(Settled));
        book.Money("campaign.money", "Số tiền giải quyết xong trong đợt cao điểm, của danh sách", whole.Done.Money, derived);
        book.Percent("campaign.of_goal", "Tỷ lệ đạt chỉ tiêu về việc của đợt cao điểm", whole.OfGoal, derived);
        book.Count("campaign.inside", "Giải quyết xong bình quân mỗi tháng trong đợt cao điểm", Rounded(measure.Inside.MattersPerMonth), derived);
        book.Count("campaign.outside", "Giải quyết xong bình quân mỗi tháng ngoài đợt cao điểm", Rounded(measure.Outside.MattersPerMonth), derived);
        if (measure.Split is { } split)
        {
            book.Texts[split.IsTold ? "campaign_told" : "campaign_untold"] = campaign.Name;
            book.Matters("campaign.anyway", "Việc của danh sách đằng nào cũng xong (ước tính)", split.Anyway, derived);
            book.Matters("campaign.due", "Việc giải quyết xong do đợt cao điểm (ước tính)", split.Due, derived);
        }

        book.Grids["campaign"] = new Grid(
            $"Kết quả {char.ToLower(campaign.Name[0], Words.Format)}{campaign.Name[1..]} theo chấp hành viên",
            [new("officer", "Chấp hành viên", IsNumber: false, Width: 24), new("list", "Danh sách"), new("goal", "Chỉ tiêu"), new("settled", "Xong"), new("money", "Số tiền (tỷ đồng)", Width: 12)],
            [.. measure.Progress.Officers.Select(line => Row(book, line, line.Name.Length == 0 ? "Chưa phân công" : line.Name, line.Code)), Row(book, whole, "Cộng", "", isTotal: true)]);

        FactSource Own(string which) => new(SourceKind.Own, year, Own: new OwnPick("campaign", which));
    }

    /// <summary>The matters behind a number: of the list, or settled of it.</summary>
    /// <param name="which">Word, and behind a colon the officer's code.</param>
    /// <exception cref="RefusedException">`narrative.no-list`.</exception>
    internal static async Task<IReadOnlyList<OwnRow>> RowsAsync(FormScope scope, string which, Work work, CancellationToken ct)
    {
        var parts = which.Split(':', 2);
        var campaign = await FindAsync(scope, work, ct) is [var found, ..] ? found : null;
        RefusedException.ThrowIf(parts[0] is List or Settled && campaign is not null ? null : new Refusal("narrative.no-list", which));
        var officer = parts.Length < 2 ? (int?)null : parts[1] == "-" ? 0 : scope.Tree.OfficerOf(parts[1]) ?? throw new RefusedException(new Refusal("narrative.no-list", which));
        var on = On(scope, work);
        var last = on < campaign!.LastOn ? on : campaign.LastOn;
        var ends = (await CohortEnds.OfAsync(campaign, last, scope.CutOff, work, ct)).Where(end => end is { IsMoney: false, IsSettled: true } && end.On >= campaign.FirstOn).ToLookup(end => end.Matter);
        return [.. (await CohortEnds.MattersAsync(campaign, scope.CutOff, work, ct)).Where(matter => officer is null || matter.Officer == officer)
            .Select(matter => parts[0] == List ? new OwnRow(matter.Code, matter.DecidedOn, 1) : new OwnRow(matter.Code, ends[matter.Id].Select(end => end.On).DefaultIfEmpty(campaign.FirstOn).Max(), ends[matter.Id].Sum(end => end.Quantity)))
            .Where(row => row.Counted != 0)];
    }

    /// <summary>Those of the unit itself that the acts of the report have, with a list that is closed, begun by its end; the last first.</summary>
    private static async Task<IReadOnlyList<Campaign>> FindAsync(FormScope scope, Work work, CancellationToken ct) => scope.Officer != 0 ? []
        : [.. (await CampaignBook.ListAsync(work, ct, scope.Unit)).Where(campaign => campaign.Frozen?.Act <= scope.CutOff.Act && campaign.FirstOn <= On(scope, work) && campaign.Touches(scope.Year.Start, scope.End))];

    /// <summary>The last day of the period, of knowledge, or today, whichever is first.</summary>
    private static DateOnly On(FormScope scope, Work work) => new[] { scope.End, scope.CutOff.KnownOn ?? work.Today, work.Today }.Min();

    private static decimal Rounded(double value) => Math.Round((decimal)value, 0, MidpointRounding.AwayFromZero);

    private static GridRow Row(FactBook book, ProgressLine line, string name, string officer, bool isTotal = false)
    {
        var which = officer.Length == 0 ? "" : $":{officer}";
        return new(
            [
                new TextRun(name), FactSource.Run(book.Written(line.List.Matters, false), "own", "campaign", List + which), new TextRun(line.Goal?.Matters is { } goal ? book.Written(goal, false) : "–"),
                FactSource.Run(book.Written(line.Done.Matters, false), "own", "campaign", Settled + which), new TextRun(book.Written(line.Done.Money, true)),
            ], isTotal);
    }
}
