using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.WatchLists;

/// <summary>Keeps that somebody has looked at a list: from then on it shows what changed since.</summary>
public static class LookAtList
{
    /// <param name="List">Code.</param>
    /// <param name="Unit">Code.</param>
    /// <param name="Band">Whole years, of a list by age; null = its widest band.</param>
    public sealed record Input(string List, string Unit, int? Band = null, string? IdempotencyKey = null);

    /// <exception cref="NotFoundException">`watch-list.unknown`; `report.unit`: no such unit, or not this person's.</exception>
    /// <exception cref="RefusedException">`watch-list.band`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("list-looked", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var scope = await WatchScope.ResolveAsync(new(input.List, input.Unit, work.Today, input.Band), work, ct);
        work.Begin("list-looked", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        await connection.RunAsync(
            """
            INSERT INTO watch_look (id, unit_id, list, band, looked_on, act)
            SELECT coalesce(max(id), 0) + 1, @unit, @list, @band, @on, @act FROM watch_look
            """, ct,
            ("unit", scope.Units.Unit), ("list", scope.List.Code), ("band", scope.Band ?? 0), ("on", work.Today), ("act", act));
        await work.FinishAsync(ct);
    }
}

/// <summary>When a person last looked at a list, and what the books held then.</summary>
/// <param name="Act">Last act the person had seen.</param>
public sealed record LastLook(DateOnly On, DateTime At, long Act)
{
    /// <summary>The person's own last look; null = never.</summary>
    internal static async Task<LastLook?> OfAsync(WatchScope scope, Work work, CancellationToken ct) =>
        (await (await work.ConnectAsync(ct)).ListAsync(
            """
            SELECT l.looked_on, a.at, l.act FROM watch_look l JOIN act a ON a.seq = l.act
            WHERE a.person = @person AND l.unit_id = @unit AND l.list = @list AND l.band = @band ORDER BY l.id DESC LIMIT 1
            """,
            r => new LastLook(r.Day(0), r.Moment(1), r.GetInt64(2)), ct,
            ("person", work.Person.Name), ("unit", scope.Units.Unit), ("list", scope.List.Code), ("band", scope.Band ?? 0))).SingleOrDefault();
}
