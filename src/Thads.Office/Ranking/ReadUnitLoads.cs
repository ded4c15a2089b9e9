using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Overview;
using Thads.Office.Units;

namespace Thads.Office.Ranking;

/// <summary>The caseload of a unit.</summary>
/// <param name="Total">Việc; null where a report does not say.</param>
/// <param name="Enforcers">Null where nobody knows.</param>
/// <param name="Hundredths">Weighted, in hundredths of a plain matter; null of a unit that reports by file, and of a scope that is too large.</param>
/// <param name="IsMixed">A sum with units by file in it: nothing of the books opens it.</param>
public sealed record UnitLoad(string Code, string Name, int Depth, bool IsReported, bool IsMixed, int? Enforcers, long? Total, long? Settled, long? Hundredths)
{
    /// <summary>Matters per enforcer, whole; null without one.</summary>
    public long? PerEnforcer => Enforcers > 0 ? Total / Enforcers : null;

    /// <summary>Weighted matters per enforcer, in hundredths.</summary>
    public long? HundredthsPerEnforcer => Enforcers > 0 ? Hundredths / Enforcers : null;
}

/// <summary>The caseload of an officer.</summary>
/// <param name="Unit">Code of the unit whose matters they are.</param>
/// <param name="Total">Việc: the officer's total of form 04 in that unit.</param>
/// <param name="Ratio">Total beside the mean of the enforcers of that unit, in hundredths: 105 is 1,05 times; null for who is no enforcer.</param>
/// <param name="Load">Null where the scope is too large to be weighed.</param>
public sealed record OfficerBurden(string Code, string Name, string Unit, bool IsEnforcer, long Total, decimal? Ratio, WeightedLoad? Load);

/// <summary>The caseloads of all units and officers of a scope.</summary>
/// <param name="Whole">The unit asked for.</param>
/// <param name="Units">Those below it that have figures.</param>
public sealed record UnitLoads(FormQuery Query, DateOnly End, UnitLoad Whole, IReadOnlyList<UnitLoad> Units, IReadOnlyList<OfficerBurden> Officers, IReadOnlyList<string> Missing, bool IsWeighed);

/// <summary>Sets the loads of units and officers side by side: plain for all, weighted for those in the books.</summary>
public static class ReadUnitLoads
{
    /// <summary>While no act comes, the books hold what they held. Few: each has its matters in it.</summary>
    private static readonly KeptAnswers<UnitLoads> Kept = new(6);

    public static async Task<UnitLoads> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var last = (await (await work.ConnectAsync(ct)).ListAsync("SELECT id FROM act ORDER BY seq DESC LIMIT 1", r => r.Id(0), ct)).SingleOrDefault();
        var sees = Sql.List((await UnitTree.OfAsync(work, ct)).Units.VisibleTo(work.Person).Order());
        return await Kept.OfAsync(work.Database, FormattableString.Invariant($"{last:N}/{query}/{sees}"), () => DrawAsync(query, work, ct));
    }

    private static async Task<UnitLoads> DrawAsync(FormQuery query, Work work, CancellationToken ct)
    {
        var figures = await ReadUnitFigures.RunAsync(query with { Officer = null }, work, ct);
        var tree = figures.Tree;
        var loads = await ReadWeightedLoads.RunAsync(query with { Officer = null, LastAct = figures.LastAct }, work, ct);
        UnitLoad Of(UnitFigure unit)
        {
            var own = tree.ScopeOf(tree.UnitOf(unit.Code)!.Value, figures.End);
            return new UnitLoad(
                unit.Code, unit.Name, unit.Depth, unit.IsReported, HasReported(figures, unit), unit.Enforcers, (long?)figures.Cell(unit, Docket.Measure.Matters, "total"), (long?)figures.Cell(unit, Docket.Measure.Matters, "settled"),
                loads is null || unit.IsReported || HasReported(figures, unit) ? null : loads.Where(load => own.Contains(load.Unit)).Sum(load => load.Hundredths));
        }

        var units = figures.Below.Where(unit => !figures.Missing.Contains(unit.Code)).Select(Of).ToList();
        var means = units.Append(Of(figures.Whole)).Where(unit => unit.PerEnforcer > 0).ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        return new UnitLoads(
            query, figures.End, Of(figures.Whole), units, [.. (loads ?? []).Where(load => load.Officer != 0).Select(load => Officer(load, tree, figures.End, means)).Where(one => one.Total != 0)
                .OrderByDescending(one => one.Total).ThenBy(one => one.Code, StringComparer.Ordinal)], figures.Missing, loads is not null);
    }

    /// <summary>A sum with units by file in it has no weighted load.</summary>
    private static bool HasReported(UnitFigures figures, UnitFigure unit)
    {
        var below = figures.Tree.Below(figures.Tree.UnitOf(unit.Code)!.Value, figures.End).Select(one => figures.Tree.UnitCode(one.Unit)).ToHashSet(StringComparer.Ordinal);
        return figures.Below.Any(other => other.IsReported && below.Contains(other.Code));
    }

    private static OfficerBurden Officer(WeightedLoad load, UnitTree tree, DateOnly end, Dictionary<string, UnitLoad> means)
    {
        var unit = tree.UnitCode(load.Unit);
        var total = load.Matters.Where(matter => matter.Weights.Any(weight => weight.Kind == WeightKind.Base)).Sum(matter => (long)matter.Counted);
        var isEnforcer = tree.ServiceOf(load.Officer).Any(service => service.Title is OfficerTitle.Enforcer or OfficerTitle.ChiefEnforcer && service.Unit == load.Unit && service.IsValidOn(end));
        return new OfficerBurden(
            tree.OfficerCode(load.Officer), tree.OfficerName(load.Officer, end), unit, isEnforcer, total,
            isEnforcer && means.TryGetValue(unit, out var mean) && mean.Total > 0 ? Law.Money.Rate(total * mean.Enforcers!.Value, mean.Total.Value) : null, load);
    }
}
