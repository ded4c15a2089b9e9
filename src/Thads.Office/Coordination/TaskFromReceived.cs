using Thads.Office.Acts;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>Gives a further task from a direction or petition that is open.</summary>
public static class TaskFromReceived
{
    public sealed record Input(long Received, DateOnly On, GiveTask.Item Task, string? IdempotencyKey = null);

    /// <returns>Id of the task; of one given before under the key, none.</returns>
    /// <exception cref="NotFoundException">`received.unknown`.</exception>
    /// <exception cref="RefusedException">`received.*`, `task.*`, `act.key-taken`.</exception>
    public static async Task<long?> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("received-task-given", input.IdempotencyKey, ct) is not null)
        {
            return null;
        }

        var received = await ReadReceived.OneAsync(input.Received, work, ct);
        var unit = (await UnitTree.OfAsync(work, ct)).UnitOf(received.Unit)!.Value;
        work.Require(Permissions.Organise, unit);
        RefusedException.ThrowIf(ReceivedWriting.WhyNot(received, input.On, work.Today));
        work.Begin("received-task-given", idempotencyKey: input.IdempotencyKey);
        var given = await GiveTask.WriteAsync(ReceivedWriting.SourceOf(received.Kind, received.Id, received.From.Name, received.Number, unit, input.On), [input.Task], work, ct);
        await work.ChangedAsync(ct, new ActChange($"{received.From.Name} ({received.Number ?? "–"})", "received-task", null, $"{input.Task.Text.Trim()} ({input.Task.Owner.Code}, {ActChange.Day(input.Task.DueOn)})") { Unit = unit });
        await work.FinishAsync(ct);
        return given[0];
    }
}
