using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Overview;

/// <summary>Reads what became known between two days. A form known on the last day, less the same form known on the day before the first, is made of exactly this.</summary>
public static class WhatMoved
{
    /// <param name="first">First day of knowledge that counts.</param>
    /// <param name="scope">Its day and its day of knowledge are the last day that counts.</param>
    /// <exception cref="RefusedException">`overview.since`: the first day is after the last.</exception>
    public static async Task<Movement> RunAsync(DateOnly first, OverviewScope scope, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        RefusedException.ThrowIf(first > scope.On ? new Refusal("overview.since", first, scope.On) : null);
        var connection = await work.ConnectAsync(ct);
        var rows = await connection.ListAsync(
            $"""
            SELECT c.id, c.code, c.decided_on, {DocketBook.Columns}, m.known_on, s.manner
            FROM move m JOIN matter c ON c.id = m.matter_id LEFT JOIN step s ON s.matter_id = m.matter_id AND s.number = m.step
            WHERE m.known_on >= @first AND m.known_on <= @last AND m.happened_on <= @last AND m.act <= @act AND {scope.InUnits}
            """,
            r => (Id: r.Id(0), Code: r.GetString(1), DecidedOn: r.Day(2), Posted: DocketBook.Read(r, 3), KnownOn: r.Day(16), Manner: (Manner?)r.NumberOrNone(17)),
            ct, ("first", first), ("last", scope.On), ("act", scope.CutOff.Act));
        var moved = new List<MovedMatter>();
        foreach (var row in rows)
        {
            var move = row.Posted.Move;
            if (move.Line == 0 && Movement.KindOf(move, scope.Units) is { } kind)
            {
                var isOut = kind == Listing.HandedOut;
                moved.Add(new MovedMatter(
                    kind, row.Id, row.Code, row.DecidedOn, isOut ? move.FromUnit : move.ToUnit, isOut ? move.FromOfficer : move.ToOfficer, move.To, row.Manner, move.On, row.KnownOn, row.Posted.Quantity));
            }
            else if (move.Line > 0 && !move.IsHandover && move.From.IsLive != move.To.IsLive && (move.From == DocketState.Completed || move.To == DocketState.Completed) && row.Posted.Quantity != 0)
            {
                moved.Add(new MovedMatter(
                    Listing.Collected, row.Id, row.Code, row.DecidedOn, move.ToUnit, move.ToOfficer, DocketState.Completed, row.Manner, move.On, row.KnownOn,
                    move.To == DocketState.Completed ? row.Posted.Quantity : -row.Posted.Quantity));
            }
        }

        var net = moved.GroupBy(m => (m.What, m.Id, m.Unit, m.Officer, m.State, m.Manner))
            .Select(g => g.OrderBy(m => m.On).Last() with { Counted = g.Sum(m => m.Counted) })
            .Where(m => m.Counted != 0).ToList();
        return new Movement(first, scope.On, net);
    }
}
