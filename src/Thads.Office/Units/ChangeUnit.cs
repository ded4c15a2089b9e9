using Thads.Office.Acts;

namespace Thads.Office.Units;

/// <summary>From a day on a unit has another name, kind or place in the tree: the period of that day ends the day before, and a new one begins.</summary>
public static class ChangeUnit
{
    /// <param name="From">First day of what is new.</param>
    /// <param name="Parent">Code of the unit above; null = none.</param>
    public sealed record Input(string Code, DateOnly From, string Name, UnitKind Kind, string? Parent, string? Reason = null, string? IdempotencyKey = null);

    /// <param name="tree">As it is; what would be new is not in it.</param>
    public static Refusal? WhyNot(Input input, UnitTree tree, int unit, int? parent) => tree.PeriodOn(unit, input.From) switch
    {
        _ when UnitWriting.WhyNotName(input.Name) is { } why => why,
        { } now when now.Name == input.Name.Trim() && now.Kind == input.Kind && now.Parent == parent => new("unit.unchanged", input.Code.Trim(), input.From),
        { } now when now.ValidFrom == input.From => new("period.begins-then", input.From),
        _ when parent is { } above && !tree.IsValidOn(above, input.From) => new("unit.not-valid", input.Parent!.Trim(), input.From),
        _ => null,
    };

    /// <exception cref="RefusedException">
    /// `code.unknown`, `name.missing`, `unit.unchanged`, `period.begins-then`, `unit.not-valid`, `unit.own-ancestor`.
    /// </exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("unit-changed", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.LoadAsync(connection, ct);
        var unit = tree.Known(input.Code);
        int? parent = input.Parent is null ? null : tree.Known(input.Parent);
        work.RequireAbove(tree.Above(unit, input.From));
        work.RequireAbove(parent);
        RefusedException.ThrowIf(WhyNot(input, tree, unit, parent));

        var (code, now) = (input.Code.Trim(), tree.PeriodOn(unit, input.From));
        var ended = now is null ? 0 : tree.PeriodsOf(unit).PlaceOf(now);
        var next = tree.PeriodsOf(unit).Where(p => p.ValidFrom > input.From).Min(p => p.ValidFrom);
        var changed = new UnitPeriod(unit, input.Name.Trim(), input.Kind, parent, input.From, now is null ? next?.AddDays(-1) : now.ValidTo);
        var number = tree.PeriodsOf(unit).Count + 1;
        if (now is not null)
        {
            tree.Remove(now);
            tree.Add(now with { ValidTo = input.From.AddDays(-1) });
        }

        RefusedException.ThrowIf(UnitRules.Placed(tree, tree.Add(changed), input.Parent?.Trim() ?? ""));

        work.Begin("unit-changed", input.Reason, input.IdempotencyKey);
        if (now is not null)
        {
            await work.EndUnitPeriodAsync(unit, ended, input.From.AddDays(-1), ct);
        }

        await work.AddAsync(changed, number, ct);
        await work.ChangedAsync(ct, [.. Lines().Where(line => line.Before != line.After)]);
        await work.FinishAsync(ct);

        IEnumerable<ActChange> Lines() =>
        [
            new(code, "from-day", null, ActChange.Day(input.From)) { Unit = unit },
            new(code, "name", now?.Name, changed.Name) { Unit = unit },
            new(code, "kind", now is null ? null : Codes.CodeOf(now.Kind), Codes.CodeOf(changed.Kind)) { Unit = unit },
            new(code, "parent", now?.Parent is { } before ? tree.UnitCode(before) : null, parent is { } after ? tree.UnitCode(after) : null) { Unit = unit },
        ];
    }
}
