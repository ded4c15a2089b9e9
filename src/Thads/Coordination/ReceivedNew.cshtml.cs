using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Direction;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Coordination;

/// <summary>The form by which a direction or a petition is recorded, with its first task.</summary>
[Needs(Permissions.Organise)]
public sealed class CoordinationReceivedNewModel(Work work, PageText text) : ActPage(work, text)
{
    public ReceivedKind Kind { get; private set; } = ReceivedKind.Direction;

    public string Unit { get; private set; } = "";

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public string? From { get; private set; }

    public DateOnly Today => Work.Today;

    public bool IsPetition => Kind == ReceivedKind.Petition;

    public IReadOnlyList<Choice> WatchLists => [.. Office.WatchLists.WatchList.All.Select(list => new Choice(list.Code, list.NameIn(Said.Language)))];

    public async Task<IActionResult> OnGetAsync(string? kind, string? from, CancellationToken ct)
    {
        From = from;
        return await LoadAsync(kind, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery] string? kind, CancellationToken ct)
    {
        if (!await LoadAsync(kind, ct))
        {
            return NotFound();
        }

        Keep();
        var (issued, on, due) = (Day("IssuedOn"), Day("ReceivedOn"), Day("DueOn", required: IsPetition));
        RaisedAt? raised = IsPetition ? Choice<RaisedAt>("Raised") : null;
        var task = Typed("TaskText");
        if (IsPetition && task.Length == 0)
        {
            task = Words.Say(Language.Vietnamese, "coordination.task-of-petition"); // Tasks are texts of the office, in its language.
        }

        var hasTask = IsPetition || task.Length > 0 || Typed("Owner").Length > 0;
        var taskDue = hasTask && Typed("TaskDue").Length > 0 ? Day("TaskDue") : due;
        if (Typed("From").Length == 0)
        {
            Wrong("From", new Refusal("admin.needs-choice"));
        }

        if (hasTask && Typed("Owner").Length == 0)
        {
            Wrong("Owner", new Refusal("admin.needs-choice"));
        }

        if (hasTask && taskDue is null && ModelState.IsValid)
        {
            Wrong("TaskDue", new Refusal("admin.needs-day"));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var id = await RecordReceived.RunAsync(
            new(Kind, Typed("Unit"), Typed("From"), TypedOrNone("Number"), issued!.Value, on!.Value, Typed("Text"), raised, TypedOrNone("WatchList"), due, CoordinationPlaces.Codes(Typed("Matters")),
                hasTask ? [new GiveTask.Item(task, OwnerChoices.Read(Typed("Owner")), taskDue!.Value)] : [], ActKey),
            Work, ct);
        return Redirect(CoordinationPlaces.Of(Kind, id) + "?done=1");
    }

    private async Task<bool> LoadAsync(string? kind, CancellationToken ct)
    {
        Kind = Codes.TryRead<ReceivedKind>(kind ?? "", out var known) ? known : ReceivedKind.Direction;
        Unit = await CoordinationPlaces.UnitAsync(Request, Work, ct);
        Units = await UnitsAsync(Permissions.Organise, ct);
        Partners = CoordinationPlaces.Choices(await PartnerBook.OfAsync(Work, ct), Work.Today, Said);
        Owners = await OwnerChoices.ListAsync(Work, Said, ct);
        return (await UnitTree.OfAsync(Work, ct)).UnitOf(Unit) is { } unit && Work.Person.MayIn(unit, Permissions.Organise);
    }
}
