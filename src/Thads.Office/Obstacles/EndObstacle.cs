using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Obstacles;

/// <summary>Records the last day of an obstacle that was going on.</summary>
public static class EndObstacle
{
    /// <param name="LastOn">Its last day.</param>
    /// <param name="Document">What ended it, as printed: number, day, issuer; null = nothing was issued.</param>
    public sealed record Input(int Number, DateOnly LastOn, string? Document = null, string? IdempotencyKey = null);

    /// <summary>Why it cannot end so.</summary>
    public static Refusal? WhyNot(Input input, Obstacle now, DateOnly today) =>
        now.Last is { } last ? new("obstacle.has-ended", now.Number, last)
        : input.LastOn < now.First ? new("obstacle.order", input.LastOn, now.First)
        : input.LastOn > today.AddDays(RecordObstacle.DaysAhead) ? new("obstacle.last-far", input.LastOn, today.AddDays(RecordObstacle.DaysAhead))
        : null;

    /// <exception cref="NotFoundException">`obstacle.unknown`.</exception>
    /// <exception cref="RefusedException">`obstacle.has-ended`, `obstacle.order`, `obstacle.last-far`, `obstacle.is-withdrawn`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("obstacle-ended", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var now = await ObstacleRows.TakeAsync(input.Number, await UnitTree.OfAsync(work, ct), work, ct);
        RefusedException.ThrowIf(WhyNot(input, now, work.Today));
        work.Begin("obstacle-ended", null, input.IdempotencyKey);
        await ObstacleRows.AddAsync(now, now with { Last = input.LastOn, EndDocument = ObstacleRows.Text(input.Document) }, work, ct);
    }
}
