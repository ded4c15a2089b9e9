using Thads.Office.Acts;

namespace Thads.Office.Tasks;

/// <summary>A task is reported done, with what shows it (minutes, number of a letter, figure). The officer whose task it is may report it, too.</summary>
public static class ReportTaskDone
{
    public sealed record Input(long Task, DateOnly On, string Proof, string? Document = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, OfficeTask task, TaskOwners owners, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Proof) ? new Refusal("task.no-proof") : TaskWriting.WhyNotOpen(task) ?? TaskWriting.WhyNotDay(task, input.On, today);

    /// <exception cref="NotFoundException">`task.unknown`.</exception>
    /// <exception cref="RefusedException">Those of <see cref="WhyNot"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        await TaskWriting.RecordAsync(
            input.Task, new("task-done", TaskStepKind.Done, input.On, input.Proof, input.Document), input.IdempotencyKey, byOwner: true, (task, owners) => WhyNot(input, task, owners, work.Today), work, ct);
    }
}
