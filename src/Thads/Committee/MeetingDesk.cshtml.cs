using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Direction;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Committee;

/// <summary>A meeting as one works at it: what is open from before, the agenda, who comes, the minutes, and conclusions recorded on the spot.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CommitteeMeetingModel(Work work, PageText text) : ActPage(work, text)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Null while the question cannot be answered.</summary>
    public MeetingFile? Desk { get; private set; }

    /// <summary>Open when the meeting began, or now.</summary>
    public IReadOnlyList<OfficeTask> Open { get; private set; } = [];

    public IReadOnlyList<OfficeTask> Made { get; private set; } = [];

    /// <summary>For an agenda that is empty, and to add to one that is not.</summary>
    public IReadOnlyList<ProposedLine> Proposed { get; private set; } = [];

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public PartnerBook? Partners { get; private set; }

    /// <summary>Code of the unit that keeps it.</summary>
    public string Unit { get; private set; } = "";

    public bool MayKeep { get; private set; }

    public DateOnly Today => Work.Today;

    public Meeting Meeting => Desk!.Meeting;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return Page();
    }

    public async Task<IActionResult> OnGetPaperAsync(int id, [FromQuery] string? kind, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return File(await WriteMeetingPaper.RunAsync(id, kind ?? "", Work, ct), Docx, $"{kind}-{id.ToString(CultureInfo.InvariantCulture)}.docx");
    }

    /// <summary>A conclusion recorded on the spot.</summary>
    public async Task<IActionResult> OnPostConclusionAsync(int id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Keep();
        var due = Day("DueOn");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await RecordConclusions.RunAsync(new(id, [new(Typed("Text"), OwnerChoices.Read(Typed("Owner")), due!.Value, TypedOrNone("Matter"))], ActKey), Work, ct);
        return Redirect(CommitteeAddress.Meeting(id) + "#conclude");
    }

    /// <summary>A line more on the agenda.</summary>
    public async Task<IActionResult> OnPostLineAsync(int id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Keep();
        await AgendaAsync(id, [.. Desk!.Agenda, new AgendaLine(0, Typed("Title"), Number("Minutes"), TypedOrNone("Reporter"), TypedOrNone("Paper"), TypedOrNone("LineMatter"))], ct);
        return Redirect(CommitteeAddress.Meeting(id) + "#agenda");
    }

    /// <summary>A line goes up, down, or off the agenda.</summary>
    public async Task<IActionResult> OnPostMoveAsync(int id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var lines = Desk!.Agenda.ToList();
        var at = lines.FindIndex(line => line.Item == Number("Item"));
        var to = Typed("To") == "up" ? at - 1 : at + 1;
        if (at >= 0 && Typed("To") == "off")
        {
            lines.RemoveAt(at);
        }
        else if (at >= 0 && to >= 0 && to < lines.Count)
        {
            (lines[at], lines[to]) = (lines[to], lines[at]);
        }

        await AgendaAsync(id, lines, ct);
        return Redirect(CommitteeAddress.Meeting(id) + "#agenda");
    }

    /// <summary>Proposed lines are taken over.</summary>
    public async Task<IActionResult> OnPostTakeAsync(int id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var taken = Request.Form["Take"].ToHashSet();
        await AgendaAsync(id, [.. Desk!.Agenda, .. Proposed.Select(proposed => proposed.Line).Where(line => taken.Contains(line.Title))], ct);
        return Redirect(CommitteeAddress.Meeting(id) + "#agenda");
    }

    /// <summary>Name and title of one who is invited.</summary>
    public (string Name, string Title) Who(Invited invited) => WriteMeetingPaper.WhoIs(invited, Desk!.Committee, Partners!);

    private Task AgendaAsync(int id, IReadOnlyList<AgendaLine> lines, CancellationToken ct) => KeepAgenda.RunAsync(new(id, Number("Version"), lines, ActKey), Work, ct);

    private int Number(string name) => int.TryParse(Typed(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Typed(name).Length == 0 ? 0 : -1;

    private async Task LoadAsync(int id, CancellationToken ct)
    {
        Desk = await ReadMeetings.FileAsync(id, Work, ct);
        Unit = (await UnitTree.OfAsync(Work, ct)).UnitCode(Desk.Committee.Unit);
        Open = await Conclusions.OpenBeforeAsync(Meeting, Desk.Committee, Work, ct);
        Made = await Conclusions.OfMeetingAsync(Meeting, Work, ct);
        Partners = await PartnerBook.OfAsync(Work, ct);
        MayKeep = Work.Person.MayIn(Desk.Committee.Unit, Permissions.Organise);
        Owners = MayKeep && Meeting.State == MeetingState.Held ? await OwnerChoices.ListAsync(Work, Said, ct) : [];
        Proposed = MayKeep && Meeting.IsOpen && Work.Person.May.HasFlag(Permissions.ReadMatters) ? await ProposeAgenda.RunAsync(id, Work, ct) : [];
    }
}
