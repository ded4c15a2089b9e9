using Thads.Office.Acts;

namespace Thads.Office.Committee;

/// <summary>A meeting is opened: from here on it is held, and cannot be unheld. Who came is recorded beside it; below the quorum is shown and said in the minutes.</summary>
public static class HoldMeeting
{
    /// <param name="Day">The day it is held.</param>
    /// <param name="Chair">Id of the term of who chairs; null = as planned.</param>
    public sealed record Input(int Meeting, DateOnly Day, int? Chair = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, MeetingFile file, DateOnly today) => MeetingWriting.WhyNotOpen(file.Meeting)
        ?? (input.Day > today ? new("meeting.not-yet", input.Day)
        : !file.Committee.IsThereOn(input.Day) ? new("committee.outside", input.Day, file.Committee.Name)
        : (input.Chair ?? file.Meeting.Chair) is null ? new("meeting.no-chair")
        : MeetingWriting.WhyNotChair(input.Chair ?? file.Meeting.Chair, file.Committee, input.Day));

    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.*`, `committee.outside`, `committee.no-term`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "meeting-held", input.IdempotencyKey, work, ct) is not { } file)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, file, work.Today));
        work.Begin("meeting-held", idempotencyKey: input.IdempotencyKey);
        await MeetingWriting.StepAsync(input.Meeting, file.Meeting.Steps.Count + 1, new(MeetingStepKind.Held, input.Day, input.Day, Chair: input.Chair ?? file.Meeting.Chair), work, ct);
        await work.ChangedAsync(ct, new ActChange(file.Title, "meeting-state", Codes.CodeOf(file.Meeting.State), Codes.CodeOf(MeetingState.Held)) { Unit = file.Committee.Unit });
        await work.FinishAsync(ct);
    }
}
