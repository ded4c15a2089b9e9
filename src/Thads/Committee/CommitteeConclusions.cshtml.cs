using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Tasks;
using Thads.Shared.Kit;

namespace Thads.Committee;

/// <summary>Every conclusion before a committee, by how it stands and whose it is: what each number on its pages counts.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CommitteeConclusionsModel(Work work, PageText text) : PageModel
{
    /// <summary>Null while the question cannot be answered.</summary>
    public SteeringCommittee? Committee { get; private set; }

    public IReadOnlyList<OfficeTask> Tasks { get; private set; } = [];

    public string State { get; private set; } = "";

    public CommitteeMember? Member { get; private set; }

    /// <summary>Code of the matter they are about; null = any.</summary>
    public string? Matter { get; private set; }

    public IReadOnlyList<Choice> States => ActPageChoices(text);

    public async Task OnGetAsync([FromQuery] int? committee, [FromQuery] string? state, [FromQuery] string? member, [FromQuery] string? matter, CancellationToken ct)
    {
        Matter = string.IsNullOrWhiteSpace(matter) ? null : matter.Trim();
        var book = await CommitteeBook.OfAsync(work, ct);
        Committee = book.Known(committee ?? 0);
        State = state ?? "";
        Member = int.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Committee.Members.FirstOrDefault(one => one.Id == id) : null;
        var all = await Conclusions.OfAsync(Committee, work.Today, work, ct);
        Tasks = [.. all.Where(task => Fits(ReadCommitteeReport.StandingOf(task, work.Today))).Where(task => Member is null || (Member.ServesOn(task.GivenOn) && ReadMemberActivity.IsOf(task.Owner, Member, Committee))).Where(task => Matter is null || task.Matter == Matter).Reverse()];
    }

    /// <summary>Open ones are late or not.</summary>
    private bool Fits(ConclusionStanding standing) => State.Length == 0 || Codes.CodeOf(standing) == State || (State == "open" && standing == ConclusionStanding.OpenLate);

    private static IReadOnlyList<Choice> ActPageChoices(PageText text) => Administration.ActPage.All<ConclusionStanding>(text);
}
