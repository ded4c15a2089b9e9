using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.WatchLists;

/// <summary>Makes or changes the plan of one matter or of several at once: a new version, beside which the earlier ones stay.</summary>
public static class PlanMatters
{
    /// <summary>So many matters at once at most.</summary>
    public const int Most = 500;

    /// <param name="Matters">Codes.</param>
    /// <param name="Officer">Code of who does it; null = whoever holds each matter.</param>
    /// <param name="DueOn">By when.</param>
    /// <param name="Obstacle">What stands in the way; null = nothing.</param>
    /// <param name="PlannedOn">Day of the plan; null = today.</param>
    public sealed record Input(
        IReadOnlyList<string> Matters, string What, string? Officer, DateOnly DueOn, string? Obstacle = null, PlanState State = PlanState.Open, string? Note = null, DateOnly? PlannedOn = null,
        string? IdempotencyKey = null);

    /// <summary>Why this is no plan, by what it says and by the day.</summary>
    public static Refusal? WhyNot(Input input, DateOnly today) => input switch
    {
        { Matters.Count: 0 } => new("plan.no-matter"),
        { Matters.Count: > Most } => new("plan.too-many", input.Matters.Count, Most),
        _ when string.IsNullOrWhiteSpace(input.What) => new("plan.what"),
        _ when input.PlannedOn > today => new("plan.future", input.PlannedOn.Value),
        { State: PlanState.Open } when input.DueOn < (input.PlannedOn ?? today) => new("plan.due", input.DueOn, input.PlannedOn ?? today),
        { State: PlanState.GivenUp } when string.IsNullOrWhiteSpace(input.Note) => new("plan.reason"),
        _ => null,
    };

    /// <exception cref="NotFoundException">`matter.unknown`: one of them is not there, or not this person's to see.</exception>
    /// <exception cref="RefusedException">`plan.*`, `act.key-taken`.</exception>
    /// <exception cref="NotAllowedException">Neither does the person organise in the unit of every matter, nor hold it.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("matter-planned", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, work.Today));
        var tree = await UnitTree.OfAsync(work, ct);
        var officer = input.Officer is null ? (int?)null : tree.OfficerOf(input.Officer) ?? throw new RefusedException(new Refusal("report.officer", input.Officer));
        var planned = new List<(Guid Matter, string Code, int Unit, int Officer)>();
        foreach (var code in input.Matters.Distinct())
        {
            planned.Add(await TakeAsync(code, officer, work, connection, ct));
        }

        work.Begin("matter-planned", input.Note?.Trim(), input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        foreach (var (matter, _, _, who) in planned)
        {
            await connection.RunAsync(
                """
                INSERT INTO matter_plan (id, matter_id, what, officer_id, planned_on, due_on, obstacle, state, note, act)
                SELECT coalesce(max(id), 0) + 1, @matter, @what, @officer, @on, @due, @obstacle, @state, @note, @act FROM matter_plan
                """, ct,
                ("matter", matter), ("what", input.What.Trim()), ("officer", who), ("on", input.PlannedOn ?? work.Today), ("due", input.DueOn), ("obstacle", Text(input.Obstacle)), ("state", input.State),
                ("note", Text(input.Note)), ("act", act));
        }

        await work.ChangedAsync(ct, [.. planned.Select(one => new ActChange(one.Code, "plan", null, $"{input.What.Trim()} ({tree.OfficerCode(one.Officer)}, {ActChange.Day(input.DueOn)})") { Unit = one.Unit })]);
        await work.FinishAsync(ct);
    }

    private static async Task<(Guid Matter, string Code, int Unit, int Officer)> TakeAsync(string code, int? officer, Work work, DbConnection connection, CancellationToken ct)
    {
        var found = await connection.ListAsync(
            "SELECT m.id, n.unit_id, n.officer_id FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.code = @code",
            r => (Id: r.Id(0), Unit: r.GetInt32(1), Holder: r.NumberOrNone(2)), ct, ("code", code));
        if (found.Count == 0 || !work.Person.Sees(found[0].Unit))
        {
            throw new NotFoundException(new Refusal("matter.unknown", code));
        }

        var (id, unit, holder) = found[0];
        if (!MayPlan(work.Person, unit, holder))
        {
            throw new NotAllowedException(nameof(Permissions.Organise));
        }

        return (id, code, unit, officer ?? holder ?? throw new RefusedException(new Refusal("plan.no-officer", code)));
    }

    /// <summary>Whoever organises in the unit plans its matters; who holds a matter plans his own.</summary>
    public static bool MayPlan(Person person, int unit, int? holder) =>
        person.MayIn(unit, Permissions.Organise) || (person.Officer != 0 && person.Officer == holder && person.MayIn(unit, Permissions.RecordSteps));

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
