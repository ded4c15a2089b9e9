using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Overview;

namespace Thads.Overview;

/// <summary>The statistician's dashboard: whether the forms hold, what came in after the period, what the books lack, who reports by file.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class StatisticsModel(Work work) : PageModel
{
    public OverviewFilter? Filter { get; private set; }

    public OverviewAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public Office.Overview.Statistics? Board { get; private set; }

    public WatchLimits Limits { get; private set; } = WatchLimits.Default;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await OverviewFilter.LoadAsync(Request, work, ct);
        Address = Filter.Read();
        if (!Filter.IsPlain(Address))
        {
            return Redirect(Address.Statistics);
        }

        Limits = await WatchLimits.OfAsync(work, ct);
        Board = await StatisticsBoard.RunAsync(Address.Period, Filter.DayOf(Address), Limits, work, ct);
        return Page();
    }
}
