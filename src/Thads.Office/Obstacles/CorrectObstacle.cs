using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Obstacles;

/// <summary>Puts right what was recorded of an obstacle: the whole of it anew, with the reason; what stood before stays in its history.</summary>
public static class CorrectObstacle
{
    /// <param name="What">All that holds from now on; its unit stays what it was.</param>
    /// <param name="EndDocument">What ended it, as printed.</param>
    public sealed record Input(int Number, RecordObstacle.Input What, string? EndDocument, string Reason, string? IdempotencyKey = null);

    /// <summary>Why it cannot be put right so.</summary>
    public static Refusal? WhyNot(Input input, Obstacle now, Obstacle drawn) =>
        string.IsNullOrWhiteSpace(input.Reason) ? new("obstacle.no-reason")
        : drawn.Unit != now.Unit ? new("obstacle.unit-stays", now.Number, now.UnitCode)
        : drawn.Official == now.Official ? new("obstacle.same", now.Number)
        : null;

    /// <exception cref="NotFoundException">`obstacle.unknown`, `report.unit`.</exception>
    /// <exception cref="RefusedException">`obstacle.no-reason`, `obstacle.unit-stays`, `obstacle.same`, `obstacle.is-withdrawn` and those of <see cref="RecordObstacle.WhyNot"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("obstacle-corrected", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var now = await ObstacleRows.TakeAsync(input.Number, tree, work, ct);
        var unit = tree.UnitOf(input.What.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", input.What.Unit));
        RefusedException.ThrowIf(RecordObstacle.WhyNot(input.What, work.Today) ?? RecordObstacle.WhyNotThere(input.What, tree));
        var drawn = ObstacleRows.Drawn(input.What, unit, tree) with { Number = now.Number, EndDocument = ObstacleRows.Text(input.EndDocument) };
        RefusedException.ThrowIf(WhyNot(input, now, drawn));
        work.Begin("obstacle-corrected", input.Reason.Trim(), input.IdempotencyKey);
        await ObstacleRows.AddAsync(now, drawn, work, ct);
    }
}
