using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;

namespace Thads.Office.Docket;

/// <summary>The book of cases in the database: posting moves, reading those of a matter, and closing acts into the summary.</summary>
public static class DocketBook
{
    /// <summary>What the book counts as open in its summary: states 1 (InProgress) to 7 (Separate).</summary>
    public static bool IsStock(int state) => state is >= (int)DocketState.InProgress and <= (int)DocketState.Separate;

    /// <summary>A writer of moves for one act.</summary>
    public static BulkTable Writer(DbConnection connection) => BulkTable.Of(
        connection, "move", "matter_id", "number", "step", "line", "quantity", "taken_back", "happened_on", "known_on", "class", "docket_year",
        "from_state", "to_state", "from_unit", "from_officer", "to_unit", "to_officer", "act");

    /// <summary>One posted move of a matter.</summary>
    /// <param name="number">Place among the moves of the matter: 1, 2, 3…</param>
    public static void Add(this BulkTable moves, Guid matter, int number, in PostedMove posted, int docketClass, int docketYear)
    {
        var move = posted.Move;
        moves.Id(matter).Whole(number).Whole(move.Step).Whole(move.Line).Number(posted.Quantity).Small(posted.TakenBack ? 1 : 0).Day(move.On).Day(posted.KnownOn)
            .Small(docketClass).Small(docketYear).Small((int)move.From).Small((int)move.To)
            .Whole(move.FromUnit).Whole(move.FromOfficer).Whole(move.ToUnit).Whole(move.ToOfficer).Number(posted.Act).EndRow();
    }

    /// <summary>All moves of these matters, in the order in which they were posted. At most <see cref="MatterFiles.Block"/> matters at a time.</summary>
    public static async Task<ILookup<Guid, PostedMove>> MovesOfAsync(DbConnection connection, IReadOnlyCollection<Guid> matters, CancellationToken ct)
    {
        var names = matters.Select((id, i) => ($"m{i}", (object?)id)).ToArray();
        var moves = matters.Count == 0 ? [] : await connection.ListAsync(
            $"SELECT m.matter_id, {Columns} FROM move m WHERE m.matter_id IN ({string.Join(',', names.Select(n => '@' + n.Item1))}) ORDER BY m.matter_id, m.number",
            r => (Matter: r.Id(0), Move: Read(r, 1)), ct, names);
        return moves.ToLookup(m => m.Matter, m => m.Move);
    }

    /// <summary>Columns of `move m` in the order <see cref="Read"/> expects.</summary>
    public const string Columns =
        "m.step, m.line, m.quantity, m.taken_back, m.happened_on, m.known_on, m.from_state, m.to_state, m.from_unit, m.from_officer, m.to_unit, m.to_officer, m.act";

    /// <summary>A posted move from a reader that stands on <see cref="Columns"/>, the first of them at <paramref name="at"/>.</summary>
    public static PostedMove Read(DbDataReader r, int at)
    {
        var takenBack = r.GetInt32(at + 3) != 0;
        var quantity = r.GetInt64(at + 2);
        return new PostedMove(
            new DerivedMove(r.GetInt32(at), r.GetInt32(at + 1), r.Day(at + 4), (DocketState)r.GetInt32(at + 6), (DocketState)r.GetInt32(at + 7),
                r.GetInt32(at + 8), r.GetInt32(at + 9), r.GetInt32(at + 10), r.GetInt32(at + 11), takenBack ? -quantity : quantity),
            r.GetInt64(at + 12), r.Day(at + 5), takenBack);
    }

    /// <summary>The last act that the summary contains; 0 when it is empty.</summary>
    public static Task<long> LastSummedActAsync(DbConnection connection, CancellationToken ct) =>
        connection.ValueAsync<long>("SELECT coalesce(max(last_act), 0) FROM docket_batch", ct);

    /// <summary>
    /// Closes the acts after the last batch, up to <paramref name="lastAct"/>, into a batch of the summary. Call it under the
    /// lock that commits (<see cref="Work.NumberAsync"/>): two batches of the same acts would count them twice.
    /// </summary>
    public static async Task SumUpToAsync(DbConnection connection, long lastAct, DateOnly today, CancellationToken ct)
    {
        var first = await LastSummedActAsync(connection, ct) + 1;
        if (first > lastAct)
        {
            return;
        }

        using var sums = await DocketSums.NextBatchAsync(connection, ct);
        var moves = await connection.ListAsync(
            $"SELECT m.class, m.docket_year, {Columns} FROM act_matter a JOIN move m ON m.matter_id = a.matter_id AND m.act = a.act WHERE a.act BETWEEN @first AND @last",
            r => (Class: r.GetInt32(0), Year: r.GetInt32(1), Move: Read(r, 2)), ct, ("first", first), ("last", lastAct));
        foreach (var (docketClass, year, move) in moves)
        {
            sums.Add(move, docketClass, year);
        }

        await sums.FinishAsync(first, lastAct, today, ct);
    }
}
