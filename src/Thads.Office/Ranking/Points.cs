using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Ranking;

/// <summary>Who gave points. Stored by number; the words are under `ScoreStage.`.</summary>
public enum ScoreStage
{
    /// <summary>The unit itself.</summary>
    Self = 1,

    /// <summary>The superior unit.</summary>
    Verified = 2,

    /// <summary>The council: what holds.</summary>
    Final = 3,
}

/// <summary>Points somebody gave.</summary>
/// <param name="Computed">What the figures gave when they were given; null = nothing.</param>
/// <param name="Breaches">Of points taken off per breach.</param>
/// <param name="At">UTC.</param>
public sealed record GivenPoints(ScoreStage Stage, decimal Points, decimal? Computed, int? Breaches, string? Reason, string Person, DateTime At, long Act);

/// <summary>A criterion of a unit's year, from the figures to what holds.</summary>
/// <param name="Computed">From the figures as they are now; null where people give the points, or the figures do not say.</param>
/// <param name="History">All that was ever given, in that order.</param>
public sealed record CriterionPoints(Criterion Criterion, decimal? Computed, IReadOnlyList<GivenPoints> History)
{
    public GivenPoints? Given(ScoreStage stage) => History.LastOrDefault(given => given.Stage == stage);

    /// <summary>The last stage that has points, else what the figures give; null while there is neither.</summary>
    public decimal? Holding => (Given(ScoreStage.Final) ?? Given(ScoreStage.Verified) ?? Given(ScoreStage.Self))?.Points ?? Computed;

    /// <summary>What points of a stage are compared with: those of the stage before, else what the figures give.</summary>
    public decimal? Before(ScoreStage stage) => stage switch
    {
        ScoreStage.Self => Computed,
        ScoreStage.Verified => Given(ScoreStage.Self)?.Points ?? Computed,
        ScoreStage.Final => (Given(ScoreStage.Verified) ?? Given(ScoreStage.Self))?.Points ?? Computed,
    };
}

/// <summary>Reads the points given to units. Never changed: of several of one stage the one given last holds.</summary>
internal static class ReadPoints
{
    /// <summary>By unit and criterion, in the order in which they were given; of units the person sees.</summary>
    public static async Task<ILookup<(int Unit, string Criterion), GivenPoints>> OfAsync(IEnumerable<int> units, int year, string scheme, Work work, CancellationToken ct) =>
        (await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT s.unit_id, s.criterion, s.stage, s.points, s.computed, s.breaches, s.reason, a.person, a.at, s.act
            FROM score s JOIN act a ON a.seq = s.act WHERE s.year = @year AND s.scheme = @scheme AND s.unit_id IN ({Sql.List(units.VisibleTo(work.Person))}) ORDER BY s.id
            """,
            r => (Of: (r.GetInt32(0), r.GetString(1)), Given: new GivenPoints(
                (ScoreStage)r.GetInt32(2), r.GetInt32(3) / 100m, r.NumberOrNone(4) / 100m, r.NumberOrNone(5), r.TextOrNone(6), r.GetString(7), r.Moment(8), r.GetInt64(9))), ct,
            ("year", year), ("scheme", scheme))).ToLookup(given => given.Of, given => given.Given);
}
