using Thads.Office.Acts;

namespace Thads.Office.Tasks;

/// <summary>What happened on the way to a task being done.</summary>
public static class NoteTask
{
    public sealed record Input(long Task, DateOnly On, string Text, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, OfficeTask task, TaskOwners owners, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Text) ? new Refusal("task.no-note") : TaskWriting.WhyNotDay(task, input.On, today);

    /// <exception cref="NotFoundException">`task.unknown`.</exception>
    /// <exception cref="RefusedException">Those of <see cref="WhyNot"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        await TaskWriting.RecordAsync(
            input.Task, new("task-noted", TaskStepKind.Noted, input.On, input.Text), input.IdempotencyKey, byOwner: true, (task, owners) => WhyNot(input, task, owners, work.Today), work, ct);
    }
}
