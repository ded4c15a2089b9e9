using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Tasks;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Programme;

/// <summary>Adopts a draft by a decision: every item that stands becomes a task with its owner and day. One that continues a task of another origin is that task.</summary>
public static class AdoptProgramme
{
    /// <param name="Decision">Number of the decision.</param>
    /// <param name="DecidedBy">Who decided, as printed.</param>
    public sealed record Input(string Unit, int Year, string Decision, string DecidedBy, DateOnly DecidedOn, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, YearProgramme programme, DateOnly today) =>
        programme.IsAdopted ? new Refusal("programme.adopted", programme.Decision!, programme.DecidedOn!.Value)
        : !programme.Standing.Any() ? new Refusal("programme.empty")
        : string.IsNullOrWhiteSpace(input.Decision) ? new Refusal("programme.no-number")
        : string.IsNullOrWhiteSpace(input.DecidedBy) ? new Refusal("programme.no-who")
        : input.DecidedOn > today ? new Refusal("programme.future", input.DecidedOn)
        : programme.Standing.FirstOrDefault(item => item.Continues is null && item.DueOn < input.DecidedOn) is { } early ? new Refusal("programme.due-before", early.Says, early.DueOn)
        : null;

    /// <exception cref="NotFoundException">`programme.unknown`.</exception>
    /// <exception cref="RefusedException">`programme.*`, and those of a task.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("programme-adopted", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var programme = await ReadProgramme.OfAsync(input.Unit, input.Year, work, ct) ?? throw new NotFoundException(new Refusal("programme.unknown", input.Unit, Plain(input.Year)));
        work.Require(Permissions.Direct, programme.UnitId);
        RefusedException.ThrowIf(WhyNot(input, programme, work.Today));
        work.Begin("programme-adopted", idempotencyKey: input.IdempotencyKey);
        var items = programme.Standing.ToList();
        var given = new Queue<long>(await GiveTask.WriteAsync(Source(programme, input.DecidedOn), [.. items.Where(item => item.Continues is null).Select(TaskOf)], work, ct));
        foreach (var item in items)
        {
            await DraftProgramme.WriteAsync(programme.Number, item, item.Continues ?? given.Dequeue(), work, ct);
        }

        await connection.RunAsync(
            "INSERT INTO programme (id, number, unit_id, year, decision, decided_by, decided_on, act) SELECT coalesce(max(id), 0) + 1, @number, @unit, @year, @decision, @by, @on, @act FROM programme", ct,
            ("number", programme.Number), ("unit", programme.UnitId), ("year", programme.Year), ("decision", input.Decision.Trim()), ("by", input.DecidedBy.Trim()), ("on", input.DecidedOn),
            ("act", await work.NumberAsync(ct)));
        await work.EndAsync(new ActChange($"{programme.Unit} {Plain(programme.Year)}", "programme-adopted", null, $"{input.Decision.Trim()} ({input.DecidedBy.Trim()}), {ActChange.Day(input.DecidedOn)}: {Plain(items.Count)}") { Unit = programme.UnitId }, ct);
    }

    internal static TaskSource Source(YearProgramme programme, DateOnly on) => new(TaskOrigin.Programme, programme.Number, programme.Title, programme.UnitId, on);

    internal static GiveTask.Item TaskOf(ProgrammeItem item) => new(item.Says, item.Owner, item.DueOn, Plain(item.Number), item.Measure, item.Heading.Code);
}
