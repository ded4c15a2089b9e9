using System.Data.Common;
using System.Runtime.CompilerServices;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Units;

/// <summary>A period in the life of a unit: name, kind and place in the tree. Empty ends are open; <see cref="ValidTo"/> is the last day.</summary>
public sealed record UnitPeriod(int Unit, string Name, UnitKind Kind, int? Parent, DateOnly? ValidFrom, DateOnly? ValidTo, string? Extra = null)
{
    public bool IsValidOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);
}

/// <summary>From <paramref name="On"/> the scope of <paramref name="To"/> contains the accounts of <paramref name="From"/>; nothing moves in the books.</summary>
public sealed record UnitSuccession(int From, int To, DateOnly On, string? Extra = null);

/// <summary>A period in the service of an officer, in one unit.</summary>
public sealed record OfficerPeriod(int Officer, string Name, int Unit, OfficerTitle Title, DateOnly? ValidFrom, DateOnly? ValidTo, string? Extra = null)
{
    public bool IsValidOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);
}

/// <summary>A commune or town, and the unit in whose area it lies.</summary>
public sealed record Commune(int Id, string Code, string Name, int Unit, DateOnly? ValidFrom, DateOnly? ValidTo, string? Successor, string? Extra = null);

/// <summary>From a first to a last day, both included; an empty end is open.</summary>
public static class Validity
{
    public static bool Covers(DateOnly? from, DateOnly? to, DateOnly day) => !(from > day) && !(to < day);

    /// <summary>The earlier of two last days, where an empty one is open.</summary>
    public static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one < other || other is null ? one : other;

    public static bool Overlap(DateOnly? from1, DateOnly? to1, DateOnly? from2, DateOnly? to2) => !(from1 > to2) && !(from2 > to1);
}

/// <summary>Units, communes and officers over time, whole in memory: a nation has some hundred units and some thousand officers.</summary>
public sealed class UnitTree
{
    private static readonly string[] Tables = ["unit_period", "unit_succession", "officer_period", "commune", "unit_period_end", "officer_period_end", "commune_end", "commune_change"];
    private static readonly ConditionalWeakTable<Database, KeptTree> Kept = [];
    private readonly Dictionary<string, int> _unitIds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _unitCodes = [];
    private readonly Dictionary<int, List<UnitPeriod>> _periods = [];
    private readonly List<UnitSuccession> _successions = [];
    private readonly Dictionary<string, int> _officerIds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _officerCodes = [];
    private readonly Dictionary<int, List<OfficerPeriod>> _service = [];
    private readonly Dictionary<string, Commune> _communes = new(StringComparer.Ordinal);

    /// <summary>
    /// The tree as the books have it now, to be read only: kept from one reading to the next until an act adds to it. Whoever adds to the tree
    /// loads one of his own.
    /// </summary>
    public static async Task<UnitTree> OfAsync(Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var act = (await connection.ListAsync(
            $"SELECT id FROM act WHERE seq = (SELECT max(act) FROM ({string.Join(" UNION ALL ", Tables.Select(table => $"SELECT max(act) AS act FROM {table}"))}) tree)", r => r.Id(0), ct)).SingleOrDefault();
        if (!Kept.TryGetValue(work.Database, out var kept) || kept.Act != act)
        {
            Kept.AddOrUpdate(work.Database, kept = new KeptTree(act, await LoadAsync(connection, ct)));
        }

        return kept.Tree;
    }

    /// <summary>The last act, up to one, that added to the tree: the version of the tree of then. 0 where there is none.</summary>
    public static Task<long> VersionAsync(DbConnection connection, long upTo, CancellationToken ct) => connection.ValueAsync<long>(
        $"SELECT coalesce(max(act), 0) FROM ({string.Join(" UNION ALL ", Tables.Select(table => $"SELECT max(act) AS act FROM {table} WHERE act <= @act"))}) tree", ct, ("act", upTo));

    /// <summary>The tree as the books had it after an act: what a sent report was made by.</summary>
    public static async Task<UnitTree> AsOfAsync(Work work, long act, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        if (await VersionAsync(connection, long.MaxValue, ct) <= act)
        {
            return await OfAsync(work, ct);
        }

        var tree = await LoadAsync(connection, ct, act);
        tree.RemoveUnitsWithoutPeriod();
        return tree;
    }

