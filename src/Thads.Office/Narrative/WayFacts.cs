using System.Data.Common;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Documents;
using Thads.Office.Figures;
using Thads.Office.Matters;

namespace Thads.Office.Narrative;

/// <summary>How what was settled came about: of free will, after persuasion, by coercion; in which communes; and what was done for it. From the books alone.</summary>
internal static class WayFacts
{
    private sealed record Settled(int? Commune, Manner? Manner, DocketState State, bool IsMoney, long Quantity);

    public static async Task AddAsync(FactBook book, NarrativeQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var settled = await ReadAsync(scope, connection, ct);
        Manners(book, query, settled);
        Communes(book, settled, scope, (await connection.ListAsync("SELECT id, name FROM commune", r => (Id: r.GetInt32(0), Name: r.GetString(1)), ct)).ToDictionary(c => c.Id, c => c.Name));
        await EventsAsync(book, scope, connection, ct);
    }

    /// <summary>Net of what was taken back or reopened: adds up to the cell "settled".</summary>
    private static async Task<List<Settled>> ReadAsync(FormScope scope, DbConnection connection, CancellationToken ct)
    {
        var closed = $"{(int)DocketState.Completed}, {(int)DocketState.Terminated}, {(int)DocketState.Reduced}";
        return await connection.ListAsync(
            $"""
            SELECT c.commune_id, s.manner, CASE WHEN m.to_state IN ({closed}) THEN m.to_state ELSE m.from_state END, CASE WHEN m.line = 0 THEN 0 ELSE 1 END,
                   CAST(sum(CASE WHEN m.to_state IN ({closed}) THEN m.quantity ELSE -m.quantity END) AS bigint)
            FROM move m JOIN matter c ON c.id = m.matter_id LEFT JOIN step s ON s.matter_id = m.matter_id AND s.number = m.step
            WHERE {Moves(scope, closed)}
            GROUP BY 1, 2, 3, 4
            """,
            r => new Settled(r.NumberOrNone(0), (Manner?)r.NumberOrNone(1), (DocketState)r.GetInt32(2), r.GetInt32(3) == 1, r.GetInt64(4)), ct, Values(scope));
    }

    /// <summary>Moves `m` of the period from live into one of these states, or back.</summary>
    internal static string Moves(FormScope scope, string closed) =>
        $"""
        m.happened_on BETWEEN @first AND @last AND m.act <= @act{(scope.CutOff.KnownOn is null ? "" : " AND m.known_on <= @known")} AND m.to_unit IN ({Sql.List(scope.Units)})
            AND ((m.from_state BETWEEN 1 AND 6 AND m.to_state IN ({closed})) OR (m.from_state IN ({closed}) AND m.to_state BETWEEN 1 AND 6))
        """;

    /// <summary>Events `e` of the period in matters that had come to the units asked for by then.</summary>
    internal static string Events(FormScope scope)
    {
        var known = scope.CutOff.KnownOn is null ? ("", "") : (" AND e.known_on <= @known", " AND v.voided_on <= @known");
        return $"""
            e.happened_on BETWEEN @first AND @last AND e.act <= @act{known.Item1}
                AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = e.matter_id AND v.event = e.number AND v.act <= @act{known.Item2})
                AND EXISTS (SELECT 1 FROM move m WHERE m.matter_id = e.matter_id AND m.line = 0 AND m.to_unit IN ({Sql.List(scope.Units)}) AND m.happened_on <= e.happened_on)
            """;
    }

