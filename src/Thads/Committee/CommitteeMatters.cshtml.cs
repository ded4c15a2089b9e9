using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Committee;

/// <summary>The matters under the direction of committees: why and since when, where each stands, and what is to be done in it; and those that were.</summary>
[Needs(Permissions.ReadFigures | Permissions.ReadMatters)]
public sealed class CommitteeMattersModel(Work work) : PageModel
{
    public IReadOnlyList<DirectedMatter> Now { get; private set; } = [];

    public IReadOnlyList<DirectedMatter> Before { get; private set; } = [];

    /// <summary>Open tasks by matter.</summary>
    public ILookup<string?, OfficeTask> Open { get; private set; } = Array.Empty<OfficeTask>().ToLookup(task => (string?)null);

    public UnitTree? Tree { get; private set; }

    public CommitteeBook? Book { get; private set; }

    public string UnitName { get; private set; } = "";

    /// <summary>The committee a matter may be put under.</summary>
    public SteeringCommittee? Committee { get; private set; }

    public DateOnly Today => work.Today;

    public bool MayKeep(DirectedMatter matter) => Book!.Of(matter.Committee) is { } committee && work.Person.MayIn(committee.Unit, Permissions.Organise);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? unit, CancellationToken ct)
    {
        Tree = await UnitTree.OfAsync(work, ct);
        Book = await CommitteeBook.OfAsync(work, ct);
        var asked = string.IsNullOrWhiteSpace(unit) ? await FigureFilter.OwnUnitAsync(Tree, work, ct) : unit.Trim();
        if (Tree.UnitOf(asked) is not { } id || !work.Person.Sees(id))
        {
            return NotFound();
        }

        UnitName = Tree.UnitName(id, Today);
        var scope = Tree.ScopeOf(id, Today);
        var all = (await ReadDirectedMatters.AllAsync(work, ct)).Where(matter => scope.Contains(matter.Unit)).ToList();
        (Now, Before) = ([.. all.Where(matter => matter.IsOn(Today)).OrderByDescending(matter => matter.Left)], [.. all.Where(matter => !matter.IsOn(Today))]);
        var tasks = new List<OfficeTask>();
        foreach (var committee in Book.All.Where(one => all.Any(matter => matter.Committee == one.Id)))
        {
            tasks.AddRange(await Conclusions.OfAsync(committee, Today, work, ct));
        }

        Open = tasks.Where(task => task.State == TaskState.Open).DistinctBy(task => task.Id).ToLookup(task => task.Matter);
        Committee = Book.OfUnit(id, Today) is { } there && work.Person.MayIn(id, Permissions.Organise) ? there : null;
        return Page();
    }
}
