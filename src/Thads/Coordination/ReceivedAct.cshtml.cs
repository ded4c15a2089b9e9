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

/// <summary>The form of an act on a direction or petition: answer, give a task, pass on, close, open again.</summary>
[Needs(Permissions.Organise)]
public sealed class CoordinationReceivedActModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Null while the question cannot be answered.</summary>
    public Received? One { get; private set; }

    public string Act { get; private set; } = "";

    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public DateOnly Today => Work.Today;

    public async Task<IActionResult> OnGetAsync(string kind, long id, string act, CancellationToken ct) => await LoadAsync(kind, id, act, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, long id, string act, CancellationToken ct)
    {
        if (!await LoadAsync(kind, id, act, ct))
        {
            return NotFound();
        }

        Keep();
        var on = Day("On");
        var due = act == "task" ? Day("DueOn") : null;
        var chosen = act switch { "task" => "Owner", "pass-on" => "To", _ => null };
        if (chosen is not null && Typed(chosen).Length == 0)
        {
            Wrong(chosen, new Refusal("admin.needs-choice"));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        await (act switch
        {
            "answer" => AnswerReceived.RunAsync(new(id, on!.Value, Typed("Number"), Typed("Text"), ActKey), Work, ct),
            "task" => TaskFromReceived.RunAsync(new(id, on!.Value, new GiveTask.Item(Typed("Text"), OwnerChoices.Read(Typed("Owner")), due!.Value), ActKey), Work, ct),
            "pass-on" => PassOnPetition.RunAsync(new(id, on!.Value, Typed("To"), TypedOrNone("Number"), TypedOrNone("Text"), ActKey), Work, ct),
            "close" => CloseReceived.RunAsync(new(id, on!.Value, TypedOrNone("Text"), ActKey), Work, ct),
            _ => ReopenReceived.RunAsync(new(id, on!.Value, Typed("Text"), ActKey), Work, ct),
        });
        return Redirect(CoordinationPlaces.Of(One!.Kind, id) + "?done=1");
    }

    private async Task<bool> LoadAsync(string kind, long id, string act, CancellationToken ct)
    {
        One = await ReadReceived.OneAsync(id, Work, ct);
        Act = act;
        Partners = act == "pass-on" ? CoordinationPlaces.Choices(await PartnerBook.OfAsync(Work, ct), Work.Today, Said) : [];
        Owners = act == "task" ? await OwnerChoices.ListAsync(Work, Said, ct) : [];
        return One.Kind == CoordinationReceivedOneModel.KindOf(kind) && (act is "answer" or "task" or "close" or "reopen" || (act == "pass-on" && One.Kind == ReceivedKind.Petition))
            && (await UnitTree.OfAsync(Work, ct)).UnitOf(One.Unit) is { } unit && Work.Person.MayIn(unit, Permissions.Organise);
    }
}