    internal static (string, object?)[] Values(FormScope scope, StatisticalYear? year = null) =>
        [("first", (year ?? scope.Year).Start), ("last", (year ?? scope.Year).EndOfMonth(scope.Months)), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue)];

    private static void Manners(FactBook book, NarrativeQuery query, List<Settled> settled)
    {
        var completed = settled.Where(s => s.State == DocketState.Completed).ToList();
        var whole = Sum(completed, isMoney: false);
        var rows = new List<GridRow>();
        foreach (var manner in Enum.GetValues<Manner>().Select(m => (Manner?)m).Append(null))
        {
            var code = manner is { } known ? Codes.CodeOf(known) : "unsaid";
            var title = manner is { } m ? Words.Say(Language.Vietnamese, $"narrative.manner.{Codes.CodeOf(m)}") : Words.Say(Language.Vietnamese, "narrative.manner.unsaid");
            var of = completed.Where(s => s.Manner == manner).ToList();
            var (matters, money) = (Sum(of, isMoney: false), Sum(of, isMoney: true));
            var source = new FactSource(SourceKind.Own, query.Year, Own: new OwnPick("manner", manner is null ? "-" : code));
            book.Matters($"manner.{code}", $"Thi hành xong: {title.ToLower(Words.Format)}", matters, source);
            book.Percent($"manner.{code}.share", $"Tỷ lệ trong số thi hành xong: {title.ToLower(Words.Format)}", FactBook.Share(matters, whole), new FactSource(SourceKind.Derived, query.Year));
            if (matters != 0 || money != 0)
            {
                var which = manner is null ? "-" : code;
                rows.Add(new GridRow([new TextRun(title), FactSource.Run(book.Written(matters, isMoney: false), "own", "manner", which), new TextRun(FactBook.Written(FactBook.Share(matters, whole))), FactSource.Run(book.Written(money, isMoney: true), "own", "manner", which)]));
            }
        }

        var amiable = Sum(completed.Where(s => s.Manner is Manner.FreeWill or Manner.Persuasion), isMoney: false);
        book.Matters("manner.amiable", "Thi hành xong không phải cưỡng chế: tự nguyện hoặc sau vận động", amiable, new FactSource(SourceKind.Derived, query.Year));
        book.Percent("manner.amiable.share", "Tỷ lệ không phải cưỡng chế trong số thi hành xong", FactBook.Share(amiable, whole), new FactSource(SourceKind.Derived, query.Year));
        if (rows.Count > 0)
        {
            rows.Add(new GridRow([new TextRun("Tổng số thi hành xong"), FactSource.Run(book.Written(whole, isMoney: false), "01", "I", "completed"), new TextRun(FactBook.Written(FactBook.Share(whole, whole))), FactSource.Run(book.Written(Sum(completed, isMoney: true), isMoney: true), "02", "I", "completed")], IsTotal: true));
        }

        book.Grids["manners"] = new Grid(
            "Thi hành xong theo cách thức", [new("manner", "Cách thức", IsNumber: false, Width: 24), new("matters", "Việc"), new("share", "Tỷ lệ %"), new("money", "Số tiền (tỷ đồng)", Width: 12)], rows);
        if (whole > 0)
        {
            var bars = Enum.GetValues<Manner>().Select(m => (Title: Words.Say(Language.Vietnamese, $"narrative.manner.{Codes.CodeOf(m)}"), Matters: Sum(completed.Where(s => s.Manner == m), isMoney: false))).ToList();
            book.Charts["manners"] = new Chart("Số việc thi hành xong theo cách thức (việc)", ChartKind.Bars, [.. bars.Select(b => b.Title)], [new ChartSeries("Việc", [.. bars.Select(b => (decimal?)b.Matters)])], "việc", 0);
        }
    }

    private static void Communes(FactBook book, List<Settled> settled, FormScope scope, Dictionary<int, string> names)
    {
        var completed = settled.Where(s => s.State == DocketState.Completed && s.Commune is not null).GroupBy(s => s.Commune!.Value)
            .Select(g => (Id: g.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), Name: names[g.Key], Matters: Sum(g, false), Money: Sum(g, true), Amiable: Sum(g.Where(s => s.Manner is Manner.FreeWill or Manner.Persuasion), false)))
            .Where(c => c.Matters != 0 || c.Money != 0).OrderByDescending(c => c.Matters).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        book.Count("communes", "Số xã, thị trấn có việc thi hành xong", completed.Count == 0 ? null : completed.Count, new FactSource(SourceKind.Derived, scope.Year.Year));
        book.Grids["communes"] = new Grid(
            "Thi hành xong theo nơi cư trú của người phải thi hành án",
            [
                new("commune", "Xã, phường, thị trấn", IsNumber: false, Width: 20), new("matters", "Việc xong"), new("amiable", "Trong đó tự nguyện, vận động", Width: 13), new("share", "Tỷ lệ %"), new("money", "Số tiền (tỷ đồng)", Width: 12),
            ],
            [.. completed.Select(c => new GridRow(
                [
                    new TextRun(c.Name), FactSource.Run(book.Written(c.Matters, false), "own", "commune", c.Id), FactSource.Run(book.Written(c.Amiable, false), "own", "commune", c.Id + "-"), new TextRun(FactBook.Written(FactBook.Share(c.Amiable, c.Matters))),
                    FactSource.Run(book.Written(c.Money, true), "own", "commune", c.Id),
                ]))]);
    }

    /// <summary>What was done, in the year and in the one before.</summary>
    private static async Task EventsAsync(FactBook book, FormScope scope, DbConnection connection, CancellationToken ct)
    {
        foreach (var year in new[] { scope.Year, new StatisticalYear(scope.Year.Year - 1) })
        {
            var counts = await connection.ListAsync(
                $"SELECT e.kind, e.result, count(*) FROM matter_event e WHERE {Events(scope)} GROUP BY e.kind, e.result",
                r => (Kind: (EventKind)r.GetInt32(0), Result: (EventResult?)r.NumberOrNone(1), Count: r.GetInt64(2)), ct, Values(scope, year));
            var prefix = year == scope.Year ? "event" : "event.before";
            foreach (var (kind, title) in new[]
            {
                (EventKind.Verified, "Lượt xác minh điều kiện thi hành án"), (EventKind.Persuaded, "Lượt vận động, thuyết phục"), (EventKind.CoercionDecided, "Quyết định cưỡng chế"),
                (EventKind.CoercionHeld, "Cuộc cưỡng chế đã tổ chức"), (EventKind.CoercionPutOff, "Cuộc cưỡng chế phải hoãn"),
            })
            {
                book.Count($"{prefix}.{Codes.CodeOf(kind)}", $"{title}, năm {year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}", counts.Where(c => c.Kind == kind).Sum(c => c.Count), new FactSource(SourceKind.Own, year.Year, Own: new OwnPick("event", Codes.CodeOf(kind))));
            }

            book.Count($"{prefix}.agreed", $"Lượt vận động thành công, năm {year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}", counts.Where(c => c is { Kind: EventKind.Persuaded, Result: EventResult.Agreed }).Sum(c => c.Count), new FactSource(SourceKind.Own, year.Year, Own: new OwnPick("event", "agreed")));
        }
    }

    private static long Sum(IEnumerable<Settled> settled, bool isMoney) => settled.Where(s => s.IsMoney == isMoney).Sum(s => s.Quantity);
}
