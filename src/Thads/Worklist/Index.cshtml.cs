using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Administration;
using Thads.Coordination;
using Thads.Figures;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Units;
using Thads.Office.Worklist;

namespace Thads.Worklist;

/// <summary>The work of a day: what is due, by when, why, and the form that settles it. An enforcer sees their own, whoever sees the unit may look at anybody's.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class WorklistModel(Work work) : PageModel
{
    /// <summary>Rows of a pile shown beside the others; one pile alone is shown in pages.</summary>
    public const int Shown = 25;

    /// <summary>Null while the question cannot be answered.</summary>
    public WorkOfDay? Work { get; private set; }

    public FigureFilter? Filter { get; private set; }

    public string? Officer { get; private set; }

    /// <summary>The one pile asked for; null = all of them.</summary>
    public WorkPile? Pile { get; private set; }

    public bool IsDone => Request.Query["done"] == "1";

    public bool MayRecord => work.Person.May.HasFlag(Permissions.RecordSteps);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        Officer = Request.Query.ContainsKey("officer") ? Lists.Given(Request.Query["officer"]) : work.Person.Officer != 0 && work.Person.Roles is [Role.Enforcer, ..] ? tree.OfficerCode(work.Person.Officer) : null;
        Pile = Codes.TryRead<WorkPile>(Lists.Given(Request.Query["pile"]) ?? "", out var pile) ? pile : null;
        Work = await ReadWorklist.RunAsync(new(await CoordinationPlaces.UnitAsync(Request, work, ct), Officer), work, ct);
    }

    public Pager Pager(int total) => new(Request, "rows", total);

    public string Address(WorkPile? pile) => Lists.With(Request, "/work", ["pile", "rows", "done"], pile is { } one ? [("pile", Codes.CodeOf(one))] : []);

    /// <summary>Where the form that settles a piece of work stands; the matter itself where it is a reminder of nothing.</summary>
    public static string Settle(WorkItem item) => RecordAddress.Of(item.Clock?.Settles ?? "verified", item.Matter);
}
