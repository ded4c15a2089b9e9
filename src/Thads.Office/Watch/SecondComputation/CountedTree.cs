using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.Watch.SecondComputation;

/// <summary>A unit's place in the tree during a period; empty ends are open, the last day is included.</summary>
public sealed record CountedPlace(string Unit, string? Parent, DateOnly? From, DateOnly? To);

/// <summary>From a day on one unit answers for the accounts of another.</summary>
public sealed record CountedSuccession(string From, string To, DateOnly On);

/// <summary>The unit tree as the books had it at an act.</summary>
public sealed class CountedTree(IReadOnlyList<CountedPlace> places, IReadOnlyList<CountedSuccession> succession)
{
    public static async Task<CountedTree> ReadAsync(DbConnection connection, long act, CancellationToken ct) => new(
        await connection.ListAsync(
            """
            SELECT u.code, o.code, p.valid_from, p.valid_to, (SELECT min(e.last_on) FROM unit_period_end e WHERE e.unit_id = p.unit_id AND e.number = p.number AND e.act <= @act)
            FROM unit_period p JOIN unit u ON u.id = p.unit_id LEFT JOIN unit o ON o.id = p.parent_id WHERE p.act <= @act ORDER BY u.code, p.number
            """,
            r => new CountedPlace(r.GetString(0), r.TextOrNone(1), r.DayOrNone(2), Sooner(r.DayOrNone(3), r.DayOrNone(4))), ct, ("act", act)),
        await connection.ListAsync(
            "SELECT f.code, t.code, s.from_on FROM unit_succession s JOIN unit f ON f.id = s.from_id JOIN unit t ON t.id = s.to_id WHERE s.act <= @act ORDER BY s.from_on, f.code, t.code",
            r => new CountedSuccession(r.GetString(0), r.GetString(1), r.Day(2)), ct, ("act", act)));

    /// <summary>The unit and every unit below it in the tree of the day.</summary>
    public IReadOnlyList<string> Below(string unit, DateOnly day)
    {
        var found = new List<string> { unit };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(places.Where(p => p.Parent == found[i] && !(p.From > day) && !(p.To < day)).Select(p => p.Unit).Except(found));
        }

        return found;
    }

    /// <summary>The units whose accounts a unit answers for: those below it; for each its predecessors up to that day, and again theirs and what is still below them.</summary>
    public IReadOnlySet<string> ScopeOf(string unit, DateOnly day)
    {
        var scope = new HashSet<string>(Below(unit, day), StringComparer.Ordinal);
        while (succession.FirstOrDefault(s => s.On <= day && scope.Contains(s.To) && !scope.Contains(s.From)) is { } next)
        {
            scope.UnionWith(Below(next.From, day));
        }

        return scope;
    }

    private static DateOnly? Sooner(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;
}
