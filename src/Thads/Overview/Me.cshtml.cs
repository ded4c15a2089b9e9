using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Overview;
using Thads.Office.Units;

namespace Thads.Overview;

/// <summary>An officer's own dashboard: the year, what is on hand, what to look after, what moved last. Whoever sees the unit may look at anybody's.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class MeModel(Work work) : PageModel
{
    public const int MovedShown = 15;

    public OverviewFilter? Filter { get; private set; }

    public OverviewAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public Own? Own { get; private set; }

    /// <summary>The one who asks is no officer of the books.</summary>
    public bool IsNobody { get; private set; }

    public string? Officer { get; private set; }

    public WatchLimits Limits { get; private set; } = WatchLimits.Default;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        Filter = await OverviewFilter.LoadAsync(Request, work, ct);
        Address = Filter.Read();
        Officer = Request.Query["officer"].FirstOrDefault()?.Trim() is { Length: > 0 } asked ? asked : work.Person.Officer == 0 ? null : tree.OfficerCode(work.Person.Officer);
        if (Officer is null)
        {
            IsNobody = true;
            return Page();
        }

        // An officer who never served where the person sees is as unknown as one who is not there.
        if (tree.OfficerOf(Officer) is not { } officer || !tree.ServiceOf(officer).Any(service => work.Person.Sees(service.Unit)))
        {
            throw new NotFoundException(new Refusal("report.officer", Officer));
        }

        if (!Filter.IsPlain(Address))
        {
            return Redirect(Address.Officer(Officer));
        }

        Limits = await WatchLimits.OfAsync(work, ct);
        Own = await OwnBoard.RunAsync(Address.Period with { Officer = Officer }, Filter.DayOf(Address), Limits, work, ct);
        return Page();
    }
}
