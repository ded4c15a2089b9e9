using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Tasks;

/// <summary>What the acts on a task have in common: who may, what it is now, and how a step is written.</summary>
internal static class TaskWriting
{
    /// <param name="Kind">Of the act.</param>
    internal sealed record Step(string Act, TaskStepKind Kind, DateOnly On, string Text, string? Document = null, DateOnly? DueOn = null, TaskOwner? Owner = null);

    /// <summary>The day of a step: not to come, not before the task was given, not before the step before it.</summary>
    public static Refusal? WhyNotDay(OfficeTask task, DateOnly on, DateOnly today) =>
        on > today ? new Refusal("task.day-to-come", on, today)
        : on < task.GivenOn ? new Refusal("task.before-given", on, task.GivenOn)
        : task.Steps.Count > 0 && on < task.Steps[^1].On ? new Refusal("task.before-last", on, task.Steps[^1].On)
        : null;

    public static Refusal? WhyNotOpen(OfficeTask task) => task.State == TaskState.Open ? null : new Refusal("task.not-open", task.Text);

    /// <param name="byOwner">Whether the officer whose task it is may do it, too.</param>
    public static async Task RecordAsync(long id, Step step, string? key, bool byOwner, Func<OfficeTask, TaskOwners, Refusal?> whyNot, Work work, CancellationToken ct)
    {
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync(step.Act, key, ct) is not null)
        {
            return;
        }

        var task = await ReadTasks.OneAsync(id, work, ct);
        if (!(byOwner && task.Owner.Officer is { } officer && officer == work.Person.Officer))
        {
            work.Require(Permissions.Organise, task.Unit);
        }

        var owners = await TaskOwners.OfAsync(work, ct);
        RefusedException.ThrowIf(whyNot(task, owners));
        var owner = step.Owner is null ? null : owners.Of(step.Owner);
        work.Begin(step.Act, step.Text.Trim(), key);
        await connection.RunAsync(
            """
            INSERT INTO task_step (task_id, number, kind, happened_on, due_on, owner_unit, owner_officer, owner_partner, text, document, act)
            VALUES (@task, @number, @kind, @on, @due, @unit, @officer, @partner, @text, @document, @act)
            """, ct,
            ("task", id), ("number", task.Steps.Count + 1), ("kind", step.Kind), ("on", step.On), ("due", step.DueOn), ("unit", owner?.Unit), ("officer", owner?.Officer), ("partner", owner?.Partner),
            ("text", step.Text.Trim()), ("document", string.IsNullOrWhiteSpace(step.Document) ? null : step.Document.Trim()), ("act", await work.NumberAsync(ct)));
        var now = await ReadTasks.OneAsync(id, work, ct);
        var subject = task.Number ?? $"{task.OriginTitle} · {task.Text}";
        await work.ChangedAsync(
            ct,
            [
                .. new[]
                {
                    new ActChange(subject, "task-state", Codes.CodeOf(task.State), Codes.CodeOf(now.State)) { Unit = task.Unit },
                    new ActChange(subject, "task-due", ActChange.Day(task.DueOn), ActChange.Day(now.DueOn)) { Unit = task.Unit },
                    new ActChange(subject, "task-owner", task.Owner.Name, now.Owner.Name) { Unit = task.Unit },
                    new ActChange(subject, "task-note", null, step.Kind == TaskStepKind.Noted ? step.Text.Trim() : null) { Unit = task.Unit },
                }.Where(line => line.Before != line.After),
            ]);
        await work.FinishAsync(ct);
    }
}
