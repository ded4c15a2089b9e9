using Thads.Office.Acts;

namespace Thads.Office.Committee;

/// <summary>A planned meeting will not be, with a reason. Nothing that was open before it is closed by that.</summary>
public static class CancelMeeting
{
    public sealed record Input(int Meeting, string Reason, DateOnly? On = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, MeetingFile file, DateOnly today) => MeetingWriting.WhyNotOpen(file.Meeting)
        ?? (string.IsNullOrWhiteSpace(input.Reason) ? new("reason.missing") : input.On > today ? new("meeting.future", input.On) : null);

    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.held`, `meeting.cancelled`, `reason.missing`, `meeting.future`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "meeting-cancelled", input.IdempotencyKey, work, ct) is not { } file)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, file, work.Today));
        work.Begin("meeting-cancelled", input.Reason.Trim(), input.IdempotencyKey);
        await MeetingWriting.StepAsync(input.Meeting, file.Meeting.Steps.Count + 1, new(MeetingStepKind.Cancelled, input.On ?? work.Today, Text: input.Reason), work, ct);
        await work.ChangedAsync(ct, new ActChange(file.Title, "meeting-state", Codes.CodeOf(file.Meeting.State), Codes.CodeOf(MeetingState.Cancelled)) { Unit = file.Committee.Unit });
        await work.FinishAsync(ct);
    }
}
