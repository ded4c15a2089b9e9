using Thads.Office.Acts;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Committee;

/// <summary>The conclusions of meetings. A conclusion is a task: it is never kept anywhere else, so it cannot be lost here.</summary>
public static class Conclusions
{
    /// <summary>Of one meeting, in the order in which they were recorded, as they stand now.</summary>
    public static async Task<IReadOnlyList<OfficeTask>> OfMeetingAsync(Meeting meeting, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return [.. (await ReadTasks.RunAsync(new(Origin: TaskOrigin.Meeting, OriginId: meeting.Id), work, ct)).OrderBy(task => task.Id)];
    }

    /// <summary>
    /// What comes before a meeting by itself: conclusions of earlier meetings of the committee, of those it follows and of those that ended below it, that were open when
    /// it began. Of a meeting without a day, or to come: as they are open now.
    /// </summary>
    public static async Task<IReadOnlyList<OfficeTask>> OpenBeforeAsync(Meeting meeting, SteeringCommittee committee, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var day = meeting.On is { } on && on < work.Today ? on : work.Today;
        return await OpenAsync(committee, meeting, day, work, ct);
    }

    /// <summary>Every conclusion before the committee: its own and those that came to it.</summary>
    public static async Task<IReadOnlyList<OfficeTask>> OfAsync(SteeringCommittee committee, DateOnly day, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var meetings = (await LineMeetingsAsync(committee, day, work, ct)).Select(meeting => (long)meeting.Id).ToHashSet();
        return [.. (await ReadTasks.RunAsync(new(Origin: TaskOrigin.Meeting), work, ct)).Where(task => meetings.Contains(task.OriginId)).OrderBy(task => task.GivenOn).ThenBy(task => task.Id)];
    }

    private static async Task<IReadOnlyList<OfficeTask>> OpenAsync(SteeringCommittee committee, Meeting before, DateOnly day, Work work, CancellationToken ct) =>
        [.. (await OfAsync(committee, before.Ordered > day ? before.Ordered : day, work, ct))
            .Where(task => task.OriginId != before.Id && (task.GivenOn < before.Ordered || (task.GivenOn == before.Ordered && task.OriginId < before.Id)))
            .Where(task => (task.AsOf(before.IsHeld ? before.Ordered.AddDays(-1) : day) ?? task).State == TaskState.Open)
            .OrderBy(task => task.DueOn).ThenBy(task => task.Id)];

    private static async Task<List<Meeting>> LineMeetingsAsync(SteeringCommittee committee, DateOnly day, Work work, CancellationToken ct)
    {
        var (book, tree) = (await CommitteeBook.OfAsync(work, ct), await UnitTree.OfAsync(work, ct));
        var meetings = new List<Meeting>();
        foreach (var id in book.LineOf(committee, tree, day))
        {
            meetings.AddRange(book.Of(id) is { } one ? await ReadMeetings.OfAsync(one, work, ct) : []);
        }

        return meetings;
    }
}
