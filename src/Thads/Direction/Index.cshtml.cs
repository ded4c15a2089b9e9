using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Direction;

/// <summary>How the work is directed, on one page: what is late, what comes next, and where each part is.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class DirectionIndexModel(Work work) : PageModel
{
    private const int Shown = 12;

    public string Unit { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public IReadOnlyList<OfficeTask> Late { get; private set; } = [];

    /// <summary>The open tasks whose day comes first.</summary>
    public IReadOnlyList<OfficeTask> Next { get; private set; } = [];

    public int Open { get; private set; }

    public int Done { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        Unit = await FigureFilter.OwnUnitAsync(tree, work, ct);
        UnitName = tree.UnitName(tree.UnitOf(Unit)!.Value, work.Today);
        var tasks = await ReadTasks.RunAsync(new(), work, ct);
        var open = tasks.Where(task => task.State == TaskState.Open).ToList();
        (Open, Done, Late) = (open.Count, tasks.Count(task => task.State == TaskState.Done), [.. open.Where(task => task.IsLate(work.Today))]);
        Next = [.. open.Take(Shown)];
    }
}
