using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Overview;

/// <summary>
/// The open matters of a scope on a day: what every stock figure and watch figure is counted from, so that a number and its
/// list cannot differ. Kept between readings; of acts that came since, only the matters they touched are read again.
/// </summary>
public static class ReadOpenMatters
{
    private static readonly KeptAnswers<Read> Kept = new(16);

    public static async Task<IReadOnlyList<OpenMatter>> RunAsync(OverviewScope scope, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var connection = await work.ConnectAsync(ct);
        var batch = await connection.ValueAsync<int>("SELECT coalesce(max(number), 0) FROM docket_batch", ct);
        if (Kept.Find(work.Database, scope.Key) is { } kept && kept.Act <= scope.CutOff.Act && kept.Batch == batch)
        {
            return kept.Act == scope.CutOff.Act ? kept.Matters : (await RefreshAsync(kept, scope, batch, work, connection, ct)).Matters;
        }

        var all = await ListAsync(scope, connection, "1 = 1", ct);
        return Kept.Keep(work.Database, scope.Key, new Read(scope.CutOff.Act, batch, all)).Matters;
    }

    /// <summary>An act on single matters notes them (`act_matter`); whatever brings in many closes a batch of the summary.</summary>
    private static async Task<Read> RefreshAsync(Read kept, OverviewScope scope, int batch, Work work, DbConnection connection, CancellationToken ct)
    {
        var touched = await connection.ListAsync(
            "SELECT DISTINCT matter_id FROM act_matter WHERE act > @after AND act <= @act", r => r.Id(0), ct, ("after", kept.Act), ("act", scope.CutOff.Act));
        var matters = kept.Matters;
        foreach (var block in touched.Chunk(MatterFiles.Block))
        {
            var names = block.Select((id, i) => ($"m{i}", (object?)id)).ToArray();
            var now = await ListAsync(scope, connection, $"m.matter_id IN ({string.Join(',', names.Select(n => '@' + n.Item1))})", ct, names);
            var changed = block.ToHashSet();
            matters = InOrder(matters.Where(matter => !changed.Contains(matter.Id)).Concat(now));
        }

        return Kept.Keep(work.Database, scope.Key, new Read(scope.CutOff.Act, batch, matters));
    }

    /// <summary>
    /// Of a matter at a cut-off the moves leave exactly one open state in one account, or none: so the sums of state, unit and officer over
    /// what came, less what went, are that state, unit and officer.
    /// </summary>
    private static async Task<IReadOnlyList<OpenMatter>> ListAsync(OverviewScope scope, DbConnection connection, string which, CancellationToken ct, params (string, object?)[] names)
    {
        var known = scope.IsThen ? " AND m.known_on <= @known" : "";
        string Side(string side) => $"CASE WHEN m.{side}_state BETWEEN 1 AND 7{(scope.IsEverything ? "" : $" AND m.{side}_unit IN ({Sql.List(scope.Units)})")} THEN 1 ELSE 0 END";
        string Sum(string what) => $"CAST(sum(CASE WHEN line = 0 THEN quantity * ({what}) ELSE 0 END) AS bigint)";
        string Left(string states) => $"CAST(sum(CASE WHEN line > 0 THEN quantity * (CASE WHEN to_state {states} THEN came ELSE 0 END - CASE WHEN from_state {states} THEN went ELSE 0 END) ELSE 0 END) AS bigint)";
        var found = await connection.ListAsync(
            $"""
            WITH net AS (
                SELECT matter_id, {Sum("came - went")} AS held, {Sum("came * to_state - went * from_state")} AS state, {Sum("came * to_unit - went * from_unit")} AS unit_id,
                       {Sum("came * to_officer - went * from_officer")} AS officer_id, {Left("< 7")} AS remainder, {Left("= 7")} AS apart
                FROM (SELECT m.matter_id, m.line, m.quantity, m.from_state, m.to_state, m.from_unit, m.to_unit, m.from_officer, m.to_officer, {Side("to")} AS came, {Side("from")} AS went
                      FROM move m WHERE m.happened_on <= @day AND m.act <= @act AND {which}{known}) sides
                GROUP BY matter_id)
            SELECT c.id, c.code, c.decided_on, n.unit_id, n.officer_id, n.state, n.remainder, n.apart,
                   (SELECT max(since) FROM (SELECT m.happened_on AS since FROM move m
                    WHERE m.matter_id = n.matter_id AND m.line = 0 AND m.from_state <> m.to_state AND m.to_state = n.state AND m.happened_on <= @day AND m.act <= @act{known}
                    GROUP BY m.happened_on HAVING sum(m.quantity) > 0) entered),
                   (SELECT max(s.happened_on) FROM step s WHERE s.matter_id = n.matter_id AND s.kind NOT IN ({(int)StepKind.Reassigned}, {(int)StepKind.Transferred}) AND {Counts("s", "step_void", "step", scope)}),
                   (SELECT max(e.happened_on) FROM matter_event e WHERE e.matter_id = n.matter_id AND {Counts("e", "matter_event_void", "event", scope)}),
                   (SELECT max(e.happened_on) FROM matter_event e WHERE e.matter_id = n.matter_id AND e.kind = {(int)EventKind.Verified} AND {Counts("e", "matter_event_void", "event", scope)}),
                   (SELECT count(*) FROM obligation o WHERE o.matter_id = n.matter_id),
                   (SELECT count(*) FROM obligation o WHERE o.matter_id = n.matter_id AND NOT EXISTS (SELECT 1 FROM step s
                    WHERE s.matter_id = n.matter_id AND s.line IN (0, o.number) AND s.kind NOT IN ({(int)StepKind.Reassigned}, {(int)StepKind.Transferred}) AND {Counts("s", "step_void", "step", scope)})),
                   CASE WHEN c.commune_id IS NULL THEN 0 ELSE 1 END, CASE WHEN EXISTS (SELECT 1 FROM matter_party p WHERE p.matter_id = n.matter_id) THEN 1 ELSE 0 END
            FROM net n JOIN matter c ON c.id = n.matter_id WHERE n.held <> 0
            """,
            r => new OpenMatter(
                r.Id(0), r.GetString(1), r.Day(2), (int)r.GetInt64(3), (int)r.GetInt64(4), (DocketState)r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), r.Day(8), r.DayOrNone(9), r.DayOrNone(10),
                r.DayOrNone(11), (int)r.GetInt64(12), (int)r.GetInt64(13), r.GetInt32(14) != 0, r.GetInt32(15) != 0), ct,
            [("day", scope.On), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue), .. names]);
        return InOrder(found);
    }

    /// <summary>The oldest first.</summary>
    private static IReadOnlyList<OpenMatter> InOrder(IEnumerable<OpenMatter> matters) =>
        [.. matters.OrderBy(matter => matter.DecidedOn).ThenBy(matter => matter.Code, StringComparer.Ordinal)];

    /// <summary>Whether a step or an event had happened, was known and not voided.</summary>
    private static string Counts(string row, string voids, string number, OverviewScope scope) =>
        $"""
        {row}.happened_on <= @day AND {row}.act <= @act{(scope.IsThen ? $" AND {row}.known_on <= @known" : "")}
            AND NOT EXISTS (SELECT 1 FROM {voids} v WHERE v.matter_id = {row}.matter_id AND v.{number} = {row}.number AND v.act <= @act{(scope.IsThen ? " AND v.voided_on <= @known" : "")})
        """;

    private sealed record Read(long Act, int Batch, IReadOnlyList<OpenMatter> Matters);
}
