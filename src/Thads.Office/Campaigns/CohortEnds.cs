using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>A matter on the list of a campaign.</summary>
/// <param name="Officer">Id of the officer who held it when the list was closed; 0 = nobody.</param>
/// <param name="Left">Đồng left then.</param>
/// <param name="AddedOn">Put on the list later, from this day.</param>
public sealed record CohortMatter(Guid Id, string Code, DateOnly DecidedOn, int Unit, int Officer, int? Commune, DocketState State, long Left, DateOnly? AddedOn, string? Reason);

/// <summary>What ended in a matter of the list on a day, less what was taken back or reopened: adds up to what was settled.</summary>
/// <param name="IsMoney">Đồng of its lines; else the matter itself.</param>
/// <param name="IsSettled">Completed, terminated or reduced; else it left the list another way: delegated, withdrawn, pulled up, returned, separated.</param>
/// <param name="Quantity">1 or đồng; negative where it came back to life.</param>
public sealed record CohortEnd(Guid Matter, DateOnly On, bool IsMoney, bool IsSettled, Manner? Manner, long Quantity);

/// <summary>The list of a campaign and what ended in it, from the moves of the book.</summary>
public static class CohortEnds
{
    /// <summary>States that count as settled in the forms.</summary>
    internal const string Settled = "8, 9, 10";

    /// <summary>The list as the acts up to the cut-off have it, of the units the person sees; by code.</summary>
    internal static async Task<IReadOnlyList<CohortMatter>> MattersAsync(Campaign campaign, DocketCutOff cutOff, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        return await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT c.id, c.code, c.decided_on, q.unit_id, q.officer_id, q.commune_id, q.state, q.remainder, q.added_on, q.reason
            FROM campaign_matter q JOIN matter c ON c.id = q.matter_id WHERE q.campaign_id = @campaign AND q.act <= @act AND q.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))}) ORDER BY c.code
            """,
            r => new CohortMatter(r.Id(0), r.GetString(1), r.Day(2), r.GetInt32(3), r.GetInt32(4), r.NumberOrNone(5), (DocketState)r.GetInt32(6), r.GetInt64(7), r.DayOrNone(8), r.TextOrNone(9)), ct,
            ("campaign", campaign.Id), ("act", cutOff.Act));
    }

    /// <summary>What ended after the day on which the list was closed, up to a day. Of a matter added later only what ended from then on.</summary>
    internal static async Task<IReadOnlyList<CohortEnd>> OfAsync(Campaign campaign, DateOnly last, DocketCutOff cutOff, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        return await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT m.matter_id, m.happened_on, CASE WHEN m.line = 0 THEN 0 ELSE 1 END, CASE WHEN m.to_state IN ({Settled}) OR m.from_state IN ({Settled}) THEN 1 ELSE 0 END, s.manner,
                   CAST(sum(CASE WHEN m.from_state BETWEEN 1 AND 6 THEN m.quantity ELSE -m.quantity END) AS bigint)
            FROM campaign_matter q JOIN move m ON m.matter_id = q.matter_id LEFT JOIN step s ON s.matter_id = m.matter_id AND s.number = m.step
            WHERE q.campaign_id = @campaign AND q.act <= @act AND q.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))})
                AND m.happened_on > @frozen AND (q.added_on IS NULL OR m.happened_on >= q.added_on) AND m.happened_on <= @last AND m.act <= @act AND m.known_on <= @known
                AND ((m.from_state BETWEEN 1 AND 6 AND m.to_state > 6) OR (m.from_state > 6 AND m.to_state BETWEEN 1 AND 6))
            GROUP BY 1, 2, 3, 4, 5
            HAVING sum(CASE WHEN m.from_state BETWEEN 1 AND 6 THEN m.quantity ELSE -m.quantity END) <> 0
            """,
            r => new CohortEnd(r.Id(0), r.Day(1), r.GetInt32(2) == 1, r.GetInt32(3) == 1, (Manner?)r.NumberOrNone(4), r.GetInt64(5)), ct,
            ("campaign", campaign.Id), ("act", cutOff.Act), ("known", cutOff.KnownOn ?? DateOnly.MaxValue), ("frozen", campaign.Frozen!.On), ("last", last));
    }
}
