using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>How something settled came back.</summary>
public enum BackBy
{
    /// <summary>Restored: live again.</summary>
    Reopened = 1,

    /// <summary>The step that settled it was voided as a mistake.</summary>
    Voided = 2,

    /// <summary>A new matter of the same debtor was docketed.</summary>
    Docketed = 3,
}

/// <summary>A matter that was settled in a campaign and came back.</summary>
/// <param name="BackOn">Day it was live again, the mistake became known, or the new matter was docketed.</param>
/// <param name="Other">Code of the new matter of the same debtor.</param>
/// <param name="IsOut">It does not count among what was settled any more; what is not out comes off in the split.</param>
public sealed record BackMatter(string Code, DateOnly SettledOn, DateOnly BackOn, BackBy By, string? Other, bool IsOut);

/// <summary>What of the settled came back within <see cref="Days"/> days.</summary>
/// <param name="Settled">Matters of the list settled in the period, voided and reopened ones included.</param>
/// <param name="NotDue">Of these, settled less than so many days ago and not back: nothing can be said yet.</param>
/// <param name="DueOn">When the last of them can be told.</param>
public sealed record CameBack(int Settled, int NotDue, DateOnly DueOn, IReadOnlyList<BackMatter> Matters)
{
    /// <summary>Days within which it counts as having come back: our limit, for the law has none.</summary>
    public const int Days = 90;

    /// <summary>Reopened or voided; each matter once.</summary>
    public int Back => Matters.Count(matter => matter.By != BackBy.Docketed);

    /// <summary>Those that still count as settled and will be taken off in the split.</summary>
    public int StillCounted => Matters.Count(matter => matter.By != BackBy.Docketed && !matter.IsOut);

    /// <summary>Percent of those that can be told.</summary>
    public decimal? Rate => Law.Money.Rate(Back, Settled - NotDue);
}

/// <summary>Reads what came back, from the moves of the matters on the list.</summary>
public static class ReadCameBack
{
    private sealed record Posting(Guid Matter, int Step, DocketState From, DocketState To, DateOnly On, DateOnly KnownOn, long Quantity, bool TakenBack);

    /// <param name="on">Day up to which things could come back.</param>
    internal static async Task<CameBack> OfAsync(Campaign campaign, DateOnly on, DocketCutOff cutOff, Work work, CancellationToken ct)
    {
        var list = (await CohortEnds.MattersAsync(campaign, cutOff, work, ct)).ToDictionary(matter => matter.Id);
        var postings = await (await work.ConnectAsync(ct)).ListAsync(
            """
            SELECT m.matter_id, m.step, m.from_state, m.to_state, m.happened_on, m.known_on, m.quantity, m.taken_back
            FROM campaign_matter q JOIN move m ON m.matter_id = q.matter_id
            WHERE q.campaign_id = @campaign AND m.line = 0 AND m.from_state <> m.to_state AND m.happened_on >= @first AND m.happened_on <= @on AND m.act <= @act AND m.known_on <= @known
                AND (q.added_on IS NULL OR m.happened_on >= q.added_on)
            ORDER BY m.matter_id, m.number
            """,
            r => new Posting(r.Id(0), r.GetInt32(1), (DocketState)r.GetInt32(2), (DocketState)r.GetInt32(3), r.Day(4), r.Day(5), r.GetInt64(6), r.GetInt32(7) != 0), ct,
            ("campaign", campaign.Id), ("first", campaign.FirstOn), ("on", on), ("act", cutOff.Act), ("known", cutOff.KnownOn ?? DateOnly.MaxValue));
        var (settled, notDue, back, lastSettled) = (0, 0, new List<BackMatter>(), campaign.FirstOn);
        var settledOn = new Dictionary<Guid, DateOnly>();
        foreach (var own in postings.Where(posting => list.ContainsKey(posting.Matter)).GroupBy(posting => posting.Matter))
        {
            if (Follow(list[own.Key], [.. own], campaign) is not { } followed)
            {
                continue;
            }

            settled++;
            settledOn[own.Key] = followed.SettledOn;
            if (followed.Back is { } came)
            {
                back.Add(came);
            }
            else if (followed.SettledOn.AddDays(CameBack.Days) > on)
            {
                notDue++;
                lastSettled = followed.SettledOn > lastSettled ? followed.SettledOn : lastSettled;
            }
        }

        back.AddRange(await DocketedAsync(campaign, list, settledOn, on, cutOff, work, ct));
        return new CameBack(settled, notDue, lastSettled.AddDays(CameBack.Days), [.. back.OrderBy(matter => matter.BackOn).ThenBy(matter => matter.Code, StringComparer.Ordinal)]);
    }

