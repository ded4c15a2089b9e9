using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Campaigns;

namespace Thads.Campaigns;

/// <summary>The form of the closing report: its figures are pinned when it is sent.</summary>
[Needs(Permissions.Direct)]
public sealed class CampaignCloseModel(Work work, PageText text) : ActPage(work, text)
{
    public Campaign Campaign { get; private set; } = null!;

    public CampaignAddress Address { get; private set; } = new(0);

    /// <summary>Null while the list is not closed.</summary>
    public CampaignProgress? Progress { get; private set; }

    public DateOnly Today => Work.Today;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Keep();
        var on = Day("ClosedOn");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await CloseCampaign.RunAsync(new(id, Typed("Report"), on!.Value, TypedOrNone("WentWell"), TypedOrNone("Lessons"), ActKey), Work, ct);
        return Redirect(Address.Start);
    }

    private async Task<bool> LoadAsync(int id, CancellationToken ct)
    {
        Campaign = await CampaignBook.OfAsync(id, Work, ct);
        Address = new CampaignAddress(id);
        if (!Work.Person.MayIn(Campaign.Unit, Permissions.Direct))
        {
            return false;
        }

        Progress = Campaign.Frozen is null ? null : await ReadProgress.RunAsync(id, null, Work, ct);
        return true;
    }
}
