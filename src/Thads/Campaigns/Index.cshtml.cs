using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Campaigns;

namespace Thads.Campaigns;

/// <summary>The campaigns of the units the person sees.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CampaignsModel(Work work) : PageModel
{
    /// <summary>Each with its progress where its list is closed: of a closed one as it was closed.</summary>
    public IReadOnlyList<(Campaign Campaign, Done? Done)> Campaigns { get; private set; } = [];

    public DateOnly Today => work.Today;

    public bool MayPlan => work.Person.May.HasFlag(Permissions.Organise);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var list = new List<(Campaign, Done?)>();
        foreach (var campaign in await CampaignBook.ListAsync(work, ct))
        {
            list.Add((campaign, campaign.Closed is { } closed ? new Done(closed.Matters, closed.Money) : campaign.Frozen is null ? null : (await ReadProgress.RunAsync(campaign.Id, null, work, ct)).Whole.Done));
        }

        Campaigns = list;
    }
}
