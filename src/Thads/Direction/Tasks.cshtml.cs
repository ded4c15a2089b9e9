using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Tasks;
using Thads.Shared.Kit;

namespace Thads.Direction;

/// <summary>Every task the person may see, whatever it comes from: open ones first, by their day.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class DirectionTasksModel(Work work, PageText text) : PageModel
{
    private const string Late = "late";

    public string? Find { get; private set; }

    public string? State { get; private set; }

    public string? Origin { get; private set; }

    public string? Owner { get; private set; }

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public IReadOnlyList<OfficeTask> Rows { get; private set; } = [];

    public ListPage List { get; private set; } = new() { Action = "/direction/tasks", Counted = "" };

    public IReadOnlyList<Choice> States => [.. ActPage.All<TaskState>(text), new Choice(Late, text.Say("direction.late"))];

    public async Task OnGetAsync(string? q, string? state, string? origin, string? owner, CancellationToken ct)
    {
        (Find, State, Origin, Owner) = (Lists.Given(q), Lists.Given(state), Lists.Given(origin), Lists.Given(owner));
        var all = await ReadTasks.RunAsync(new(), work, ct);
        Owners = [.. all.Select(task => task.Owner).DistinctBy(o => o.Code).OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => new Choice(o.Code, o.Name, Vietnamese: true))];
        TaskState? only = Codes.TryRead<TaskState>(State ?? "", out var s) ? s : null;
        TaskOrigin? from = Codes.TryRead<TaskOrigin>(Origin ?? "", out var o) ? o : null;
        var found = await ReadTasks.RunAsync(new(Origin: from, State: State == Late ? TaskState.Open : only, Late: State == Late ? true : null, Owner: Owner, Find: Find), work, ct);
        var pager = new Pager(Request, "page", found.Count);
        Rows = [.. pager.Of(found)];
        List = Lists.Page(
            Request, "/direction/tasks", text.Say("direction.tasks-counted", found.Count, found.Count(t => t.State == TaskState.Open), found.Count(t => t.State == TaskState.Open && t.IsLate(work.Today))), pager, work, text,
            ("q", Find is null ? null : text.Say("admin.chip-find", Find)), ("state", State is null ? null : States.FirstOrDefault(choice => choice.Value == State)?.Text ?? State),
            ("origin", from is { } known ? text.Of(known) : Origin), ("owner", Owner));
    }
}
