using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Programme;

/// <summary>Reads programmes of work, of the units a person sees.</summary>
public static class ReadProgramme
{
    /// <summary>Null where none was drafted, or the unit is not this person's to see.</summary>
    /// <param name="unit">Code.</param>
    public static async Task<YearProgramme?> OfAsync(string unit, int year, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var connection = await work.ConnectAsync(ct);
        if (tree.UnitOf(unit) is not { } id || !work.Person.Sees(id))
        {
            return null;
        }

        var heads = await connection.ListAsync(
            "SELECT number, decision, decided_by, decided_on FROM programme WHERE unit_id = @unit AND year = @year ORDER BY id",
            r => (Number: r.GetInt32(0), Decision: r.TextOrNone(1), By: r.TextOrNone(2), On: r.DayOrNone(3)), ct, ("unit", id), ("year", year));
        if (heads.Count == 0)
        {
            return null;
        }

        var head = heads[^1];
        var tasks = (await ReadTasks.RunAsync(new TaskQuestion(), work, ct)).ToDictionary(task => task.Id);
        var items = await connection.ListAsync(
            """
            SELECT i.number, i.heading, i.says, i.measure, i.owner_unit, i.owner_officer, i.owner_partner, i.due_on, i.drawn_from, i.is_out, i.reason, i.task FROM programme_item i
            WHERE i.programme = @number AND i.id = (SELECT max(l.id) FROM programme_item l WHERE l.programme = i.programme AND l.number = i.number) ORDER BY i.number
            """,
            r => new ProgrammeItem(
                r.GetInt32(0), ProgrammeHeading.Find(r.GetString(1))!, r.GetString(2), r.TextOrNone(3), new TaskOwner(r.TextOrNone(4), r.TextOrNone(5), r.TextOrNone(6)), r.Day(7), r.TextOrNone(8),
                r.GetInt32(9) == 1 ? r.TextOrNone(10) ?? "" : null, r.IsDBNull(11) ? null : tasks.GetValueOrDefault(r.GetInt64(11))), ct, ("number", head.Number));
        var own = items.Select(item => item.Task?.Id).ToHashSet();
        return new YearProgramme(
            head.Number, unit, tree.UnitName(id, work.Today), year, head.Decision, head.By, head.On, [.. items.OrderBy(item => ProgrammeHeading.All.ToList().IndexOf(item.Heading)).ThenBy(item => item.Number)],
            [.. tasks.Values.Where(task => task.Origin == TaskOrigin.Programme && task.OriginId == head.Number && !own.Contains(task.Id)).OrderBy(task => task.Id)])
        { UnitId = id };
    }

    /// <summary>Self-checks and training planned in these days, by day.</summary>
    public static async Task<IReadOnlyList<SelfCheck>> ChecksAsync(string unit, DateOnly first, DateOnly last, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        return tree.UnitOf(unit) is not { } id || !work.Person.Sees(id) ? [] : await (await work.ConnectAsync(ct)).ListAsync(
            """
            SELECT c.number, c.kind, c.subject, c.planned_on, c.leader, c.participants, c.held_on, c.result, c.called_off FROM self_check c
            WHERE c.unit_id = @unit AND c.planned_on BETWEEN @first AND @last AND c.id = (SELECT max(l.id) FROM self_check l WHERE l.number = c.number) ORDER BY c.planned_on, c.number
            """,
            r => new SelfCheck(
                r.GetInt32(0), unit, (SelfCheckKind)r.GetInt32(1), r.GetString(2), r.Day(3), r.GetString(4), r.TextOrNone(5), r.DayOrNone(6), r.TextOrNone(7), r.TextOrNone(8))
            { UnitId = id },
            ct, ("unit", id), ("first", first), ("last", last));
    }

    /// <summary>Mistakes found in these days, by day. They may name matters.</summary>
    public static async Task<IReadOnlyList<Mistake>> MistakesAsync(string unit, DateOnly first, DateOnly last, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var tree = await UnitTree.OfAsync(work, ct);
        if (tree.UnitOf(unit) is not { } id || !work.Person.Sees(id))
        {
            return [];
        }

        var tasks = (await ReadTasks.RunAsync(new TaskQuestion(Origin: TaskOrigin.Programme), work, ct)).ToDictionary(task => task.Id);
        return await (await work.ConnectAsync(ct)).ListAsync(
            "SELECT id, found_on, found_by, self_check, found_who, made_by, matter, says, consequence, task FROM mistake WHERE unit_id = @unit AND found_on BETWEEN @first AND @last ORDER BY found_on, id",
            r => new Mistake(
                r.GetInt64(0), unit, r.Day(1), (FoundBy)r.GetInt32(2), r.NumberOrNone(3), r.GetString(4), r.TextOrNone(5), r.TextOrNone(6), r.GetString(7), r.TextOrNone(8), tasks.GetValueOrDefault(r.GetInt64(9))), ct,
            ("unit", id), ("first", first), ("last", last));
    }
}
