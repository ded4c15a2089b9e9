using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Units;

namespace Thads.Campaigns;

/// <summary>Closes the list of a campaign: first told what that would be, then done.</summary>
[Needs(Permissions.Direct)]
public sealed class CampaignFreezeModel(Work work, PageText text) : ActPage(work, text)
{
    public Campaign Campaign { get; private set; } = null!;

    public CampaignAddress Address { get; private set; } = new(0);

    public string Scope { get; private set; } = "";

    /// <summary>The day before the first, or today where that is earlier.</summary>
    public DateOnly Proposed { get; private set; }

    /// <summary>Told before it is done.</summary>
    public (DateOnly On, ScopedSum Sum)? Told { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Keep();
        var on = Day("On");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (!IsSure && FreezeCampaign.WhyNot(new(id, on!.Value), Campaign, Work.Today) is null)
        {
            Told = (on.Value, ScopedSum.Of(await ReadScopedMatters.OfAsync(Campaign.Plan.Scope, Campaign.Unit, on.Value, Work, ct)));
            return Page();
        }

        await FreezeCampaign.RunAsync(new(id, on!.Value, ActKey), Work, ct);
        return Redirect(Address.Start);
    }

    private async Task<bool> LoadAsync(int id, CancellationToken ct)
    {
        Campaign = await CampaignBook.OfAsync(id, Work, ct);
        Address = new CampaignAddress(id);
        Scope = ScopeText.Of(Campaign.Plan.Scope, await UnitTree.OfAsync(Work, ct), Said.Language);
        var before = Campaign.FirstOn.AddDays(-1);
        Proposed = before < Work.Today ? before : Work.Today;
        return Work.Person.MayIn(Campaign.Unit, Permissions.Direct);
    }
}
