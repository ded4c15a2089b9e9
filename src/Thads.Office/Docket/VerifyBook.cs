using System.Data.Common;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Finding;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Docket;

/// <summary>What verifying the books found.</summary>
/// <param name="Faults">Every disagreement, each with its place; empty when the books are sound.</param>
public sealed record VerifiedBook(long Matters, long Steps, long Moves, long Batches, IReadOnlyList<Refusal> Faults);

/// <summary>
/// Proves that the books agree with themselves: at every act and day of knowledge the moves posted are those derived from the
/// steps known; the summary is the sum of the moves; acts are numbered without gaps; what holds a matter now is what its
/// steps say; the list by which matters are found is what it would be drawn anew; the guards against change are in place. Reads everything, changes nothing.
/// </summary>
public static class VerifyBook
{
    /// <param name="progress">Told how many matters are done.</param>
    public static async Task<VerifiedBook> RunAsync(Work work, CancellationToken ct, Action<long>? progress = null)
    {
        work.RequireEverywhere(Permissions.Operate);
        var connection = await work.ConnectAsync(ct);
        await using var snapshot = await connection.SnapshotAsync(ct);
        var faults = new List<Refusal>();
        await CheckActsAsync(connection, faults, ct);
        faults.AddRange((await UnguardedAsync(connection, ct)).Select(t => new Refusal("verify.unguarded", t)));
        var (matters, steps, moves) = await CheckMattersAsync(connection, faults, progress, ct);
        var batches = await CheckSummaryAsync(connection, faults, ct);
        return new VerifiedBook(matters, steps, moves, batches, faults);
    }

