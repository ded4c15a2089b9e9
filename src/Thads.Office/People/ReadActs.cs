using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Fields;
using Thads.Office.Units;

namespace Thads.Office.People;

/// <summary>An act as it may be read by somebody: of what it touched, only what is theirs to see.</summary>
/// <param name="Id">Known outside by this: the number of an act would say how many others there are.</param>
/// <param name="At">UTC.</param>
/// <param name="FullName">Of the account; null where a command was run.</param>
/// <param name="Matters">How many matters it touched that are in the person's units now.</param>
/// <param name="Codes">The first of them, for who reads matters.</param>
public sealed record ActLine(Guid Id, DateTime At, string Person, string? FullName, string Kind, string? Reason, IReadOnlyList<ActChange> Changes, long Matters, IReadOnlyList<string> Codes);

/// <summary>
/// Who did what, when and why, limited to what the person may see: acts that touched a matter their units hold now, that changed an account all of whose
/// roles lie in their units, or one of their units itself; and their own. Whoever reads acts of the whole tree reads all.
/// </summary>
public static class ReadActs
{
    private const int CodesShown = 5;

    /// <param name="From">First day of the office.</param>
    /// <param name="To">Last day.</param>
    /// <param name="By">Part of a name, without marks; null = all.</param>
    /// <param name="Kind">Null = all.</param>
    /// <param name="Matter">Code; null = all.</param>
    /// <param name="Before">Acts before this one, newest first; null = from the newest on.</param>
    public sealed record Query(DateOnly From, DateOnly To, string? By = null, string? Kind = null, string? Matter = null, Guid? Before = null, int Take = 100)
    {
        /// <summary>False: neither counted nor with codes; for whoever reads on and on.</summary>
        internal bool IsCounted { get; init; } = true;
    }

    /// <param name="Count">Of all that the query finds, on whatever page.</param>
    /// <param name="Kinds">Kinds there are in that time, of what the person may see.</param>
    /// <param name="HasMore">There are older ones.</param>
    public sealed record Result(IReadOnlyList<ActLine> Lines, long Count, IReadOnlyList<string> Kinds, bool HasMore);

    public static async Task<Result> RunAsync(Query query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadActs);
        var connection = await work.ConnectAsync(ct);
        await using var snapshot = await connection.SnapshotAsync(ct);
        var seen = await Seen.OfAsync(work, connection, ct);
        var inTime = $"a.at >= @from AND a.at < @until AND {seen.Acts}";
        List<(string, object?)> values = [("from", OfficeClock.StartOf(query.From)), ("until", OfficeClock.StartOf(query.To.AddDays(1))), ("me", work.Person.Name)];
        var kinds = !query.IsCounted ? [] : await connection.ListAsync($"SELECT DISTINCT a.kind FROM act a WHERE {inTime}", r => r.GetString(0), ct, [.. values]);
        var where = new List<string> { inTime };
        if (query.Kind is not null)
        {
            where.Add("a.kind = @kind");
            values.Add(("kind", query.Kind));
        }

        if (!string.IsNullOrWhiteSpace(query.By))
        {
            where.Add(await NamesAsync(query.By, connection, values, ct));
        }

        if (!string.IsNullOrWhiteSpace(query.Matter))
        {
            where.Add("a.seq IN (" + await ActsOfMatterAsync(query.Matter.Trim(), seen, connection, values, ct) + ")");
        }

        var count = !query.IsCounted ? 0 : await connection.ValueAsync<long>($"SELECT count(*) FROM act a WHERE {string.Join(" AND ", where)}", ct, [.. values]);
        if (query.Before is { } before)
        {
            where.Add("a.seq < (SELECT seq FROM act WHERE id = @before)");
            values.Add(("before", before));
        }

