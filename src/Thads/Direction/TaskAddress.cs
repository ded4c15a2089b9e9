using System.Globalization;
using Thads.Office.Tasks;
using Thads.Shared.Kit;

namespace Thads.Direction;

/// <summary>Where tasks, and what they come from, are read.</summary>
public static class TaskAddress
{
    public static string Of(long id) => "/direction/tasks/" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the task comes from.</summary>
    public static string OriginOf(OfficeTask task)
    {
        var id = task.OriginId.ToString(CultureInfo.InvariantCulture);
        return task.Origin switch
        {
            TaskOrigin.Meeting => "/direction/committee/meetings/" + id,
            TaskOrigin.Conference => "/direction/conferences/" + id,
            TaskOrigin.Direction => "/direction/received/directions/" + id,
            TaskOrigin.Petition => "/direction/received/petitions/" + id,
            TaskOrigin.Programme => "/direction/programme",
            TaskOrigin.Campaign => "/direction/campaigns/" + id,
            TaskOrigin.Watch => "/direction/watch",
        };
    }

    /// <summary>How a task stands on a day, in one or two words.</summary>
    public static (TagKind Kind, string Code) TagOf(OfficeTask task, DateOnly today) => (task.State, task.IsLate(today)) switch
    {
        (TaskState.Open, true) => (TagKind.Late, "tag.task-late"),
        (TaskState.Open, false) => task.DueOn <= today.AddDays(14) ? (TagKind.Soon, "tag.task-soon") : (TagKind.Info, "tag.task-open"),
        (TaskState.Done, true) => (TagKind.Fine, "tag.task-done-late"),
        (TaskState.Done, false) => (TagKind.Fine, "tag.task-done"),
        _ => (TagKind.Plain, "tag.task-withdrawn"),
    };
}
