using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Units;

/// <summary>From a day on a unit's scope contains what another one held. Nothing moves in the books; who looks at the successor sees it.</summary>
public static class Succeed
{
    /// <param name="From">Code of the predecessor.</param>
    /// <param name="To">Code of the successor.</param>
    /// <param name="On">First day.</param>
    /// <param name="EndsPredecessor">The predecessor's last day is the day before.</param>
    /// <param name="Reason">The document that says so; required.</param>
    public sealed record Input(string From, string To, DateOnly On, bool EndsPredecessor, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(UnitTree tree, int from, int to, DateOnly on) =>
        UnitRules.NotItself(from, to, tree.UnitCode(to))
        ?? (!tree.IsValidOn(to, on) ? new Refusal("unit.not-valid", tree.UnitCode(to), on)
        : UnitRules.SuccessorOn(tree, from, on) is { } there ? new Refusal("succession.there", tree.UnitCode(from), tree.UnitCode(there), on)
        : tree.ScopeOf(from, on).Contains(to) ? new Refusal("succession.circle", tree.UnitCode(to), tree.UnitCode(from))
        : tree.Successions.Any(s => s.From == from && s.To == to && s.On <= on) ? new Refusal("succession.there", tree.UnitCode(from), tree.UnitCode(to), on)
        : null);

    /// <summary>Whether the predecessor has a period that the succession would end.</summary>
    public static bool Ends(UnitTree tree, Input input, int from) =>
        input.EndsPredecessor && tree.PeriodOn(from, input.On.AddDays(-1)) is { } now && (now.ValidTo is null || now.ValidTo >= input.On);

    /// <exception cref="RefusedException">
    /// `code.unknown`, `reason.missing`, `succession.itself`, `succession.there`, `succession.circle`, `unit.not-valid`; where the predecessor ends, what refuses its end.
    /// </exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("unit-succeeded", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var (from, to, lastOn) = (tree.Known(input.From), tree.Known(input.To), input.On.AddDays(-1));
        work.RequireAbove(tree.Above(from, lastOn));
        work.RequireAbove(tree.Above(to, input.On));
        var ends = Ends(tree, input, from);
        RefusedException.ThrowIf(UnitWriting.WhyNotReason(input.Reason) ?? WhyNot(tree, from, to, input.On) ?? (ends ? EndUnit.WhyNot(tree, from, lastOn) : null));
        RefusedException.ThrowIf(ends ? await EndUnit.WhyNotUsedAsync(connection, tree, from, lastOn, ct) : null);

        work.Begin("unit-succeeded", input.Reason.Trim(), input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO unit_succession (from_id, to_id, from_on, act) VALUES (@from, @to, @on, @act)", ct,
            ("from", from), ("to", to), ("on", input.On), ("act", await work.NumberAsync(ct)));
        var (predecessor, successor) = (tree.UnitCode(from), tree.UnitCode(to));
        List<ActChange> lines =
        [
            new(predecessor, "successor", null, successor) { Unit = from },
            new(predecessor, "from-day", null, ActChange.Day(input.On)) { Unit = from },
            new(successor, "predecessor", null, predecessor) { Unit = to },
        ];
        if (ends)
        {
            lines.Add(await EndUnit.EndAsync(work, tree, from, lastOn, ct));
        }

        await work.ChangedAsync(ct, lines);
        await work.FinishAsync(ct);
    }
}
