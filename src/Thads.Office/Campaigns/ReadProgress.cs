using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>Matters and đồng.</summary>
public readonly record struct Done(int Matters, long Money)
{
    public static Done Of(IEnumerable<CohortEnd> ends)
    {
        var (matters, money) = (0, 0L);
        foreach (var end in ends)
        {
            (matters, money) = end.IsMoney ? (matters, money + end.Quantity) : (matters + (int)end.Quantity, money);
        }

        return new Done(matters, money);
    }
}

/// <summary>A unit, an officer or a commune in a campaign.</summary>
/// <param name="Code">Code; "" = the whole list, "-" = nobody, or no commune.</param>
/// <param name="List">On its list when it was closed, and what was added since.</param>
/// <param name="Done">Settled in the period up to the day.</param>
/// <param name="OnTheDay">Settled on the day itself.</param>
/// <param name="LeftOtherwise">Matters that left the list unsettled: delegated, withdrawn, pulled up, returned, followed separately; or ended before the first day.</param>
public sealed record ProgressLine(string Code, string Name, Done List, CampaignGoal? Goal, Done Done, Done OnTheDay, int LeftOtherwise)
{
    /// <summary>Percent of the goal in matters; null without one.</summary>
    public decimal? OfGoal => Goal?.Matters is > 0 ? Law.Money.Rate(Done.Matters, Goal.Matters.Value) : null;

    public decimal? OfMoneyGoal => Goal?.Money is > 0 ? Law.Money.Rate(Done.Money, Goal.Money.Value) : null;

    /// <summary>Percent of its list.</summary>
    public decimal? OfList => Law.Money.Rate(Done.Matters, List.Matters);
}

/// <summary>A day of a campaign: what was settled by its end.</summary>
public sealed record ProgressDay(DateOnly On, Done Done);

/// <summary>How a campaign stands at the end of a day. Everything is counted from the moves of the book.</summary>
/// <param name="On">Day up to which counts; not beyond the last day of the period.</param>
/// <param name="Elapsed">Working days of the period up to and with the day (days, where the table of holidays does not reach).</param>
/// <param name="Days">The days of the period so far, cumulative.</param>
/// <param name="Added">Matters added after the list was closed.</param>
public sealed record CampaignProgress(
    Campaign Campaign, DateOnly On, DocketCutOff CutOff, ProgressLine Whole, IReadOnlyList<ProgressLine> Units, IReadOnlyList<ProgressLine> Officers, IReadOnlyList<ProgressLine> Communes,
    IReadOnlyList<ProgressDay> Days, int Elapsed, int Length, int Added)
{
    /// <summary>What an even pace towards a goal would have by the day: goal × working days gone ÷ working days in all, rounded down.</summary>
    public long? Pace(long? goal) => goal is null || Length == 0 ? null : goal * Elapsed / Length;

    public int DaysLeft => Math.Max(0, Campaign.LastOn.DayNumber - On.DayNumber);
}

/// <summary>Reads how a campaign stands on a day.</summary>
public static class ReadProgress
{
    /// <param name="on">Day up to which counts; null = today.</param>
    /// <exception cref="RefusedException">`campaign.not-frozen`, `campaign.day`.</exception>
    public static async Task<CampaignProgress> RunAsync(int campaign, DateOnly? on, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var found = await CampaignBook.OfAsync(campaign, work, ct);
        RefusedException.ThrowIf(found.Frozen is null ? new Refusal("campaign.not-frozen") : on > work.Today ? new Refusal("campaign.day", on.Value, work.Today) : null);
        var last = await (await work.ConnectAsync(ct)).ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
        return await AtAsync(found, on ?? work.Today, new DocketCutOff(last, null), work, ct);
    }

