using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Direction;

/// <summary>One task: who, by when, where from, and all that became of it.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class DirectionTaskModel(Work work) : PageModel
{
    /// <summary>Null while the question cannot be answered.</summary>
    public OfficeTask? Task { get; private set; }

    /// <summary>Code of the unit that keeps it.</summary>
    public string Unit { get; private set; } = "";

    public bool MayKeep { get; private set; }

    /// <summary>Whether the person may report it done.</summary>
    public bool MayReport { get; private set; }

    public DateOnly Today => work.Today;

    public bool IsDone => Request.Query["done"] == "1";

    public async System.Threading.Tasks.Task OnGetAsync(long id, CancellationToken ct)
    {
        Task = await ReadTasks.OneAsync(id, work, ct);
        Unit = (await UnitTree.OfAsync(work, ct)).UnitCode(Task.Unit);
        MayKeep = work.Person.MayIn(Task.Unit, Permissions.Organise);
        MayReport = Task.State == TaskState.Open && (MayKeep || (Task.Owner.Officer is { } officer && officer == work.Person.Officer));
    }
}