    /// <summary>The settling of a matter in the period, and how it came back; null where it was never settled in it.</summary>
    private static (DateOnly SettledOn, BackMatter? Back)? Follow(CohortMatter matter, List<Posting> postings, Campaign campaign)
    {
        static bool Settles(Posting posting) => posting.From.IsLive && posting.To is DocketState.Completed or DocketState.Terminated;
        var held = postings.GroupBy(posting => (posting.Step, posting.From, posting.To, posting.On)).Select(g => (First: g.First(), Net: g.Sum(posting => posting.Quantity), All: g.ToList())).ToList();
        var settles = held.Where(move => Settles(move.First) && move.First.From.IsLive && move.First.On <= campaign.LastOn).ToList();
        if (settles.Where(move => move.Net > 0).Select(move => (DateOnly?)move.First.On).Min() is { } first)
        {
            var again = held.Where(move => move.Net > 0 && move.First.From is DocketState.Completed or DocketState.Terminated && move.First.To.IsLive && move.First.On >= first && move.Net > 0)
                .Select(move => (DateOnly?)move.First.On).Min();
            return again is { } day && day <= first.AddDays(CameBack.Days) ? (first, new BackMatter(matter.Code, first, day, BackBy.Reopened, null, IsOut: day <= campaign.LastOn)) : (first, null);
        }

        var voided = settles.Where(move => move.All.Exists(posting => posting.TakenBack)).ToList();
        if (voided.Count == 0)
        {
            return null;
        }

        var (on, known) = (voided[0].First.On, voided[0].All.Last(posting => posting.TakenBack).KnownOn);
        return known <= on.AddDays(CameBack.Days) ? (on, new BackMatter(matter.Code, on, known, BackBy.Voided, null, IsOut: true)) : null;
    }

    /// <summary>New matters of the same debtor, by the party; those of units the person does not see are not told.</summary>
    private static async Task<IEnumerable<BackMatter>> DocketedAsync(
        Campaign campaign, Dictionary<Guid, CohortMatter> list, Dictionary<Guid, DateOnly> settledOn, DateOnly on, DocketCutOff cutOff, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var found = await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT DISTINCT q.matter_id, c.code, c.decided_on
            FROM campaign_matter q JOIN matter_party p ON p.matter_id = q.matter_id AND p.role = {(int)Matters.PartyRole.Debtor}
                JOIN matter_party o ON o.party_id = p.party_id AND o.role = {(int)Matters.PartyRole.Debtor} AND o.matter_id <> q.matter_id
                JOIN matter c ON c.id = o.matter_id
            WHERE q.campaign_id = @campaign AND c.decided_on > @first AND c.decided_on <= @on AND c.act <= @act AND c.known_on <= @known AND c.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))})
            """,
            r => (Matter: r.Id(0), Code: r.GetString(1), On: r.Day(2)), ct,
            ("campaign", campaign.Id), ("first", campaign.FirstOn), ("on", on), ("act", cutOff.Act), ("known", cutOff.KnownOn ?? DateOnly.MaxValue));
        return found.Where(other => settledOn.TryGetValue(other.Matter, out var day) && other.On > day && other.On <= day.AddDays(CameBack.Days))
            .Select(other => new BackMatter(list[other.Matter].Code, settledOn[other.Matter], other.On, BackBy.Docketed, other.Code, IsOut: false));
    }
}
