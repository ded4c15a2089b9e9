using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Obstacles;
using Thads.Office.Units;

namespace Thads.Obstacles;

/// <summary>The periods in which work was impossible, of a unit, those above and those below it.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ObstaclesModel(Work work) : PageModel
{
    public FigureFilter? Filter { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public IReadOnlyList<Obstacle>? Found { get; private set; }

    public string? UnitName { get; private set; }

    public bool MayRecord { get; private set; }

    public bool WithWithdrawn => Request.Query["withdrawn"] == "1";

    public string New => "/direction/obstacles/new?unit=" + Uri.EscapeDataString(Filter!.Unit);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        Found = await ReadObstacles.RunAsync(new ObstacleQuestion(Filter.Unit, WithWithdrawn: WithWithdrawn), work, ct);
        var unit = tree.UnitOf(Filter.Unit)!.Value;
        (UnitName, MayRecord) = (tree.UnitName(unit, work.Today), work.Person.MayIn(unit, Permissions.Direct));
        return Page();
    }
}
