using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Manners;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Manners;
using Thads.Office.Obstacles;
using Thads.Office.Units;

namespace Thads.Obstacles;

/// <summary>One obstacle: its document, what it touched, and everything ever recorded of it.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ObstacleModel(Work work) : PageModel
{
    /// <summary>What is counted on its days.</summary>
    public static readonly IReadOnlyList<MannerListing> Shown =
        [MannerListing.Settled, MannerListing.Persuaded, MannerListing.Agreed, MannerListing.CoercionPlanned, MannerListing.CoercionHeld, MannerListing.CoercionPutOff];

    public IReadOnlyList<Obstacle> History { get; private set; } = [];

    public Obstacle? Now => History.Count == 0 ? null : History[^1];

    /// <summary>Code of the unit measured.</summary>
    public string Unit { get; private set; } = "";

    public string MeasuredName { get; private set; } = "";

    /// <summary>Null before it began, and once it is withdrawn.</summary>
    public TouchedWork? Touched { get; private set; }

    public bool MayChange { get; private set; }

    public bool IsDone => Request.Query["done"] == "1";

    public bool MayReadActs => work.Person.May.HasFlag(Permissions.ReadActs);

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, CancellationToken ct)
    {
        History = await ReadObstacles.HistoryAsync(number, work, ct);
        if (Now is not { } now)
        {
            return NotFound();
        }

        var tree = await UnitTree.OfAsync(work, ct);
        Unit = work.Person.Sees(now.Unit) ? now.UnitCode : work.Person.Unit != 0 ? tree.UnitCode(work.Person.Unit) : await HomeUnit.FindAsync(tree, work.Today, work, ct);
        MeasuredName = tree.UnitName(tree.UnitOf(Unit)!.Value, now.First);
        MayChange = !now.IsWithdrawn && work.Person.Sees(now.Unit) && work.Person.MayIn(now.Unit, Permissions.Direct);
        Touched = now.IsWithdrawn ? null : await MeasureObstacle.RunAsync(now, Unit, work, ct);
        return Page();
    }

    public string Do(string act) => $"{ObstacleSpan.Address(Now!.Number)}/{act}";

    /// <summary>The matters behind a number; null where the person reads none, and where communes are named: no list is of several.</summary>
    public string? Link(MannerListing what, bool before)
    {
        if (!work.Person.May.HasFlag(Permissions.ReadMatters) || Now!.Communes.Count > 1)
        {
            return null;
        }

        var question = new MannerQuestion(Unit, Touched!.First, Touched.Last);
        question = before ? question.YearBefore : question;
        return new MannersAddress(Unit, question.First, question.Last, Now.Communes.Count == 1 ? Now.Communes[0].Code : null).List(what);
    }
}
