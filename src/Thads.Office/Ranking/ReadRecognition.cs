using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Ranking;

/// <summary>What was decided about the year of units. Decisions are never changed: of several about the same year the one recorded last holds.</summary>
public static class ReadRecognition
{
    /// <summary>The decision that holds; null where none was recorded, or the unit is not this person's to see.</summary>
    /// <param name="unit">Code.</param>
    public static async Task<Recognition?> OfAsync(string unit, int year, Work work, CancellationToken ct, long? lastAct = null) =>
        await HistoryAsync(unit, year, work, ct, lastAct) is [.., var last] ? last : null;

    /// <summary>All decisions about the unit's year in the order in which they were recorded.</summary>
    public static async Task<IReadOnlyList<Recognition>> HistoryAsync(string unit, int year, Work work, CancellationToken ct, long? lastAct = null)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        return tree.UnitOf(unit) is { } id ? await ListAsync([id], year, tree, work, ct, lastAct) : [];
    }

    /// <summary>The decisions that hold for these units, by their code.</summary>
    internal static async Task<IReadOnlyDictionary<string, Recognition>> HoldingAsync(IEnumerable<int> units, int year, UnitTree tree, Work work, CancellationToken ct) =>
        (await ListAsync(units, year, tree, work, ct)).GroupBy(one => one.Unit).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    private static async Task<List<Recognition>> ListAsync(IEnumerable<int> units, int year, UnitTree tree, Work work, CancellationToken ct, long? lastAct = null) =>
        await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT r.unit_id, r.place, r.of_units, r.grade, r.level, r.decided_by, r.decision, r.decided_on, r.scheme, r.note, r.act, a.person, a.at
            FROM recognition r JOIN act a ON a.seq = r.act
            WHERE r.year = @year AND r.unit_id IN ({Sql.List(units.VisibleTo(work.Person))}) AND r.act <= @act ORDER BY r.id
            """,
            r => new Recognition(
                tree.UnitCode(r.GetInt32(0)), year, r.NumberOrNone(1), r.NumberOrNone(2), r.TextOrNone(3), RecognitionLevel.Find(r.TextOrNone(4)), r.GetString(5), r.GetString(6), r.Day(7),
                r.TextOrNone(8), r.TextOrNone(9), r.GetInt64(10), r.GetString(11), r.Moment(12)), ct,
            ("year", year), ("act", lastAct ?? long.MaxValue));
}