    /// <param name="upTo">Only what was written by this act and those before it.</param>
    public static async Task<UnitTree> LoadAsync(DbConnection connection, CancellationToken ct, long upTo = long.MaxValue)
    {
        var tree = new UnitTree();
        (string, object?) act = ("act", upTo);
        await connection.ListAsync("SELECT id, code FROM unit ORDER BY id", r => tree.AddUnit(r.GetInt32(0), r.GetString(1)), ct);
        await connection.ListAsync(
            """
            SELECT p.unit_id, p.name, p.kind, p.parent_id, p.valid_from, p.valid_to, p.extra, e.last_on
            FROM unit_period p LEFT JOIN (SELECT unit_id, number, min(last_on) AS last_on FROM unit_period_end WHERE act <= @act GROUP BY unit_id, number) e
            ON e.unit_id = p.unit_id AND e.number = p.number WHERE p.act <= @act ORDER BY p.unit_id, p.number
            """,
            r => tree.Add(new UnitPeriod(
                r.GetInt32(0), r.GetString(1), (UnitKind)r.GetInt32(2), r.NumberOrNone(3), r.DayOrNone(4), Validity.Earlier(r.DayOrNone(5), r.DayOrNone(7)), r.TextOrNone(6))), ct, act);
        await connection.ListAsync(
            "SELECT from_id, to_id, from_on, extra FROM unit_succession WHERE act <= @act ORDER BY from_on, from_id, to_id",
            r => tree.Add(new UnitSuccession(r.GetInt32(0), r.GetInt32(1), r.Day(2), r.TextOrNone(3))), ct, act);
        await connection.ListAsync("SELECT id, code FROM officer ORDER BY id", r => tree.AddOfficer(r.GetInt32(0), r.GetString(1)), ct);
        await connection.ListAsync(
            """
            SELECT p.officer_id, p.name, p.unit_id, p.title, p.valid_from, p.valid_to, p.extra, e.last_on
            FROM officer_period p LEFT JOIN (SELECT officer_id, number, min(last_on) AS last_on FROM officer_period_end WHERE act <= @act GROUP BY officer_id, number) e
            ON e.officer_id = p.officer_id AND e.number = p.number WHERE p.act <= @act ORDER BY p.officer_id, p.number
            """,
            r => tree.Add(new OfficerPeriod(
                r.GetInt32(0), r.GetString(1), r.GetInt32(2), (OfficerTitle)r.GetInt32(3), r.DayOrNone(4), Validity.Earlier(r.DayOrNone(5), r.DayOrNone(7)), r.TextOrNone(6))), ct, act);
        await connection.ListAsync(
            """
            SELECT c.id, c.code, coalesce(h.name, c.name), coalesce(h.unit_id, c.unit_id), c.valid_from, c.valid_to, coalesce(e.successor, c.successor), c.extra,
                (SELECT min(last_on) FROM commune_end WHERE commune_id = c.id AND act <= @act)
            FROM commune c
            LEFT JOIN commune_change h ON h.commune_id = c.id AND h.act = (SELECT max(act) FROM commune_change WHERE commune_id = c.id AND act <= @act)
            LEFT JOIN commune_end e ON e.commune_id = c.id AND e.act = (SELECT max(act) FROM commune_end WHERE commune_id = c.id AND act <= @act)
            WHERE c.act <= @act ORDER BY c.id
            """,
            r => tree.Add(new Commune(
                r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.DayOrNone(4), Validity.Earlier(r.DayOrNone(5), r.DayOrNone(8)), r.TextOrNone(6), r.TextOrNone(7))), ct, act);
        return tree;
    }

    public IEnumerable<int> Units => _unitCodes.Keys;

    public IReadOnlyList<UnitSuccession> Successions => _successions;

    public IEnumerable<int> Officers => _officerCodes.Keys;

    public IReadOnlyDictionary<string, Commune> Communes => _communes;

    public IReadOnlyList<UnitPeriod> PeriodsOf(int unit) => _periods.GetValueOrDefault(unit) ?? [];

    public IReadOnlyList<OfficerPeriod> ServiceOf(int officer) => _service.GetValueOrDefault(officer) ?? [];

    public int? UnitOf(string code) => _unitIds.TryGetValue(code, out var id) ? id : null;

    public int? OfficerOf(string code) => _officerIds.TryGetValue(code, out var id) ? id : null;

    public string UnitCode(int unit) => _unitCodes[unit];

    public string OfficerCode(int officer) => _officerCodes[officer];

    /// <summary>The name on that day, or the last one before it, or the first.</summary>
    public string UnitName(int unit, DateOnly day) =>
        (PeriodOn(unit, day) ?? PeriodsOf(unit).LastOrDefault(p => !(p.ValidFrom > day)) ?? PeriodsOf(unit)[0]).Name;

    /// <summary>The name on that day, or the last one before it, or the first.</summary>
    public string OfficerName(int officer, DateOnly day)
    {
        var service = ServiceOf(officer);
        return (service.FirstOrDefault(s => s.IsValidOn(day)) ?? service.LastOrDefault(s => !(s.ValidFrom > day)) ?? service[0]).Name;
    }

    public UnitPeriod? PeriodOn(int unit, DateOnly day) => PeriodsOf(unit).FirstOrDefault(p => p.IsValidOn(day));

