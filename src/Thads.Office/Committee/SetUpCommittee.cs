using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Committee;

/// <summary>A steering committee is set up by a decision; where another was there, it follows that one, which ends the day before.</summary>
public static class SetUpCommittee
{
    /// <param name="Unit">Code of the unit whose locality it directs: its level is that of the unit.</param>
    /// <param name="Decision">Number of the decision.</param>
    /// <param name="Issuer">Who decided, as printed.</param>
    public sealed record Input(string Unit, string Name, string Decision, DateOnly DecidedOn, string Issuer, DateOnly BeginsOn, string? IdempotencyKey = null);

    /// <summary>The level of a unit's locality on a day; null where the unit is not there, or has none of its own (a room).</summary>
    public static CommitteeLevel? LevelOf(UnitTree tree, int unit, DateOnly day) => tree.PeriodOn(unit, day)?.Kind switch
    {
        UnitKind.Central => CommitteeLevel.Central,
        UnitKind.Province => CommitteeLevel.Province,
        UnitKind.District => CommitteeLevel.District,
        UnitKind.Room or null => null,
    };

    /// <param name="unitName">As the refusal says it.</param>
    /// <param name="now">The committee of the unit that has not ended.</param>
    public static Refusal? WhyNot(Input input, CommitteeLevel? level, string unitName, SteeringCommittee? now, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Name) ? new("name.missing")
        : string.IsNullOrWhiteSpace(input.Decision) || string.IsNullOrWhiteSpace(input.Issuer) ? new("committee.no-decision")
        : input.DecidedOn > today ? new("committee.future", input.DecidedOn)
        : input.BeginsOn < input.DecidedOn ? new("committee.begins-before", input.BeginsOn, input.DecidedOn)
        : level is null ? new("committee.no-level", unitName, input.BeginsOn)
        : CommitteeAtLevel.On(level.Value, input.BeginsOn) is null
            ? new("committee.not-by-law", [level.Value, input.BeginsOn], CommitteeAtLevel.All.Last(row => row.Level == level).Source)
        : now is not null && input.BeginsOn <= now.BeginsOn ? new("committee.before-the-last", input.BeginsOn, now.Name, now.BeginsOn)
        : null;

    /// <returns>Id of the committee.</returns>
    /// <exception cref="NotFoundException">`report.unit`: no such unit, or not this person's.</exception>
    /// <exception cref="RefusedException">`name.missing`, `committee.*`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("committee-set-up", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<int>("SELECT id FROM committee WHERE act = @act", ct, ("act", before));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(input.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", input.Unit));
        work.Require(Permissions.Direct, unit);
        var book = await CommitteeBook.OfAsync(work, ct);
        var last = book.All.LastOrDefault(committee => committee.Unit == unit);
        var level = LevelOf(tree, unit, input.BeginsOn);
        RefusedException.ThrowIf(WhyNot(input, level, tree.UnitName(unit, input.BeginsOn), last?.LastOn is null ? last : null, work.Today)
            ?? (last?.LastOn >= input.BeginsOn ? new Refusal("committee.before-the-last", input.BeginsOn, last.Name, last.LastOn.Value) : null));

        work.Begin("committee-set-up", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        if (last is { LastOn: null })
        {
            await connection.RunAsync(
                "INSERT INTO committee_end (committee_id, last_on, document, act) VALUES (@id, @last, @document, @act)", ct,
                ("id", last.Id), ("last", input.BeginsOn.AddDays(-1)), ("document", input.Decision.Trim()), ("act", act));
        }

        var id = await connection.ValueAsync<int>(
            """
            INSERT INTO committee (id, unit_id, level, name, decision, decided_on, issuer, begins_on, predecessor, act)
            SELECT coalesce(max(id), 0) + 1, @unit, @level, @name, @decision, @on, @issuer, @begins, @predecessor, @act FROM committee RETURNING id
            """, ct,
            ("unit", unit), ("level", level), ("name", input.Name.Trim()), ("decision", input.Decision.Trim()), ("on", input.DecidedOn), ("issuer", input.Issuer.Trim()), ("begins", input.BeginsOn),
            ("predecessor", last?.Id), ("act", act));
        await work.ChangedAsync(
            ct,
            new ActChange(input.Name.Trim(), "committee-decision", last?.Decision, $"{input.Decision.Trim()} ({input.Issuer.Trim()})") { Unit = unit },
            new ActChange(input.Name.Trim(), "valid-from", null, ActChange.Day(input.BeginsOn)) { Unit = unit });
        await work.FinishAsync(ct);
        return id;
    }
}
