using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Units;

namespace Thads.Committee;

/// <summary>The form by which the decision that sets up a committee is recorded; where one is there, the new one follows it.</summary>
[Needs(Permissions.Direct)]
public sealed class CommitteeNewModel(Work work, PageText text) : ActPage(work, text)
{
    public string Unit { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    /// <summary>The one that will end by this.</summary>
    public SteeringCommittee? Now { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? unit, CancellationToken ct) => await LoadAsync(unit, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] string? unit, CancellationToken ct)
    {
        if (!await LoadAsync(unit, ct))
        {
            return NotFound();
        }

        Keep();
        var (decided, begins) = (Day("DecidedOn"), Day("BeginsOn"));
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var id = await SetUpCommittee.RunAsync(new(Unit, Typed("Name"), Typed("Decision"), decided!.Value, Typed("Issuer"), begins!.Value, ActKey), Work, ct);
        return Redirect(CommitteeAddress.Of(id) + "?done=1");
    }

    private async Task<bool> LoadAsync(string? unit, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(Work, ct);
        if (tree.UnitOf(unit ?? "") is not { } id || !Work.Person.Sees(id) || !Work.Person.MayIn(id, Permissions.Direct))
        {
            return false;
        }

        (Unit, UnitName) = (unit!, tree.UnitName(id, Work.Today));
        Now = (await CommitteeBook.OfAsync(Work, ct)).OfUnit(id, Work.Today);
        return true;
    }
}
