using System.Data.Common;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Reports;

/// <summary>A move that one version knows and the version before did not.</summary>
internal sealed record LaterMove(Guid Matter, string Code, string? Line, int Class, int DocketYear, PostedMove Posted)
{
    /// <summary>What it adds to a cell: weighed as the form weighs it. A handover is two changes, and both may count.</summary>
    public long CountedIn(FormScope scope, Formula formula, Func<DocketChange, bool> inRow)
    {
        var weight = 0;
        var phase = Posted.Move.On < scope.Year.Start ? Phase.Before : Phase.Within;
        DocketChange.Of(Posted, Class, DocketYear, (change, _) =>
        {
            if (inRow(change))
            {
                weight += formula.Weight(phase, change.From, change.To, (Class & DocketClass.ByDelegationBit) != 0);
            }
        });
        return weight * Posted.Quantity;
    }
}

/// <summary>The moves between two cut-offs of the same scope and period: posted by a later act, or known on a later day.</summary>
internal static class MovesBetween
{
    /// <param name="scope">Of the later version.</param>
    public static async Task<IReadOnlyList<LaterMove>> ReadAsync(FormScope scope, DocketCutOff before, DbConnection connection, CancellationToken ct)
    {
        var list = Sql.List(scope.Units);
        string In(string plus) => scope.IsEverything ? "1 = 1" : $"({plus}m.to_unit IN ({list}) OR (m.from_unit <> m.to_unit AND {plus}m.from_unit IN ({list})))";

        // The plus keeps SQLite from looking by unit where a few acts come first.
        var units = In("+");
        var ofMeasure = scope.Kind.Measure == Measure.Matters ? "m.line = 0" : "m.line > 0";
        const string Known = "m.happened_on <= @end AND m.act <= @act AND m.known_on <= @known";

        // What later acts brought is found by the acts, and by the matters they brought in; what lay in the books and was not yet known by its day is looked for by unit.
        var byAct = await ListAsync(connection, $"act_matter a JOIN move m ON m.matter_id = a.matter_id AND m.act = a.act", $"a.act > @actBefore AND {units} AND {ofMeasure} AND {Known}", scope, before, ct);
        var byMatter = await ListAsync(connection, $"matter n JOIN move m ON m.matter_id = n.id AND m.act = n.act", $"n.act > @actBefore AND {units} AND {ofMeasure} AND {Known}", scope, before, ct);
        var byDay = before.KnownOn is null ? [] : await ListAsync(connection, "move m", $"m.act <= @actBefore AND m.known_on > @knownBefore AND {In("")} AND {ofMeasure} AND {Known}", scope, before, ct);
        return [.. byAct.Concat(byMatter).Concat(byDay)];
    }

    private static async Task<List<LaterMove>> ListAsync(DbConnection connection, string from, string where, FormScope scope, DocketCutOff before, CancellationToken ct) => await connection.ListAsync(
        $"""
        SELECT m.class, m.docket_year, {DocketBook.Columns}, m.matter_id, c.code, o.code
        FROM {from} JOIN matter c ON c.id = m.matter_id LEFT JOIN obligation o ON o.matter_id = m.matter_id AND o.number = m.line WHERE {where}
        """,
        r => new LaterMove(r.Id(15), r.GetString(16), r.TextOrNone(17), r.GetInt32(0), r.GetInt32(1), DocketBook.Read(r, 2)), ct,
        ("end", scope.End), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue), ("actBefore", before.Act), ("knownBefore", before.KnownOn ?? DateOnly.MaxValue));
}
