using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Obstacles;

/// <summary>Which obstacles.</summary>
/// <param name="Unit">Code: those that hold for it or lie in it; null = all the person may know of.</param>
/// <param name="First">With <paramref name="Last"/>: those that touch these days.</param>
/// <param name="WithWithdrawn">Those taken back as well.</param>
/// <param name="LastAct">As the books had them after this act; null = now.</param>
public sealed record ObstacleQuestion(string? Unit = null, DateOnly? First = null, DateOnly? Last = null, bool WithWithdrawn = false, long? LastAct = null);

/// <summary>
/// Obstacles, as they hold. A person knows of those of the units they see, and of those of a superior unit that hold for one of these; of the communes only those of units they see.
/// </summary>
public static class ReadObstacles
{
    /// <summary>The latest first.</summary>
    /// <exception cref="NotFoundException">`report.unit`: the unit is not there, or not this person's to see.</exception>
    public static async Task<IReadOnlyList<Obstacle>> RunAsync(ObstacleQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = question.Unit is null ? (int?)null
            : tree.UnitOf(question.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", question.Unit));
        var seen = tree.Units.VisibleTo(work.Person);
        var asked = unit is null ? seen : tree.ScopeOf(unit.Value, question.Last ?? work.Today).VisibleTo(work.Person);
        return [.. (await ObstacleRows.AllAsync(tree, work, ct, question.LastAct))
            .Where(row => (question.WithWithdrawn || !row.IsWithdrawn) && !(row.First > question.Last) && !(row.Last < question.First))
            .Select(row => Known(row, tree, seen, asked)).OfType<Obstacle>().OrderByDescending(row => row.First).ThenByDescending(row => row.Number)];
    }

    /// <summary>All rows of one obstacle in the order in which they were recorded; empty where there is none that the person may know of.</summary>
    public static async Task<IReadOnlyList<Obstacle>> HistoryAsync(int number, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var seen = tree.Units.VisibleTo(work.Person);
        var rows = (await ObstacleRows.HistoryAsync(number, tree, work, ct)).Select(row => Known(row, tree, seen, seen)).ToList();
        return rows is [.., not null] ? [.. rows.OfType<Obstacle>()] : [];
    }

    /// <summary>The row as the person may know it; null where it is of none of these units.</summary>
    private static Obstacle? Known(Obstacle row, UnitTree tree, IReadOnlySet<int> seen, IReadOnlySet<int> asked)
    {
        // It holds below its unit as organised on its first day and as organised now: an office founded since keeps what held for its area.
        var holdsIn = tree.ScopeOf(row.Unit, row.First).Concat(tree.ScopeOf(row.Unit, row.Last ?? DateOnly.MaxValue)).ToHashSet();
        var touched = row.Communes.Count == 0
            ? asked.Contains(row.Unit) || asked.Any(holdsIn.Contains)
            : row.Communes.Any(commune => asked.Contains(commune.Unit));
        return !touched ? null : seen.Contains(row.Unit) ? row
            : row with { Communes = [.. row.Communes.Where(commune => seen.Contains(commune.Unit))], Act = 0, By = "" };
    }
}
