using System.CommandLine;
using Thads.Http;
using Thads.Office;
using Thads.Office.Tasks;

namespace Thads.Commands;

/// <summary><c>thads tasks list | show</c>: conclusions, directions and other tasks: who, by when, and what became of them.</summary>
internal static class TasksCommand
{
    public static Command Create(Shell shell)
    {
        var command = shell.Command("tasks");
        command.Add(List(shell));
        command.Add(Show(shell));
        return command;
    }

    private static Command List(Shell shell)
    {
        var command = shell.Command("list", "tasks.list");
        var unit = shell.Option<string?>("--unit", "tasks.unit");
        var state = shell.Option<string?>("--state", "tasks.state");
        var origin = shell.Option<string?>("--origin", "tasks.origin");
        var owner = shell.Option<string?>("--owner", "tasks.owner");
        foreach (var option in new Option[] { unit, state, origin, owner, shell.Json, shell.Today, shell.Db })
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, shell.Clock(parsed));
            var asked = parsed.GetValue(state);
            var tasks = await ReadTasks.RunAsync(
                new(parsed.GetValue(unit), Read<TaskOrigin>(parsed.GetValue(origin)), State: asked == "late" ? TaskState.Open : Read<TaskState>(asked), Owner: parsed.GetValue(owner), Late: asked == "late" ? true : null), work, ct);
            if (parsed.GetValue(shell.Json))
            {
                Console.WriteLine(JsonText.Of(to => to.List("tasks", tasks, task =>
                {
                    to.WriteNumber("id", task.Id);
                    to.WriteString("number", task.Number);
                    to.WriteString("text", task.Text);
                    to.WriteString("owner", task.Owner.Code);
                    to.WriteString("given_on", PageText.Iso(task.GivenOn));
                    to.WriteString("due_on", PageText.Iso(task.DueOn));
                    to.WriteString("state", Codes.CodeOf(task.State));
                    to.WriteBoolean("late", task.IsLate(work.Today));
                    to.WriteString("origin", Codes.CodeOf(task.Origin));
                    to.WriteString("from", task.OriginTitle);
                })));
                return Exit.Done;
            }

            Console.WriteLine(shell.Say("direction.tasks-counted", tasks.Count, tasks.Count(t => t.State == TaskState.Open), tasks.Count(t => t.State == TaskState.Open && t.IsLate(work.Today))));
            foreach (var task in tasks)
            {
                Console.WriteLine(shell.Say(
                    "cli.tasks.line", task.Id, PageText.Day(task.DueOn), shell.Say($"TaskState.{Codes.CodeOf(task.State)}"), task.IsLate(work.Today) ? shell.Say("cli.tasks.late") : "", task.Number is null ? task.Text : $"{task.Number}: {task.Text}",
                    task.Owner.Name, task.OriginTitle));
            }

            return Exit.Done;
        }));
        return command;
    }

    private static Command Show(Shell shell)
    {
        var command = shell.Command("show", "tasks.show");
        var id = new Argument<long>("TASK") { Description = shell.Say("cli.tasks.id") };
        command.Add(id);
        foreach (var option in new Option[] { shell.Today, shell.Db })
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, shell.Clock(parsed));
            var task = await ReadTasks.OneAsync(parsed.GetValue(id), work, ct);
            Console.WriteLine(shell.Say(
                "cli.tasks.line", task.Id, PageText.Day(task.DueOn), shell.Say($"TaskState.{Codes.CodeOf(task.State)}"), task.IsLate(work.Today) ? shell.Say("cli.tasks.late") : "", task.Number is null ? task.Text : $"{task.Number}: {task.Text}",
                task.Owner.Name, task.OriginTitle));
            Console.WriteLine(shell.Say("cli.tasks.given", PageText.Day(task.GivenOn), task.FirstOwner.Name, PageText.Day(task.FirstDueOn)));
            foreach (var step in task.Steps)
            {
                Console.WriteLine(shell.Say("cli.tasks.step", PageText.Day(step.On), shell.Say($"TaskStepKind.{Codes.CodeOf(step.Kind)}"), step.Document is null ? step.Text : $"{step.Text} ({step.Document})", step.Person));
            }

            return Exit.Done;
        }));
        return command;
    }

    private static T? Read<T>(string? typed)
        where T : struct, Enum =>
        typed is null ? null : Codes.TryRead<T>(typed, out var value) ? value : throw new RefusedException(new Refusal("cli.tasks.word", typed, string.Join(", ", Codes.All<T>())));
}
