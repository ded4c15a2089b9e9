using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Commendations;

/// <summary>Nominations and the meetings of the council, of the units a person sees.</summary>
public static class ReadNominations
{
    /// <param name="unit">Code; null = all that are seen.</param>
    /// <returns>The newest first; those withdrawn too.</returns>
    public static async Task<IReadOnlyList<Nomination>> RunAsync(string? unit, int? year, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var connection = await work.ConnectAsync(ct);
        var grounds = (await connection.ListAsync(
            "SELECT nomination, code, says, link, is_met FROM nomination_ground ORDER BY id",
            r => (Of: r.GetInt64(0), Ground: new Ground(r.GetString(1), r.GetString(2), r.TextOrNone(3), (ConditionState?)r.NumberOrNone(4))), ct)).ToLookup(pair => pair.Of, pair => pair.Ground);
        var votes = (await VotesAsync(work, ct)).GroupBy(vote => vote.Nomination).ToDictionary(g => g.Key, g => g.Last());
        return await connection.ListAsync(
            $"""
            SELECT n.id, n.unit_id, n.year, n.occasion, n.occasion_title, n.kind, n.body, n.recipient, n.code, n.name, n.post, n.achievement, n.nominated_on, w.reason,
                (SELECT max(c.id) FROM commendation c WHERE c.nomination = n.id)
            FROM nomination n LEFT JOIN nomination_withdrawn w ON w.nomination = n.id
            WHERE n.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person).Where(u => unit is null || tree.UnitCode(u) == unit))}){(year is null ? "" : " AND n.year = @year")} ORDER BY n.id DESC
            """,
            r => new Nomination(
                r.GetInt64(0), tree.UnitCode(r.GetInt32(1)), r.GetInt32(2), (Occasion)r.GetInt32(3), r.GetString(4), CommendationKind.Find(r.GetString(5))!, r.GetString(6),
                new Recipient((RecipientKind)r.GetInt32(7), r.TextOrNone(8), r.GetString(9), r.TextOrNone(10)), r.TextOrNone(11), r.Day(12), [.. grounds[r.GetInt64(0)]], r.TextOrNone(13),
                votes.GetValueOrDefault(r.GetInt64(0)), r.IsDBNull(14) ? null : r.GetInt64(14))
            { UnitId = r.GetInt32(1) },
            ct, ("year", year ?? 0));
    }

    /// <summary>Null where there is none, or it is not this person's to see.</summary>
    public static async Task<Nomination?> OneAsync(long id, Work work, CancellationToken ct) => (await RunAsync(null, null, work, ct)).FirstOrDefault(one => one.Id == id);

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<CouncilMeeting>> CouncilsAsync(string unit, int year, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var votes = (await VotesAsync(work, ct)).ToLookup(vote => vote.Council);
        return tree.UnitOf(unit) is not { } id || !work.Person.Sees(id) ? [] : await (await work.ConnectAsync(ct)).ListAsync(
            "SELECT id, met_on, members, minutes FROM commendation_council WHERE unit_id = @unit AND year = @year ORDER BY met_on DESC, id DESC",
            r => new CouncilMeeting(r.GetInt64(0), unit, year, r.Day(1), r.GetString(2), r.TextOrNone(3), [.. votes[r.GetInt64(0)]]), ct, ("unit", id), ("year", year));
    }

    private static async Task<List<CouncilVote>> VotesAsync(Work work, CancellationToken ct) => await (await work.ConnectAsync(ct)).ListAsync(
        "SELECT council, nomination, in_favour, against FROM commendation_vote ORDER BY id", r => new CouncilVote(r.GetInt64(0), r.GetInt64(1), r.GetInt32(2), r.GetInt32(3)), ct);
}
