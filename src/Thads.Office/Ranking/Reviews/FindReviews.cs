using System.Data.Common;
using System.Globalization;
using Thads.Law;
using Thads.Law.Calendar;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Ranking.Reviews;

/// <summary>Finds in the books of some units what is to be reviewed of a year. One query per question; nothing here knows who may see it.</summary>
internal sealed class FindReviews(DbConnection connection, IEnumerable<int> units, StatisticalYear year, DateOnly today, ReviewLimits limits)
{
    private const string Settled = "8, 9"; // Completed, Terminated
    private readonly string _units = Sql.List(units);
    private readonly DateOnly _end = year.End;
    private readonly DateOnly _window = year.End.AddDays(1 - limits.WindowDays);
    private readonly DateOnly _after = year.End.AddMonths(ReviewLimits.AfterMonths);

    private IReadOnlyList<(int Unit, ReviewedMatter Of, DocketState Closed, DateOnly ClosedOn)>? _openAgain;

    private (string, object?)[] Days => [("start", year.Start), ("end", _end), ("window", _window), ("after", _after), ("today", today)];

    public async Task<IReadOnlyList<ReviewItem>> AllAsync(CancellationToken ct)
    {
        List<ReviewItem> held = [.. await DocketedLateAsync(ct), .. await SettledLateAsync(ct), .. await DecidedLateAsync(ct)];
        var known = held.Select(item => item.Subject).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. held, .. await LoopsAsync(ct), .. await ReclassifiedAsync(ct), .. (await ReopenedAsync(ct)).Concat(await TakenBackAsync(ct)).DistinctBy(item => item.Key),
            .. (await BackDatedAsync(ct)).Where(item => !known.Contains(item.Subject)),
        ];
    }

    /// <summary>Decided in the year, in the books only after it.</summary>
    private async Task<IEnumerable<ReviewItem>> DocketedLateAsync(CancellationToken ct) => (await ListAsync(
            """
            SELECT c.id, c.code, m.to_unit, m.to_officer, 0, c.decided_on, c.known_on FROM matter c JOIN move m ON m.matter_id = c.id AND m.step = 0 AND m.line = 0 AND m.taken_back = 0
            WHERE m.happened_on BETWEEN @start AND @end AND c.decided_on BETWEEN @start AND @end AND c.known_on > @end AND c.known_on <= @today
            """, ct))
        .Select(row => One(ReviewKind.HeldPastEnd, row, new Refusal("review.docketed-late", row.Of.On, row.Of.KnownOn)));

    /// <summary>Settled in the year, in the books only after it.</summary>
    private async Task<IEnumerable<ReviewItem>> SettledLateAsync(CancellationToken ct) => (await ListAsync(
            $"""
            SELECT c.id, c.code, m.to_unit, m.to_officer, m.step, m.happened_on, min(m.known_on) FROM move m JOIN matter c ON c.id = m.matter_id
            WHERE m.line = 0 AND m.from_state BETWEEN 1 AND 6 AND m.to_state IN ({Settled}) AND m.happened_on BETWEEN @start AND @end AND m.known_on > @end AND m.known_on <= @today
            GROUP BY c.id, c.code, m.to_unit, m.to_officer, m.step, m.happened_on HAVING sum(m.quantity) > 0
            """, ct))
        .Select(row => One(ReviewKind.HeldPastEnd, row, new Refusal("review.settled-late", row.Of.On, row.Of.KnownOn)));

    /// <summary>Due by the law's time limit within the year, decided in the weeks after it.</summary>
    private async Task<IEnumerable<ReviewItem>> DecidedLateAsync(CancellationToken ct)
    {
        var rows = await connection.ListAsync(
            $"""
            SELECT c.id, c.code, m.to_unit, m.to_officer, 0, c.decided_on, c.known_on, c.basis, c.received_on, c.requested_on
            FROM matter c JOIN move m ON m.matter_id = c.id AND m.step = 0 AND m.line = 0 AND m.taken_back = 0
            WHERE m.happened_on BETWEEN @end AND @after AND c.decided_on > @end AND c.decided_on <= @after AND c.decided_on <= @today AND c.by_delegation = 0 AND m.to_unit IN ({_units})
            """,
            r => (Row: Row(r), Due: DueOf((Basis)r.GetInt32(7), r.DayOrNone(8), r.DayOrNone(9))), ct, Days);
        return rows.Where(row => row.Due <= _end).Select(row => One(ReviewKind.HeldPastEnd, row.Row, new Refusal("review.decided-late", row.Due!.Value, row.Row.Of.On)));
    }

    /// <summary>The last day for the decision; null where the days it runs from are not in the books.</summary>
    private static DateOnly? DueOf(Basis basis, DateOnly? received, DateOnly? requested)
    {
        var from = basis switch
        {
            Basis.ExOfficio => received,
            Basis.OnRequest => requested is { } asked && received is { } had && had > asked ? received : requested,
        };
        return from is { } day && WorkingCalendar.OfVietNam.Covers(day) ? WorkingCalendar.OfVietNam.After(day, ReviewLimits.DecisionDays) : null;
    }

    /// <summary>Matters that were closed and are open again, each with the closing before it. In a later year the books open a matter again from outside (exchange format 1, section 2).</summary>
    private async Task<IReadOnlyList<(int Unit, ReviewedMatter Of, DocketState Closed, DateOnly ClosedOn)>> OpenAgainAsync(CancellationToken ct)
    {
        if (_openAgain is not null)
        {
            return _openAgain;
        }

        var rows = await connection.ListAsync(
            $"""
            SELECT c.id, c.code, b.to_unit, b.to_officer, b.step, b.happened_on, b.known_on, m.to_state, m.happened_on, m.step
            FROM move b JOIN matter c ON c.id = b.matter_id
            JOIN move m ON m.matter_id = b.matter_id AND m.line = 0 AND m.from_state BETWEEN 1 AND 6 AND m.to_state BETWEEN 8 AND 14 AND m.taken_back = 0 AND m.happened_on <= b.happened_on AND m.step <> b.step
            WHERE b.line = 0 AND b.step > 0 AND (b.from_state = 0 OR b.from_state >= 8) AND b.to_state BETWEEN 1 AND 7 AND b.taken_back = 0 AND b.happened_on BETWEEN @start AND @after AND b.known_on <= @today AND m.known_on <= @today
                AND b.to_unit IN ({_units}) AND NOT EXISTS (SELECT 1 FROM step_void v WHERE v.matter_id = b.matter_id AND v.step IN (b.step, m.step) AND v.voided_on <= @today)
            """,
            r => (Row: Row(r), Closed: (DocketState)r.GetInt32(7), ClosedOn: r.Day(8), ClosedBy: r.GetInt32(9)), ct, Days);
        return _openAgain = [.. rows.GroupBy(row => (row.Row.Of.Id, row.Row.Of.Step)).Select(g => g.OrderBy(row => row.ClosedOn).ThenBy(row => row.ClosedBy).Last()).Select(row => (row.Row.Unit, row.Row.Of, row.Closed, row.ClosedOn))];
    }

    /// <summary>Delegated in the last weeks and open again soon, or in again by delegation with the same judgment.</summary>
    private async Task<IEnumerable<ReviewItem>> LoopsAsync(CancellationToken ct)
    {
        var back = (await OpenAgainAsync(ct)).Where(row => row.Closed == DocketState.Delegated && row.ClosedOn >= _window && row.ClosedOn <= _end);
        var gone = await connection.ListAsync(
            $"""
            SELECT c.id, c.code, m.to_unit, m.to_officer, m.step, m.happened_on, m.known_on, c.judgment_number, c.judgment_on, c.court FROM move m JOIN matter c ON c.id = m.matter_id
            WHERE m.line = 0 AND m.from_state BETWEEN 1 AND 6 AND m.to_state = {(int)DocketState.Delegated} AND m.happened_on BETWEEN @window AND @end AND m.taken_back = 0 AND m.known_on <= @today
                AND c.judgment_number IS NOT NULL AND c.judgment_on IS NOT NULL AND c.court IS NOT NULL AND m.to_unit IN ({_units})
                AND NOT EXISTS (SELECT 1 FROM step_void v WHERE v.matter_id = m.matter_id AND v.step = m.step AND v.voided_on <= @today)
            """,
            r => (Row: Row(r), Judgment: (r.GetInt32(2), r.GetString(7), r.Day(8), r.GetString(9))), ct, Days);
        var came = gone.Count == 0 ? [] : await connection.ListAsync(
            $"""
            SELECT c.id, c.code, m.to_unit, m.to_officer, 0, c.decided_on, c.known_on, c.judgment_number, c.judgment_on, c.court
            FROM matter c JOIN move m ON m.matter_id = c.id AND m.step = 0 AND m.line = 0 AND m.taken_back = 0
            WHERE m.happened_on BETWEEN @window AND @after AND c.by_delegation = 1 AND c.known_on <= @today
                AND c.judgment_number IS NOT NULL AND c.judgment_on IS NOT NULL AND c.court IS NOT NULL AND m.to_unit IN ({_units})
            """,
            r => (Row: Row(r), Judgment: (r.GetInt32(2), r.GetString(7), r.Day(8), r.GetString(9))), ct, Days);
        var again = gone.Join(came, one => one.Judgment, one => one.Judgment, (one, other) => (one.Row, In: other.Row.Of)).Where(pair => pair.Row.Of.Id != pair.In.Id);
        return back.Select(row => One(ReviewKind.DelegationLoop, (row.Unit, row.Of), new Refusal("review.delegated-back", row.ClosedOn, row.Of.On)))
            .Concat(again.Select(row => Many(ReviewKind.DelegationLoop, row.Row.Unit, SubjectOf(row.Row.Of) + "+" + row.In.Code, new Refusal("review.delegated-again", row.Row.Of.On, row.In.Code, row.In.On), [row.Row.Of, row.In])));
    }

    /// <summary>Moves out of what is enforceable in the last weeks, beside the unit's own mean over the weeks before, state by state. Empty before these weeks have begun.</summary>
    private async Task<IEnumerable<ReviewItem>> ReclassifiedAsync(CancellationToken ct)
    {
        var last = _end < today ? _end : today;
        if (last < _window)
        {
            return [];
        }

        var moved = await connection.ListAsync(
            $"""
            SELECT c.id, c.code, m.to_unit, m.to_officer, m.step, m.happened_on, min(m.known_on), m.to_state FROM move m JOIN matter c ON c.id = m.matter_id
            WHERE m.line = 0 AND m.from_state BETWEEN 1 AND 6 AND m.from_state <> m.to_state AND m.to_state IN (4, 5, 6, 7) AND m.happened_on BETWEEN @start AND @end AND m.known_on <= @today AND m.to_unit IN ({_units})
            GROUP BY c.id, c.code, m.to_unit, m.to_officer, m.step, m.happened_on, m.to_state HAVING sum(m.quantity) > 0
            """,
            r => (Row: Row(r), State: (DocketState)r.GetInt32(7)), ct, Days);
        var before = (_window.DayNumber - year.Start.DayNumber) / limits.WindowDays;
        return moved.GroupBy(one => (one.Row.Unit, one.State)).Select(g =>
        {
            var now = g.Where(one => one.Row.Of.On >= _window).Select(one => one.Row.Of).OrderBy(one => one.Code, StringComparer.Ordinal).ToList();
            var first = _window.AddDays(-before * limits.WindowDays);
            var earlier = g.Count(one => one.Row.Of.On < _window && one.Row.Of.On >= first);
            return (g.Key, Now: now, Earlier: earlier);
        }).Where(one => one.Now.Count >= limits.SuddenLeast && (long)one.Now.Count * before > (long)limits.SuddenTimes * one.Earlier)
            .Select(one => Many(
                ReviewKind.SuddenReclassification, one.Key.Unit, Codes.CodeOf(one.Key.State),
                new Refusal("review.reclassified", one.Now.Count, one.Key.State, limits.WindowDays, Law.Money.Rate(one.Earlier, before * 100L)?.ToString("0.#", Words.Format) ?? "0"), one.Now));
    }

    /// <summary>Settled, and open again within so many days; or settled in the last weeks and open again in the months after.</summary>
    private async Task<IEnumerable<ReviewItem>> ReopenedAsync(CancellationToken ct) => (await OpenAgainAsync(ct))
        .Where(row => row.Closed is DocketState.Completed or DocketState.Terminated && row.ClosedOn >= year.Start && row.ClosedOn <= _end
            && (row.ClosedOn >= _window || row.Of.On.DayNumber - row.ClosedOn.DayNumber <= limits.ReopenedDays))
        .Select(row => One(ReviewKind.ReopenedSoon, (row.Unit, row.Of), new Refusal("review.reopened", row.ClosedOn, row.Of.On)));

    /// <summary>A settlement of the last weeks that stood at the end of the year and was taken back in the months after.</summary>
    private async Task<IEnumerable<ReviewItem>> TakenBackAsync(CancellationToken ct) => (await ListAsync(
            $"""
            SELECT c.id, c.code, m.to_unit, m.to_officer, m.step, m.happened_on, max(m.known_on) FROM move m JOIN matter c ON c.id = m.matter_id
            WHERE m.line = 0 AND m.from_state BETWEEN 1 AND 6 AND m.to_state IN ({Settled}) AND m.happened_on BETWEEN @window AND @end AND m.known_on <= @after AND m.known_on <= @today
            GROUP BY c.id, c.code, m.to_unit, m.to_officer, m.step, m.happened_on HAVING sum(m.quantity) = 0 AND sum(CASE WHEN m.known_on <= @end THEN m.quantity ELSE 0 END) > 0
            """, ct))
        .Select(row => One(ReviewKind.ReopenedSoon, row, new Refusal("review.taken-back", row.Of.On, row.Of.KnownOn)));

    /// <summary>Steps and docketings of the year that were entered long after they happened.</summary>
    private async Task<IEnumerable<ReviewItem>> BackDatedAsync(CancellationToken ct)
    {
        string Late(string row, string day) => connection.IsPostgres() ? $"{row}.known_on - {row}.{day} > {limits.BackDatedDays}" : $"julianday({row}.known_on) - julianday({row}.{day}) > {limits.BackDatedDays}";
        return (await ListAsync(
            $"""
            SELECT c.id, c.code, m.to_unit, m.to_officer, s.number, s.happened_on, s.known_on FROM step s JOIN matter c ON c.id = s.matter_id
            JOIN move m ON m.matter_id = s.matter_id AND m.step = s.number AND m.act = s.act AND m.taken_back = 0
            WHERE m.happened_on BETWEEN @start AND @end AND s.happened_on BETWEEN @start AND @end AND s.known_on <= @today AND {Late("s", "happened_on")}
                AND NOT EXISTS (SELECT 1 FROM step_void v WHERE v.matter_id = s.matter_id AND v.step = s.number AND v.voided_on <= @today)
            GROUP BY c.id, c.code, m.to_unit, m.to_officer, s.number, s.happened_on, s.known_on
            """, ct)).Concat(await ListAsync(
            $"""
            SELECT c.id, c.code, m.to_unit, m.to_officer, 0, c.decided_on, c.known_on FROM matter c JOIN move m ON m.matter_id = c.id AND m.step = 0 AND m.line = 0 AND m.taken_back = 0
            WHERE m.happened_on BETWEEN @start AND @end AND c.decided_on BETWEEN @start AND @end AND c.known_on <= @today AND {Late("c", "decided_on")}
            """, ct)).Select(row => One(ReviewKind.BackDated, row, new Refusal(row.Of.Step == 0 ? "review.docketing-entered-late" : "review.step-entered-late", row.Of.On, row.Of.KnownOn, row.Of.KnownOn.DayNumber - row.Of.On.DayNumber)))
            .DistinctBy(item => item.Key);
    }

    /// <summary>Rows of id, code, unit, officer, step, day and day of knowledge, of the units; the query has its WHERE already.</summary>
    private async Task<IReadOnlyList<(int Unit, ReviewedMatter Of)>> ListAsync(string sql, CancellationToken ct)
    {
        var at = sql.IndexOf("WHERE ", StringComparison.Ordinal);
        return await connection.ListAsync(sql.Insert(at + "WHERE ".Length, $"m.to_unit IN ({_units}) AND "), Row, ct, Days);
    }

    private static (int Unit, ReviewedMatter Of) Row(DbDataReader r) => (r.GetInt32(2), new ReviewedMatter(r.Id(0), r.GetString(1), r.GetInt32(3), (int)Convert.ToInt64(r.GetValue(4), CultureInfo.InvariantCulture), r.Day(5), r.Day(6)));

    private static string SubjectOf(ReviewedMatter matter) => string.Create(CultureInfo.InvariantCulture, $"{matter.Code}:{matter.Step}");

    private ReviewItem One(ReviewKind kind, (int Unit, ReviewedMatter Of) row, Refusal why) => Many(kind, row.Unit, SubjectOf(row.Of), why, [row.Of]);

    private ReviewItem Many(ReviewKind kind, int unit, string subject, Refusal why, IReadOnlyList<ReviewedMatter> matters)
    {
        var known = matters.Max(matter => matter.KnownOn);
        return new ReviewItem(kind, unit, subject, why, matters, known, (WorkingCalendar.OfVietNam.Covers(known) ? WorkingCalendar.OfVietNam.After(known, limits.AloneDays) : null) ?? known.AddDays(7 * limits.AloneDays / 5), []);
    }
}
