using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.WatchLists;

namespace Thads.WatchLists;

/// <summary>All versions of the plan of a matter, the last first.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class WatchListsPlansModel(Work work) : PageModel
{
    public string Matter { get; private set; } = "";

    public IReadOnlyList<MatterPlan> Versions { get; private set; } = [];

    public DateOnly Today => work.Today;

    public async Task OnGetAsync(string? matter, CancellationToken ct)
    {
        Versions = await ReadPlans.HistoryAsync(matter ?? "", work, ct);
        Matter = matter!;
    }
}
