using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.LawTicks;

namespace Thads.Administration;

/// <summary>One row of the tables of law: what it says, and the form with which somebody who laid it beside the gazette says so.</summary>
[Needs(Permissions.Administer)]
public sealed class LawTickModel(Work work, PageText text) : ActPage(work, text)
{
    public LawRowRead Read { get; private set; } = null!;

    public bool MayTick => Work.Person.MayEverywhere(Permissions.Administer);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? row, CancellationToken ct) => await LoadAsync(row, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] string? row, CancellationToken ct)
    {
        if (!await LoadAsync(row, ct))
        {
            return NotFound();
        }

        Keep();
        if (TypedOrNone("Where") is not { } where)
        {
            Wrong("Where", new Refusal("law-tick.no-source"));
            return Again();
        }

        await TickLawRow.RunAsync(new(Read.Row.Id, Typed("Print"), where, ActKey), Work, ct);
        return Redirect($"/admin/law/{Read.Row.Table}?done=1");
    }

    private async Task<bool> LoadAsync(string? row, CancellationToken ct)
    {
        if (Lists.Given(row) is not { } asked || (await LawInForce.OfAsync(Work, ct)).Find(asked) is null)
        {
            return false;
        }

        Read = await ReadLawRow.RunAsync(asked, Work, ct);
        return true;
    }
}
