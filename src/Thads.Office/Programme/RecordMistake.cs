using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Ranking;
using Thads.Office.Tasks;
using Thads.Office.Units;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Programme;

/// <summary>Records a mistake that was found, and who mends it until when: a task, done with proof. It stands in the programme of its year.</summary>
public static class RecordMistake
{
    /// <param name="Check">Number of the self-check that found it, or null.</param>
    /// <param name="FoundWho">Who found it, as printed.</param>
    /// <param name="MadeBy">Who made it; null = not said.</param>
    /// <param name="Matter">Code, or null.</param>
    /// <param name="Mending">What mends it, by whom, until when.</param>
    public sealed record Input(
        string Unit, DateOnly FoundOn, FoundBy By, int? Check, string FoundWho, string? MadeBy, string? Matter, string Says, string? Consequence, GiveTask.Item Mending, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, DateOnly today) => input switch
    {
        _ when input.FoundOn > today => new("mistake.future", input.FoundOn),
        _ when string.IsNullOrWhiteSpace(input.Says) => new("mistake.what"),
        _ when string.IsNullOrWhiteSpace(input.FoundWho) => new("mistake.who"),
        _ => null,
    };

    /// <returns>The number of the task that mends it.</returns>
    /// <exception cref="NotFoundException">`report.unit`, `check.unknown`.</exception>
    /// <exception cref="RefusedException">`mistake.*`, and those of a task.</exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("mistake-recorded", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<long>("SELECT task FROM mistake WHERE act = @act", ct, ("act", same));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(input.Unit, work.Person);
        work.Require(Permissions.Organise, unit);
        var code = tree.UnitCode(unit);
        RefusedException.ThrowIf(WhyNot(input, work.Today));
        if (input.Check is { } check && (await ReadProgramme.ChecksAsync(code, DateOnly.MinValue, DateOnly.MaxValue, work, ct)).All(one => one.Number != check))
        {
            throw new NotFoundException(new Refusal("check.unknown", Plain(check)));
        }

        var programme = await ReadProgramme.OfAsync(code, StatisticalYear.Of(input.FoundOn).Year, work, ct);
        work.Begin("mistake-recorded", idempotencyKey: input.IdempotencyKey);
        var source = new TaskSource(TaskOrigin.Programme, programme?.Number ?? 0, programme?.Title ?? $"Khắc phục sai sót phát hiện ngày {input.FoundOn:dd/MM/yyyy}", unit, input.FoundOn);
        var tasks = await GiveTask.WriteAsync(source, [input.Mending with { Heading = "mistakes", Matter = Text(input.Matter) }], work, ct);
        await connection.RunAsync(
            """
            INSERT INTO mistake (id, unit_id, found_on, found_by, self_check, found_who, made_by, matter, says, consequence, task, act)
            SELECT coalesce(max(id), 0) + 1, @unit, @on, @by, @check, @who, @made, @matter, @says, @consequence, @task, @act FROM mistake
            """, ct,
            ("unit", unit), ("on", input.FoundOn), ("by", input.By), ("check", input.Check), ("who", input.FoundWho.Trim()), ("made", Text(input.MadeBy)), ("matter", Text(input.Matter)), ("says", input.Says.Trim()),
            ("consequence", Text(input.Consequence)), ("task", tasks[0]), ("act", await work.NumberAsync(ct)));
        await work.EndAsync(new ActChange(code, "mistake", null, input.Says.Trim()) { Unit = unit }, ct);
        return tasks[0];
    }
}
