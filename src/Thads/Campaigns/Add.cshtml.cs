using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Campaigns;

namespace Thads.Campaigns;

/// <summary>The form that puts a matter on a list that is closed.</summary>
[Needs(Permissions.Direct)]
public sealed class CampaignAddModel(Work work, PageText text) : ActPage(work, text)
{
    public Campaign Campaign { get; private set; } = null!;

    public CampaignAddress Address { get; private set; } = new(0);

    public DateOnly Proposed => Work.Today < Campaign.LastOn ? Work.Today : Campaign.LastOn;

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

        await AddToCohort.RunAsync(new(id, Typed("Matter"), on!.Value, Typed("Reason"), ActKey), Work, ct);
        return Redirect(Address.Matters(CohortShow.Added));
    }

    private async Task<bool> LoadAsync(int id, CancellationToken ct)
    {
        Campaign = await CampaignBook.OfAsync(id, Work, ct);
        Address = new CampaignAddress(id);
        return Work.Person.MayIn(Campaign.Unit, Permissions.Direct);
    }
}
