using Thads.Office.Acts;

namespace Thads.Office.Committee;

/// <summary>The papers of a meeting went out. Later than the working rules say is no refusal: it is shown, and the minutes say it.</summary>
public static class SendPapers
{
    /// <param name="How">How they went: by post, by mail …</param>
    public sealed record Input(int Meeting, DateOnly On, string How, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, MeetingFile file, DateOnly today) => MeetingWriting.WhyNotOpen(file.Meeting)
        ?? (file.Meeting.State == MeetingState.PutOff ? new("meeting.no-day")
        : string.IsNullOrWhiteSpace(input.How) ? new("meeting.how-sent")
        : input.On > today ? new("meeting.future", input.On)
        : file.Meeting.On < input.On ? new("meeting.papers-after", input.On, file.Meeting.On!.Value)
        : file.Meeting.Papers is { } sent ? new("meeting.papers-sent", sent.On)
        : null);

    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "papers-sent", input.IdempotencyKey, work, ct) is not { } file)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, file, work.Today));
        work.Begin("papers-sent", idempotencyKey: input.IdempotencyKey);
        await MeetingWriting.StepAsync(input.Meeting, file.Meeting.Steps.Count + 1, new(MeetingStepKind.PapersSent, input.On, Text: input.How), work, ct);
        await work.ChangedAsync(ct, new ActChange(file.Title, "meeting-papers", null, ActChange.Day(input.On)) { Unit = file.Committee.Unit });
        await work.FinishAsync(ct);
    }
}
