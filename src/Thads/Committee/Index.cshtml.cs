using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Tasks;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Committee;

/// <summary>The steering committee of a unit's locality on the day: what is open, the next meeting, and the committees before it.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CommitteeIndexModel(Work work) : PageModel
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string Unit { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    /// <summary>All of the unit, the newest first.</summary>
    public IReadOnlyList<SteeringCommittee> All { get; private set; } = [];

    /// <summary>The one that is there today.</summary>
    public SteeringCommittee? Now { get; private set; }

    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public IReadOnlyList<MeetingPeriod> Periods { get; private set; } = [];

    public IReadOnlyList<OfficeTask> Open { get; private set; } = [];

    public int Directed { get; private set; }

    public bool MaySetUp { get; private set; }

    public bool MayPlan { get; private set; }

    public DateOnly Today => work.Today;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? unit, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var book = await CommitteeBook.OfAsync(work, ct);
        Unit = string.IsNullOrWhiteSpace(unit) ? await FigureFilter.OwnUnitAsync(tree, work, ct) : unit.Trim();
        if (tree.UnitOf(Unit) is not { } id || !work.Person.Sees(id))
        {
            return NotFound();
        }

        UnitName = tree.UnitName(id, Today);
        Units = [.. book.All.Select(one => one.Unit).Append(id).Distinct().OrderBy(tree.UnitCode, StringComparer.Ordinal).Select(one => new Choice(tree.UnitCode(one), tree.UnitName(one, Today), Vietnamese: true))];
        All = [.. book.All.Where(one => one.Unit == id).Reverse()];
        Now = book.OfUnit(id, Today);
        (MaySetUp, MayPlan) = (work.Person.MayIn(id, Permissions.Direct), work.Person.MayIn(id, Permissions.Organise));
        if (Now is not null)
        {
            Meetings = await ReadMeetings.OfAsync(Now, work, ct);
            Periods = MeetingPeriod.Of(Now, Meetings, Today);
            Open = [.. (await Conclusions.OfAsync(Now, Today, work, ct)).Where(task => task.State == TaskState.Open).OrderBy(task => task.DueOn)];
            Directed = work.Person.May.HasFlag(Permissions.ReadMatters) ? (await ReadDirectedMatters.OfAsync(Unit, Today, work, ct)).Count : 0;
        }

        return Page();
    }
}
