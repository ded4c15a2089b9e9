using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>What the acts on a meeting have in common: the right over its unit, the meeting as it is now, and how a step is written.</summary>
internal static class MeetingWriting
{
    internal sealed record Step(
        MeetingStepKind Kind, DateOnly On, DateOnly? Day = null, string? Time = null, string? Place = null, int? Chair = null, string? Text = null, string? Document = null, string? Signer = null);

    /// <summary>The meeting, taken by an act of this kind; null where the same form did it before.</summary>
    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    public static async Task<MeetingFile?> TakeAsync(int meeting, string act, string? key, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync(act, key, ct) is not null)
        {
            return null;
        }

        var file = await ReadMeetings.FileAsync(meeting, work, ct);
        work.Require(Permissions.Organise, file.Committee.Unit);
        return file;
    }

    /// <summary>Writes the step of an act that has begun.</summary>
    public static async Task StepAsync(int meeting, int number, Step step, Work work, CancellationToken ct) => await (await work.ConnectAsync(ct)).RunAsync(
        """
        INSERT INTO meeting_step (meeting_id, number, kind, happened_on, day, time, place, chair, text, document, signer, act)
        VALUES (@meeting, @number, @kind, @on, @day, @time, @place, @chair, @text, @document, @signer, @act)
        """, ct,
        ("meeting", meeting), ("number", number), ("kind", step.Kind), ("on", step.On), ("day", step.Day), ("time", Text(step.Time)), ("place", Text(step.Place)), ("chair", step.Chair),
        ("text", Text(step.Text)), ("document", Text(step.Document)), ("signer", Text(step.Signer)), ("act", await work.NumberAsync(ct)));

    /// <summary>A meeting that was held, or cancelled, is not planned anew.</summary>
    public static Refusal? WhyNotOpen(Meeting meeting) =>
        meeting.IsHeld ? new("meeting.held", meeting.On!.Value) : meeting.State == MeetingState.Cancelled ? new("meeting.cancelled") : null;

    public static Refusal? WhyNotHeld(Meeting meeting) => meeting.IsHeld ? null : new("meeting.not-held");

    /// <summary>Why nobody can chair by this: only the head or a deputy does.</summary>
    public static Refusal? WhyNotChair(int? chair, SteeringCommittee committee, DateOnly day) =>
        chair is null ? null
        : committee.Members.FirstOrDefault(member => member.Id == chair) is not { } member ? new("committee.no-term")
        : member.Position is not (CommitteePosition.Head or CommitteePosition.Deputy or CommitteePosition.Standing) || !member.ServesOn(day) ? new("meeting.chair", member.Name, day)
        : null;

    /// <summary>Hours and minutes as 08:30; null where the text says none.</summary>
    public static string? Hour(string? typed) =>
        typed is not null && TimeOnly.TryParse(typed.Trim().Replace('h', ':').TrimEnd(':'), System.Globalization.CultureInfo.InvariantCulture, out var time)
            ? time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null;

    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
