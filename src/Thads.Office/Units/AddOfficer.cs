using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Units;

/// <summary>Somebody begins to serve in a unit.</summary>
public static class AddOfficer
{
    /// <param name="Code">1 to 30 letters, digits, dots, hyphens, underscores; it stays for ever.</param>
    public sealed record Input(string Code, string Name, string Unit, OfficerTitle Title, DateOnly? ValidFrom, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, UnitTree tree, int unit) =>
        UnitWriting.WhyNotCode(input.Code) ?? UnitWriting.WhyNotName(input.Name)
        ?? (tree.OfficerOf(input.Code.Trim()) is not null ? new Refusal("officer.code-taken", input.Code.Trim())
        : input.ValidFrom is { } first && !tree.IsValidOn(unit, first) ? new Refusal("unit.not-valid", tree.UnitCode(unit), first)
        : null);

    /// <exception cref="RefusedException">`code.bad`, `name.missing`, `officer.code-taken`, `code.unknown`, `unit.not-valid`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("officer-added", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Known(input.Unit);
        work.Require(Permissions.Administer, unit);
        RefusedException.ThrowIf(WhyNot(input, tree, unit));

        work.Begin("officer-added", idempotencyKey: input.IdempotencyKey);
        var (code, name) = (input.Code.Trim(), input.Name.Trim());
        await work.NumberAsync(ct);
        var officer = await connection.ValueAsync<int>("INSERT INTO officer (id, code) SELECT coalesce(max(id), 0) + 1, @code FROM officer RETURNING id", ct, ("code", code));
        await work.AddAsync(new OfficerPeriod(officer, name, unit, input.Title, input.ValidFrom, null), 1, ct);
        await work.ChangedAsync(
            ct,
            new ActChange(code, "name", null, name) { Unit = unit },
            new ActChange(code, "unit", null, tree.UnitCode(unit)) { Unit = unit },
            new ActChange(code, "title", null, Codes.CodeOf(input.Title)) { Unit = unit },
            new ActChange(code, "valid-from", null, ActChange.Day(input.ValidFrom)) { Unit = unit });
        await work.FinishAsync(ct);
    }
}
