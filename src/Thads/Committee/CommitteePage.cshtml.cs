using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Units;

namespace Thads.Committee;

/// <summary>One committee: its decision, members by position with their terms and what they did, its working rules, its meetings.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CommitteePageModel(Work work) : PageModel
{
    /// <summary>Null while the question cannot be answered.</summary>
    public SteeringCommittee? Committee { get; private set; }

    public SteeringCommittee? Before { get; private set; }

    public SteeringCommittee? After { get; private set; }

    public IReadOnlyList<MemberActivity> Activity { get; private set; } = [];

    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public IReadOnlyList<MeetingPeriod> Periods { get; private set; } = [];

    /// <summary>Code.</summary>
    public string Unit { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public bool MayKeep { get; private set; }

    public bool MayEnd { get; private set; }

    /// <summary>The day it is shown on: today, or its last.</summary>
    public DateOnly Day { get; private set; }

    public async Task OnGetAsync(int id, CancellationToken ct)
    {
        var book = await CommitteeBook.OfAsync(work, ct);
        Committee = book.Known(id);
        (Before, After) = (Committee.Predecessor is { } before ? book.Of(before) : null, book.All.FirstOrDefault(one => one.Predecessor == id));
        Day = Committee.LastOn is { } last && last < work.Today ? last : work.Today;
        Meetings = await ReadMeetings.OfAsync(Committee, work, ct);
        Periods = MeetingPeriod.Of(Committee, Meetings, Day);
        Activity = await ReadMemberActivity.OfAsync(Committee, Committee.BeginsOn, Day, work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        (Unit, UnitName) = (tree.UnitCode(Committee.Unit), tree.UnitName(Committee.Unit, Day));
        MayKeep = work.Person.MayIn(Committee.Unit, Permissions.Organise) && Committee.LastOn is null;
        MayEnd = work.Person.MayIn(Committee.Unit, Permissions.Direct) && Committee.LastOn is null;
    }
}
