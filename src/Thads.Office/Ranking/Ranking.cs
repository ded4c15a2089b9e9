using Thads.Office.Docket;

namespace Thads.Office.Ranking;

/// <summary>A question for a ranking.</summary>
/// <param name="Unit">Code of the superior unit, whose units right below are ranked.</param>
/// <param name="Year">Statistical year; it is over.</param>
/// <param name="Scheme">Code.</param>
/// <param name="KnownOn">Day of knowledge; null = all that is known.</param>
public sealed record RankingQuery(string Unit, int Year, string Scheme = Scheme.ByRates, DateOnly? KnownOn = null);

/// <summary>A unit of a ranking: what is proposed, made of what, and what was decided.</summary>
/// <param name="Keys">What it is ordered by, one per order of the scheme.</param>
/// <param name="Grade">Null without grades, or while points are missing.</param>
/// <param name="Place">The rank proposed; null while what it is ordered by first is not known, and by points while a unit has not all of them.</param>
/// <param name="Range">Null without anything enforceable.</param>
/// <param name="Decided">The decision that holds; null = none.</param>
public sealed record RankedUnit(
    UnitValues Values, IReadOnlyList<TargetResult> Targets, IReadOnlyList<CriterionPoints> Points, IReadOnlyList<decimal?> Keys, GradeProposal? Grade, int? Place, RankRange? Range, Recognition? Decided)
{
    public string Code => Values.Code;

    /// <summary>Points that are known, in all.</summary>
    public decimal KnownPoints => Points.Sum(points => points.Holding ?? 0);

    /// <summary>Criteria that nobody has given points for and the figures do not decide.</summary>
    public int OpenCriteria => Points.Count(points => points.Holding is null);

    /// <summary>The sum of all criteria; null while one is open, or the scheme gives no points.</summary>
    public decimal? Total => Points.Count == 0 || OpenCriteria > 0 ? null : KnownPoints;
}

/// <summary>The units right below one, ranked by a scheme.</summary>
/// <param name="Units">The best first, those without a rank last; equal ranks by code.</param>
/// <param name="Missing">Units that have neither books nor a report for the year: they are not ranked.</param>
/// <param name="Bands">Units that cannot be told apart by their rates of matters.</param>
/// <param name="LastAct">The last act the figures rest on.</param>
public sealed record RankedUnits(
    Scheme Scheme, string Unit, string UnitName, int Year, DateOnly End, DateOnly? KnownOn, long LastAct, IReadOnlyList<RankedUnit> Units, IReadOnlyList<(string Code, string Name)> Missing,
    IReadOnlyList<RankBand> Bands)
{
    public static readonly CellOf Rate = new(Measure.Matters, "rate");
    public static readonly CellOf MoneyRate = new(Measure.Money, "rate");
    public static readonly CellOf Total = new(Measure.Matters, "total");
    public static readonly CellOf Settled = new(Measure.Matters, "settled");
    public static readonly CellOf Enforceable = new(Measure.Matters, "enforceable");

    /// <summary>The cells every ranking shows, whatever its scheme.</summary>
    public static readonly IReadOnlyList<CellOf> Always = [Rate, MoneyRate, Total, Settled, Enforceable];

    /// <summary>Whether the decision says another rank than the one proposed by the scheme it was made by; one by another scheme cannot.</summary>
    public bool IsDecidedOtherwise(RankedUnit unit) =>
        unit is { Decided.Place: { } decided, Place: { } proposed } && (unit.Decided.Scheme ?? Scheme.Code) == Scheme.Code && (decided != proposed || unit.Decided.OfUnits != Ranked);

    public RankedUnit? Of(string unit) => Units.FirstOrDefault(ranked => ranked.Code == unit);

    /// <summary>The rank of a unit by one cell alone, equal values sharing it; null where the unit does not have it.</summary>
    public int? PlaceBy(CellOf cell, RankedUnit unit) => unit.Values[cell] is { } value ? 1 + Units.Count(other => other.Values[cell] > value) : null;

    /// <summary>The units that have a rank: the 15 of "5/15".</summary>
    public int Ranked => Units.Count(unit => unit.Place is not null);
}
