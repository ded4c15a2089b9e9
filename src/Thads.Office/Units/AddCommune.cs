using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Units;

/// <summary>A commune is added to the area of a unit.</summary>
public static class AddCommune
{
    /// <param name="Unit">Code of the unit in whose area it lies.</param>
    public sealed record Input(string Code, string Name, string Unit, DateOnly? ValidFrom = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, UnitTree tree) =>
        UnitWriting.WhyNotCode(input.Code) ?? UnitWriting.WhyNotName(input.Name)
        ?? (tree.Communes.ContainsKey(input.Code.Trim()) ? new Refusal("commune.code-taken", input.Code.Trim()) : null);

    /// <exception cref="RefusedException">`code.bad`, `name.missing`, `commune.code-taken`, `code.unknown`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("commune-added", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Known(input.Unit);
        work.Require(Permissions.Administer, unit);
        RefusedException.ThrowIf(WhyNot(input, tree));

        work.Begin("commune-added", idempotencyKey: input.IdempotencyKey);
        var (code, name) = (input.Code.Trim(), input.Name.Trim());
        await connection.RunAsync(
            "INSERT INTO commune (id, code, name, unit_id, valid_from, act) SELECT coalesce(max(id), 0) + 1, @code, @name, @unit, @from, @act FROM commune", ct,
            ("code", code), ("name", name), ("unit", unit), ("from", input.ValidFrom), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(
            ct,
            new ActChange(code, "name", null, name) { Unit = unit },
            new ActChange(code, "unit", null, tree.UnitCode(unit)) { Unit = unit },
            new ActChange(code, "valid-from", null, ActChange.Day(input.ValidFrom)) { Unit = unit });
        await work.FinishAsync(ct);
    }
}
