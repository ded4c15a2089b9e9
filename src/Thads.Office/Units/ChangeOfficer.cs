using Thads.Office.Acts;

namespace Thads.Office.Units;

/// <summary>From a day on an officer serves in another unit, under another title or name.</summary>
public static class ChangeOfficer
{
    /// <param name="From">First day of what is new.</param>
    public sealed record Input(string Code, DateOnly From, string Name, string Unit, OfficerTitle Title, string? Reason = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, UnitTree tree, int officer, int unit) => tree.ServiceOf(officer).FirstOrDefault(s => s.IsValidOn(input.From)) switch
    {
        _ when UnitWriting.WhyNotName(input.Name) is { } why => why,
        { } now when now.Name == input.Name.Trim() && now.Unit == unit && now.Title == input.Title => new("officer.unchanged", input.Code.Trim(), input.From),
        { } now when now.ValidFrom == input.From => new("period.begins-then", input.From),
        _ when !tree.IsValidOn(unit, input.From) => new("unit.not-valid", tree.UnitCode(unit), input.From),
        _ => null,
    };

    /// <exception cref="RefusedException">
    /// `code.unknown`, `name.missing`, `officer.unchanged`, `period.begins-then`, `unit.not-valid`, `officer.used-later`.
    /// </exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("officer-changed", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var officer = tree.OfficerKnown(input.Code);
        var unit = tree.Known(input.Unit);
        var (service, lastOn) = (tree.ServiceOf(officer), input.From.AddDays(-1));
        var now = service.FirstOrDefault(s => s.IsValidOn(input.From));
        work.Require(Permissions.Administer, (now ?? service[^1]).Unit);
        work.Require(Permissions.Administer, unit);
        RefusedException.ThrowIf(WhyNot(input, tree, officer, unit));
        RefusedException.ThrowIf(
            now is not null && now.Unit != unit && await UnitWriting.OfficerUsedLastAsync(connection, officer, lastOn, now.ValidTo, ct) is { } used
                ? new Refusal("officer.used-later", input.Code.Trim(), tree.UnitCode(now.Unit), used) : null);

        work.Begin("officer-changed", input.Reason, input.IdempotencyKey);
        if (now is not null)
        {
            await work.EndOfficerPeriodAsync(officer, service.PlaceOf(now), lastOn, ct);
        }

        var next = service.Where(s => s.ValidFrom > input.From).Min(s => s.ValidFrom);
        await work.AddAsync(new OfficerPeriod(officer, input.Name.Trim(), unit, input.Title, input.From, now is null ? next?.AddDays(-1) : now.ValidTo), service.Count + 1, ct);
        var code = tree.OfficerCode(officer);
        List<ActChange> lines =
        [
            new(code, "from-day", null, ActChange.Day(input.From)) { Unit = unit },
            new(code, "name", now?.Name, input.Name.Trim()) { Unit = unit },
            new(code, "unit", now is null ? null : tree.UnitCode(now.Unit), tree.UnitCode(unit)) { Unit = unit },
            new(code, "title", now is null ? null : Codes.CodeOf(now.Title), Codes.CodeOf(input.Title)) { Unit = unit },
        ];
        if (now is not null && now.Unit != unit)
        {
            lines.Add(new ActChange(code, "unit", tree.UnitCode(now.Unit), tree.UnitCode(unit)) { Unit = now.Unit });
        }

        await work.ChangedAsync(ct, [.. lines.Where(line => line.Before != line.After)]);
        await work.FinishAsync(ct);
    }

    /// <exception cref="RefusedException">`code.unknown`.</exception>
    internal static int OfficerKnown(this UnitTree tree, string? code) =>
        tree.OfficerOf(code?.Trim() ?? "") ?? throw new RefusedException(new Refusal("code.unknown", code?.Trim() ?? "", "officers"));
}
