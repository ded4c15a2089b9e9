using System.Data.Common;
using System.Globalization;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Narrative;

namespace Thads.Office.WatchLists;

/// <summary>A matter that a list watches while it is live.</summary>
/// <param name="From">First day on which it is watched; <see cref="DateOnly.MinValue"/> = since it was docketed.</param>
/// <param name="To">Last day; null = to its end.</param>
/// <param name="Group">Bank, docket year, or why it is there; what the list is broken down by. "" = nobody said.</param>
public sealed record WatchEntry(Guid Id, string Code, DateOnly DecidedOn, DateOnly From, DateOnly? To, string Group)
{
    public bool Covers(DateOnly day) => From <= day && !(To < day);
}

/// <summary>Which matters the rule of a list means, and from when on: drawn from the books by each rule, whether they are still live or not.</summary>
internal static class ReadWatchEntries
{
    public const string Large = "large";
    public const string Complex = "complex";
    public const string Both = "both";
    public const string Directed = "directed";
    public const string ByCommittee = "committee";
    public const string DirectedByBoth = "both-directions";

    public static async Task<IReadOnlyDictionary<Guid, WatchEntry>> OfAsync(WatchScope scope, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var entries = scope.List.Kind switch
        {
            WatchRule.Age => await AgeAsync(scope, connection, ct),
            WatchRule.Bank => await BanksAsync(connection, ct),
            WatchRule.Corruption => await CorruptionAsync(connection, ct),
            WatchRule.LargeComplex => await LargeComplexAsync(scope, connection, ct),
            WatchRule.Directed => await ReadDirectedMatters.OfAsync(scope.Units, work, ct),
        };
        return entries.ToDictionary(entry => entry.Id);
    }

    private static async Task<List<WatchEntry>> AgeAsync(WatchScope scope, DbConnection connection, CancellationToken ct)
    {
        var years = scope.Band!.Value;
        return await connection.ListAsync(
            "SELECT id, code, decided_on FROM matter WHERE decided_on <= @last",
            r => new WatchEntry(r.Id(0), r.GetString(1), r.Day(2), r.Day(2).AddYears(years), null, StatisticalYear.Of(r.Day(2)).Year.ToString(CultureInfo.InvariantCulture)), ct,
            ("last", scope.Question.On.AddYears(-years)));
    }

    private static async Task<List<WatchEntry>> BanksAsync(DbConnection connection, CancellationToken ct)
    {
        var banks = await BankFacts.BanksAsync(connection, ct);
        return await connection.ListAsync(
            "SELECT id, code, decided_on FROM matter WHERE credit_institution = 1",
            r => new WatchEntry(r.Id(0), r.GetString(1), r.Day(2), DateOnly.MinValue, null, banks.GetValueOrDefault(r.Id(0), "")), ct);
    }

    private static async Task<List<WatchEntry>> CorruptionAsync(DbConnection connection, CancellationToken ct) =>
        await connection.ListAsync(
            "SELECT id, code, decided_on, type FROM matter WHERE corruption = 1",
            r => new WatchEntry(r.Id(0), r.GetString(1), r.Day(2), DateOnly.MinValue, null, Codes.CodeOf((JudgmentType)r.GetInt32(3))), ct);

    /// <summary>Large from its docketing on, by what was owed then; complex from the day on which a mark of it is reached.</summary>
    private static async Task<List<WatchEntry>> LargeComplexAsync(WatchScope scope, DbConnection connection, CancellationToken ct)
    {
        var least = scope.List.Complex!.ToDictionary(mark => Codes.TryRead<ComplexMark>(mark.What, out var what) ? what : default, mark => mark.Least);
        var since = new Dictionary<Guid, DateOnly>();
        foreach (var (mark, which) in new[]
        {
            (ComplexMark.PutOff, $"e.kind = {(int)EventKind.CoercionPutOff}"), (ComplexMark.Refused, $"e.kind = {(int)EventKind.Persuaded} AND e.result = {(int)EventResult.Refused}"),
        })
        {
            if (least.TryGetValue(mark, out var times))
            {
                await ReachedAsync(since, which, times, scope, connection, ct);
            }
        }

        var lines = least.GetValueOrDefault(ComplexMark.Lines, int.MaxValue);
        return await ReadAllAsync(since, lines, scope, connection, ct);
    }

    private static async Task<List<WatchEntry>> ReadAllAsync(Dictionary<Guid, DateOnly> since, int lines, WatchScope scope, DbConnection connection, CancellationToken ct)
    {
        var entries = new List<WatchEntry>();
        await connection.EachAsync(
            "SELECT m.id, m.code, m.decided_on, sum(o.amount), count(*) FROM matter m JOIN obligation o ON o.matter_id = m.id GROUP BY m.id, m.code, m.decided_on",
            r =>
            {
                var (id, isLarge) = (r.Id(0), Convert.ToInt64(r.GetValue(3), CultureInfo.InvariantCulture) >= scope.Large);
                DateOnly? complex = r.GetInt64(4) >= lines ? DateOnly.MinValue : since.TryGetValue(id, out var on) ? on : null;
                if (isLarge || complex is not null)
                {
                    entries.Add(new WatchEntry(id, r.GetString(1), r.Day(2), isLarge ? DateOnly.MinValue : complex!.Value, null, isLarge && complex is not null ? Both : isLarge ? Large : Complex));
                }
            }, ct);
        return entries;
    }

    /// <summary>The day of the n-th such event of each matter, as known at the cut-off.</summary>
    private static async Task ReachedAsync(Dictionary<Guid, DateOnly> since, string which, int times, WatchScope scope, DbConnection connection, CancellationToken ct)
    {
        var known = scope.Units.IsThen ? (" AND e.known_on <= @known", " AND v.voided_on <= @known") : ("", "");
        var counts = new Dictionary<Guid, int>();
        await connection.EachAsync(
            $"""
            SELECT e.matter_id, e.happened_on FROM matter_event e
            WHERE {which} AND e.happened_on <= @day AND e.act <= @act{known.Item1}
                AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = e.matter_id AND v.event = e.number AND v.act <= @act{known.Item2})
            ORDER BY e.happened_on, e.number
            """,
            r =>
            {
                var id = r.Id(0);
                counts[id] = counts.GetValueOrDefault(id) + 1;
                if (counts[id] == times && (!since.TryGetValue(id, out var before) || r.Day(1) < before))
                {
                    since[id] = r.Day(1);
                }
            }, ct, ("day", scope.Units.On), ("act", scope.Units.CutOff.Act), ("known", scope.Units.CutOff.KnownOn ?? DateOnly.MaxValue));
    }
}
