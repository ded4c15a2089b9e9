using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Overview;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>
/// Measures what a campaign brought, from the book alone: its months against the others of the year and against the same days of other years; its list against alike matters; what came
/// back. Where a comparison tells nothing, it says so.
/// </summary>
public static class MeasureCampaign
{
    private static readonly KeptAnswers<CampaignMeasure> Kept = new(16);

    /// <param name="pinned">As it was known when the campaign was closed; else all that is known today.</param>
    /// <exception cref="NotFoundException">`campaign.unknown`.</exception>
    /// <exception cref="RefusedException">`campaign.not-frozen`, `campaign.not-begun`, `campaign.not-closed`.</exception>
    public static async Task<CampaignMeasure> RunAsync(int campaign, bool pinned, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var found = await CampaignBook.OfAsync(campaign, work, ct);
        RefusedException.ThrowIf(
            found.Frozen is null ? new Refusal("campaign.not-frozen")
            : found.FirstOn > work.Today ? new Refusal("campaign.not-begun", found.FirstOn)
            : pinned && found.Closed is null ? new Refusal("campaign.not-closed") : null);
        var last = await (await work.ConnectAsync(ct)).ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
        var (cutOff, on) = pinned ? (found.Closed!.CutOff, found.Closed.On) : (new DocketCutOff(last, null), work.Today);
        return await AtAsync(found, on, cutOff, work, ct);
    }

    /// <summary>By what was known at a cut-off, up to a day: what a report with figures of its own says of a campaign.</summary>
    internal static async Task<CampaignMeasure> AtAsync(Campaign campaign, DateOnly on, DocketCutOff cutOff, Work work, CancellationToken ct)
    {
        var last = await (await work.ConnectAsync(ct)).ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{campaign.Id}/{cutOff.Act}/{last}/{cutOff.KnownOn:yyyyMMdd}/{on:yyyyMMdd}/{Sql.List(tree.Units.VisibleTo(work.Person).Order())}");
        return await Kept.OfAsync(work.Database, key, () => OfAsync(campaign, on, cutOff, tree, work, ct));
    }

    private static async Task<CampaignMeasure> OfAsync(Campaign campaign, DateOnly on, DocketCutOff cutOff, UnitTree tree, Work work, CancellationToken ct)
    {
        var end = on < campaign.LastOn ? on : campaign.LastOn;
        var (first, last) = (StatisticalYear.Of(campaign.FirstOn), StatisticalYear.Of(campaign.LastOn));
        var yearsEnd = on < last.End ? on : last.End;
        var progress = await ReadProgress.AtAsync(campaign, end, cutOff, work, ct);
        var inside = await PartsAsync(campaign.Unit, campaign.FirstOn, end, cutOff, tree, work, ct);
        var whole = await PartsAsync(campaign.Unit, first.Start, yearsEnd, cutOff, tree, work, ct);
        var lastYear = await PartsAsync(campaign.Unit, campaign.FirstOn.AddYears(-1), end.AddYears(-1), cutOff, tree, work, ct);
        var length = PerMonth.LengthOf(campaign.FirstOn, end);
        var rest = PerMonth.LengthOf(first.Start, yearsEnd) - length;
        PartOfResult Part(string code, string name, Func<SettledPart, bool> has)
        {
            var (of, all) = (Sum(inside.Where(has), length), Sum(whole.Where(has), rest));
            return new PartOfResult(code, name, of, all with { Matters = all.Matters - of.Matters, Money = all.Money - of.Money }, Sum(lastYear.Where(has), length));
        }

        var total = Part("", "", _ => true);
        var months = await MonthsAsync(campaign, on, cutOff, work, ct);
        var years = await YearsAsync(campaign, on, cutOff, tree, work, ct);
        var (effect, why) = end < campaign.LastOn ? (null, new Refusal("campaign.effect-running", campaign.LastOn)) : await EffectAsync(campaign, progress, years, cutOff, work, ct);
        var communes = tree.Communes.Values.ToDictionary(commune => commune.Id);
        return new CampaignMeasure(
            campaign, on, cutOff, progress, months, total.Inside, total.Outside,
            MonthlyRatio.Of(total.Inside.Matters, length, total.Outside.Matters, rest, [.. months.Where(month => month.Inside == false && month.Last <= on).Select(month => month.Matters)]),
            [.. years.Select(year => year.Year)],
            [.. Enum.GetValues<Manner>().Select(manner => Part(Codes.CodeOf(manner), "", part => part.Manner == manner)).Append(Part("-", "", part => part.Manner is null))],
            [.. whole.Select(part => part.Commune).Distinct().Select(id => communes.TryGetValue(id, out var commune)
                ? Part(commune.Code, commune.Name, part => part.Commune == id) : Part("-", "", part => part.Commune == id)).OrderBy(part => part.Code == "-").ThenBy(part => part.Code, StringComparer.Ordinal)],
            [.. whole.Select(part => part.Officer).Distinct().Select(id => id == 0 ? Part("-", "", part => part.Officer == 0)
                : Part(tree.OfficerCode(id), tree.OfficerName(id, campaign.LastOn), part => part.Officer == id)).OrderBy(part => part.Code == "-").ThenBy(part => part.Code, StringComparer.Ordinal)],
            effect, why, await ReadCameBack.OfAsync(campaign, on, cutOff, work, ct));
    }

