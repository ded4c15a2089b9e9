using Thads.Office.Acts;
using Thads.Office.Tasks;

namespace Thads.Office.Committee;

/// <summary>
/// Conclusions of a meeting are recorded at it, each as a task with its owner and its day. They are numbered through the life of the committee, and stay open before every
/// meeting to come until they are done, or withdrawn by a document.
/// </summary>
public static class RecordConclusions
{
    /// <param name="Matter">Code of the matter it is about.</param>
    public sealed record Line(string Text, TaskOwner Owner, DateOnly DueOn, string? Matter = null);

    public sealed record Input(int Meeting, IReadOnlyList<Line> Lines, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, MeetingFile file) => MeetingWriting.WhyNotHeld(file.Meeting)
        ?? (file.Meeting.Notice is { } notice ? new("meeting.noticed", notice.Document!) : input.Lines.Count == 0 ? new("meeting.no-conclusions") : null);

    /// <returns>Numbers of the tasks, in the order given.</returns>
    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.not-held`, `meeting.noticed`, `meeting.no-conclusions`, and those of <see cref="GiveTask.WhyNot"/>.</exception>
    public static async Task<IReadOnlyList<long>> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "conclusions-recorded", input.IdempotencyKey, work, ct) is not { } file)
        {
            return [];
        }

        RefusedException.ThrowIf(WhyNot(input, file));
        var number = 0;
        foreach (var meeting in await ReadMeetings.OfAsync(file.Committee, work, ct))
        {
            number += (await Conclusions.OfMeetingAsync(meeting, work, ct)).Count;
        }

        work.Begin("conclusions-recorded", idempotencyKey: input.IdempotencyKey);
        var items = input.Lines.Select(line => new GiveTask.Item(line.Text, line.Owner, line.DueOn, $"KL {++number}", Matter: line.Matter)).ToList();
        var ids = await GiveTask.WriteAsync(new TaskSource(TaskOrigin.Meeting, file.Meeting.Id, file.Title, file.Committee.Unit, file.Meeting.On!.Value), items, work, ct);
        await work.ChangedAsync(ct, [.. items.Select(item => new ActChange($"{file.Title}: {item.Number}", "conclusion", null, $"{item.Text.Trim()} ({item.Owner.Code}, {ActChange.Day(item.DueOn)})") { Unit = file.Committee.Unit })]);
        await work.FinishAsync(ct);
        return ids;
    }
}
