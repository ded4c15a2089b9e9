using Thads.Office.Acts;

namespace Thads.Office.Tasks;

/// <summary>A task is not to be done any more: only with a reason and the document that says so. It stays in every list and report as withdrawn.</summary>
public static class WithdrawTask
{
    public sealed record Input(long Task, DateOnly On, string Reason, string Document, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, OfficeTask task, TaskOwners owners, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("task.no-reason")
        : string.IsNullOrWhiteSpace(input.Document) ? new Refusal("task.no-document")
        : TaskWriting.WhyNotOpen(task) ?? TaskWriting.WhyNotDay(task, input.On, today);

    /// <exception cref="NotFoundException">`task.unknown`.</exception>
    /// <exception cref="RefusedException">Those of <see cref="WhyNot"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        await TaskWriting.RecordAsync(
            input.Task, new("task-withdrawn", TaskStepKind.Withdrawn, input.On, input.Reason, input.Document), input.IdempotencyKey, byOwner: false, (task, owners) => WhyNot(input, task, owners, work.Today), work, ct);
    }
}
