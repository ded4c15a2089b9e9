using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Units;

/// <summary>A commune gets another name or lies in the area of another unit. It has no periods: what is said last is what holds (a new commune has a new code).</summary>
public static class ChangeCommune
{
    public sealed record Input(string Code, string Name, string Unit, string? Reason = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Commune now, int unit) =>
        UnitWriting.WhyNotName(input.Name) ?? (now.Name == input.Name.Trim() && now.Unit == unit ? new Refusal("commune.unchanged", now.Code) : null);

    /// <exception cref="RefusedException">`code.unknown`, `name.missing`, `commune.unchanged`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("commune-changed", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var now = tree.CommuneOf(input.Code);
        var unit = tree.Known(input.Unit);
        work.Require(Permissions.Administer, now.Unit);
        work.Require(Permissions.Administer, unit);
        RefusedException.ThrowIf(WhyNot(input, now, unit));

        work.Begin("commune-changed", input.Reason, input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO commune_change (commune_id, name, unit_id, act) VALUES (@commune, @name, @unit, @act)", ct,
            ("commune", now.Id), ("name", input.Name.Trim()), ("unit", unit), ("act", await work.NumberAsync(ct)));
        ActChange[] lines =
        [
            new(now.Code, "name", now.Name, input.Name.Trim()) { Unit = unit },
            new(now.Code, "unit", tree.UnitCode(now.Unit), tree.UnitCode(unit)) { Unit = unit },
            new(now.Code, "unit", tree.UnitCode(now.Unit), tree.UnitCode(unit)) { Unit = now.Unit },
        ];
        await work.ChangedAsync(ct, [.. lines.Where(line => line.Before != line.After)]);
        await work.FinishAsync(ct);
    }

    /// <exception cref="RefusedException">`code.unknown`.</exception>
    internal static Commune CommuneOf(this UnitTree tree, string? code) =>
        tree.Communes.GetValueOrDefault(code?.Trim() ?? "") ?? throw new RefusedException(new Refusal("code.unknown", code?.Trim() ?? "", "communes"));
}
