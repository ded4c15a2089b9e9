using Thads.Office.Acts;

namespace Thads.Office.Committee;

/// <summary>A planned meeting is put off, with a reason: to another day, hour or place, or to no day yet. Its agenda and its open conclusions go with it.</summary>
public static class PutOffMeeting
{
    /// <param name="Day">The new day; null = none yet.</param>
    /// <param name="Time">Null = as before.</param>
    /// <param name="On">Day it was decided; null = today.</param>
    public sealed record Input(int Meeting, DateOnly? Day, string Reason, string? Time = null, string? Place = null, int? Chair = null, DateOnly? On = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, MeetingFile file, DateOnly today) => MeetingWriting.WhyNotOpen(file.Meeting)
        ?? (string.IsNullOrWhiteSpace(input.Reason) ? new("reason.missing")
        : input.On > today ? new("meeting.future", input.On)
        : input.Day is { } day && !file.Committee.IsThereOn(day) ? new("committee.outside", day, file.Committee.Name)
        : MeetingWriting.Text(input.Time) is not null && MeetingWriting.Hour(input.Time) is null ? new("meeting.hour", input.Time!)
        : MeetingWriting.WhyNotChair(input.Chair, file.Committee, input.Day ?? file.Meeting.Ordered));

    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.held`, `meeting.cancelled`, `reason.missing`, and those of <see cref="WhyNot"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "meeting-put-off", input.IdempotencyKey, work, ct) is not { } file)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, file, work.Today));
        work.Begin("meeting-put-off", input.Reason.Trim(), input.IdempotencyKey);
        await MeetingWriting.StepAsync(
            input.Meeting, file.Meeting.Steps.Count + 1,
            new(MeetingStepKind.PutOff, input.On ?? work.Today, input.Day, MeetingWriting.Hour(input.Time), input.Place, input.Chair, input.Reason), work, ct);
        await work.ChangedAsync(ct, new ActChange(file.Title, "meeting-day", ActChange.Day(file.Meeting.On), ActChange.Day(input.Day)) { Unit = file.Committee.Unit });
        await work.FinishAsync(ct);
    }
}