    private static async Task CheckActsAsync(DbConnection connection, List<Refusal> faults, CancellationToken ct)
    {
        var (count, last) = (await connection.ValueAsync<long>("SELECT count(*) FROM act", ct), await connection.ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct));
        if (count != last)
        {
            faults.Add(new Refusal("verify.act-gap", last, count));
        }
    }

    /// <summary>The append-only tables whose guards against change are not there, or not awake.</summary>
    public static async Task<IReadOnlyList<string>> UnguardedAsync(DbConnection connection, CancellationToken ct)
    {
        var guarded = (await connection.ListAsync(
            connection.IsPostgres()
                ? "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = c.relname || '_append_only' AND t.tgenabled = 'O'"
                : "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name IN (tbl_name || '_no_update', tbl_name || '_no_delete') GROUP BY tbl_name HAVING count(*) = 2",
            r => r.GetString(0), ct)).ToHashSet(StringComparer.Ordinal);
        return [.. AppendOnly.Tables.Where(t => !guarded.Contains(t))];
    }

    private static async Task<(long Matters, long Steps, long Moves)> CheckMattersAsync(DbConnection connection, List<Refusal> faults, Action<long>? progress, CancellationToken ct)
    {
        var units = await UnitTree.LoadAsync(connection, ct);
        var (matters, steps, moves, last) = (0L, 0L, 0L, (Guid?)null);
        while (true)
        {
            var ids = await connection.ListAsync(
                $"SELECT id FROM matter {(last is null ? "" : "WHERE id > @last")} ORDER BY id LIMIT {MatterFiles.Block}", r => r.Id(0), ct, ("last", last ?? Guid.Empty));
            if (ids.Count == 0)
            {
                return (matters, steps, moves);
            }

            var posted = await DocketBook.MovesOfAsync(connection, ids, ct);
            var names = ids.Select((id, i) => ($"m{i}", (object?)id)).ToArray();
            var now = (await connection.ListAsync(
                $"SELECT matter_id, unit_id, officer_id, state FROM matter_now WHERE matter_id IN ({string.Join(',', names.Select(n => '@' + n.Item1))})",
                r => (Id: r.Id(0), Now: (Unit: r.GetInt32(1), Officer: r.NumberOrNone(2) ?? 0, State: (DocketState)r.GetInt32(3))), ct, names)).ToDictionary(n => n.Id, n => n.Now);
            var stand = new List<(MatterFile File, MatterStanding Standing)>();
            foreach (var file in await MatterFiles.ByIdAsync(connection, ids, ct))
            {
                matters++;
                steps += file.Steps.Count;
                var mine = posted[file.Matter.Id].ToList();
                moves += mine.Count;
                faults.AddRange(Faults(file.Matter, file.Steps, mine));
                var standing = MatterStanding.Of(file.Matter, file.Steps);
                stand.Add((file, standing));
                if (!now.TryGetValue(file.Matter.Id, out var held) || held != (standing.Unit, standing.Officer, standing.State))
                {
                    faults.Add(new Refusal("verify.holder", file.Matter.Code));
                }
            }

            faults.AddRange(await VerifyList.FaultsAsync(connection, stand, units, ct));
            last = ids[^1];
            progress?.Invoke(matters);
        }
    }

    /// <summary>The law of the book for one matter: at every act N and day R, moves known = moves derived from the steps known.</summary>
    public static IEnumerable<Refusal> Faults(Matter matter, IReadOnlyList<Step> steps, IReadOnlyList<PostedMove> posted)
    {
        var acts = steps.Select(s => s.Act).Concat(steps.Where(s => s.VoidAct != 0).Select(s => s.VoidAct)).Concat(posted.Select(p => p.Act)).Append(matter.Act).Distinct().Order();
        foreach (var act in acts)
        {
            var entered = steps.Where(s => s.Act <= act).Select(s => s.VoidAct <= act ? s : s with { VoidedOn = null }).ToList();
            var days = entered.Select(s => s.KnownOn).Concat(entered.Select(s => s.VoidedOn).OfType<DateOnly>())
                .Concat(posted.Select(p => p.KnownOn)).Append(matter.KnownOn).Distinct().Order();
            foreach (var day in days)
            {
                var there = act >= matter.Act && day >= matter.KnownOn;
                var derived = (there ? DocketRules.Derive(matter, entered.Where(s => s.IsKnownOn(day))) : []).GroupBy(m => m).ToDictionary(g => g.Key, g => g.Count());
                var standing = posted.Where(p => p.Act <= act && p.KnownOn <= day).GroupBy(p => p.Move).Select(g => (Move: g.Key, Count: g.Sum(p => p.TakenBack ? -1 : 1)))
                    .Where(m => m.Count != 0).ToDictionary(m => m.Move, m => m.Count);
                if (derived.Count != standing.Count || derived.Any(d => standing.GetValueOrDefault(d.Key) != d.Value))
                {
                    yield return new Refusal("verify.moves", matter.Code, act.ToString(Words.Format), day);
                }
            }
        }
    }

    private static async Task<long> CheckSummaryAsync(DbConnection connection, List<Refusal> faults, CancellationToken ct)
    {
        var batches = await connection.ListAsync("SELECT number, first_act, last_act, last_year FROM docket_batch ORDER BY number", r => (Number: r.GetInt32(0), First: r.GetInt64(1), Last: r.GetInt64(2), LastYear: r.GetInt32(3)), ct);
        var ranges = batches.ToDictionary(b => b.Number, b => (b.First, b.Last, b.LastYear));
        var next = 1L;
        foreach (var batch in batches)
        {
            if (batch.First != next)
            {
                faults.Add(new Refusal("verify.batch-gap", batch.Number, next.ToString(Words.Format)));
            }

            next = batch.Last + 1;
        }

        // What is not yet in the summary is found by the acts of its matter.
        faults.AddRange(await connection.ListAsync(
            $"""
            SELECT DISTINCT c.code FROM move m JOIN matter c ON c.id = m.matter_id
            WHERE m.act >= {next} AND NOT EXISTS (SELECT 1 FROM act_matter a WHERE a.act = m.act AND a.matter_id = m.matter_id)
            """, r => new Refusal("verify.act-matter", r.GetString(0)), ct));

        var ofCountry = new Dictionary<(int Batch, DocketChange Change), long>();
        foreach (var (unit, code) in await connection.ListAsync("SELECT id, code FROM unit ORDER BY id", r => (r.GetInt32(0), r.GetString(1)), ct))
        {
            var changes = await ChangesOfUnitAsync(connection, unit, ranges, ct);
            foreach (var ((batch, change), quantity) in changes.Where(c => !c.Key.Change.IsHandover))
            {
                Count(ofCountry, (batch, change.OfCountry()), quantity);
            }

            await CheckSummaryAsync(connection, unit, new Refusal("verify.summary", code), changes, ranges, faults, ct);
        }

        await CheckSummaryAsync(connection, 0, new Refusal("verify.summary-country"), ofCountry, ranges, faults, ct);
        return batches.Count;
    }

    private static void Count<TKey>(Dictionary<TKey, long> sums, TKey key, long quantity)
        where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + quantity;

    /// <summary>The changes in one unit's accounts by batch, from the moves. One unit at a time, so that memory stays small.</summary>
    private static async Task<Dictionary<(int Batch, DocketChange Change), long>> ChangesOfUnitAsync(
        DbConnection connection, int unit, Dictionary<int, (long First, long Last, int LastYear)> batches, CancellationToken ct)
    {
        var ofAct = batches.SelectMany(b => new[] { (b.Value.First, b.Key), (b.Value.Last, b.Key) }).Distinct().ToDictionary(b => b.Item1, b => b.Key);
        int BatchOf(long act) => ofAct.TryGetValue(act, out var known) ? known : batches.FirstOrDefault(b => b.Value.First <= act && act <= b.Value.Last).Key;
        var changes = new Dictionary<(int Batch, DocketChange Change), long>();
        await connection.EachAsync(
            $"SELECT m.class, m.docket_year, {DocketBook.Columns} FROM move m WHERE m.to_unit = {unit} OR (m.from_unit = {unit} AND m.from_unit <> m.to_unit)",
            r =>
            {
                var move = DocketBook.Read(r, 2);
                if (BatchOf(move.Act) is > 0 and var batch)
                {
                    DocketChange.Of(move, r.GetInt32(0), r.GetInt32(1), (change, quantity) =>
                    {
                        if (change.Unit == unit)
                        {
                            Count(changes, (batch, change), quantity);
                        }
                    });
                }
            }, ct);
        return changes;
    }

    /// <summary>The summary of one unit, or of the country, against the changes it must be the sum of.</summary>
    private static async Task CheckSummaryAsync(
        DbConnection connection, int unit, Refusal fault, Dictionary<(int Batch, DocketChange Change), long> changes,
        Dictionary<int, (long First, long Last, int LastYear)> batches, List<Refusal> faults, CancellationToken ct)
    {
        var openings = Openings(changes, batches);
        await connection.EachAsync(
            $"SELECT batch, officer_id, class, year, month, measure, from_state, to_state, known_on, quantity FROM docket_month WHERE unit_id = {unit}",
            r => Count(changes, (r.GetInt32(0), new DocketChange(unit, r.GetInt32(1), r.GetInt32(3), r.GetInt32(4), (Measure)r.GetInt32(5), r.GetInt32(2), r.GetInt32(6), r.GetInt32(7), r.DayOrNone(8))), -r.GetInt64(9)), ct);
        await connection.EachAsync(
            $"SELECT batch, officer_id, class, year, measure, state, known_on, quantity FROM docket_opening WHERE unit_id = {unit}",
            r => Count(openings, (r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), (Measure)r.GetInt32(4), r.GetInt32(5), r.DayOrNone(6)), -r.GetInt64(7)), ct);
        if (changes.Values.Any(d => d != 0) || openings.Values.Any(d => d != 0))
        {
            faults.Add(fault);
        }
    }

    /// <summary>The opening stock of every year up to a batch's last, from its changes.</summary>
    private static Dictionary<(int Batch, int Officer, int Class, int Year, Measure Measure, int State, DateOnly? Known), long> Openings(
        Dictionary<(int Batch, DocketChange Change), long> changes, Dictionary<int, (long First, long Last, int LastYear)> batches)
    {
        var openings = new Dictionary<(int, int, int, int, Measure, int, DateOnly?), long>();
        foreach (var ((batch, c), quantity) in changes.Where(c => c.Value != 0))
        {
            for (var year = c.Year + 1; year <= batches[batch].LastYear; year++)
            {
                DateOnly? known = c.KnownOn < new StatisticalYear(year).Start ? null : c.KnownOn;
                Add(c.To, quantity);
                Add(c.From, -quantity);

                void Add(int state, long by)
                {
                    if (DocketBook.IsStock(state))
                    {
                        var key = (batch, c.Officer, c.Class, year, c.Measure, state, known);
                        openings[key] = openings.GetValueOrDefault(key) + by;
                    }
                }
            }
        }

        return openings;
    }
}