    private static PerMonth Sum(IEnumerable<SettledPart> parts, double months) => parts.Aggregate(new PerMonth(0, 0, months), (sum, part) => sum with { Matters = sum.Matters + part.Matters, Money = sum.Money + part.Money });

    /// <summary>What a unit settled between two days, less what was taken back or reopened: adds up to the cell “settled”.</summary>
    private static async Task<List<SettledPart>> PartsAsync(int unit, DateOnly first, DateOnly last, DocketCutOff cutOff, UnitTree tree, Work work, CancellationToken ct) =>
        await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT m.to_officer, coalesce(c.commune_id, 0), s.manner, CAST(sum(CASE WHEN m.line = 0 THEN {Net} ELSE 0 END) AS bigint), CAST(sum(CASE WHEN m.line > 0 THEN {Net} ELSE 0 END) AS bigint)
            FROM move m JOIN matter c ON c.id = m.matter_id LEFT JOIN step s ON s.matter_id = m.matter_id AND s.number = m.step
            WHERE m.to_unit IN ({Sql.List(tree.ScopeOf(unit, last).VisibleTo(work.Person))}) AND m.happened_on BETWEEN @first AND @last AND m.act <= @act AND m.known_on <= @known AND {IsSettling}
            GROUP BY 1, 2, 3
            """,
            r => new SettledPart(r.GetInt32(0), r.GetInt32(1), (Manner?)r.NumberOrNone(2), (int)r.GetInt64(3), r.GetInt64(4)), ct,
            ("first", first), ("last", last), ("act", cutOff.Act), ("known", cutOff.KnownOn ?? DateOnly.MaxValue));

    private const string Net = $"(CASE WHEN m.to_state IN ({CohortEnds.Settled}) THEN m.quantity ELSE -m.quantity END)";

    private const string IsSettling =
        $"((m.from_state BETWEEN 1 AND 6 AND m.to_state IN ({CohortEnds.Settled})) OR (m.from_state IN ({CohortEnds.Settled}) AND m.to_state BETWEEN 1 AND 6))";

    /// <summary>The months of the statistical years of the period, from the forms.</summary>
    private static async Task<IReadOnlyList<CampaignMonth>> MonthsAsync(Campaign campaign, DateOnly on, DocketCutOff cutOff, Work work, CancellationToken ct)
    {
        var months = new List<CampaignMonth>();
        for (var year = StatisticalYear.Of(campaign.FirstOn); year.Year <= StatisticalYear.Of(campaign.LastOn).Year && year.Start <= on; year = new StatisticalYear(year.Year + 1))
        {
            var query = new FormQuery("01", campaign.UnitCode, year.Year, KnownOn: cutOff.KnownOn, LastAct: cutOff.Act);
            var matters = (await ReadYearCourse.RunAsync(query, work, ct)).Points;
            var money = (await ReadYearCourse.RunAsync(query with { Form = "02" }, work, ct)).Points;
            for (var month = 1; month <= StatisticalYear.Months && year.Start.AddMonths(month - 1) <= on; month++)
            {
                var (first, last) = (year.Start.AddMonths(month - 1), year.EndOfMonth(month));
                long Of(IReadOnlyList<CoursePoint> points) => points[month - 1].Settled - (month == 1 ? 0 : points[month - 2].Settled);
                months.Add(new CampaignMonth(
                    year.Year, month, first, last, Of(matters), Of(money), !campaign.Touches(first, last) ? false : campaign.FirstOn <= first && campaign.LastOn >= last ? true : null));
            }
        }

        return months;
    }

    /// <summary>The same days of other years: back to the first in which the books have something settled, and on to those that are over.</summary>
    private static async Task<IReadOnlyList<(OtherYear Year, IReadOnlyList<AlikeMatters> Groups)>> YearsAsync(
        Campaign campaign, DateOnly on, DocketCutOff cutOff, UnitTree tree, Work work, CancellationToken ct)
    {
        var others = (await CampaignBook.ListAsync(work, ct, campaign.Unit)).Where(other => other.Id != campaign.Id).ToList();
        var years = new List<(OtherYear, IReadOnlyList<AlikeMatters>)>();
        for (var ahead = 1; campaign.LastOn.AddYears(ahead) <= on; ahead++)
        {
            years.Insert(0, await YearAsync(ahead));
        }

        for (var back = -1; back >= -30 && await HasSettledAsync(StatisticalYear.Of(campaign.FirstOn.AddYears(back)).Year); back--)
        {
            years.Add(await YearAsync(back));
        }

        return years;

        async Task<bool> HasSettledAsync(int year) =>
            (await ReadYearCourse.RunAsync(new FormQuery("01", campaign.UnitCode, year, KnownOn: cutOff.KnownOn, LastAct: cutOff.Act), work, ct)).Last.Settled > 0;

        async Task<(OtherYear, IReadOnlyList<AlikeMatters>)> YearAsync(int shift)
        {
            var (first, last, frozen) = (campaign.FirstOn.AddYears(shift), campaign.LastOn.AddYears(shift), campaign.Frozen!.On.AddYears(shift));
            var done = Sum(await PartsAsync(campaign.Unit, first, last, cutOff, tree, work, ct), PerMonth.LengthOf(first, last));
            var list = await ReadScopedMatters.OfAsync(campaign.Plan.Scope, campaign.Unit, frozen, work, ct);
            var settled = await SettledAsync(campaign.Unit, first, last, cutOff, tree, work, ct);
            return (new OtherYear(shift, first, last, done, list.Count, list.Count(matter => settled.Contains(matter.Id)), others.Exists(other => other.Touches(first, last))), Alike(list, frozen, settled));
        }
    }

    /// <summary>Matters settled between two days and not live again by the last.</summary>
    private static async Task<HashSet<Guid>> SettledAsync(int unit, DateOnly first, DateOnly last, DocketCutOff cutOff, UnitTree tree, Work work, CancellationToken ct) =>
        [.. await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT m.matter_id FROM move m
            WHERE m.line = 0 AND m.to_unit IN ({Sql.List(tree.ScopeOf(unit, last).VisibleTo(work.Person))}) AND m.happened_on BETWEEN @first AND @last AND m.act <= @act AND m.known_on <= @known AND {IsSettling}
            GROUP BY m.matter_id HAVING sum({Net}) > 0
            """,
            r => r.Id(0), ct, ("first", first), ("last", last), ("act", cutOff.Act), ("known", cutOff.KnownOn ?? DateOnly.MaxValue))];

    /// <summary>Beside the list where enough alike matters are not on it, else by other years.</summary>
    private static async Task<(CampaignEffect? Effect, Refusal? Why)> EffectAsync(
        Campaign campaign, CampaignProgress progress, IReadOnlyList<(OtherYear Year, IReadOnlyList<AlikeMatters> Groups)> years, DocketCutOff cutOff, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var frozen = campaign.Frozen!.On;
        var listed = (await CohortEnds.MattersAsync(campaign, cutOff, work, ct)).Where(matter => matter.AddedOn is null).Select(matter => matter.Id).ToHashSet();
        var all = await ReadScopedMatters.RunAsync(campaign.Unit, frozen, work, ct);
        var settled = await SettledAsync(campaign.Unit, campaign.FirstOn, campaign.LastOn, cutOff, tree, work, ct);
        var list = Alike(all.Where(matter => listed.Contains(matter.Id)), frozen, settled);
        var effect = CampaignEffect.Beside(list, Alike(all.Where(matter => !listed.Contains(matter.Id)), frozen, settled))
            ?? CampaignEffect.OtherYears(list, [.. years.Where(year => !year.Year.HasCampaign && year.Year.List > 0).Select(year => year.Groups)]);
        return effect is null ? (null, new Refusal("campaign.no-comparison")) : (effect with { Matters = progress.Whole.List.Matters }, null);
    }

    private static IReadOnlyList<AlikeMatters> Alike(IEnumerable<ScopedMatter> matters, DateOnly day, HashSet<Guid> settled) =>
        [.. matters.GroupBy(matter => matter.GroupOn(day), StringComparer.Ordinal).Select(g => new AlikeMatters(g.Key, g.Count(), g.Count(matter => settled.Contains(matter.Id)))).OrderBy(group => group.Group, StringComparer.Ordinal)];
}
