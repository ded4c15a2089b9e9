using Thads.Office.Acts;

namespace Thads.Office.Tasks;

/// <summary>A task that was reported done, or withdrawn, is open again: the proof did not hold, or it is needed after all.</summary>
public static class ReopenTask
{
    public sealed record Input(long Task, DateOnly On, DateOnly DueOn, string Reason, string? Document = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, OfficeTask task, TaskOwners owners, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("task.no-reason")
        : task.State == TaskState.Open ? new Refusal("task.is-open", task.Text)
        : TaskWriting.WhyNotDay(task, input.On, today) ?? (input.DueOn < input.On ? new Refusal("task.due-before", input.DueOn, input.On) : null);

    /// <exception cref="NotFoundException">`task.unknown`.</exception>
    /// <exception cref="RefusedException">Those of <see cref="WhyNot"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        await TaskWriting.RecordAsync(
            input.Task, new("task-reopened", TaskStepKind.Reopened, input.On, input.Reason, input.Document, input.DueOn), input.IdempotencyKey, byOwner: false, (task, owners) => WhyNot(input, task, owners, work.Today), work, ct);
    }
}
