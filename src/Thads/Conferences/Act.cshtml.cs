using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Direction;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Conferences;
using Thads.Office.Partners;
using Thads.Office.Programme;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Conferences;

/// <summary>The form of an act about a conference.</summary>
[Needs(Permissions.Organise)]
public sealed class ConferenceActModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly string[] Acts =
        ["change", "put-off", "cancel", "hold", "results", "person", "item", "contribution", "direction", "conclusion", "invite", "attendance"];

    /// <summary>Null while the question cannot be answered.</summary>
    public ConferenceFile? Whole { get; private set; }

    public string Act { get; private set; } = "";

    /// <summary>What is changed: a number on the list, of the agenda or of the contributions; null = something new.</summary>
    public int? Of { get; private set; }

    public ConferencePerson? Person => Act == "person" ? Whole!.People.FirstOrDefault(person => person.Number == Of) : null;

    public AgendaItem? Item => Act == "item" ? Whole!.Agenda.FirstOrDefault(item => item.Number == Of) : null;

    public Contribution? One => Act == "contribution" ? Whole!.Contributions.FirstOrDefault(one => one.Number == Of) : null;

    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    /// <summary>Units above that the person sees.</summary>
    public IReadOnlyList<Choice> Superiors { get; private set; } = [];

    public DateOnly Today => Work.Today;

    public bool MayTakeOut => Act is "person" or "item" or "contribution" && Of is not null && Whole!.Conference.IsOpen;

    public IReadOnlyList<Choice> Invitees => [.. Whole!.People.Select(person => new Choice(Plain(person.Number), person.Full, Vietnamese: true))];

    public IReadOnlyList<string> Uninvited => Request.HasFormContentType ? [.. Request.Form["People"].OfType<string>()] : [.. Whole!.People.Where(person => person.InvitedOn is null).Select(person => Plain(person.Number))];

    public string CameOf(ConferencePerson person) => Request.HasFormContentType ? Typed($"came-{Plain(person.Number)}") : person.Came is { } came ? Codes.CodeOf(came) : "";

    public string StandInOf(ConferencePerson person) => Request.HasFormContentType ? Typed($"for-{Plain(person.Number)}") : person.StandIn ?? "";

    public async Task<IActionResult> OnGetAsync(int number, string act, int? of, CancellationToken ct) => await LoadAsync(number, act, of, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, string act, int? of, CancellationToken ct)
    {
        if (!await LoadAsync(number, act, of, ct))
        {
            return NotFound();
        }

        Keep();
        var run = Read(number);
        if (!ModelState.IsValid || run is null)
        {
            return Again();
        }

        await run(ct);
        return Redirect(Whole!.Conference.Address + "?done=1" + act switch { "item" => "#agenda", "person" or "invite" or "attendance" => "#people", "contribution" => "#contributions", _ => "" });
    }

    /// <summary>The act that was filled in; what is wrong with a field is said at it.</summary>
    private Func<CancellationToken, Task>? Read(int number)
    {
        var conference = Whole!.Conference;
        var isOut = Typed("Out") == "true";
        switch (Act)
        {
            case "change":
                return ct => KeepConference.RunAsync(new(number, conference.Unit, conference.Year, Typed("Title"), conference.MeetsOn, Typed("BeginsAt"), Typed("Place"), TypedOrNone("Note"), ActKey), Work, ct);
            case "put-off":
                return Day("To") is { } to ? ct => PutOffConference.RunAsync(new(number, to, Typed("Reason"), ActKey), Work, ct) : null;
            case "cancel":
                return ct => CancelConference.RunAsync(new(number, Typed("Reason"), ActKey), Work, ct);
            case "hold":
                return ct => HoldConference.RunAsync(new(number, ActKey), Work, ct);
            case "results":
                return ct => TellResults.RunAsync(new(number, Typed("Unit"), ActKey), Work, ct);
            case "person":
                var role = Choice<ConferenceRole>("Role");
                return ct => KeepConferencePerson.RunAsync(new(number, Of, role, TypedOrNone("Partner"), TypedOrNone("Name"), TypedOrNone("Post"), isOut, ActKey), Work, ct);
            case "item":
                if (!int.TryParse(Typed("Minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
                {
                    Wrong("Minutes", new Refusal("conference.bad-minutes", Typed("Minutes")));
                }

                return ct => KeepAgendaItem.RunAsync(new(number, Of, Typed("Title"), minutes, TypedOrNone("Speaker"), isOut, ActKey), Work, ct);
            case "contribution":
                var manner = Choice<ContributionManner>("Manner");
                return ct => KeepContribution.RunAsync(new(number, Of, Typed("Partner"), TypedOrNone("Speaker"), Typed("Topic"), TypedOrNone("Said"), manner, isOut, ActKey), Work, ct);
            case "direction" or "conclusion":
                return Day("DueOn") is { } due
                    ? ct => RecordSaying.RunAsync(
                        new(number, Act == "direction" ? SayingKind.Direction : SayingKind.Conclusion, TypedOrNone("Partner"), TypedOrNone("SaidBy"),
                            new(Typed("Text"), OwnerChoices.Read(Typed("Owner")), due, TypedOrNone("Number"), TypedOrNone("Measure"), ProgrammeHeading.Find(Typed("Heading"))?.Code), ActKey), Work, ct)
                    : null;
            case "invite":
                var (sent, channel) = (Day("SentOn"), Choice<ConferenceChannel>("Channel"));
                var people = Request.Form["People"].Select(typed => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var one) ? one : -1).ToList();
                return sent is { } on ? ct => InviteToConference.RunAsync(new(number, people, on, channel, ActKey), Work, ct) : null;
            default:
                var lines = Whole.People.Where(person => Codes.TryRead<ConferenceAttendance>(CameOf(person), out _))
                    .Select(person => new TakeAttendance.Line(person.Number, Codes.TryRead<ConferenceAttendance>(CameOf(person), out var came) ? came : ConferenceAttendance.Absent, StandInOf(person))).ToList();
                return ct => TakeAttendance.RunAsync(new(number, lines, ActKey), Work, ct);
        }
    }

    private async Task<bool> LoadAsync(int number, string act, int? of, CancellationToken ct)
    {
        if (!Acts.Contains(act) || await ReadConferences.OfAsync(number, Work, ct) is not { } file)
        {
            return false;
        }

        (Whole, Act, Of) = (file, act, of);
        var tree = await UnitTree.OfAsync(Work, ct);
        var unit = tree.UnitOf(file.Conference.Unit)!.Value;
        if (!Work.Person.MayIn(unit, Permissions.Organise) || (of is not null && Person is null && Item is null && One is null))
        {
            return false;
        }

        Partners = [.. (await PartnerBook.OfAsync(Work, ct)).All.Where(partner => partner.IsThereOn(file.Conference.MeetsOn)).Select(partner => new Choice(partner.Code, partner.Name, Vietnamese: true))];
        Owners = act is "direction" or "conclusion" ? await OwnerChoices.ListAsync(Work, Said, ct) : [];
        var superiors = new List<Choice>();
        for (var above = tree.PeriodOn(unit, file.Conference.MeetsOn)?.Parent; above is { } there && superiors.Count < 5; above = tree.PeriodOn(there, file.Conference.MeetsOn)?.Parent)
        {
            if (Work.Person.Sees(there))
            {
                superiors.Add(new(tree.UnitCode(there), tree.UnitName(there, file.Conference.MeetsOn), Vietnamese: true));
            }
        }

        Superiors = superiors;
        return act != "results" || superiors.Count > 0;
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