        var acts = await connection.ListAsync(
            $"""
            SELECT a.seq, a.id, a.at, a.person, c.full_name, a.kind, a.reason FROM act a LEFT JOIN account c ON c.name = a.person
            WHERE {string.Join(" AND ", where)} ORDER BY a.seq DESC LIMIT {query.Take + 1}
            """,
            r => (Seq: r.GetInt64(0), Line: new ActLine(r.Id(1), r.Moment(2), r.GetString(3), r.TextOrNone(4), r.GetString(5), r.TextOrNone(6), [], 0, [])), ct, [.. values]);
        var lines = await WithWhatTheyTouchedAsync([.. acts.Take(query.Take)], seen, query.IsCounted, work, connection, ct);
        return new Result(lines, count, [.. kinds.Order(StringComparer.Ordinal)], acts.Count > query.Take);
    }

    private static async Task<string> NamesAsync(string typed, DbConnection connection, List<(string, object?)> values, CancellationToken ct)
    {
        var key = SearchKey.Of(typed);
        var names = (await Accounts.ListAsync(connection, ct)).Where(a => a.Name.Contains(key, StringComparison.Ordinal) || SearchKey.Of(a.FullName).Contains(key, StringComparison.Ordinal)).Select(a => a.Name);
        var places = new List<string>();
        foreach (var name in names.Append(typed.Trim()).Distinct())
        {
            places.Add($"@by{places.Count}");
            values.Add(($"by{places.Count - 1}", name));
        }

        return $"a.person IN ({string.Join(", ", places)})";
    }

    private static async Task<string> ActsOfMatterAsync(string code, Seen seen, DbConnection connection, List<(string, object?)> values, CancellationToken ct)
    {
        var found = await connection.ListAsync(
            $"SELECT m.id FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.code = @code {seen.AndHeld}", r => r.Id(0), ct, ("code", code));
        if (found.Count == 0)
        {
            return "-1";
        }

        values.Add(("matter", found[0]));
        return """
            SELECT act FROM matter WHERE id = @matter UNION SELECT act FROM step WHERE matter_id = @matter UNION SELECT act FROM step_void WHERE matter_id = @matter
            UNION SELECT act FROM matter_event WHERE matter_id = @matter UNION SELECT act FROM matter_event_void WHERE matter_id = @matter
            UNION SELECT act FROM matter_party WHERE matter_id = @matter UNION SELECT act FROM move WHERE matter_id = @matter
            """;
    }

    private static async Task<List<ActLine>> WithWhatTheyTouchedAsync(IReadOnlyList<(long Seq, ActLine Line)> acts, Seen seen, bool withCodes, Work work, DbConnection connection, CancellationToken ct)
    {
        if (acts.Count == 0)
        {
            return [];
        }

        var numbers = string.Join(',', acts.Select(a => a.Seq));
        var touched = $"""
            (SELECT t.act, t.matter_id FROM act_matter t WHERE t.act IN ({numbers}) UNION ALL SELECT m.act, m.id FROM matter m WHERE m.act IN ({numbers})) x
            JOIN matter_now n ON n.matter_id = x.matter_id
            """;
        var matters = (await connection.ListAsync(
            $"SELECT x.act, count(*) FROM {touched} WHERE 1 = 1 {seen.AndHeld} GROUP BY x.act", r => (r.GetInt64(0), r.GetInt64(1)), ct)).ToDictionary();
        var codes = new Dictionary<long, List<string>>();
        if (withCodes && work.Person.May.HasFlag(Permissions.ReadMatters))
        {
            foreach (var act in acts.Where(a => matters.ContainsKey(a.Seq)))
            {
                codes[act.Seq] = await CodesAsync(act.Seq, work, seen, connection, ct);
            }
        }

        var changes = (await connection.ListAsync(
            $"SELECT c.act, c.subject, c.field, c.before_value, c.after_value FROM act_change c JOIN act a ON a.seq = c.act WHERE c.act IN ({numbers}) AND {seen.Lines} ORDER BY c.act, c.number",
            r => (Act: r.GetInt64(0), Change: new ActChange(r.GetString(1), r.GetString(2), r.TextOrNone(3), r.TextOrNone(4))), ct, ("me", work.Person.Name))).ToLookup(c => c.Act, c => c.Change);
        return [.. acts.Select(a => a.Line with { Changes = [.. changes[a.Seq]], Matters = matters.GetValueOrDefault(a.Seq), Codes = codes.GetValueOrDefault(a.Seq) ?? [] })];
    }

    /// <summary>The first matters of an act that the person may open, by code.</summary>
    private static async Task<List<string>> CodesAsync(long act, Work work, Seen seen, DbConnection connection, CancellationToken ct)
    {
        var open = work.Person.MayEverywhere(Permissions.ReadMatters) ? "" : $"AND n.unit_id IN ({Sql.List((await UnitTree.OfAsync(work, ct)).Units.Where(work.Person.Sees))})";
        return await connection.ListAsync(
            $"""
            SELECT code FROM (
                SELECT m.code FROM act_matter t JOIN matter m ON m.id = t.matter_id JOIN matter_now n ON n.matter_id = m.id WHERE t.act = @act {seen.AndHeld} {open}
                UNION ALL SELECT m.code FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.act = @act {seen.AndHeld} {open}) c ORDER BY code LIMIT {CodesShown}
            """, r => r.GetString(0), ct, ("act", act));
    }

    /// <summary>What the person may see of acts, as conditions of queries over `act a`, `act_change c` and `matter_now n`.</summary>
    private sealed record Seen(string Acts, string Lines, string AndHeld)
    {
        public static async Task<Seen> OfAsync(Work work, DbConnection connection, CancellationToken ct)
        {
            if (work.Person.MayEverywhere(Permissions.ReadActs))
            {
                return new Seen("1 = 1", "1 = 1", "");
            }

            var units = Sql.List((await UnitTree.OfAsync(work, ct)).Units.Where(unit => work.Person.MayIn(unit, Permissions.ReadActs)));
            var mine = (await RolesGiven.ListAsync(connection, ct)).GroupBy(r => r.Account)
                .Where(roles => roles.All(r => r.Unit != 0 && work.Person.MayIn(r.Unit, Permissions.ReadActs))).Select(roles => roles.Key);
            var accounts = Sql.List(mine.Append(work.Person.Account));
            var changed = $"(c.unit_id IN ({units}) OR c.account_id IN ({accounts}))";
            return new Seen(
                $"""
                (a.person = @me OR EXISTS (SELECT 1 FROM account p WHERE p.name = a.person AND p.id IN ({accounts})) OR EXISTS (SELECT 1 FROM act_change c WHERE c.act = a.seq AND {changed})
                OR EXISTS (SELECT 1 FROM act_matter t JOIN matter_now n ON n.matter_id = t.matter_id WHERE t.act = a.seq AND n.unit_id IN ({units}))
                OR EXISTS (SELECT 1 FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.act = a.seq AND n.unit_id IN ({units})))
                """,
                $"(a.person = @me OR {changed})", $"AND n.unit_id IN ({units})");
        }
    }
}
