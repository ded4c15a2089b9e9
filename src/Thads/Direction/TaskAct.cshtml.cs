using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Tasks;
using Thads.Shared.Kit;

namespace Thads.Direction;

/// <summary>The form of an act on a task: report it done, extend it, give it to another, reopen, withdraw or note.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class DirectionTaskActModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly string[] WhileOpen = ["done", "extend", "reassign", "withdraw", "note"];
    private static readonly string[] Ended = ["reopen", "note"];

    /// <summary>Null while the question cannot be answered.</summary>
    public OfficeTask? Task { get; private set; }

    public string Act { get; private set; } = "";

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public DateOnly Today => Work.Today;

    /// <summary>What may be done with a task as it stands.</summary>
    public static IReadOnlyList<string> For(OfficeTask task) => task.State == TaskState.Open ? WhileOpen : Ended;

    public async Task<IActionResult> OnGetAsync(long id, string act, CancellationToken ct) => await LoadAsync(id, act, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, string act, CancellationToken ct)
    {
        if (!await LoadAsync(id, act, ct))
        {
            return NotFound();
        }

        Keep();
        var on = Day("On");
        var due = act is "extend" or "reopen" ? Day("DueOn") : null;
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var (day, words, document) = (on!.Value, Typed("Text"), TypedOrNone("Document"));
        await (act switch
        {
            "done" => ReportTaskDone.RunAsync(new(id, day, words, document, ActKey), Work, ct),
            "extend" => ExtendTask.RunAsync(new(id, day, due!.Value, words, document, ActKey), Work, ct),
            "reassign" => ReassignTask.RunAsync(new(id, day, OwnerChoices.Read(Typed("Owner")), words, document, ActKey), Work, ct),
            "reopen" => ReopenTask.RunAsync(new(id, day, due!.Value, words, document, ActKey), Work, ct),
            "withdraw" => WithdrawTask.RunAsync(new(id, day, words, document ?? "", ActKey), Work, ct),
            _ => NoteTask.RunAsync(new(id, day, words, ActKey), Work, ct),
        });
        return Redirect(TaskAddress.Of(id) + "?done=1");
    }

    private async Task<bool> LoadAsync(long id, string act, CancellationToken ct)
    {
        Task = await ReadTasks.OneAsync(id, Work, ct);
        Act = act;
        var mayKeep = Work.Person.MayIn(Task.Unit, Permissions.Organise);
        var isOwner = Task.Owner.Officer is { } officer && officer == Work.Person.Officer;
        if (!WhileOpen.Concat(Ended).Contains(act) || !(mayKeep || (isOwner && act is "done" or "note")))
        {
            return false;
        }

        Owners = act == "reassign" ? await OwnerChoices.ListAsync(Work, Said, ct) : [];
        return true;
    }
}
