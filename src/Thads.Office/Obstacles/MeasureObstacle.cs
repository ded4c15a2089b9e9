using Thads.Office.Acts;
using Thads.Office.Manners;

namespace Thads.Office.Obstacles;

/// <summary>What an obstacle touched, so far as the books tell.</summary>
/// <param name="Unit">Code of the unit measured: the obstacle's own, or of one it holds for the person's.</param>
/// <param name="Last">The last day measured: not after today.</param>
/// <param name="Now">The days of the obstacle.</param>
/// <param name="Before">The same days a year before.</param>
public sealed record TouchedWork(string Unit, DateOnly First, DateOnly Last, MannerSums Now, MannerSums Before);

/// <summary>Counts what was settled and done on the days of an obstacle, in its communes where it names some, beside the same days a year before. It says what happened then, not why.</summary>
public static class MeasureObstacle
{
    /// <param name="unit">Code of the unit to measure, the person's own where the obstacle is of a superior one.</param>
    /// <returns>Null before its first day.</returns>
    /// <exception cref="NotFoundException">`report.unit`: not there, or not this person's to see.</exception>
    public static async Task<TouchedWork?> RunAsync(Obstacle obstacle, string unit, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var last = obstacle.Last < work.Today ? obstacle.Last.Value : work.Today;
        if (obstacle.First > last)
        {
            return null;
        }

        var question = new MannerQuestion(unit, obstacle.First, last);
        var codes = obstacle.Communes.Select(commune => commune.Code).ToHashSet(StringComparer.Ordinal);
        MannerSums There(MannerSums sums) => codes.Count == 0 ? sums : sums.Of(end => end.Commune is { } commune && codes.Contains(commune), done => done.Commune is { } commune && codes.Contains(commune));
        return new TouchedWork(unit, obstacle.First, last, There(await ReadManners.SumsAsync(question, work, ct)), There(await ReadManners.SumsAsync(question.YearBefore, work, ct)));
    }
}
