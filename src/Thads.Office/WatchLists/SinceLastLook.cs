using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Overview;

namespace Thads.Office.WatchLists;

/// <summary>A matter that left a list: where it stands now.</summary>
/// <param name="State">Null = still live here, the rule means it no more.</param>
public sealed record GoneMatter(WatchEntry Entry, DocketState? State, DateOnly? On);

/// <summary>Something recorded in a matter of a list since.</summary>
/// <param name="Word">Code of its words: `StepKind.…` or `EventKind.…`.</param>
public sealed record RecordedSince(string Matter, string Word, DateOnly On, long? Amount);

/// <summary>What changed on a list since a person last looked at it.</summary>
public sealed record ListChanges(LastLook Look, IReadOnlyList<WatchedMatter> New, IReadOnlyList<GoneMatter> Gone, IReadOnlyList<RecordedSince> Recorded, IReadOnlyList<WatchedMatter> Planned, IReadOnlyList<WatchedMatter> Overdue)
{
    public bool IsNothing => New.Count + Gone.Count + Recorded.Count + Planned.Count + Overdue.Count == 0;
}

/// <summary>Compares a list with what it was at a person's last look: as the books stood after the act that kept the look, on its day.</summary>
public static class SinceLastLook
{
    /// <returns>Null = the person never looked at this list.</returns>
    public static async Task<ListChanges?> RunAsync(WatchedList list, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        if (await LastLook.OfAsync(list.Scope, work, ct) is not { } look)
        {
            return null;
        }

        var scope = list.Scope with
        {
            Question = list.Scope.Question with { On = look.On, KnownOn = null },
            Units = list.Scope.Units with { On = look.On, CutOff = new DocketCutOff(look.Act, null) },
        };
        var before = await ReadWatchList.MattersAsync(scope, work, ct);
        var (then, now) = (before.Select(matter => matter.Entry.Id).ToHashSet(), list.Matters.ToDictionary(matter => matter.Entry.Id));
        var gone = before.Where(matter => !now.ContainsKey(matter.Entry.Id)).ToList();
        return new ListChanges(
            look,
            [.. list.Matters.Where(matter => !then.Contains(matter.Entry.Id))],
            await WhereToAsync(gone, list.Scope.Units, work, ct),
            await RecordedAsync(look, [.. now.Keys.Union(then)], list.Scope.Units, work, ct),
            [.. list.Matters.Where(matter => matter.Plan?.Act > look.Act)],
            [.. list.Matters.Where(matter => matter.IsOverdue(list.Scope.Units.On))]);
    }

    /// <summary>Where matters stand that left the list, and since when.</summary>
    private static async Task<IReadOnlyList<GoneMatter>> WhereToAsync(List<WatchedMatter> gone, OverviewScope units, Work work, CancellationToken ct)
    {
        var (found, connection) = (new List<GoneMatter>(), await work.ConnectAsync(ct));
        foreach (var matter in gone)
        {
            var now = (await connection.ListAsync(
                $"""
                SELECT n.state, n.unit_id, (SELECT max(m.happened_on) FROM move m WHERE m.matter_id = n.matter_id AND m.line = 0 AND (m.to_state = n.state OR m.to_state = {(int)DocketState.Completed}))
                FROM matter_now n WHERE n.matter_id = @matter
                """,
                r => (State: (DocketState)r.GetInt32(0), Unit: r.GetInt32(1), On: r.DayOrNone(2)), ct, ("matter", matter.Entry.Id))).Single();
            found.Add(new GoneMatter(matter.Entry, now.State.IsLive && units.Units.Contains(now.Unit) ? null : now.State, now.On));
        }

        return found;
    }

    /// <summary>Steps and events entered after the look in matters that are, or were, on the list.</summary>
    private static async Task<IReadOnlyList<RecordedSince>> RecordedAsync(LastLook look, HashSet<Guid> matters, OverviewScope units, Work work, CancellationToken ct)
    {
        var (recorded, connection) = (new List<RecordedSince>(), await work.ConnectAsync(ct));
        foreach (var (table, isStep) in new[] { ("step", true), ("matter_event", false) })
        {
            await connection.EachAsync(
                $"SELECT s.matter_id, m.code, s.kind, s.happened_on, {(isStep ? "s.amount" : "0")} FROM {table} s JOIN matter m ON m.id = s.matter_id WHERE s.act > @after AND s.act <= @act ORDER BY s.happened_on, m.code",
                r =>
                {
                    if (matters.Contains(r.Id(0)))
                    {
                        var word = isStep ? $"StepKind.{Codes.CodeOf((StepKind)r.GetInt32(2))}" : $"EventKind.{Codes.CodeOf((EventKind)r.GetInt32(2))}";
                        recorded.Add(new RecordedSince(r.GetString(1), word, r.Day(3), isStep && r.GetInt64(4) != 0 ? r.GetInt64(4) : null));
                    }
                }, ct, ("after", look.Act), ("act", units.CutOff.Act));
        }

        return recorded;
    }
}
