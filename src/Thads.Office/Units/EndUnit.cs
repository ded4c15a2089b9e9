using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Units;

/// <summary>A unit ends. What stands in its name must not fall out of the figures: it has a successor first, or held nothing.</summary>
public static class EndUnit
{
    /// <param name="LastOn">Its last day.</param>
    /// <param name="Reason">The document that says so; required.</param>
    public sealed record Input(string Code, DateOnly LastOn, string Reason, string? IdempotencyKey = null);

    /// <summary>Why the unit cannot end on that day, by the tree alone.</summary>
    public static Refusal? WhyNot(UnitTree tree, int unit, DateOnly lastOn)
    {
        var code = tree.UnitCode(unit);
        if (tree.PeriodOn(unit, lastOn) is not { } now)
        {
            return new Refusal("unit.not-valid", code, lastOn);
        }

        if (tree.PeriodsOf(unit).FirstOrDefault(p => p.ValidFrom > lastOn) is { } later)
        {
            return new Refusal("unit.goes-on", code, later.ValidFrom!);
        }

        var below = tree.Units.Where(u => tree.PeriodsOf(u).Any(p => p.Parent == unit && Validity.Overlap(p.ValidFrom, p.ValidTo, lastOn.AddDays(1), now.ValidTo))).ToList();
        return now.ValidTo == lastOn ? new Refusal("unit.ended-already", code, lastOn)
            : below.Count > 0 ? new Refusal("unit.has-below", code, string.Join(", ", below.Select(tree.UnitCode)))
            : null;
    }

    /// <exception cref="RefusedException">
    /// `code.unknown`, `reason.missing`, `unit.not-valid`, `unit.goes-on`, `unit.ended-already`, `unit.has-below`, `unit.used-later`, `unit.needs-successor`.
    /// </exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("unit-ended", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Known(input.Code);
        work.RequireAbove(tree.Above(unit, input.LastOn));
        RefusedException.ThrowIf(UnitWriting.WhyNotReason(input.Reason) ?? WhyNot(tree, unit, input.LastOn) ?? await WhyNotUsedAsync(connection, tree, unit, input.LastOn, ct));
        RefusedException.ThrowIf(
            !tree.Successions.Any(s => s.From == unit && s.On <= input.LastOn.AddDays(1)) && await HasBookAsync(connection, unit, ct) ? new Refusal("unit.needs-successor", tree.UnitCode(unit)) : null);

        work.Begin("unit-ended", input.Reason.Trim(), input.IdempotencyKey);
        await work.ChangedAsync(ct, await EndAsync(work, tree, unit, input.LastOn, ct));
        await work.FinishAsync(ct);
    }

    /// <summary>No matter is docketed in, or handed over to, a unit after its last day: what is recorded already stays true.</summary>
    internal static async Task<Refusal?> WhyNotUsedAsync(DbConnection connection, UnitTree tree, int unit, DateOnly lastOn, CancellationToken ct) =>
        await UnitWriting.UnitUsedLastAsync(connection, unit, lastOn, tree.PeriodOn(unit, lastOn)?.ValidTo, ct) is { } used ? new Refusal("unit.used-later", tree.UnitCode(unit), used) : null;

    /// <summary>Writes the end into the books; the act of the work is begun.</summary>
    internal static async Task<ActChange> EndAsync(Work work, UnitTree tree, int unit, DateOnly lastOn, CancellationToken ct)
    {
        var now = tree.PeriodOn(unit, lastOn)!;
        await work.EndUnitPeriodAsync(unit, tree.PeriodsOf(unit).PlaceOf(now), lastOn, ct);
        return new ActChange(tree.UnitCode(unit), "last-day", ActChange.Day(now.ValidTo), ActChange.Day(lastOn)) { Unit = unit };
    }

    /// <summary>Whether anything ever stood in the unit's name in the book of cases.</summary>
    private static async Task<bool> HasBookAsync(DbConnection connection, int unit, CancellationToken ct) =>
        await connection.ValueAsync<long>("SELECT count(*) FROM (SELECT 1 FROM move WHERE to_unit = @unit LIMIT 1) m", ct, ("unit", unit)) > 0;
}
