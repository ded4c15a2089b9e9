using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Units;

/// <summary>A commune ends, and another one takes over its area, where one does.</summary>
public static class EndCommune
{
    /// <param name="LastOn">Its last day.</param>
    /// <param name="Successor">Code of the commune that takes over; null = none.</param>
    public sealed record Input(string Code, DateOnly LastOn, string? Successor = null, string? Reason = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Commune now, UnitTree tree) =>
        UnitRules.Ordered(now.ValidFrom, input.LastOn)
        ?? (now.ValidTo <= input.LastOn ? new Refusal("commune.ended-already", now.Code, now.ValidTo.Value)
        : input.Successor is { } next && LeadsTo(tree, tree.CommuneOf(next), now.Code) ? new Refusal("commune.circle", now.Code, next.Trim())
        : null);

    /// <exception cref="RefusedException">`code.unknown`, `period.ends-before`, `commune.ended-already`, `commune.circle`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("commune-ended", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var now = tree.CommuneOf(input.Code);
        work.Require(Permissions.Administer, now.Unit);
        RefusedException.ThrowIf(WhyNot(input, now, tree));

        work.Begin("commune-ended", input.Reason, input.IdempotencyKey);
        var successor = input.Successor?.Trim() ?? now.Successor;
        await connection.RunAsync(
            "INSERT INTO commune_end (commune_id, last_on, successor, act) VALUES (@commune, @last, @successor, @act)", ct,
            ("commune", now.Id), ("last", input.LastOn), ("successor", successor), ("act", await work.NumberAsync(ct)));
        ActChange[] lines =
        [
            new(now.Code, "last-day", ActChange.Day(now.ValidTo), ActChange.Day(input.LastOn)) { Unit = now.Unit },
            new(now.Code, "successor", now.Successor, successor) { Unit = now.Unit },
        ];
        await work.ChangedAsync(ct, [.. lines.Where(line => line.Before != line.After)]);
        await work.FinishAsync(ct);
    }

    /// <summary>Whether the successors of a commune, one after the other, come to that code.</summary>
    private static bool LeadsTo(UnitTree tree, Commune commune, string code)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (Commune? here = commune; here is not null && seen.Add(here.Code); here = here.Successor is { } next ? tree.Communes.GetValueOrDefault(next) : null)
        {
            if (here.Code == code)
            {
                return true;
            }
        }

        return false;
    }
}