    public bool IsValidOn(int unit, DateOnly day) => PeriodOn(unit, day) is not null;

    /// <summary>Whether the officer has a row for that unit on that day.</summary>
    public bool Serves(int officer, int unit, DateOnly day) => ServiceOf(officer).Any(s => s.Unit == unit && s.IsValidOn(day));

    /// <summary>The unit and every unit below it in the tree of that day, parents first, children by code.</summary>
    public IReadOnlyList<(int Unit, int Depth)> Below(int unit, DateOnly day)
    {
        var children = _unitCodes.Keys
            .Select(u => (Unit: u, PeriodOn(u, day)?.Parent))
            .Where(u => u.Parent is not null)
            .ToLookup(u => u.Parent!.Value, u => u.Unit);
        var found = new List<(int, int)>();
        var seen = new HashSet<int>();
        Visit(unit, 0);
        return found;

        void Visit(int current, int depth)
        {
            if (seen.Add(current))
            {
                found.Add((current, depth));
                foreach (var child in children[current].OrderBy(UnitCode, StringComparer.Ordinal))
                {
                    Visit(child, depth + 1);
                }
            }
        }
    }

    /// <summary>
    /// The units whose accounts a report about <paramref name="unit"/> counts: it, every unit below it in the tree of that
    /// day, and — where one of them succeeded another by then — the scope of the predecessor.
    /// </summary>
    public IReadOnlySet<int> ScopeOf(int unit, DateOnly day)
    {
        var scope = new HashSet<int>();
        var waiting = new Stack<int>([unit]);
        while (waiting.TryPop(out var next))
        {
            foreach (var (below, _) in Below(next, day))
            {
                if (scope.Add(below))
                {
                    foreach (var succession in _successions.Where(s => s.To == below && s.On <= day && !scope.Contains(s.From)))
                    {
                        waiting.Push(succession.From);
                    }
                }
            }
        }

        return scope;
    }

    /// <summary>Whether the unit would be its own ancestor on some day of its periods.</summary>
    public bool IsOwnAncestor(int unit) =>
        PeriodsOf(unit).Any(p => p.Parent is { } parent && Days(p).Any(day => Climbs(parent, unit, day)));

    public int AddUnit(int id, string code)
    {
        _unitIds.Add(code, id);
        _unitCodes.Add(id, code);
        return id;
    }

    public int AddOfficer(int id, string code)
    {
        _officerIds.Add(code, id);
        _officerCodes.Add(id, code);
        return id;
    }

    public UnitPeriod Add(UnitPeriod period)
    {
        Listed(_periods, period.Unit).Add(period);
        return period;
    }

    public void Remove(UnitPeriod period) => _periods[period.Unit].Remove(period);

    public void Remove(Commune commune) => _communes.Remove(commune.Code);

    /// <summary>A unit lives by its periods: a code that has none is forgotten.</summary>
    public void RemoveUnitsWithoutPeriod()
    {
        foreach (var unit in _unitCodes.Keys.Where(u => PeriodsOf(u).Count == 0).ToList())
        {
            _unitIds.Remove(_unitCodes[unit]);
            _unitCodes.Remove(unit);
        }
    }

    public UnitSuccession Add(UnitSuccession succession)
    {
        _successions.Add(succession);
        return succession;
    }

    public OfficerPeriod Add(OfficerPeriod period)
    {
        Listed(_service, period.Officer).Add(period);
        return period;
    }

    public Commune Add(Commune commune)
    {
        _communes.Add(commune.Code, commune);
        return commune;
    }

    /// <summary>The days on which the tree above can change: the first days of all periods inside this one, and its own.</summary>
    private IEnumerable<DateOnly> Days(UnitPeriod period) =>
        _periods.Values.SelectMany(list => list).Select(p => p.ValidFrom ?? DateOnly.MinValue)
            .Append(period.ValidFrom ?? DateOnly.MinValue).Where(period.IsValidOn).Distinct();

    private bool Climbs(int from, int to, DateOnly day)
    {
        var seen = new HashSet<int>();
        for (int? unit = from; unit is { } here && seen.Add(here); unit = PeriodOn(here, day)?.Parent)
        {
            if (here == to)
            {
                return true;
            }
        }

        return false;
    }

    private static List<T> Listed<T>(Dictionary<int, List<T>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }

    /// <summary>A tree and the last act that added to it: what an act wrote never changes.</summary>
    private sealed record KeptTree(Guid Act, UnitTree Tree);
}

/// <summary>The one place that says which units a person sees: every query, export, count and search asks it.</summary>
public static class Visibility
{
    /// <summary>Of these units, the ones whose matters and figures the person may see.</summary>
    public static IReadOnlySet<int> VisibleTo(this IEnumerable<int> units, Person person) => units.Where(person.Sees).ToHashSet();
}