    /// <summary>As it was known: the figures of a closing report are read so, and what has changed since is told by reading again.</summary>
    internal static async Task<CampaignProgress> AtAsync(Campaign campaign, DateOnly on, DocketCutOff cutOff, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var day = on < campaign.FirstOn.AddDays(-1) ? campaign.FirstOn.AddDays(-1) : on > campaign.LastOn ? campaign.LastOn : on;
        var list = await CohortEnds.MattersAsync(campaign, cutOff, work, ct);
        var ends = (await CohortEnds.OfAsync(campaign, day, cutOff, work, ct)).ToList();
        var inPeriod = ends.Where(end => end.IsSettled && end.On >= campaign.FirstOn).ToLookup(end => end.Matter);
        var otherwise = ends.Where(end => !end.IsMoney && (!end.IsSettled || end.On < campaign.FirstOn)).ToLookup(end => end.Matter);
        var commune = tree.Communes.Values.ToDictionary(one => one.Id);

        ProgressLine Line(string code, string name, IEnumerable<CohortMatter> matters, CampaignGoal? goal)
        {
            var own = matters.ToList();
            var done = own.SelectMany(matter => inPeriod[matter.Id]).ToList();
            return new ProgressLine(
                code, name, new Done(own.Count, own.Sum(matter => matter.Left)), goal, Done.Of(done), Done.Of(done.Where(end => end.On == day)),
                own.Sum(matter => (int)otherwise[matter.Id].Sum(end => end.Quantity)));
        }

        CampaignGoal? Goal(int unit, int? officer) => campaign.Goals.FirstOrDefault(goal => (officer is not null || goal.Unit == unit) && goal.Officer == officer);
        var officers = list.Select(matter => matter.Officer).Union(campaign.Goals.Where(goal => goal.Officer is not null).Select(goal => goal.Officer!.Value)).ToList();
        var days = DaysOf(campaign, day, [.. inPeriod.SelectMany(own => own)]);
        return new CampaignProgress(
            campaign, day, cutOff, Line("", campaign.UnitName, list, campaign.Whole),
            [.. list.Select(matter => matter.Unit).Distinct().OrderBy(tree.UnitCode, StringComparer.Ordinal)
                .Select(unit => Line(tree.UnitCode(unit), tree.UnitName(unit, campaign.LastOn), list.Where(matter => matter.Unit == unit), Goal(unit, null)))],
            [.. officers.Select(officer => Line(
                officer == 0 ? "-" : tree.OfficerCode(officer), officer == 0 ? "" : tree.OfficerName(officer, campaign.LastOn), list.Where(matter => matter.Officer == officer), officer == 0 ? null : Goal(0, officer)))
                .OrderBy(line => line.Code == "-").ThenBy(line => line.Code, StringComparer.Ordinal)],
            [.. list.GroupBy(matter => matter.Commune).Select(g => Line(
                g.Key is { } id && commune.TryGetValue(id, out var one) ? one.Code : "-", g.Key is { } known && commune.TryGetValue(known, out var there) ? there.Name : "", g, null))
                .OrderBy(line => line.Code == "-").ThenBy(line => line.Code, StringComparer.Ordinal)],
            days, WorkingDays(campaign.FirstOn, day), WorkingDays(campaign.FirstOn, campaign.LastOn), list.Count(matter => matter.AddedOn is not null));
    }

    /// <summary>Working days from one day to another, both included; days where the table of holidays does not reach.</summary>
    public static int WorkingDays(DateOnly first, DateOnly last)
    {
        var calendar = WorkingCalendar.OfVietNam;
        return last < first ? 0 : calendar.Covers(first.AddDays(-1)) && calendar.Covers(last) ? calendar.Between(first.AddDays(-1), last)!.Value : last.DayNumber - first.DayNumber + 1;
    }

    private static List<ProgressDay> DaysOf(Campaign campaign, DateOnly last, IReadOnlyList<CohortEnd> ends)
    {
        var byDay = ends.ToLookup(end => end.On);
        var (days, sum) = (new List<ProgressDay>(), new Done(0, 0));
        for (var day = campaign.FirstOn; day <= last; day = day.AddDays(1))
        {
            var done = Done.Of(byDay[day]);
            sum = new Done(sum.Matters + done.Matters, sum.Money + done.Money);
            days.Add(new ProgressDay(day, sum));
        }

        return days;
    }
}
