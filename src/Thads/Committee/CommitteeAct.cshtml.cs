using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Fields;
using Thads.Office.Partners;
using Thads.Shared.Kit;

namespace Thads.Committee;

/// <summary>The forms of what may be done to a committee: a member, the end of a term, working rules, a meeting, a matter under direction, its end.</summary>
[Needs(Permissions.Organise)]
public sealed class CommitteeActModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly string[] Acts = ["member", "term", "rules", "meeting", "matter", "end"];

    /// <summary>Null while the question cannot be answered.</summary>
    public SteeringCommittee? Committee { get; private set; }

    public string Act { get; private set; } = "";

    public DateOnly Today => Work.Today;

    /// <summary>The term that is replaced, or ended.</summary>
    public CommitteeMember? Member { get; private set; }

    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    public IReadOnlyList<Choice> Chairs { get; private set; } = [];

    /// <summary>Periods for which no meeting is there yet; value "2020-10".</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    public IReadOnlyList<Choice> Held { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, string act, CancellationToken ct) => await LoadAsync(id, act, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, string act, CancellationToken ct)
    {
        if (!await LoadAsync(id, act, ct))
        {
            return NotFound();
        }

        Keep();
        return Act switch
        {
            "member" => await AppointAsync(ct),
            "term" => await EndTermAsync(ct),
            "rules" => await RulesAsync(ct),
            "meeting" => await PlanAsync(ct),
            "matter" => await DirectAsync(ct),
            _ => await EndAsync(ct),
        };
    }

    private async Task<IActionResult> AppointAsync(CancellationToken ct)
    {
        var (position, from) = (Member?.Position ?? Choice<CommitteePosition>("Position"), Day("FromOn"));
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await AppointMember.RunAsync(new(Committee!.Id, position, Typed("Name"), Typed("Title"), TypedOrNone("Partner"), from!.Value, Typed("Decision"), Member?.Id, ActKey), Work, ct);
        return Done();
    }

    private async Task<IActionResult> EndTermAsync(CancellationToken ct)
    {
        var last = Day("LastOn");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await EndTerm.RunAsync(new(Committee!.Id, Member?.Id ?? 0, last!.Value, Typed("Reason"), ActKey), Work, ct);
        return Done();
    }

    private async Task<IActionResult> RulesAsync(CancellationToken ct)
    {
        var (from, cycle, papers, quorum, money) = (Day("ValidFrom"), Whole("Cycle"), Whole("Papers"), Whole("Quorum"), Amount("Money"));
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await SetWorkingRules.RunAsync(new(Committee!.Id, from!.Value, cycle, papers, quorum, Typed("Procuracy") == "1", money, Typed("Document"), ActKey), Work, ct);
        return Done();
    }

    private async Task<IActionResult> PlanAsync(CancellationToken ct)
    {
        var day = Day("Day");
        var period = TypedOrNone("Period");
        if (period is not null && Periods.All(choice => choice.Value != period))
        {
            Wrong("Period", new Refusal("admin.needs-choice"));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var first = period is null ? (DateOnly?)null : DateOnly.ParseExact(period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        int? chair = int.TryParse(Typed("Chair"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var meeting = await PlanMeeting.RunAsync(
            new(Committee!.Id, first?.Year ?? day!.Value.Year, first?.Month, day!.Value, Typed("Time"), Typed("Place"), chair, IdempotencyKey: ActKey), Work, ct);
        return Redirect(CommitteeAddress.Meeting(meeting) + "?done=1");
    }

    private async Task<IActionResult> DirectAsync(CancellationToken ct)
    {
        var since = Day("Since");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        int? meeting = int.TryParse(Typed("Meeting"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        await DirectMatter.RunAsync(new(Committee!.Id, Typed("Matter"), since!.Value, Typed("Reason"), meeting, TypedOrNone("Document"), ActKey), Work, ct);
        return Redirect(CommitteeAddress.Start + "/matters?done=1");
    }

    private async Task<IActionResult> EndAsync(CancellationToken ct)
    {
        var last = Day("LastOn");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await EndCommittee.RunAsync(new(Committee!.Id, last!.Value, Typed("Document"), ActKey), Work, ct);
        return Done();
    }

    private int Whole(string name)
    {
        if (int.TryParse(Typed(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Wrong(name, new Refusal("ranking.bad-number", Typed(name)));
        return 0;
    }

    private long Amount(string name)
    {
        if (MoneyText.Read(Typed(name), out var amount) is { } why)
        {
            Wrong(name, why);
        }

        return amount?.Units ?? 0;
    }

    private RedirectResult Done() => Redirect(CommitteeAddress.Of(Committee!.Id) + "?done=1");

    private async Task<bool> LoadAsync(int id, string act, CancellationToken ct)
    {
        Committee = (await CommitteeBook.OfAsync(Work, ct)).Known(id);
        Act = act;
        if (!Acts.Contains(act) || !Work.Person.MayIn(Committee.Unit, act == "end" ? Permissions.Direct : Permissions.Organise))
        {
            return false;
        }

        Member = int.TryParse(Request.Query[act == "term" ? "member" : "replaces"], NumberStyles.None, CultureInfo.InvariantCulture, out var member) ? Committee.Members.FirstOrDefault(m => m.Id == member) : null;
        Bodies = act == "member" ? [.. (await PartnerBook.OfAsync(Work, ct)).All.Where(partner => partner.IsThereOn(Today) && partner.Kind != PartnerKind.Bank).Select(partner => new Choice(partner.Code, partner.Name, Vietnamese: true))] : [];
        Chairs = [.. Committee.ServingOn(Today).Where(m => m.Position is CommitteePosition.Head or CommitteePosition.Deputy or CommitteePosition.Standing)
            .Select(m => new Choice(m.Id.ToString(CultureInfo.InvariantCulture), $"{m.Name} – {m.Title}", Vietnamese: true))];
        if (act is "meeting" or "matter")
        {
            var meetings = await ReadMeetings.OfAsync(Committee, Work, ct);
            Periods = [.. MeetingPeriod.Of(Committee, meetings, Today.AddMonths(Committee.RuleOn(Today).CycleMonths)).Where(period => period.Last >= Today && (period.Meeting is null || period.Meeting.State == MeetingState.Cancelled))
                .Select(period => new Choice(period.First.ToString("yyyy-MM", CultureInfo.InvariantCulture), PageText.Capital(period.Named), Vietnamese: true))];
            Held = [.. meetings.Where(meeting => meeting.IsHeld).Reverse().Select(meeting => new Choice(
                meeting.Id.ToString(CultureInfo.InvariantCulture), $"{MeetingPeriod.Title(meeting.Year, meeting.Month, Committee.RuleOn(meeting.Ordered).CycleMonths, meeting.Ordered)} ({PageText.Day(meeting.Ordered)})", Vietnamese: true))];
        }

        return act != "term" || Member is { LastOn: null };
    }
}
