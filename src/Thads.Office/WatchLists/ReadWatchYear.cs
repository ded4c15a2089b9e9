using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Overview;

namespace Thads.Office.WatchLists;

/// <summary>
/// Draws the figures of a list through a statistical year from the moves of the book. A matter is on the list on a day when it is live in these units and the rule means it; what it
/// brings to a month is what changed that.
/// </summary>
public static class ReadWatchYear
{
    private static readonly KeptAnswers<WatchYear> Kept = new(24);

    public static async Task<WatchYear> RunAsync(WatchScope scope, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        // What is under direction is no part of the book: its acts count too.
        var act = scope.List.Kind == WatchRule.Directed ? scope.Units.CutOff.Act : scope.Units.BookAct;
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{scope.Units.BoardKey}/{act}/{scope.List.Code}/{scope.Band}/{scope.Large}");
        return await Kept.OfAsync(work.Database, key, () => DrawAsync(scope, work, ct));
    }

    private static async Task<WatchYear> DrawAsync(WatchScope scope, Work work, CancellationToken ct)
    {
        var entries = await ReadWatchEntries.OfAsync(scope, work, ct);
        var (year, rows) = (scope.Question.Year, new List<WatchRow>());
        if (entries.Count > 0)
        {
            var moves = await MovesAsync(scope, entries, work, ct);
            foreach (var one in moves.GroupBy(move => (move.Matter, move.IsMoney)))
            {
                Add(rows, entries[one.Key.Matter], one.Key.IsMoney, [.. one.OrderBy(move => move.On)], year.Start, scope.Units.On);
            }
        }

        var seen = rows.Select(row => row.Matter).ToHashSet();
        return new WatchYear(year.Year, scope.Question.Months, rows, entries.Where(entry => seen.Contains(entry.Key)).ToDictionary());
    }

    private readonly record struct LiveMove(Guid Matter, bool IsMoney, DateOnly On, long Change, WatchColumn Column);

    /// <summary>Moves that change what is live in these units, of the matters the rule means.</summary>
    private static async Task<List<LiveMove>> MovesAsync(WatchScope scope, IReadOnlyDictionary<Guid, WatchEntry> entries, Work work, CancellationToken ct)
    {
        var moves = new List<LiveMove>();
        var which = scope.List.Kind switch
        {
            WatchRule.Bank => $" AND (m.class & {DocketClass.CreditInstitutionBit}) <> 0",
            WatchRule.Corruption => $" AND (m.class & {DocketClass.CorruptionBit}) <> 0",
            WatchRule.Age or WatchRule.LargeComplex or WatchRule.Directed => "",
        };
        await (await work.ConnectAsync(ct)).EachAsync(
            $"""
            SELECT m.matter_id, {DocketBook.Columns} FROM move m
            WHERE m.happened_on <= @day AND m.act <= @act AND {scope.Units.InUnits}{(scope.Units.IsThen ? " AND m.known_on <= @known" : "")}{which}
            """,
            r =>
            {
                var id = r.Id(0);
                if (!entries.ContainsKey(id))
                {
                    return;
                }

                var posted = DocketBook.Read(r, 1);
                var move = posted.Move;
                var (from, to) = (move.From.IsLive && scope.Units.Units.Contains(move.FromUnit), move.To.IsLive && scope.Units.Units.Contains(move.ToUnit));
                if (from != to && posted.Quantity != 0)
                {
                    moves.Add(new LiveMove(id, move.Line > 0, move.On, to ? posted.Quantity : -posted.Quantity, ColumnOf(move, to)));
                }
            }, ct, ("day", scope.Units.On), ("act", scope.Units.CutOff.Act), ("known", scope.Units.CutOff.KnownOn ?? DateOnly.MaxValue));
        return moves;
    }

    private static WatchColumn ColumnOf(in DerivedMove move, bool isComing) => (isComing ? move.From : move.To) switch
    {
        DocketState.Completed or DocketState.Terminated or DocketState.Reduced => WatchColumn.Settled,
        _ => isComing ? WatchColumn.In : WatchColumn.Gone,
    };

    /// <summary>What one matter, or its money, brings to each month.</summary>
    private static void Add(List<WatchRow> rows, WatchEntry entry, bool isMoney, IReadOnlyList<LiveMove> moves, DateOnly start, DateOnly last)
    {
        long Held(DateOnly day) => moves.Where(move => move.On <= day).Sum(move => move.Change);
        void Put(int month, WatchColumn column, long quantity)
        {
            if (quantity != 0)
            {
                rows.Add(new WatchRow(entry.Id, month, column, isMoney, quantity));
            }
        }

        var before = start.AddDays(-1);
        if (entry.Covers(before))
        {
            Put(0, WatchColumn.Start, Held(before));
        }

        if (entry.From >= start && entry.From <= last)
        {
            Put(StatisticalYear.MonthOf(entry.From), WatchColumn.In, Held(entry.From));
        }

        foreach (var move in moves.Where(move => move.On >= start && move.On > entry.From && !(move.On > entry.To)))
        {
            Put(StatisticalYear.MonthOf(move.On), move.Column, move.Column == WatchColumn.In ? move.Change : -move.Change);
        }

        if (entry.To is { } end && end.AddDays(1) >= start && end < last && end >= entry.From)
        {
            Put(StatisticalYear.MonthOf(end.AddDays(1)), WatchColumn.Gone, Held(end));
        }
    }
}
