using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Ranking;

/// <summary>Ranks the units right below one by a scheme, from the books and from the files of those that report by file.</summary>
public static class ReadRanking
{
    /// <exception cref="RefusedException">`ranking.not-over`, `scheme.unknown`, `scheme.years`, and those of <see cref="ReadUnitFigures"/>.</exception>
    /// <exception cref="NotFoundException">`report.unit`: no such unit, or not this person's.</exception>
    public static async Task<RankedUnits> RunAsync(RankingQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        RefusedException.ThrowIf(RankedYear.WhyNotOver(query.Year, work.Today));
        var scheme = Scheme.For(query.Scheme, query.Year);
        var figures = await ReadUnitFigures.RunAsync(Question(query), work, ct);
        var values = await ValuesAsync(query, scheme, figures, [.. figures.Direct], work, ct);
        return await RankAsync(query, scheme, figures, values, MeansOf(scheme, values), work, ct);
    }

    /// <summary>One unit alone, for those who do not see the others: its values, points and decision; what needs the others is not there.</summary>
    public static async Task<RankedUnits> AloneAsync(RankingQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        RefusedException.ThrowIf(RankedYear.WhyNotOver(query.Year, work.Today));
        var scheme = Scheme.For(query.Scheme, query.Year);
        var figures = await ReadUnitFigures.RunAsync(Question(query), work, ct);
        var values = await ValuesAsync(query, scheme, figures, [figures.Whole], work, ct);
        var alone = await RankAsync(query, scheme, figures, values, new Dictionary<CellOf, decimal>(), work, ct);
        return alone with { Units = [.. alone.Units.Select(unit => unit with { Place = null, Range = null })], Bands = [], Missing = [] };
    }

    private static async Task<RankedUnits> RankAsync(
        RankingQuery query, Scheme scheme, UnitFigures figures, IReadOnlyList<UnitValues> values, IReadOnlyDictionary<CellOf, decimal> means, Work work, CancellationToken ct)
    {
        var tree = figures.Tree;
        var ids = values.Select(unit => tree.UnitOf(unit.Code)!.Value).ToList();
        var given = await ReadPoints.OfAsync(ids, query.Year, scheme.Code, work, ct);
        var decided = await ReadRecognition.HoldingAsync(ids, query.Year, tree, work, ct);
        var ranges = RankBands.Ranges(Outcomes(values)).ToDictionary(range => range.Code, StringComparer.Ordinal);
        var units = values.Select(unit =>
        {
            var results = scheme.Targets.Select(target => TargetResult.Of(target, unit)).ToList();
            var points = scheme.Criteria.Select(criterion => new CriterionPoints(
                criterion, Scoring.Points(criterion, results, unit, means), [.. given[(tree.UnitOf(unit.Code)!.Value, criterion.Code)]])).ToList();
            var ranked = new RankedUnit(unit, results, points, [], null, null, ranges.GetValueOrDefault(unit.Code), decided.GetValueOrDefault(unit.Code));
            return ranked with
            {
                Keys = [.. scheme.Order.Select(order => order.Kind == OrderKind.Points ? ranked.Total : unit[order.Cell!])],
                Grade = ranked.Total is { } total ? Scoring.Grade(scheme, total, results) : null,
            };
        }).ToList();
        // By points nobody is first while others have not all of theirs.
        var isOpen = scheme.Order[0].Kind == OrderKind.Points && units.Exists(unit => unit.Total is null);
        var places = isOpen ? [.. units.Select(_ => (int?)null)] : Ranks.Of([.. units.Select(unit => unit.Keys)], scheme.Style);
        return new RankedUnits(
            scheme, query.Unit, figures.Whole.Name, query.Year, figures.End, query.KnownOn, figures.LastAct,
            [.. units.Select((unit, i) => unit with { Place = places[i] }).OrderBy(unit => unit.Place ?? int.MaxValue).ThenBy(unit => unit.Code, StringComparer.Ordinal)],
            [.. figures.Below.Where(unit => unit.Depth == 1 && figures.Missing.Contains(unit.Code)).Select(unit => (unit.Code, unit.Name))],
            RankBands.Of(Outcomes(values)));
    }

    private static FormQuery Question(RankingQuery query) => new("04", query.Unit, query.Year, StatisticalYear.Months, KnownOn: query.KnownOn);

    private static List<Outcome> Outcomes(IReadOnlyList<UnitValues> values) =>
        [.. values.Where(unit => unit[RankedUnits.Settled] is not null && unit[RankedUnits.Enforceable] is not null)
            .Select(unit => new Outcome(unit.Code, (long)unit[RankedUnits.Settled]!, (long)unit[RankedUnits.Enforceable]!))];

    private static async Task<IReadOnlyList<UnitValues>> ValuesAsync(RankingQuery query, Scheme scheme, UnitFigures figures, IReadOnlyList<UnitFigure> units, Work work, CancellationToken ct)
    {
        // Only a target by how much less than a year before asks for the year before.
        var reductions = scheme.Targets.Where(target => target.IsReduction).Select(target => target.Of).Distinct().ToList();
        var before = reductions.Count == 0 ? null : await ReadUnitFigures.RunAsync(Question(query) with { Year = query.Year - 1, LastAct = figures.LastAct }, work, ct);
        var past = before?.Below.Append(before.Whole).ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        var assigned = await AssignedTargets.OfAsync([.. units.Select(unit => figures.Tree.UnitOf(unit.Code)!.Value)], query.Year, new DocketCutOff(figures.LastAct, query.KnownOn), work, ct);
        IReadOnlyList<CellOf> cells = [.. RankedUnits.Always.Concat(scheme.Targets.Select(target => target.Of)).Concat(scheme.Order.Where(order => order.Cell is not null).Select(order => order.Cell!))
            .Concat(scheme.Criteria.Where(criterion => criterion.AboveMean is not null).Select(criterion => criterion.AboveMean!)).Distinct()];
        return [.. units.Select(unit => new UnitValues(
            unit.Code, unit.Name, unit.IsReported,
            cells.ToDictionary(cell => cell, cell => IsEmpty(unit) ? null : figures.Cell(unit, cell.Measure, cell.Cell)),
            reductions.ToDictionary(cell => cell, cell => past!.TryGetValue(unit.Code, out var then) ? before!.Cell(then, cell.Measure, cell.Cell) : null),
            Enum.GetValues<Measure>().Where(measure => assigned.ContainsKey((figures.Tree.UnitOf(unit.Code)!.Value, measure)))
                .ToDictionary(measure => measure, measure => assigned[(figures.Tree.UnitOf(unit.Code)!.Value, measure)])))];
    }

    /// <summary>Nothing in the books, asked for alone: its figures, if there are any, came by file to the unit above, and are not known here.</summary>
    private static bool IsEmpty(UnitFigure unit) => unit.Depth == 0 && !unit.IsReported && unit.Matters.All(cell => cell is null or 0);

    /// <summary>Of the units that have the cell.</summary>
    private static Dictionary<CellOf, decimal> MeansOf(Scheme scheme, IReadOnlyList<UnitValues> values) =>
        scheme.Criteria.Where(criterion => criterion.AboveMean is not null).Select(criterion => criterion.AboveMean!).Distinct()
            .Where(cell => values.Any(unit => unit[cell] is not null)).ToDictionary(cell => cell, cell => values.Where(unit => unit[cell] is not null).Average(unit => unit[cell]!.Value));
}
