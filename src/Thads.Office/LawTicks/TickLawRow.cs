using Thads.Law.Tables;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.LawTicks;

/// <summary>Somebody laid a row of the tables of law beside the gazette and found it right. The whole office relies on it, so it is asked of who administers everywhere.</summary>
public static class TickLawRow
{
    /// <param name="Row">Its <see cref="LawRow.Id"/>.</param>
    /// <param name="Print">Its <see cref="LawRow.Print"/> as the person saw it: what has changed since was not checked.</param>
    /// <param name="Where">The gazette: number, day, page.</param>
    public sealed record Input(string Row, string Print, string Where, string? IdempotencyKey = null);

    private const int MostLetters = 300;

    /// <param name="row">As it stands now.</param>
    /// <param name="last">The last tick of this row; null = there is none.</param>
    public static Refusal? WhyNot(Input input, LawRow row, LawTick? last) =>
        row.Print != input.Print ? new Refusal("law-tick.changed", input.Row)
        : string.IsNullOrWhiteSpace(input.Where) ? new Refusal("law-tick.no-source")
        : input.Where.Trim().Length > MostLetters ? new Refusal("law-tick.long-source", MostLetters)
        : last?.Print == row.Print && last.Where == input.Where.Trim() ? new Refusal("law-tick.same", last.Person)
        : null;

    /// <exception cref="NotFoundException">`law-tick.unknown-row`.</exception>
    /// <exception cref="RefusedException">`law-tick.changed`, `law-tick.no-source`, `law-tick.long-source`, `law-tick.same`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.RequireEverywhere(Permissions.Administer);
        var row = LawBook.InForce.Find(input.Row) ?? throw new NotFoundException(new Refusal("law-tick.unknown-row", input.Row));
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("law-row-ticked", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var last = (await LawInForce.ListAsync(input.Row, work, ct)).LastOrDefault();
        RefusedException.ThrowIf(WhyNot(input, row, last));

        work.Begin("law-row-ticked", null, input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO law_tick (number, row_id, print, found_in, act) SELECT coalesce(max(number), 0) + 1, @row, @print, @where, @act FROM law_tick", ct,
            ("row", row.Id), ("print", row.Print), ("where", input.Where.Trim()), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange(row.Id, "found-in", last?.Where, input.Where.Trim()));
        await work.FinishAsync(ct);
    }
}
