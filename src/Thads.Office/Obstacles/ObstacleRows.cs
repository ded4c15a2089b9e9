using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Obstacles;

/// <summary>The rows of the books, whole: who may see which is said by <see cref="ReadObstacles"/> and by each act.</summary>
internal static class ObstacleRows
{
    /// <summary>The row that holds of each obstacle, by number.</summary>
    public static async Task<IReadOnlyList<Obstacle>> AllAsync(UnitTree tree, Work work, CancellationToken ct, long? lastAct = null) =>
        [.. (await ListAsync("1 = 1", tree, work, ct, lastAct)).GroupBy(row => row.Number).Select(rows => rows.Last()).OrderBy(row => row.Number)];

    /// <summary>All rows of one obstacle in the order in which they were recorded.</summary>
    public static Task<IReadOnlyList<Obstacle>> HistoryAsync(int number, UnitTree tree, Work work, CancellationToken ct) => ListAsync($"o.number = {number.ToString(CultureInfo.InvariantCulture)}", tree, work, ct);

    /// <summary>The row that holds, to be changed by somebody who directs its unit.</summary>
    /// <exception cref="NotFoundException">`obstacle.unknown`: none of this number, or not this person's.</exception>
    /// <exception cref="RefusedException">`obstacle.is-withdrawn`.</exception>
    public static async Task<Obstacle> TakeAsync(int number, UnitTree tree, Work work, CancellationToken ct)
    {
        var row = await HistoryAsync(number, tree, work, ct) is [.., var last] && work.Person.Sees(last.Unit) ? last : throw new NotFoundException(new Refusal("obstacle.unknown", number));
        work.Require(Permissions.Direct, row.Unit);
        RefusedException.ThrowIf(row.IsWithdrawn ? new Refusal("obstacle.is-withdrawn", number) : null);
        return row;
    }

    /// <summary>The number of the obstacle that an act wrote.</summary>
    public static async Task<int> NumberOfAsync(long act, Work work, CancellationToken ct) =>
        await (await work.ConnectAsync(ct)).ValueAsync<int>("SELECT number FROM obstacle WHERE act = @act", ct, ("act", act));

    /// <summary>What was typed, as a row that is not in the books yet.</summary>
    public static Obstacle Drawn(RecordObstacle.Input input, int unit, UnitTree tree) => new(
        0, unit, input.Unit, "", input.Cause, HinderedWorkFacts.Of(HinderedWorkFacts.Bits(input.Hinders)), input.First, input.Last, [.. input.Communes.Distinct().Select(code => tree.Communes[code])],
        input.Document.Trim(), input.DocumentOn, input.Issuer.Trim(), Text(input.Said), null, false, 0, "", default, null);

    /// <summary>Writes the row, under the number of what it changes or a new one, and ends the act that was begun.</summary>
    /// <returns>The number.</returns>
    public static async Task<int> AddAsync(Obstacle? before, Obstacle now, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var act = await work.NumberAsync(ct);
        var number = before?.Number ?? 1 + await connection.ValueAsync<int>("SELECT coalesce(max(number), 0) FROM obstacle", ct);
        var id = 1 + await connection.ValueAsync<long>("SELECT coalesce(max(id), 0) FROM obstacle", ct);
        await connection.RunAsync(
            """
            INSERT INTO obstacle (id, number, unit_id, cause, hinders, first_on, last_on, document, document_on, issuer, said, end_document, withdrawn, act)
            VALUES (@id, @number, @unit, @cause, @hinders, @first, @last, @document, @on, @issuer, @said, @end, @withdrawn, @act)
            """, ct,
            ("id", id), ("number", number), ("unit", now.Unit), ("cause", now.Cause), ("hinders", HinderedWorkFacts.Bits(now.Hinders)), ("first", now.First), ("last", now.Last), ("document", now.Document),
            ("on", now.DocumentOn), ("issuer", now.Issuer), ("said", now.Said), ("end", now.EndDocument), ("withdrawn", now.IsWithdrawn ? 1 : 0), ("act", act));
        foreach (var commune in now.Communes)
        {
            await connection.RunAsync("INSERT INTO obstacle_commune (obstacle_id, commune_id) VALUES (@id, @commune)", ct, ("id", id), ("commune", commune.Id));
        }

        await work.ChangedAsync(ct, new ActChange(string.Create(CultureInfo.InvariantCulture, $"{now.UnitCode} {number}"), "obstacle", before?.Official, now.Official) { Unit = now.Unit });
        await work.FinishAsync(ct);
        return number;
    }

    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static async Task<IReadOnlyList<Obstacle>> ListAsync(string where, UnitTree tree, Work work, CancellationToken ct, long? lastAct = null)
    {
        var connection = await work.ConnectAsync(ct);
        (string, object?) act = ("act", lastAct ?? long.MaxValue);
        var names = tree.Communes.Values.ToDictionary(commune => commune.Id);
        var communes = (await connection.ListAsync(
            $"SELECT c.obstacle_id, c.commune_id FROM obstacle_commune c JOIN obstacle o ON o.id = c.obstacle_id WHERE {where} AND o.act <= @act ORDER BY c.commune_id", r => (Id: r.GetInt64(0), Commune: r.GetInt32(1)), ct, act))
            .ToLookup(row => row.Id, row => names[row.Commune]);
        return await connection.ListAsync(
            $"""
            SELECT o.id, o.number, o.unit_id, o.cause, o.hinders, o.first_on, o.last_on, o.document, o.document_on, o.issuer, o.said, o.end_document, o.withdrawn, o.act, a.person, a.at, a.reason
            FROM obstacle o JOIN act a ON a.seq = o.act WHERE {where} AND o.act <= @act ORDER BY o.id
            """,
            r => new Obstacle(
                r.GetInt32(1), r.GetInt32(2), tree.UnitCode(r.GetInt32(2)), tree.UnitName(r.GetInt32(2), r.Day(5)), (ObstacleCause)r.GetInt32(3), HinderedWorkFacts.Of(r.GetInt32(4)), r.Day(5), r.DayOrNone(6),
                [.. communes[r.GetInt64(0)]], r.GetString(7), r.Day(8), r.GetString(9), r.TextOrNone(10), r.TextOrNone(11), r.GetInt32(12) == 1, r.GetInt64(13), r.GetString(14), r.Moment(15), r.TextOrNone(16)), ct, act);
    }
}
