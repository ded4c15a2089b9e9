using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Partners;
using Thads.Shared.Kit;

namespace Thads.Committee;

/// <summary>The forms of what may be done to a meeting: invitations, papers, opening, attendance, minutes, notice, putting off, cancelling.</summary>
[Needs(Permissions.Organise)]
public sealed class CommitteeMeetingActModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly string[] WhileOpen = ["invite", "papers", "hold", "put-off", "cancel"];
    private static readonly string[] WhenHeld = ["minutes", "notice"];

    /// <summary>Null while the question cannot be answered.</summary>
    public MeetingFile? Desk { get; private set; }

    public string Act { get; private set; } = "";

    public DateOnly Today => Work.Today;

    public PartnerBook? Partners { get; private set; }

    public IReadOnlyList<Choice> Chairs { get; private set; } = [];

    /// <summary>Members who are not invited yet.</summary>
    public IReadOnlyList<Choice> Members { get; private set; } = [];

    /// <summary>Bodies that are no members and not invited yet.</summary>
    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    /// <summary>Codes of the bodies the working rules want invited.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    public bool HasOpen { get; private set; }

    /// <summary>What may be said of who comes, before and after the meeting was opened.</summary>
    public IReadOnlyList<Choice> Answers => [.. All<Attendance>(Said).Where((_, i) => i < 2 != Desk!.Meeting.IsHeld)];

    public async Task<IActionResult> OnGetAsync(int id, string act, CancellationToken ct) => await LoadAsync(id, act, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, string act, CancellationToken ct)
    {
        if (!await LoadAsync(id, act, ct))
        {
            return NotFound();
        }

        Keep();
        var on = act is "invite" or "papers" or "hold" or "notice" ? Day("On") : null;
        var to = act == "put-off" ? Day("Day", required: false) : null;
        var channel = act == "invite" ? Choice<InvitationChannel>("Channel") : default;
        if (!ModelState.IsValid)
        {
            return Again();
        }

        int? chair = int.TryParse(Typed("Chair"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        await (act switch
        {
            "invite" => InviteToMeeting.RunAsync(
                new(id, [.. Request.Form["Members"].Where(one => int.TryParse(one, out _)).Select(one => int.Parse(one!, CultureInfo.InvariantCulture))], [.. Request.Form["Bodies"].OfType<string>()], Typed("Names").Split('\n'), on!.Value, channel, ActKey), Work, ct),
            "papers" => SendPapers.RunAsync(new(id, on!.Value, Typed("How"), ActKey), Work, ct),
            "hold" => HoldMeeting.RunAsync(new(id, on!.Value, chair, ActKey), Work, ct),
            "attendance" => RecordAttendance.RunAsync(
                new(id, [.. Desk!.Invited.Where(one => Codes.TryRead<Attendance>(Typed($"Answer-{one.Id}"), out _)).Select(one => new RecordAttendance.Line(one.Id, Codes.TryRead<Attendance>(Typed($"Answer-{one.Id}"), out var answer) ? answer : default, TypedOrNone($"Said-{one.Id}")))], ActKey), Work, ct),
            "minutes" => WriteMinutes.RunAsync(
                new(id, Desk!.Agenda.Select(line => line.Item).Prepend(0).Where(item => Typed($"Text-{item}").Length > 0 || Desk.Minutes.ContainsKey(item)).ToDictionary(item => item, item => Typed($"Text-{item}").ReplaceLineEndings("\n")), ActKey), Work, ct),
            "notice" => IssueNotice.RunAsync(new(id, Typed("Number"), on!.Value, Typed("Signer"), ActKey), Work, ct),
            "put-off" => PutOffMeeting.RunAsync(new(id, to, Typed("Reason"), TypedOrNone("Time"), TypedOrNone("Place"), chair, IdempotencyKey: ActKey), Work, ct),
            _ => CancelMeeting.RunAsync(new(id, Typed("Reason"), IdempotencyKey: ActKey), Work, ct),
        });
        return Redirect(CommitteeAddress.Meeting(id) + "?done=1");
    }

    /// <summary>Name and title of one who is invited.</summary>
    public (string Name, string Title) Who(Invited invited) => WriteMeetingPaper.WhoIs(invited, Desk!.Committee, Partners!);

    private async Task<bool> LoadAsync(int id, string act, CancellationToken ct)
    {
        Desk = await ReadMeetings.FileAsync(id, Work, ct);
        Act = act;
        var fits = act == "attendance" ? Desk.Meeting.State is not (MeetingState.Cancelled or MeetingState.PutOff) : WhileOpen.Contains(act) ? Desk.Meeting.IsOpen : WhenHeld.Contains(act) && Desk.Meeting.IsHeld;
        if (!fits || !Work.Person.MayIn(Desk.Committee.Unit, Permissions.Organise))
        {
            return false;
        }

        Partners = await PartnerBook.OfAsync(Work, ct);
        HasOpen = act == "minutes" && (await Conclusions.OpenBeforeAsync(Desk.Meeting, Desk.Committee, Work, ct)).Count > 0;
        var serving = Desk.Committee.ServingOn(Desk.Meeting.Ordered).ToList();
        Chairs = [.. serving.Where(m => m.Position is CommitteePosition.Head or CommitteePosition.Deputy or CommitteePosition.Standing).Select(m => new Choice(m.Id.ToString(CultureInfo.InvariantCulture), $"{m.Name} – {m.Title}", Vietnamese: true))];
        Members = [.. serving.Where(m => Desk.Invited.All(one => one.Member != m.Id)).Select(m => new Choice(m.Id.ToString(CultureInfo.InvariantCulture), $"{m.Name} – {m.Title}", Vietnamese: true))];
        var bodies = Partners.All.Where(one => one.Unit == Desk.Committee.Unit && one.IsThereOn(Today) && one.Kind != PartnerKind.Bank && serving.All(m => m.Partner != one.Id) && Desk.Invited.All(invited => invited.Partner != one.Id)).ToList();
        Bodies = [.. bodies.Select(one => new Choice(one.Code, one.Name, Vietnamese: true))];
        Asked = Desk.Rule.Procuracy ? [.. bodies.Where(one => one.Kind == PartnerKind.Procuracy).Select(one => one.Code)] : [];
        return true;
    }
}
