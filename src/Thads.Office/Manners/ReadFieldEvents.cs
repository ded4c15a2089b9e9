using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Manners;

/// <summary>
/// What was done in matters between two days: every event that stands, in matters that had come to the units asked for by then. A coercion counts as planned and as put off on the days the books say so,
/// and what is known of it later does not take that back.
/// </summary>
public static class ReadFieldEvents
{
    /// <param name="kinds">Of these kinds alone; empty = all.</param>
    /// <exception cref="NotFoundException">`report.unit`: not there, or not this person's to see.</exception>
    public static async Task<IReadOnlyList<FieldEvent>> RunAsync(EndQuestion question, IReadOnlyCollection<EventKind> kinds, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var units = Sql.List(question.UnitsIn(tree, work.Person));

        // The plus sign keeps a database from going through the index of units, event by event.
        return await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT e.matter_id, c.code, e.kind, e.result, e.happened_on, x.code, e.partner,
                (SELECT o.code FROM move m LEFT JOIN officer o ON o.id = m.to_officer WHERE m.matter_id = e.matter_id AND m.line = 0 AND m.taken_back = 0 AND m.happened_on <= e.happened_on AND m.act <= @act
                    AND m.known_on <= @known AND NOT EXISTS (SELECT 1 FROM step_void v WHERE v.matter_id = m.matter_id AND v.step = m.step AND v.act <= @act AND v.voided_on <= @known)
                    ORDER BY m.happened_on DESC, m.number DESC LIMIT 1)
            FROM matter_event e JOIN matter c ON c.id = e.matter_id LEFT JOIN commune x ON x.id = c.commune_id
            WHERE e.happened_on BETWEEN @first AND @last AND e.act <= @act AND e.known_on <= @known{(kinds.Count == 0 ? "" : $" AND e.kind IN ({Sql.List(kinds.Select(kind => (int)kind))})")}
                AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = e.matter_id AND v.event = e.number AND v.act <= @act AND v.voided_on <= @known)
                AND EXISTS (SELECT 1 FROM move m WHERE m.matter_id = e.matter_id AND m.line = 0 AND +m.to_unit IN ({units}) AND m.happened_on <= e.happened_on)
            ORDER BY e.happened_on, c.code, e.number
            """,
            r => new FieldEvent(
                r.Id(0), r.GetString(1), (EventKind)r.GetInt32(2), (EventResult?)r.NumberOrNone(3), r.Day(4), r.TextOrNone(5), r.TextOrNone(7),
                r.TextOrNone(6) is { } partner && tree.Communes.ContainsKey(partner)), ct,
            ("first", question.First), ("last", question.Last), ("act", question.LastAct ?? long.MaxValue), ("known", question.KnownOn ?? DateOnly.MaxValue));
    }
}
