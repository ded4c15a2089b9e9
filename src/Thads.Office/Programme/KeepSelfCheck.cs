using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Ranking;
using Thads.Office.Units;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Programme;

/// <summary>Plans a self-check or a training, records that it was held with its result, or calls it off with a reason.</summary>
public static class KeepSelfCheck
{
    /// <param name="Number">Null = a new one.</param>
    /// <param name="CalledOff">The reason; null = it stands.</param>
    public sealed record Input(
        string Unit, int? Number, SelfCheckKind Kind, string Subject, DateOnly PlannedOn, string Leader, string? Participants, DateOnly? HeldOn, string? Result, string? CalledOff = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, SelfCheck? before, DateOnly today) => input switch
    {
        _ when before is { State: SelfCheckState.CalledOff } => new("check.called-off"),
        _ when before is { State: SelfCheckState.Held } && input.HeldOn is null => new("check.held", before.HeldOn!.Value),
        _ when string.IsNullOrWhiteSpace(input.Subject) => new("check.no-subject"),
        _ when string.IsNullOrWhiteSpace(input.Leader) => new("check.no-leader"),
        { CalledOff: not null, HeldOn: not null } => new("check.held", input.HeldOn.Value),
        { CalledOff: { } reason } when Text(reason) is null => new("check.no-reason"),
        { HeldOn: { } held } when held > today => new("check.future", held),
        { HeldOn: not null } when Text(input.Result) is null => new("check.no-result"),
        { HeldOn: not null } when Text(input.Participants) is null => new("check.no-participants"),
        { HeldOn: null } when Text(input.Result) is not null => new("check.result-before"),
        _ => null,
    };

    /// <returns>Its number.</returns>
    /// <exception cref="NotFoundException">`report.unit`, `check.unknown`.</exception>
    /// <exception cref="RefusedException">`check.*`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("self-check-kept", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<int>("SELECT number FROM self_check WHERE act = @act", ct, ("act", same));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(input.Unit, work.Person);
        work.Require(Permissions.Organise, unit);
        var code = tree.UnitCode(unit);
        var before = input.Number is null ? null
            : (await ReadProgramme.ChecksAsync(code, DateOnly.MinValue, DateOnly.MaxValue, work, ct)).FirstOrDefault(check => check.Number == input.Number) ?? throw new NotFoundException(new Refusal("check.unknown", Plain(input.Number.Value)));
        RefusedException.ThrowIf(WhyNot(input, before, work.Today));
        work.Begin("self-check-kept", Text(input.CalledOff), input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var number = before?.Number ?? (int)await work.NextAsync("self_check", "number", ct);
        await connection.RunAsync(
            """
            INSERT INTO self_check (id, number, unit_id, kind, subject, planned_on, leader, participants, held_on, result, called_off, act)
            SELECT coalesce(max(id), 0) + 1, @number, @unit, @kind, @subject, @planned, @leader, @participants, @held, @result, @off, @act FROM self_check
            """, ct,
            ("number", number), ("unit", unit), ("kind", input.Kind), ("subject", input.Subject.Trim()), ("planned", input.PlannedOn), ("leader", input.Leader.Trim()), ("participants", Text(input.Participants)),
            ("held", input.HeldOn), ("result", Text(input.Result)), ("off", Text(input.CalledOff)), ("act", act));
        await work.EndAsync(
            new ActChange($"{code}: {input.Subject.Trim()}", "self-check", ActChange.Day(before?.HeldOn ?? before?.PlannedOn), input.CalledOff is not null ? null : ActChange.Day(input.HeldOn ?? input.PlannedOn)) { Unit = unit }, ct);
        return number;
    }
}
