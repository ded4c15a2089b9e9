using Thads.Law.Tables;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.LawTicks;

/// <summary>A tick as somebody made it.</summary>
/// <param name="At">Office time.</param>
public sealed record LawTick(int Number, string Row, string Print, string Where, string Person, DateTime At);

/// <summary>The law this office answers from: the tables in force, with what its people have laid beside the gazette.</summary>
public static class LawInForce
{
    /// <summary>The tables of this process with the ticks of this office. Whoever shows a result asks with this book, so that the mark of what nobody checked is right.</summary>
    public static async Task<LawBook> OfAsync(Work work, CancellationToken ct)
    {
        var ticks = await ListAsync(null, work, ct);
        return LawBook.InForce.With(ticks.Select(tick => new Tick(tick.Row, tick.Print, tick.Person, DateOnly.FromDateTime(tick.At), tick.Where)));
    }

    /// <summary>All ticks, or those of one row, oldest first.</summary>
    internal static async Task<List<LawTick>> ListAsync(string? row, Work work, CancellationToken ct) =>
        await (await work.ConnectAsync(ct)).ListAsync(
            $"SELECT t.number, t.row_id, t.print, t.found_in, a.person, a.at FROM law_tick t JOIN act a ON a.seq = t.act {(row is null ? "" : "WHERE t.row_id = @row")} ORDER BY t.number",
            r => new LawTick(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.Moment(5)), ct, row is null ? [] : [("row", row)]);
}
