using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Manners;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>A matter behind a figure of a commune.</summary>
/// <param name="Word">Code of its words: `Manner.…` or `EventResult.…`; null = nobody said.</param>
/// <param name="Counted">1, or −1 where the books took it back.</param>
public sealed record CommuneMatter(string Code, DateOnly On, string? Word, long Counted);

/// <summary>The matters behind what a commune contributed in a statistical year.</summary>
public static class ReadCommuneMatters
{
    /// <param name="unit">Code.</param>
    /// <param name="commune">Code.</param>
    /// <param name="what">"persuaded", "agreed", "ended" or "amiable", as the figures of a partner name them.</param>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<IReadOnlyList<CommuneMatter>> RunAsync(string unit, string commune, int year, string what, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var tree = await UnitTree.OfAsync(work, ct);
        var units = tree.ScopeOf(Addressed.Seen(tree, unit, work.Person), work.Today).VisibleTo(work.Person);
        var (first, last) = (new StatisticalYear(year).Start, new StatisticalYear(year).End < work.Today ? new StatisticalYear(year).End : work.Today);
        if (first > last)
        {
            return [];
        }

        return what is "persuaded" or "agreed" ? await PersuadedAsync(commune, first, last, what == "agreed", units, work, ct)
            : [.. (await ReadEnds.RunAsync(new(unit, first, last), work, ct))
                .Where(end => !end.IsMoney && end.State == DocketState.Completed && end.Commune == commune && (what == "ended" || end.Manner is Manner.FreeWill or Manner.Persuasion))
                .Select(end => new CommuneMatter(end.Code, end.On, end.Manner is { } manner ? $"Manner.{Codes.CodeOf(manner)}" : null, end.Quantity))];
    }

    private static async Task<IReadOnlyList<CommuneMatter>> PersuadedAsync(string commune, DateOnly first, DateOnly last, bool agreedOnly, IReadOnlySet<int> units, Work work, CancellationToken ct) =>
        await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT m.code, e.happened_on, e.result FROM matter_event e JOIN matter m ON m.id = e.matter_id LEFT JOIN commune c ON c.id = m.commune_id
            WHERE e.kind = {(int)EventKind.Persuaded}{(agreedOnly ? $" AND e.result = {(int)EventResult.Agreed}" : "")} AND e.happened_on BETWEEN @first AND @last AND coalesce(e.partner, c.code) = @commune
                AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = e.matter_id AND v.event = e.number)
                AND EXISTS (SELECT 1 FROM move x WHERE x.matter_id = e.matter_id AND x.line = 0 AND x.to_unit IN ({Sql.List(units)}) AND x.happened_on <= e.happened_on)
            ORDER BY e.happened_on, m.code
            """,
            r => new CommuneMatter(r.GetString(0), r.Day(1), r.NumberOrNone(2) is { } result ? $"EventResult.{Codes.CodeOf((EventResult)result)}" : null, 1), ct, ("first", first), ("last", last), ("commune", commune));
}
