using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.Matters;

/// <summary>Reads whole matters out of the books.</summary>
public static class MatterFiles
{
    /// <summary>How many matters are asked for in one query.</summary>
    public const int Block = 500;

    /// <summary>The matters with these codes that are in the books; others are simply not in the answer. At most <see cref="Block"/> at a time.</summary>
    public static async Task<Dictionary<string, MatterFile>> ByCodeAsync(DbConnection connection, IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var names = codes.Select((code, i) => ($"c{i}", (object?)code)).ToArray();
        var files = codes.Count == 0 ? [] : await ReadAsync(connection, $"m.code IN ({string.Join(',', names.Select(n => '@' + n.Item1))})", names, ct);
        return files.ToDictionary(f => f.Matter.Code, StringComparer.Ordinal);
    }

    /// <summary>One matter, or null.</summary>
    public static async Task<MatterFile?> ByCodeAsync(DbConnection connection, string code, CancellationToken ct) =>
        (await ByCodeAsync(connection, [code], ct)).GetValueOrDefault(code);

    /// <summary>The matters with these ids. At most <see cref="Block"/> at a time.</summary>
    public static async Task<List<MatterFile>> ByIdAsync(DbConnection connection, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var names = ids.Select((id, i) => ($"c{i}", (object?)id)).ToArray();
        return ids.Count == 0 ? [] : await ReadAsync(connection, $"m.id IN ({string.Join(',', names.Select(n => '@' + n.Item1))})", names, ct);
    }

    private static async Task<List<MatterFile>> ReadAsync(DbConnection connection, string which, (string, object?)[] parameters, CancellationToken ct)
    {
        var lines = await ByMatterAsync(connection, "o.number, o.code, o.kind, o.state_revenue, o.amount, o.debtor, o.creditor, o.what, o.extra", "obligation o", "o", which, parameters,
            r => new Obligation(r.GetInt32(1), r.GetString(2), (ObligationKind)r.GetInt32(3), r.GetInt32(4) != 0, r.GetInt64(5), r.TextOrNone(6), r.TextOrNone(7), r.TextOrNone(8), r.TextOrNone(9)), ct);
        var steps = await ByMatterAsync(connection,
            "s.number, s.kind, s.line, s.happened_on, s.known_on, v.voided_on, s.amount, s.to_unit, s.to_officer, s.manner, s.note, s.extra, s.act, v.act",
            "step s LEFT JOIN step_void v ON v.matter_id = s.matter_id AND v.step = s.number", "s", which, parameters,
            r => new Step(r.GetInt32(1), (StepKind)r.GetInt32(2), r.GetInt32(3), r.Day(4), r.Day(5), r.DayOrNone(6), r.GetInt64(7), r.NumberOrNone(8) ?? 0,
                r.NumberOrNone(9) ?? 0, (Manner?)r.NumberOrNone(10), r.TextOrNone(11), r.TextOrNone(12), r.GetInt64(13), r.IsDBNull(14) ? 0 : r.GetInt64(14)), ct);
        var events = await ByMatterAsync(connection,
            "e.number, e.kind, e.line, e.happened_on, e.known_on, v.voided_on, e.result, e.partner, e.note, e.extra, e.act, v.act",
            "matter_event e LEFT JOIN matter_event_void v ON v.matter_id = e.matter_id AND v.event = e.number", "e", which, parameters,
            r => new MatterEvent(r.GetInt32(1), (EventKind)r.GetInt32(2), r.GetInt32(3), r.Day(4), r.Day(5), r.DayOrNone(6), (EventResult?)r.NumberOrNone(7),
                r.TextOrNone(8), r.TextOrNone(9), r.TextOrNone(10), r.GetInt64(11), r.IsDBNull(12) ? 0 : r.GetInt64(12)), ct);
        var parties = await ByMatterAsync(connection, "p.number, p.line, q.code, p.role, p.extra, p.act", "matter_party p JOIN party q ON q.id = p.party_id", "p", which, parameters,
            r => new MatterParty(r.GetInt32(1), r.GetInt32(2), r.GetString(3), (PartyRole)r.GetInt32(4), r.TextOrNone(5), r.GetInt64(6)), ct);
        return await connection.ListAsync(
            $"""
            SELECT m.id, m.code, m.unit_id, m.officer_id, m.decision_number, m.decided_on, m.known_on, m.basis, m.type, m.credit_institution, m.corruption, m.by_delegation,
                   m.judgment_number, m.judgment_on, m.court, m.effective_on, m.received_on, m.requested_on, c.code, m.extra, m.act
            FROM matter m LEFT JOIN commune c ON c.id = m.commune_id WHERE {which} ORDER BY m.id
            """,
            r =>
            {
                var id = r.Id(0);
                return new MatterFile(
                    new Matter(id, r.GetString(1), r.GetInt32(2), r.NumberOrNone(3) ?? 0, r.TextOrNone(4), r.Day(5), r.Day(6), (Basis)r.GetInt32(7), (JudgmentType)r.GetInt32(8),
                        r.GetInt32(9) != 0, r.GetInt32(10) != 0, r.GetInt32(11) != 0, r.TextOrNone(12), r.DayOrNone(13), r.TextOrNone(14), r.DayOrNone(15), r.DayOrNone(16),
                        r.DayOrNone(17), r.TextOrNone(18), [.. lines[id]], r.TextOrNone(19), r.GetInt64(20)),
                    [.. steps[id]], [.. events[id]], [.. parties[id]]);
            }, ct, parameters);
    }

    private static async Task<ILookup<Guid, T>> ByMatterAsync<T>(
        DbConnection connection, string columns, string from, string alias, string which, (string, object?)[] parameters, Func<DbDataReader, T> map, CancellationToken ct)
    {
        var rows = await connection.ListAsync(
            $"SELECT {alias}.matter_id, {columns} FROM {from} JOIN matter m ON m.id = {alias}.matter_id WHERE {which} ORDER BY {alias}.matter_id, {alias}.number",
            r => (Matter: r.Id(0), Row: map(r)), ct, parameters);
        return rows.ToLookup(r => r.Matter, r => r.Row);
    }
}
