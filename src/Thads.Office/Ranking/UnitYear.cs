using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Ranking;

/// <summary>One unit's year by a scheme, with what was decided about it.</summary>
/// <param name="Among">The ranking it stands in; it alone where the person does not see the others.</param>
/// <param name="Superior">Code of the superior unit; null where there is none, or it is not the person's to see.</param>
/// <param name="Decisions">All that was decided about the year, in that order.</param>
public sealed record RankedUnitYear(RankedUnits Among, RankedUnit Unit, string? Superior, IReadOnlyList<Recognition> Decisions);

/// <summary>Reads one unit's year: beside the others where the person sees the superior unit, alone where not.</summary>
public static class UnitYear
{
    /// <param name="query">The unit itself.</param>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`ranking.unit-ended`, `ranking.no-figures`, and those of <see cref="ReadRanking"/>.</exception>
    public static async Task<RankedUnitYear> RunAsync(RankingQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(query.Unit, work.Person);
        RefusedException.ThrowIf(RankedYear.WhyNotOver(query.Year, work.Today) ?? RankedYear.WhyNotThere(tree, unit, query.Year));
        var superior = RankedYear.SuperiorOf(tree, unit, query.Year) is { } above && work.Person.Sees(above) ? tree.UnitCode(above) : null;
        var among = superior is null ? await ReadRanking.AloneAsync(query, work, ct) : await ReadRanking.RunAsync(query with { Unit = superior }, work, ct);
        return new RankedUnitYear(
            among, among.Of(tree.UnitCode(unit)) ?? throw new RefusedException(new Refusal("ranking.no-figures", tree.UnitCode(unit), query.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            superior, await ReadRecognition.HistoryAsync(tree.UnitCode(unit), query.Year, work, ct));
    }
}
