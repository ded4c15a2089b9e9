using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Ranking;

/// <summary>What a unit's year is measured by: cells of its year and of the one before, and what was assigned to it.</summary>
/// <param name="Code">Of the unit.</param>
/// <param name="IsReported">By file (<see cref="UnitFigure.IsReported"/>).</param>
/// <param name="Assigned">Percent of the year, by measure; a measure without a target is not there.</param>
public sealed record UnitValues(
    string Code, string Name, bool IsReported, IReadOnlyDictionary<CellOf, decimal?> Now, IReadOnlyDictionary<CellOf, decimal?> Before, IReadOnlyDictionary<Measure, decimal> Assigned)
{
    /// <summary>Null where it is not known, or is a rate without a base.</summary>
    public decimal? this[CellOf cell] => Now.GetValueOrDefault(cell);

    /// <summary>By how many percent a cell is lower than a year before; null where one of the two is not known, or there was nothing.</summary>
    public decimal? ReductionOf(CellOf cell) =>
        Now.GetValueOrDefault(cell) is { } now && Before.GetValueOrDefault(cell) is { } before ? Law.Money.Rate((long)(before - now), (long)before) : null;
}

/// <summary>What a target asked, and what came of it.</summary>
/// <param name="Value">Percent; null where none was assigned.</param>
/// <param name="Result">Percent; null where it is not known.</param>
public sealed record TargetResult(SchemeTarget Target, decimal? Value, decimal? Result)
{
    /// <summary>Percentage points above the target; rates are rounded first, so that what is printed adds up.</summary>
    public decimal? Margin => Result - Value;

    /// <summary>Null where it cannot be said.</summary>
    public bool? IsMet => Margin is not { } margin ? null : Target.Strictly ? margin > 0 : margin >= 0;

    public static TargetResult Of(SchemeTarget target, UnitValues unit) => new(
        target, target.Value ?? (unit.Assigned.TryGetValue(target.Of.Measure, out var assigned) ? assigned : null), target.IsReduction ? unit.ReductionOf(target.Of) : unit[target.Of]);
}
