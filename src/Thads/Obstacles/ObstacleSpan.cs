using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Obstacles;
using Thads.Office.Units;

namespace Thads.Obstacles;

/// <summary>A figure's unit and days: the obstacles that touch them explain it.</summary>
/// <param name="Unit">Code.</param>
public sealed record ObstacleSpan(string Unit, DateOnly First, DateOnly Last)
{
    /// <summary>The first months of a statistical year.</summary>
    public static ObstacleSpan Of(string unit, int year, int months = StatisticalYear.Months) => new(unit, new StatisticalYear(year).Start, new StatisticalYear(year).EndOfMonth(months));

    /// <summary>Those the person may know of; none where they may read no figures of the unit.</summary>
    public async Task<IReadOnlyList<Obstacle>> FindAsync(Work work, CancellationToken ct) =>
        work.Person.May.HasFlag(Permissions.ReadFigures) && (await UnitTree.OfAsync(work, ct)).UnitOf(Unit) is { } unit && work.Person.Sees(unit)
            ? await ReadObstacles.RunAsync(new ObstacleQuestion(Unit, First, Last), work, ct) : [];

    /// <summary>The months of a statistical year that they touch, 1 = October.</summary>
    public static IReadOnlyList<int> Months(IEnumerable<Obstacle> obstacles, int year)
    {
        var of = new StatisticalYear(year);
        return [.. Enumerable.Range(1, StatisticalYear.Months).Where(month => obstacles.Any(obstacle => obstacle.Touches(month == 1 ? of.Start : of.EndOfMonth(month - 1).AddDays(1), of.EndOfMonth(month))))];
    }

    public static string Address(int number) => $"/direction/obstacles/{PageText.Year(number)}";
}
