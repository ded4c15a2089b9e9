using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Tasks;

/// <summary>Which tasks. All conditions hold together; null = any.</summary>
/// <param name="Unit">Code: kept by it or by a unit below.</param>
/// <param name="Owner">Code of a unit, officer or partner.</param>
/// <param name="Late">Open past the day, or done after it.</param>
/// <param name="From">First day they were given on.</param>
/// <param name="Find">Words in text, number or title; case does not matter.</param>
public sealed record TaskQuestion(
    string? Unit = null, TaskOrigin? Origin = null, long? OriginId = null, TaskState? State = null, string? Owner = null, bool? Late = null, string? Matter = null, DateOnly? From = null, DateOnly? To = null,
    string? Heading = null, string? Find = null);

/// <summary>
/// Reads tasks: those of the person's units, those a unit of the person's owns, and those the person owns as an officer. Nothing ever takes one out of here.
/// </summary>
public static class ReadTasks
{
    /// <returns>Open ones first, by their day; then those that ended, the last first.</returns>
    public static async Task<IReadOnlyList<OfficeTask>> RunAsync(TaskQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        IReadOnlySet<int>? units = question.Unit is null ? null : tree.UnitOf(question.Unit) is { } unit && work.Person.Sees(unit) ? tree.ScopeOf(unit, work.Today) : throw new NotFoundException(new Refusal("report.unit", question.Unit));
        var all = await ListAsync(question.Origin is null ? "" : $" AND t.origin = {(int)question.Origin}", work, ct);
        return
        [
            .. all.Where(task => Fits(task, question, units, work.Today))
                .OrderBy(task => task.State != TaskState.Open).ThenBy(task => task.State == TaskState.Open ? task.DueOn.DayNumber : -task.End!.On.DayNumber).ThenBy(task => task.Id),
        ];
    }

    /// <exception cref="NotFoundException">`task.unknown`: not there, or not this person's to see.</exception>
    public static async Task<OfficeTask> OneAsync(long id, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return (await ListAsync($" AND t.id = {id.ToString(System.Globalization.CultureInfo.InvariantCulture)}", work, ct)).SingleOrDefault() ?? throw new NotFoundException(new Refusal("task.unknown", id));
    }

    private static bool Fits(OfficeTask task, TaskQuestion question, IReadOnlySet<int>? units, DateOnly today) =>
        (units is null || units.Contains(task.Unit) || (task.Owner.Unit is { } owner && units.Contains(owner)))
        && (question.OriginId is null || task.OriginId == question.OriginId)
        && (question.State is null || task.State == question.State)
        && (question.Owner is null || task.Owner.Code == question.Owner)
        && (question.Late is null || task.IsLate(today) == question.Late)
        && (question.Matter is null || task.Matter == question.Matter)
        && !(task.GivenOn < question.From) && !(task.GivenOn > question.To)
        && (question.Heading is null || task.Heading == question.Heading)
        && (question.Find is null || $"{task.Number} {task.Text} {task.OriginTitle} {task.Owner.Name}".Contains(question.Find, StringComparison.CurrentCultureIgnoreCase));

    private static async Task<List<OfficeTask>> ListAsync(string and, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var owners = await TaskOwners.OfAsync(work, ct);
        var steps = (await connection.ListAsync(
            $"""
            SELECT s.task_id, s.number, s.kind, s.happened_on, s.due_on, s.owner_unit, s.owner_officer, s.owner_partner, s.text, s.document, a.person, a.at, s.act
            FROM task_step s JOIN act a ON a.seq = s.act JOIN task t ON t.id = s.task_id WHERE 1 = 1{and} ORDER BY s.task_id, s.number
            """,
            r => (Task: r.GetInt64(0), Step: new TaskStep(
                r.GetInt32(1), (TaskStepKind)r.GetInt32(2), r.Day(3), r.DayOrNone(4), OwnerOrNone(r, 5, owners), r.GetString(8), r.TextOrNone(9), r.GetString(10), r.Moment(11), r.GetInt64(12))), ct))
            .ToLookup(pair => pair.Task, pair => pair.Step);
        var tasks = await connection.ListAsync(
            $"""
            SELECT t.id, t.unit_id, t.origin, t.origin_id, t.origin_title, t.number, t.heading, t.text, t.measure, m.code, t.owner_unit, t.owner_officer, t.owner_partner, t.given_on, t.due_on, t.act
            FROM task t LEFT JOIN matter m ON m.id = t.matter_id WHERE 1 = 1{and} ORDER BY t.id
            """,
            r => new OfficeTask(
                r.GetInt64(0), r.GetInt32(1), (TaskOrigin)r.GetInt32(2), r.GetInt64(3), r.GetString(4), r.TextOrNone(5), r.TextOrNone(6), r.GetString(7), r.TextOrNone(8), r.TextOrNone(9),
                OwnerOrNone(r, 10, owners)!, r.Day(13), r.Day(14), r.GetInt64(15), [.. steps[r.GetInt64(0)]]), ct);
        return [.. tasks.Where(task => IsFor(task, work.Person))];
    }

    private static bool IsFor(OfficeTask task, Person person) =>
        person.Sees(task.Unit) || (task.Owner.Unit is { } unit && person.Sees(unit)) || (task.Owner.Officer is { } officer && officer == person.Officer);

    private static OwnedBy? OwnerOrNone(DbDataReader r, int first, TaskOwners owners) =>
        (r.NumberOrNone(first), r.NumberOrNone(first + 1), r.NumberOrNone(first + 2)) is var (unit, officer, partner) && (unit ?? officer ?? partner) is not null ? owners.Of(unit, officer, partner) : null;
}
