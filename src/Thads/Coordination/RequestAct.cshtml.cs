using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Coordination;

/// <summary>The form of an act on a request: record the answer, remind, withdraw.</summary>
[Needs(Permissions.Organise)]
public sealed class CoordinationRequestActModel(Work work, PageText text) : ActPage(work, text)
{
    private const string More = "more";

    /// <summary>Null while the question cannot be answered.</summary>
    public CoordinationRequest? Asked { get; private set; }

    public string Act { get; private set; } = "";

    public DateOnly Today => Work.Today;

    public IReadOnlyList<Choice> UsefulChoices => [new("yes", Said.Say("coordination.useful")), new("no", Said.Say("coordination.not-useful"))];

    public IReadOnlyList<Choice> MoreChoices => [new(More, Said.Say("coordination.answer-more"))];

    public async Task<IActionResult> OnGetAsync(long id, string act, CancellationToken ct) => await LoadAsync(id, act, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, string act, CancellationToken ct)
    {
        if (!await LoadAsync(id, act, ct))
        {
            return NotFound();
        }

        Keep();
        var on = Day("On");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await (act switch
        {
            "answer" => AnswerRequest.RunAsync(new(id, on!.Value, TypedOrNone("Number"), Typed("Text"), Typed("Useful") switch { "yes" => true, "no" => false, _ => null }, Typed("IsMore") == More, ActKey), Work, ct),
            "remind" => RemindPartner.RunAsync(new(id, on!.Value, TypedOrNone("Number"), Typed("Text"), ActKey), Work, ct),
            _ => WithdrawRequest.RunAsync(new(id, on!.Value, Typed("Text"), ActKey), Work, ct),
        });
        return Redirect(CoordinationPlaces.Of(Asked!) + "?done=1");
    }

    private async Task<bool> LoadAsync(long id, string act, CancellationToken ct)
    {
        Asked = await ReadRequests.OneAsync(id, Work, ct);
        Act = act;
        return act is "answer" or "remind" or "withdraw" && (await UnitTree.OfAsync(Work, ct)).UnitOf(Asked.Unit) is { } unit && Work.Person.MayIn(unit, Permissions.Organise);
    }
}
