using Thads.Office.Acts;

namespace Thads.Office.Units;

/// <summary>An officer leaves: after the last day no matter is docketed with, or given to, them. What they hold stays with them until it is reassigned.</summary>
public static class EndOfficer
{
    /// <param name="LastOn">The last day of service.</param>
    public sealed record Input(string Code, DateOnly LastOn, string? Reason = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(UnitTree tree, int officer, DateOnly lastOn) => tree.ServiceOf(officer).FirstOrDefault(s => s.IsValidOn(lastOn)) switch
    {
        null => new("officer.not-serving", tree.OfficerCode(officer), lastOn),
        { ValidTo: { } end } when end == lastOn => new("officer.ended-already", tree.OfficerCode(officer), lastOn),
        _ when tree.ServiceOf(officer).FirstOrDefault(s => s.ValidFrom > lastOn) is { } later => new("officer.goes-on", tree.OfficerCode(officer), later.ValidFrom!),
        _ => null,
    };

    /// <exception cref="RefusedException">`code.unknown`, `officer.not-serving`, `officer.ended-already`, `officer.goes-on`, `officer.used-later`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("officer-ended", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var officer = tree.OfficerKnown(input.Code);
        var service = tree.ServiceOf(officer);
        var now = service.FirstOrDefault(s => s.IsValidOn(input.LastOn));
        work.Require(Permissions.Administer, (now ?? service[^1]).Unit);
        RefusedException.ThrowIf(WhyNot(tree, officer, input.LastOn));
        RefusedException.ThrowIf(await UnitWriting.OfficerUsedLastAsync(connection, officer, input.LastOn, now!.ValidTo, ct) is { } used
            ? new Refusal("officer.used-later", tree.OfficerCode(officer), tree.UnitCode(now.Unit), used) : null);

        work.Begin("officer-ended", input.Reason, input.IdempotencyKey);
        await work.EndOfficerPeriodAsync(officer, service.PlaceOf(now), input.LastOn, ct);
        await work.ChangedAsync(ct, new ActChange(tree.OfficerCode(officer), "last-day", ActChange.Day(now.ValidTo), ActChange.Day(input.LastOn)) { Unit = now.Unit });
        await work.FinishAsync(ct);
    }
}
