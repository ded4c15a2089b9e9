using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Coordination;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Units;
using Thads.Office.WatchLists;

namespace Thads.WatchLists;

/// <summary>All watch-lists of a unit today, each with its figures of the year and its plans.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class WatchListsIndexModel(Work work) : PageModel
{
    public string Unit { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public IReadOnlyList<WatchedList> Lists { get; private set; } = [];

    public DateOnly Today => work.Today;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Unit = await CoordinationPlaces.UnitAsync(Request, work, ct);
        Lists = await ReadWatchList.AllAsync(Unit, work.Today, work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        UnitName = tree.UnitName(tree.UnitOf(Unit)!.Value, work.Today);
    }
}
