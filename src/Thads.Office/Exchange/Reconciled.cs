using System.Data.Common;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Exchange;

/// <summary>Files and books of one unit side by side.</summary>
/// <param name="InFiles">What the set says of matters this unit docketed (rows left out are not in it).</param>
/// <param name="Before">What the books held of them before.</param>
/// <param name="InBooks">What the books hold now, counted in the tables after writing.</param>
public sealed record ReconciledUnit(string Code, string Name, UnitTally InFiles, UnitTally Before, UnitTally InBooks)
{
    /// <summary>
    /// Into empty books exactly what is in the files came; into others at least what was there, and no more than was there and the files together.
    /// </summary>
    public bool Agrees =>
        Between(InFiles.Matters, Before.Matters, InBooks.Matters)
        && Between(InFiles.Lines, Before.Lines, InBooks.Lines)
        && Between(InFiles.Steps, Before.Steps, InBooks.Steps)
        && Between(InFiles.Money, Before.Money, InBooks.Money);

    private static bool Between(Int128 files, Int128 before, Int128 books) => books >= Int128.Max(files, before) && books <= before + files;
}

/// <summary>The closing table of an import.</summary>
public static class Reconciled
{
    public static IReadOnlyList<ReconciledUnit> Of(
        Tally files, IReadOnlyDictionary<int, UnitTally> before, IReadOnlyDictionary<int, UnitTally> books, UnitTree units, DateOnly today) =>
        [.. files.Units.Select(f => new ReconciledUnit(
            units.UnitCode(f.Key), units.UnitName(f.Key, today), f.Value, before.GetValueOrDefault(f.Key) ?? new UnitTally(), books.GetValueOrDefault(f.Key) ?? new UnitTally()))
            .OrderBy(u => u.Code, StringComparer.Ordinal)];

    /// <summary>Đồng of all claims: lines as docketed, and what was added to them.</summary>
    public static async Task<Int128> OwedAsync(DbConnection connection, CancellationToken ct)
    {
        var sums = await connection.ListAsync(
            $"""
            SELECT cast(coalesce(sum(amount / 1000000), 0) AS bigint), cast(coalesce(sum(amount % 1000000), 0) AS bigint)
            FROM (SELECT amount FROM obligation UNION ALL SELECT amount FROM step WHERE kind = {(int)Matters.StepKind.Increased}) owed
            """, r => (Int128)r.GetInt64(0) * 1_000_000 + r.GetInt64(1), ct);
        return sums[0];
    }

    /// <summary>Counted in the tables, not remembered.</summary>
    public static async Task<Dictionary<int, UnitTally>> CountAsync(DbConnection connection, CancellationToken ct)
    {
        var units = new Dictionary<int, UnitTally>();
        UnitTally Of(int unit) => units.TryGetValue(unit, out var tally) ? tally : units[unit] = new UnitTally();
        await connection.ListAsync("SELECT unit_id, count(*) FROM matter GROUP BY unit_id", r => Of(r.GetInt32(0)).Matters = r.GetInt64(1), ct);
        // Summed in millions and the rest apart: a unit's claims may exceed 64 bits together.
        await connection.ListAsync(
            "SELECT m.unit_id, count(*), cast(sum(o.amount / 1000000) AS bigint), cast(sum(o.amount % 1000000) AS bigint) FROM obligation o JOIN matter m ON m.id = o.matter_id GROUP BY m.unit_id",
            r =>
            {
                var unit = Of(r.GetInt32(0));
                unit.Lines = r.GetInt64(1);
                return unit.Money = (Int128)r.GetInt64(2) * 1_000_000 + r.GetInt64(3);
            }, ct);
        await connection.ListAsync(
            "SELECT m.unit_id, count(*) FROM step s JOIN matter m ON m.id = s.matter_id GROUP BY m.unit_id", r => Of(r.GetInt32(0)).Steps = r.GetInt64(1), ct);
        return units;
    }
}
