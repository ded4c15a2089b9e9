using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Tasks;

/// <summary>What tasks come from.</summary>
/// <param name="Id">Number of the meeting, conference, direction …</param>
/// <param name="Title">As printed beside them: "Phiên họp quý IV/2020".</param>
/// <param name="Unit">Id of the unit that keeps them.</param>
/// <param name="GivenOn">The day of the conclusion.</param>
public sealed record TaskSource(TaskOrigin Origin, long Id, string Title, int Unit, DateOnly GivenOn);

/// <summary>Tasks are given by the act that concludes, directs or adopts something; they are part of that act.</summary>
public static class GiveTask
{
    /// <param name="Matter">Code of a matter.</param>
    public sealed record Item(string Text, TaskOwner Owner, DateOnly DueOn, string? Number = null, string? Measure = null, string? Heading = null, string? Matter = null);

    /// <summary>Why this cannot be a task.</summary>
    /// <returns>`task.no-text`, `task.due-before`, and those of <see cref="TaskOwners.WhyNot"/>.</returns>
    public static Refusal? WhyNot(Item item, DateOnly givenOn, TaskOwners owners) =>
        string.IsNullOrWhiteSpace(item.Text) ? new Refusal("task.no-text")
        : item.DueOn < givenOn ? new Refusal("task.due-before", item.DueOn, givenOn)
        : owners.WhyNot(item.Owner, givenOn);

    /// <summary>Writes tasks in an act that has begun. Refuses the whole where one of them cannot be.</summary>
    /// <returns>Their numbers, in the order given.</returns>
    /// <exception cref="RefusedException">Those of <see cref="WhyNot"/>; `task.matter`: no such matter in what the person sees.</exception>
    public static async Task<IReadOnlyList<long>> WriteAsync(TaskSource source, IReadOnlyList<Item> items, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var owners = await TaskOwners.OfAsync(work, ct);
        var ids = new List<long>();
        foreach (var item in items)
        {
            RefusedException.ThrowIf(WhyNot(item, source.GivenOn, owners));
            var matter = await MatterAsync(item.Matter, work, ct);
            var owner = owners.Of(item.Owner);
            ids.Add(await connection.ValueAsync<long>(
                """
                INSERT INTO task (id, unit_id, origin, origin_id, origin_title, number, heading, text, measure, matter_id, owner_unit, owner_officer, owner_partner, given_on, due_on, act)
                SELECT coalesce(max(id), 0) + 1, @unit, @origin, @originid, @title, @number, @heading, @text, @measure, @matter, @ownerunit, @officer, @partner, @given, @due, @act FROM task RETURNING id
                """, ct,
                ("unit", source.Unit), ("origin", source.Origin), ("originid", source.Id), ("title", source.Title), ("number", Text(item.Number)), ("heading", Text(item.Heading)),
                ("text", item.Text.Trim()), ("measure", Text(item.Measure)), ("matter", matter), ("ownerunit", owner.Unit), ("officer", owner.Officer), ("partner", owner.Partner),
                ("given", source.GivenOn), ("due", item.DueOn), ("act", await work.NumberAsync(ct))));
        }

        return ids;
    }

    private static async Task<Guid?> MatterAsync(string? code, Work work, CancellationToken ct)
    {
        if (Text(code) is not { } asked)
        {
            return null;
        }

        var found = await (await work.ConnectAsync(ct)).ListAsync(
            "SELECT m.id, n.unit_id FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.code = @code", r => (Id: r.Id(0), Unit: r.GetInt32(1)), ct, ("code", asked));
        return found.Count == 1 && work.Person.Sees(found[0].Unit) ? found[0].Id : throw new RefusedException(new Refusal("task.matter", asked));
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
