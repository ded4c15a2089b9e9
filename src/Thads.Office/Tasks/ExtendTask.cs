using Thads.Office.Acts;

namespace Thads.Office.Tasks;

/// <summary>The day of a task is moved further out: only with a reason, and the day before it stays in its history.</summary>
public static class ExtendTask
{
    public sealed record Input(long Task, DateOnly On, DateOnly DueOn, string Reason, string? Document = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, OfficeTask task, TaskOwners owners, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("task.no-reason")
        : TaskWriting.WhyNotOpen(task) ?? TaskWriting.WhyNotDay(task, input.On, today) ?? (input.DueOn <= task.DueOn ? new Refusal("task.not-later", input.DueOn, task.DueOn) : null);

    /// <exception cref="NotFoundException">`task.unknown`.</exception>
    /// <exception cref="RefusedException">Those of <see cref="WhyNot"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        await TaskWriting.RecordAsync(
            input.Task, new("task-extended", TaskStepKind.Extended, input.On, input.Reason, input.Document, input.DueOn), input.IdempotencyKey, byOwner: false, (task, owners) => WhyNot(input, task, owners, work.Today), work, ct);
    }
}
