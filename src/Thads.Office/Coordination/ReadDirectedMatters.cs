using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Overview;
using Thads.Office.WatchLists;

namespace Thads.Office.Coordination;

/// <summary>Matters that a direction to the units of a scope names, from the day it was received to the day it was closed; and those under the direction of a steering committee.</summary>
internal static class ReadDirectedMatters
{
    public static async Task<List<WatchEntry>> OfAsync(OverviewScope scope, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var rows = await connection.ListAsync(
            $"""
            SELECT m.id, m.code, m.decided_on, q.received_on,
                (SELECT e.kind FROM received_event e WHERE e.received_id = q.id AND e.kind IN (3, 4) AND e.act <= @act AND e.happened_on <= @day ORDER BY e.id DESC LIMIT 1),
                (SELECT e.happened_on FROM received_event e WHERE e.received_id = q.id AND e.kind IN (3, 4) AND e.act <= @act AND e.happened_on <= @day ORDER BY e.id DESC LIMIT 1)
            FROM received q JOIN received_matter x ON x.received_id = q.id JOIN matter m ON m.id = x.matter_id
            WHERE q.kind = 1 AND q.act <= @act AND q.unit_id IN ({Sql.List(scope.Units)})
            """,
            r => (Id: r.Id(0), Code: r.GetString(1), DecidedOn: r.Day(2), From: r.Day(3), To: r.NumberOrNone(4) == (int)ReceivedEventKind.Closed ? r.DayOrNone(5) : null), ct,
            ("act", scope.CutOff.Act), ("day", scope.On));

        var byCommittee = await connection.ListAsync(
            """
            SELECT m.id, m.code, m.decided_on, d.since, e.last_on FROM directed_matter d JOIN matter m ON m.id = d.matter_id
                LEFT JOIN directed_matter_end e ON e.directed_id = d.id AND e.act <= @act WHERE d.act <= @act AND d.since <= @day
            """,
            r => (Id: r.Id(0), Code: r.GetString(1), DecidedOn: r.Day(2), From: r.Day(3), To: r.DayOrNone(4)), ct, ("act", scope.CutOff.Act), ("day", scope.On));

        // Of several directions about a matter: from the first to the last, and to none where one is open.
        var committee = byCommittee.Select(row => row.Id).ToHashSet();
        var named = rows.Select(row => row.Id).ToHashSet();
        return [.. rows.Concat(byCommittee).GroupBy(row => row.Id).Select(g => new WatchEntry(
            g.Key, g.First().Code, g.First().DecidedOn, g.Min(row => row.From), g.Any(row => row.To is null) ? null : g.Max(row => row.To),
            !committee.Contains(g.Key) ? ReadWatchEntries.Directed : named.Contains(g.Key) ? ReadWatchEntries.DirectedByBoth : ReadWatchEntries.ByCommittee))];
    }
}
