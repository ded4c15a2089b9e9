using Thads.Office.Acts;

namespace Thads.Office.Committee;

/// <summary>The notice of the conclusions of a meeting (thông báo kết luận) goes out: from here on no conclusion is added to it.</summary>
public static class IssueNotice
{
    public sealed record Input(int Meeting, string Number, DateOnly On, string Signer, string? IdempotencyKey = null);

    /// <param name="conclusions">How many the meeting has.</param>
    public static Refusal? WhyNot(Input input, MeetingFile file, int conclusions, DateOnly today) => MeetingWriting.WhyNotHeld(file.Meeting)
        ?? (file.Meeting.Notice is { } notice ? new("meeting.noticed", notice.Document!)
        : conclusions == 0 ? new("meeting.no-conclusions")
        : string.IsNullOrWhiteSpace(input.Number) || string.IsNullOrWhiteSpace(input.Signer) ? new("meeting.notice-number")
        : input.On > today ? new("meeting.future", input.On)
        : input.On < file.Meeting.On ? new("meeting.before-held", input.On, file.Meeting.On!.Value)
        : null);

    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "notice-issued", input.IdempotencyKey, work, ct) is not { } file)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, file, (await Conclusions.OfMeetingAsync(file.Meeting, work, ct)).Count, work.Today));
        work.Begin("notice-issued", idempotencyKey: input.IdempotencyKey);
        await MeetingWriting.StepAsync(
            input.Meeting, file.Meeting.Steps.Count + 1, new(MeetingStepKind.NoticeIssued, input.On, Document: input.Number, Signer: input.Signer), work, ct);
        await work.ChangedAsync(ct, new ActChange(file.Title, "meeting-notice", null, $"{input.Number.Trim()} ({input.Signer.Trim()})") { Unit = file.Committee.Unit });
        await work.FinishAsync(ct);
    }
}
