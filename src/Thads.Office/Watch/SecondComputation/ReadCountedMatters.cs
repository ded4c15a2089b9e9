using System.Data.Common;
using Thads.Office.Data;
using Thads.Office.Matters;

namespace Thads.Office.Watch.SecondComputation;

/// <summary>Reads matters, lines and steps straight from their tables, block by block: neither moves nor the summary.</summary>
public static class ReadCountedMatters
{
    private const int Block = 1000;

    /// <param name="take">Given each matter once.</param>
    public static async Task EachAsync(DbConnection connection, Action<CountedMatter> take, CancellationToken ct)
    {
        Guid? last = null;
        while (true)
        {
            var after = last is null ? "" : "WHERE m.id > @last";
            var matters = await connection.ListAsync(
                $"""
                SELECT m.id, m.code, u.code, o.code, m.decided_on, m.known_on, m.basis, m.type, m.credit_institution, m.corruption, m.by_delegation, m.act
                FROM matter m JOIN unit u ON u.id = m.unit_id LEFT JOIN officer o ON o.id = m.officer_id {after} ORDER BY m.id LIMIT {Block}
                """,
                r => (Id: r.Id(0), Matter: new CountedMatter(
                    r.GetString(1), r.GetString(2), r.TextOrNone(3) ?? "", r.Day(4), r.Day(5), Codes.CodeOf((Basis)r.GetInt32(6)), Codes.CodeOf((JudgmentType)r.GetInt32(7)),
                    r.GetInt32(8) != 0, r.GetInt32(9) != 0, r.GetInt32(10) != 0, r.GetInt64(11), [], [])), ct, ("last", last ?? Guid.Empty));
            if (matters.Count == 0)
            {
                return;
            }

            var between = (last is null ? "" : "x.matter_id > @last AND ") + "x.matter_id <= @to";
            (string, object?)[] places = [("last", last ?? Guid.Empty), ("to", matters[^1].Id)];
            var lines = (await connection.ListAsync(
                $"SELECT x.matter_id, x.number, x.code, x.state_revenue, x.amount FROM obligation x WHERE {between} ORDER BY x.matter_id, x.number",
                r => (Matter: r.Id(0), Number: r.GetInt32(1), Line: new CountedLine(r.GetString(2), r.GetInt32(3) != 0, r.GetInt64(4))), ct, places)).ToLookup(line => line.Matter);
            var steps = (await connection.ListAsync(
                $"""
                SELECT x.matter_id, x.line, x.kind, x.happened_on, x.known_on, x.amount, u.code, o.code, v.voided_on, x.act, v.act
                FROM step x LEFT JOIN unit u ON u.id = x.to_unit LEFT JOIN officer o ON o.id = x.to_officer LEFT JOIN step_void v ON v.matter_id = x.matter_id AND v.step = x.number
                WHERE {between} ORDER BY x.matter_id, x.number
                """,
                r => (Matter: r.Id(0), Line: r.GetInt32(1), Step: new CountedStep(
                    "", Codes.CodeOf((StepKind)r.GetInt32(2)), r.Day(3), r.Day(4), r.GetInt64(5), r.TextOrNone(6) ?? "", r.TextOrNone(7) ?? "", r.DayOrNone(8), r.GetInt64(9),
                    r.IsDBNull(10) ? 0 : r.GetInt64(10))), ct, places)).ToLookup(step => step.Matter);
            foreach (var (id, matter) in matters)
            {
                var names = lines[id].ToDictionary(line => line.Number, line => line.Line.Code);
                take(matter with
                {
                    Lines = [.. lines[id].Select(line => line.Line)],
                    Steps = [.. steps[id].Select(step => step.Line == 0 ? step.Step : step.Step with { Line = names[step.Line] })],
                });
            }

            last = matters[^1].Id;
        }
    }
}
