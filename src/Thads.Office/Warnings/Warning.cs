using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;
using Thads.Office.Units;

namespace Thads.Office.Warnings;

/// <summary>A year's target as it looked at the end of a month, from the books as they stood on that day.</summary>
/// <param name="Settled">Việc, or đồng, of the year so far.</param>
/// <param name="Forecast">Null where nothing can be foretold: the even pace speaks then.</param>
/// <param name="By">The sign that made the level what it is; null = none, the target is in reach, or the year is over.</param>
public sealed record WarningPoint(int Months, DateOnly On, long Settled, long Enforceable, decimal? Rate, decimal Pace, YearForecast? Forecast, WarningLevel Level, WarningSign? By);

/// <summary>What there is to settle on the day asked.</summary>
/// <param name="Missing">Việc, or đồng, that must still be settled for the rate to stand above the target.</param>
/// <param name="Matters">So many matters, the cheapest first, would do it; all there are where they do not suffice.</param>
/// <param name="Candidates">So many could be settled in all.</param>
/// <param name="Rate">The rate if all of them were.</param>
public sealed record WarningReach(long Missing, int Matters, int Candidates, decimal? Rate);

/// <summary>One measure of a unit.</summary>
/// <param name="Target">What holds; null = nothing was assigned.</param>
/// <param name="Points">A point per month that is over and whose figures are known.</param>
/// <param name="Settled">Of the year so far as known on the day asked; null where it is not known.</param>
/// <param name="Reach">Null where the matters are not in the books, or nothing is missing any more.</param>
/// <param name="Level">Null = nothing can be said: no target, no month over, or no figures.</param>
/// <param name="Silent">So many units below have neither books nor a report of the period.</param>
public sealed record MeasureWarning(
    Measure Measure, TargetRow? Target, IReadOnlyList<WarningPoint> Points, long? Settled, long? Enforceable, WarningReach? Reach, WarningLevel? Level, WarningSign? By, int Silent)
{
    public decimal? Rate => Settled is { } part && Enforceable is { } whole ? Law.Money.Rate(part, whole) : null;

    /// <summary>Percentage points above the year's target, as printed.</summary>
    public decimal? Margin => Rate - Target?.Assigned.Value;

    /// <summary>The last month-end; null where there is none.</summary>
    public WarningPoint? Last => Points.Count == 0 ? null : Points[^1];

    public bool IsBad => Level is WarningLevel.Doubtful or WarningLevel.OutOfReach or WarningLevel.Missed;

    /// <summary>
    /// The first month-end of the stretch, unbroken to the last one, at which it looked as bad as it does: out of reach for a target that is out of reach, or was missed; doubtful or worse for one that is
    /// doubtful. Null while it is in reach, and where it fell only after the last month-end.
    /// </summary>
    public WarningPoint? Since
    {
        get
        {
            var least = Level switch
            {
                WarningLevel.OutOfReach or WarningLevel.Missed => WarningLevel.OutOfReach,
                WarningLevel.Doubtful => WarningLevel.Doubtful,
                _ => (WarningLevel?)null,
            };
            return least is null ? null : Points.Reverse().TakeWhile(point => point.Level >= least).LastOrDefault();
        }
    }

    /// <summary>The month-ends at which the level was another than at the one before.</summary>
    public IEnumerable<WarningPoint> Turns => Points.Where((point, i) => i == 0 || Points[i - 1].Level != point.Level);
}

/// <summary>A unit by both measures.</summary>
/// <param name="Depth">0 the unit asked for, 1 below it.</param>
/// <param name="IsReported">Its figures came by file: nothing can be foretold.</param>
public sealed record UnitWarning(string Code, string Name, int Depth, bool IsReported, MeasureWarning Matters, MeasureWarning Money)
{
    public MeasureWarning Of(Measure measure) => measure switch
    {
        Measure.Matters => Matters,
        Measure.Money => Money,
    };
}

/// <summary>A unit below, or an officer, and how far behind the even pace of the unit's target.</summary>
/// <param name="Officer">Code; null = a unit.</param>
/// <param name="HasTarget">It has a target of its own.</param>
/// <param name="Behind">Việc, or đồng, that its share of the enforceable would have settled by the even pace, less what it did: negative = ahead.</param>
/// <param name="Share">Percent of all that is behind; null for who is not.</param>
public sealed record PartBehind(string Unit, string? Officer, string Name, bool IsReported, bool HasTarget, long Settled, long Enforceable, decimal? Rate, long Behind = 0, decimal? Share = null);

/// <summary>The targets of a unit and of those below it: in reach or not, since when, and where it is lost.</summary>
/// <param name="Months">Months of the year that are over; 0 = none yet.</param>
/// <param name="On">The day asked.</param>
/// <param name="Behind">By measure; the worst first.</param>
public sealed record WarningBoard(
    FormQuery Period, UnitTree Tree, string UnitName, int Months, DateOnly On, bool IsOver, IReadOnlyList<UnitWarning> Units, IReadOnlyDictionary<Measure, IReadOnlyList<PartBehind>> Behind)
{
    public UnitWarning Whole => Units[0];

    public IEnumerable<UnitWarning> Below => Units.Skip(1);
}
