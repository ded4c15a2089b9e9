using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Targets;
using Thads.Office.Units;

namespace Thads.Office.Obstacles;

/// <summary>Records, by a document, a period in which work was impossible: it explains figures and changes none.</summary>
public static class RecordObstacle
{
    /// <summary>So many days ahead a period may begin or end: a document orders what is near.</summary>
    public const int DaysAhead = 366;

    /// <param name="Unit">Code; it holds for the units below as well.</param>
    /// <param name="Hinders">What was impossible; at least one.</param>
    /// <param name="Last">Last day; null = nobody knows yet.</param>
    /// <param name="Communes">Codes; empty = the whole area of the unit.</param>
    /// <param name="Document">Number of the document.</param>
    /// <param name="Issuer">Who issued it.</param>
    public sealed record Input(
        string Unit, ObstacleCause Cause, IReadOnlyList<HinderedWork> Hinders, DateOnly First, DateOnly? Last, IReadOnlyList<string> Communes, string Document, DateOnly DocumentOn, string Issuer,
        string? Said = null, string? IdempotencyKey = null);

    /// <summary>Why this cannot be, by what it says and by the day.</summary>
    public static Refusal? WhyNot(Input input, DateOnly today) => input switch
    {
        { Hinders.Count: 0 } => new("obstacle.nothing-hindered"),
        _ when input.First < new StatisticalYear(AssignTargets.FirstYear).Start || input.First > today.AddDays(DaysAhead) => new("obstacle.first", input.First, new StatisticalYear(AssignTargets.FirstYear).Start, today.AddDays(DaysAhead)),
        _ when input.Last < input.First => new("obstacle.order", input.Last.Value, input.First),
        _ when input.Last > today.AddDays(DaysAhead) => new("obstacle.last-far", input.Last.Value, today.AddDays(DaysAhead)),
        _ when string.IsNullOrWhiteSpace(input.Document) => new("obstacle.no-document"),
        _ when string.IsNullOrWhiteSpace(input.Issuer) => new("obstacle.no-issuer"),
        _ when input.DocumentOn > today => new("obstacle.document-to-come", input.DocumentOn),
        _ => null,
    };

    /// <summary>Why it cannot be of this unit and these communes.</summary>
    public static Refusal? WhyNotThere(Input input, UnitTree tree)
    {
        var unit = tree.UnitOf(input.Unit)!.Value;
        if (!tree.PeriodsOf(unit).Any(period => Validity.Overlap(period.ValidFrom, period.ValidTo, input.First, input.Last ?? input.First)))
        {
            return new Refusal("obstacle.unit-not-then", input.Unit, input.First);
        }

        var units = tree.ScopeOf(unit, input.First);
        return input.Communes.FirstOrDefault(code => !tree.Communes.TryGetValue(code, out var commune) || !units.Contains(commune.Unit)) is { } foreign
            ? new Refusal("obstacle.commune", foreign, input.Unit) : null;
    }

    /// <returns>Its number.</returns>
    /// <exception cref="NotFoundException">`report.unit`: no such unit, or not this person's.</exception>
    /// <exception cref="RefusedException">`obstacle.nothing-hindered`, `obstacle.first`, `obstacle.order`, `obstacle.last-far`, `obstacle.no-document`, `obstacle.no-issuer`, `obstacle.document-to-come`,
    /// `obstacle.unit-not-then`, `obstacle.commune`, `obstacle.twice`, `act.key-taken`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("obstacle-recorded", input.IdempotencyKey, ct) is { } before)
        {
            return await ObstacleRows.NumberOfAsync(before, work, ct);
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(input.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", input.Unit));
        work.Require(Permissions.Direct, unit);
        var rows = await ObstacleRows.AllAsync(tree, work, ct);
        var twice = rows.FirstOrDefault(row => row.Unit == unit && !row.IsWithdrawn && row.First == input.First && string.Equals(row.Document, input.Document?.Trim(), StringComparison.OrdinalIgnoreCase));
        RefusedException.ThrowIf(WhyNot(input, work.Today) ?? WhyNotThere(input, tree) ?? (twice is null ? null : new Refusal("obstacle.twice", twice.Document, twice.First, twice.Number)));

        work.Begin("obstacle-recorded", null, input.IdempotencyKey);
        return await ObstacleRows.AddAsync(null, ObstacleRows.Drawn(input, unit, tree), work, ct);
    }
}
