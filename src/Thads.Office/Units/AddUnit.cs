using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Units;

/// <summary>A new unit enters the tree.</summary>
public static class AddUnit
{
    /// <param name="Code">1 to 30 letters, digits, dots, hyphens, underscores; it stays for ever.</param>
    /// <param name="Parent">Code of the unit above; null = none.</param>
    /// <param name="ValidFrom">First day; null = always was.</param>
    public sealed record Input(string Code, string Name, UnitKind Kind, string? Parent, DateOnly? ValidFrom, DateOnly? ValidTo = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, UnitTree tree) =>
        UnitWriting.WhyNotCode(input.Code) ?? UnitWriting.WhyNotName(input.Name) ?? UnitRules.Ordered(input.ValidFrom, input.ValidTo)
        ?? (tree.UnitOf(input.Code.Trim()) is null ? null : new Refusal("unit.code-taken", input.Code.Trim()))
        ?? (input.Parent is { } above && input.ValidFrom is { } first && !tree.IsValidOn(tree.Known(above), first) ? new Refusal("unit.not-valid", above, first) : null);

    /// <exception cref="RefusedException">`code.bad`, `name.missing`, `period.ends-before`, `unit.code-taken`, `code.unknown`, `unit.not-valid`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("unit-added", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        int? parent = input.Parent is null ? null : tree.Known(input.Parent);
        work.RequireAbove(parent);
        RefusedException.ThrowIf(WhyNot(input, tree));

        work.Begin("unit-added", idempotencyKey: input.IdempotencyKey);
        var (code, name) = (input.Code.Trim(), input.Name.Trim());
        var act = await work.NumberAsync(ct);
        var unit = await connection.ValueAsync<int>("INSERT INTO unit (id, code) SELECT coalesce(max(id), 0) + 1, @code FROM unit RETURNING id", ct, ("code", code));
        await work.AddAsync(new UnitPeriod(unit, name, input.Kind, parent, input.ValidFrom, input.ValidTo), 1, ct);
        await work.ChangedAsync(
            ct,
            new ActChange(code, "name", null, name) { Unit = unit },
            new ActChange(code, "kind", null, Codes.CodeOf(input.Kind)) { Unit = unit },
            new ActChange(code, "parent", null, input.Parent?.Trim()) { Unit = unit },
            new ActChange(code, "valid-from", null, ActChange.Day(input.ValidFrom)) { Unit = unit },
            new ActChange(code, "last-day", null, ActChange.Day(input.ValidTo)) { Unit = unit });
        await work.FinishAsync(ct);
    }
}
