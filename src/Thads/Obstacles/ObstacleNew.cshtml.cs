using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Obstacles;
using Thads.Office.Units;

namespace Thads.Obstacles;

/// <summary>The form by which a period in which work was impossible is recorded, by its document.</summary>
[Needs(Permissions.Direct)]
public sealed class ObstacleNewModel(Work work, PageText text) : ObstaclePage(work, text)
{
    public async Task<IActionResult> OnGetAsync([FromQuery] string? unit, CancellationToken ct) => await LoadAsync(unit, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] string? unit, CancellationToken ct)
    {
        if (!await LoadAsync(unit, ct))
        {
            return NotFound();
        }

        Keep();
        return Read(ActKey) is { } input ? Redirect(ObstacleSpan.Address(await RecordObstacle.RunAsync(input, Work, ct)) + "?done=1") : Again();
    }

    private async Task<bool> LoadAsync(string? code, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(Work, ct);
        if (tree.UnitOf(code ?? "") is not { } unit || !Work.Person.Sees(unit) || !Work.Person.MayIn(unit, Permissions.Direct))
        {
            return false;
        }

        LoadUnit(tree, unit);
        return true;
    }
}
