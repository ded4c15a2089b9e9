using Thads.Office.Acts;

namespace Thads.Office.Tasks;

/// <summary>A task is given to another owner, with a reason.</summary>
public static class ReassignTask
{
    public sealed record Input(long Task, DateOnly On, TaskOwner Owner, string Reason, string? Document = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, OfficeTask task, TaskOwners owners, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("task.no-reason")
        : TaskWriting.WhyNotOpen(task) ?? TaskWriting.WhyNotDay(task, input.On, today) ?? owners.WhyNot(input.Owner, input.On)
            ?? (owners.Of(input.Owner).Is(task.Owner) ? new Refusal("task.same-owner", task.Owner.Name) : null);

    /// <exception cref="NotFoundException">`task.unknown`.</exception>
    /// <exception cref="RefusedException">Those of <see cref="WhyNot"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        await TaskWriting.RecordAsync(
            input.Task, new("task-reassigned", TaskStepKind.Reassigned, input.On, input.Reason, input.Document, Owner: input.Owner), input.IdempotencyKey, byOwner: false, (task, owners) => WhyNot(input, task, owners, work.Today), work, ct);
    }
}
