using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Obstacles;

/// <summary>Takes back an obstacle that was recorded by mistake: it explains nothing any more, and stays in the books with the reason.</summary>
public static class WithdrawObstacle
{
    public sealed record Input(int Number, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input) => string.IsNullOrWhiteSpace(input.Reason) ? new("obstacle.no-reason") : null;

    /// <exception cref="NotFoundException">`obstacle.unknown`.</exception>
    /// <exception cref="RefusedException">`obstacle.no-reason`, `obstacle.is-withdrawn`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("obstacle-withdrawn", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var now = await ObstacleRows.TakeAsync(input.Number, await UnitTree.OfAsync(work, ct), work, ct);
        RefusedException.ThrowIf(WhyNot(input));
        work.Begin("obstacle-withdrawn", input.Reason.Trim(), input.IdempotencyKey);
        await ObstacleRows.AddAsync(now, now with { IsWithdrawn = true }, work, ct);
    }
}
