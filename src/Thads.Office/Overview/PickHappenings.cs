using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;

namespace Thads.Office.Overview;

/// <summary>Matters watched for what happened in them: steps known late, and what was settled in the last days of a year.</summary>
public static class PickHappenings
{
    /// <summary>Matters with steps that became known between two days, more than so many days after they happened; of several steps the latest entered speaks.</summary>
    public static async Task<PickedMatters> LateAsync(MatterPick pick, DateOnly first, DateOnly last, OverviewScope scope, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var connection = await work.ConnectAsync(ct);
        string Late(string row, string day) => $"{row}.known_on > {row}.{day} AND " + (connection.IsPostgres() ? $"{row}.known_on - {row}.{day} > {limits.LateDays}" : $"julianday({row}.known_on) - julianday({row}.{day}) > {limits.LateDays}");
        var here = scope.IsEverything ? "1 = 1" : $"+m.to_unit IN ({Sql.List(scope.Units)})"; // CROSS JOIN and the plus sign: by way of the late step, not of the unit's index
        const string InWindow = "known_on >= @first AND {0}.known_on <= @last AND {0}.act <= @act";
        var rows = await connection.ListAsync(
            $"""
            SELECT c.id, c.code, c.decided_on, m.to_unit, m.to_officer, s.happened_on, s.known_on, s.number
            FROM step s CROSS JOIN move m CROSS JOIN matter c
            WHERE c.id = s.matter_id AND m.matter_id = s.matter_id AND m.step = s.number AND m.act = s.act AND {Late("s", "happened_on")} AND s.{string.Format(System.Globalization.CultureInfo.InvariantCulture, InWindow, "s")} AND s.happened_on <= @day AND m.taken_back = 0 AND {here}
                AND NOT EXISTS (SELECT 1 FROM step_void v WHERE v.matter_id = s.matter_id AND v.step = s.number AND v.act <= @act AND v.voided_on <= @last)
            UNION
            SELECT c.id, c.code, c.decided_on, m.to_unit, m.to_officer, c.decided_on, c.known_on, 0
            FROM matter c CROSS JOIN move m
            WHERE m.matter_id = c.id AND m.step = 0 AND m.line = 0 AND m.taken_back = 0 AND {Late("c", "decided_on")} AND c.{string.Format(System.Globalization.CultureInfo.InvariantCulture, InWindow, "c")} AND c.decided_on <= @day AND {here}
            """,
            r => new PickedMatter(r.Id(0), r.GetString(1), r.Day(2), r.GetInt32(3), r.GetInt32(4), null, null, r.Day(5), r.Day(6), 1),
            ct, ("first", first), ("last", last), ("day", scope.On), ("act", scope.CutOff.Act));
        return new PickedMatters(pick, OfOfficer(rows.GroupBy(row => row.Id).Select(g => g.OrderBy(row => row.KnownOn).ThenBy(row => row.On).Last()), pick, scope));
    }

    /// <summary>Matters settled in the last days of a statistical year. Empty before these days have come.</summary>
    public static async Task<PickedMatters> YearEndAsync(MatterPick pick, int year, OverviewScope scope, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var end = new StatisticalYear(year).End;
        var last = end < scope.On ? end : scope.On;
        var rows = await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT c.id, c.code, c.decided_on, m.to_unit, m.to_officer, m.to_state, m.happened_on, CAST(sum(m.quantity) AS bigint)
            FROM move m JOIN matter c ON c.id = m.matter_id
            WHERE m.line = 0 AND m.from_state BETWEEN 1 AND 6 AND m.to_state IN ({(int)DocketState.Completed}, {(int)DocketState.Terminated}) AND m.happened_on BETWEEN @first AND @last
                AND m.act <= @act AND m.known_on <= @known AND m.to_unit IN ({Sql.List(scope.Units)})
            GROUP BY c.id, c.code, c.decided_on, m.to_unit, m.to_officer, m.to_state, m.happened_on HAVING sum(m.quantity) <> 0
            """,
            r => new PickedMatter(r.Id(0), r.GetString(1), r.Day(2), r.GetInt32(3), r.GetInt32(4), (DocketState)r.GetInt32(5), null, r.Day(6), null, r.GetInt64(7)),
            ct, ("first", end.AddDays(1 - limits.YearEndDays)), ("last", last), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue));
        return new PickedMatters(pick, OfOfficer(rows.Where(row => pick.State is null || row.State == pick.State), pick, scope));
    }

    private static IReadOnlyList<PickedMatter> OfOfficer(IEnumerable<PickedMatter> rows, MatterPick pick, OverviewScope scope)
    {
        var officer = PickOpenMatters.OfficerOf(pick, scope);
        return [.. rows.Where(row => officer is null || row.Officer == officer).OrderBy(row => row.On).ThenBy(row => row.Code, StringComparer.Ordinal)];
    }
}
