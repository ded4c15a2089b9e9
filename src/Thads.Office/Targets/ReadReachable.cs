using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Overview;

namespace Thads.Office.Targets;

/// <summary>The open matters of a scope with what an estimate of their effort rests on.</summary>
public static class ReadReachable
{
    public static async Task<IReadOnlyList<ReachableMatter>> RunAsync(OverviewScope scope, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var open = await ReadOpenMatters.RunAsync(scope, work, ct);
        var connection = await work.ConnectAsync(ct);
        var lines = (await LinesAsync(scope, connection, ct)).ToLookup(line => line.Matter);
        var facts = (await FactsAsync(scope, connection, ct)).ToLookup(fact => fact.Matter);
        return [.. open.Where(matter => matter.State.IsLive).Select(matter =>
        {
            var own = lines[matter.Id].ToList();
            var enforceable = own.Where(line => IsEnforceable(line.State)).ToList();
            DateOnly? Last(EventKind? kind, EventResult? result) => facts[matter.Id].Where(fact => fact.Kind == kind && (result is null || fact.Result == result)).Max(fact => (DateOnly?)fact.On);
            return new ReachableMatter(
                matter, enforceable.Sum(line => line.Left), enforceable.Select(line => line.Line).Distinct().Count(), own.Count(line => !IsEnforceable(line.State)),
                facts[matter.Id].Count(fact => fact.IsLineWithoutMoney), Last(null, null), Last(EventKind.Persuaded, EventResult.Agreed), Last(EventKind.Persuaded, EventResult.Refused),
                Last(EventKind.Verified, EventResult.Able), Last(EventKind.CoercionDecided, null));
        })];
    }

    /// <summary>The states that count as enforceable in the forms.</summary>
    public static bool IsEnforceable(DocketState state) => state is DocketState.InProgress or DocketState.PostponedByAgreement or DocketState.Paused;

    /// <summary>Đồng left on each line, in the live state in which they stand.</summary>
    private static async Task<List<(Guid Matter, int Line, DocketState State, long Left)>> LinesAsync(OverviewScope scope, DbConnection connection, CancellationToken ct)
    {
        string Side(string side, string sign) =>
            $"""
            SELECT m.matter_id, m.line, m.{side}_state AS state, {sign}m.quantity AS quantity FROM move m
            WHERE m.line > 0 AND m.{side}_state BETWEEN 1 AND 6 AND m.happened_on <= @day AND m.act <= @act{(scope.IsThen ? " AND m.known_on <= @known" : "")}
                {(scope.IsEverything ? "" : $"AND m.{side}_unit IN ({Sql.List(scope.Units)})")}
            """;
        return await connection.ListAsync(
            $"""
            SELECT matter_id, line, state, CAST(sum(quantity) AS bigint) FROM ({Side("to", "")} UNION ALL {Side("from", "-")}) sides
            GROUP BY matter_id, line, state HAVING sum(quantity) <> 0
            """,
            r => (r.Id(0), r.GetInt32(1), (DocketState)r.GetInt32(2), r.GetInt64(3)), ct, Cut(scope));
    }

    /// <summary>The last payment, and the last event of each kind and result that says something of the effort; and the lines without an amount.</summary>
    private static async Task<List<Fact>> FactsAsync(OverviewScope scope, DbConnection connection, CancellationToken ct)
    {
        var here = scope.IsEverything ? "" : $"AND n.unit_id IN ({Sql.List(scope.Units)})";
        string Counts(string row, string voids, string number) =>
            $"""
            {row}.happened_on <= @day AND {row}.act <= @act{(scope.IsThen ? $" AND {row}.known_on <= @known" : "")}
                AND NOT EXISTS (SELECT 1 FROM {voids} v WHERE v.matter_id = {row}.matter_id AND v.{number} = {row}.number AND v.act <= @act{(scope.IsThen ? " AND v.voided_on <= @known" : "")})
            """;
        return await connection.ListAsync(
            $"""
            SELECT s.matter_id, -1, 0, max(s.happened_on) FROM step s JOIN matter_now n ON n.matter_id = s.matter_id
            WHERE s.kind = {(int)StepKind.Collected} {here} AND {Counts("s", "step_void", "step")} GROUP BY s.matter_id
            UNION ALL
            SELECT e.matter_id, e.kind, coalesce(e.result, 0), max(e.happened_on) FROM matter_event e JOIN matter_now n ON n.matter_id = e.matter_id
            WHERE e.kind IN ({(int)EventKind.Verified}, {(int)EventKind.Persuaded}, {(int)EventKind.CoercionDecided}) {here} AND {Counts("e", "matter_event_void", "event")}
            GROUP BY e.matter_id, e.kind, coalesce(e.result, 0)
            UNION ALL
            SELECT o.matter_id, 0, 0, NULL FROM obligation o JOIN matter_now n ON n.matter_id = o.matter_id WHERE o.amount = 0 {here}
                AND NOT EXISTS (SELECT 1 FROM step s WHERE s.matter_id = o.matter_id AND s.line IN (0, o.number) AND s.kind IN ({(int)StepKind.Performed}, {(int)StepKind.Terminated})
                AND {Counts("s", "step_void", "step")})
            """,
            r => new Fact(r.Id(0), r.GetInt32(1) > 0 ? (EventKind)r.GetInt32(1) : null, (EventResult)r.GetInt32(2), r.DayOrNone(3), r.GetInt32(1) == 0), ct, Cut(scope));
    }

    private static (string, object?)[] Cut(OverviewScope scope) =>
        [("day", scope.On), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue)];

    /// <param name="Kind">Null = a payment, or a line without money.</param>
    private sealed record Fact(Guid Matter, EventKind? Kind, EventResult Result, DateOnly? On, bool IsLineWithoutMoney);
}
