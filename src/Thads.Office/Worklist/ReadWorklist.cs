using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Clocks;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Overview;
using Thads.Office.Units;

namespace Thads.Office.Worklist;

/// <summary>Where a piece of work stands in the list of a day.</summary>
public enum WorkPile
{
    Overdue = 1,
    Today = 2,

    /// <summary>Due within seven days.</summary>
    Week = 3,

    /// <summary>Due within sixty days.</summary>
    Later = 4,

    /// <summary>Somebody else's turn.</summary>
    Others = 5,

    /// <summary>A person may decide to return the request.</summary>
    Proposals = 6,

    /// <summary>No limit runs, and the office's own reminder is over.</summary>
    Reminders = 7,

    /// <summary>Open, and nothing is to be done by a day.</summary>
    NoNext = 8,

    /// <summary>Nothing is known of it but its decision, and that is long ago: one list to clear.</summary>
    Unknown = 9,
}

/// <summary>A piece of work: a limit of a matter, or a matter without one.</summary>
/// <param name="Clock">Null where no limit runs.</param>
/// <param name="Debtor">As the list of matters names him; null = nobody is named.</param>
/// <param name="Left">Đồng.</param>
/// <param name="WorkingDays">Until its last day; negative = so many are over. Null without a limit.</param>
public sealed record WorkItem(WorkPile Pile, string Matter, string? Debtor, int Officer, DocketState State, long Left, Clock? Clock, int? WorkingDays);

/// <summary>The work of a person or a unit on a day.</summary>
/// <param name="Items">By pile, then by last day, then by code.</param>
/// <param name="Matters">Live matters looked at.</param>
public sealed record WorkOfDay(string Unit, string UnitName, string? Officer, string? OfficerName, DateOnly On, UnitTree Tree, IReadOnlyList<WorkItem> Items, int Matters)
{
    public IReadOnlyList<WorkItem> Of(WorkPile pile) => [.. Items.Where(item => item.Pile == pile)];
}

/// <summary>What is due, why, and what settles it: drawn from the limits of every live matter a person or a unit holds.</summary>
public static class ReadWorklist
{
    /// <summary>Days within which a limit stands among those to come.</summary>
    private const int LaterDays = 60;
    private const int WeekDays = 7;

    /// <param name="Unit">Code.</param>
    /// <param name="Officer">Code; null = everybody of the unit.</param>
    public sealed record Query(string Unit, string? Officer);

    /// <exception cref="NotFoundException">`report.unit`, `report.officer`.</exception>
    public static async Task<WorkOfDay> RunAsync(Query query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(query.Unit) is { } known && work.Person.Sees(known) ? known : throw new NotFoundException(new Refusal("report.unit", query.Unit));
        int? officer = query.Officer is null ? null : tree.OfficerOf(query.Officer) ?? throw new NotFoundException(new Refusal("report.officer", query.Officer));
        var limits = await WatchLimits.OfAsync(work, ct);
        var clocks = await MatterClocks.OfAsync(work, ct);
        var held = await HeldAsync(tree.ScopeOf(unit, work.Today).VisibleTo(work.Person), officer, work, ct);
        var connection = await work.ConnectAsync(ct);
        var items = new List<WorkItem>();
        foreach (var block in held.Chunk(MatterFiles.Block))
        {
            var ids = block.Select(one => one.Id).ToList();
            var proceedings = await Proceedings.OfAsync(connection, ids, ct);
            var files = (await MatterFiles.ByIdAsync(connection, ids, ct)).ToDictionary(file => file.Matter.Id);
            foreach (var one in block)
            {
                items.AddRange(ItemsOf(one, files[one.Id], clocks.Of(files[one.Id], [.. proceedings[one.Id]], work.Today), limits, work.Today));
            }
        }

        return new(
            tree.UnitCode(unit), tree.UnitName(unit, work.Today), query.Officer, officer is { } id ? tree.OfficerName(id, work.Today) : null, work.Today, tree,
            [.. items.OrderBy(item => item.Pile).ThenBy(item => item.Clock?.DueOn ?? DateOnly.MaxValue).ThenBy(item => item.Matter, StringComparer.Ordinal)], held.Count);
    }

    private sealed record Held(Guid Id, string Code, int Officer, DocketState State, long Left, string? Debtor);

    private static async Task<List<Held>> HeldAsync(IReadOnlySet<int> units, int? officer, Work work, CancellationToken ct) => units.Count == 0 ? [] : await (await work.ConnectAsync(ct)).ListAsync(
        $"""
        SELECT matter_id, code, officer_id, state, remainder, debtor FROM matter_list
        WHERE unit_id IN ({Sql.List(units)}) AND state BETWEEN {(int)DocketState.InProgress} AND {(int)DocketState.Suspended} {(officer is null ? "" : "AND officer_id = @officer")} ORDER BY code
        """,
        r => new Held(r.Id(0), r.GetString(1), r.NumberOrNone(2) ?? 0, (DocketState)r.GetInt32(3), r.GetInt64(4), r.TextOrNone(5)), ct, officer is { } id ? [("officer", id)] : []);

    /// <summary>A matter of which only the decision is known is one thing to clear and not three limits long over.</summary>
    private static List<WorkItem> ItemsOf(Held matter, MatterFile file, IReadOnlyList<Clock> clocks, WatchLimits limits, DateOnly today)
    {
        var open = clocks.Where(clock => clock.IsOpen).ToList();
        if (file.Events.Count == 0 && file.Steps.All(step => step.Kind.IsHandover) && file.Matter.DecidedOn.AddMonths(limits.UntouchedMonths) < today)
        {
            return [Item(WorkPile.Unknown, open.FirstOrDefault())];
        }

        var items = open.Select(clock => (Pile: PileOf(clock, today), Clock: clock)).Where(one => one.Pile is not null).Select(one => Item(one.Pile!.Value, one.Clock)).ToList();
        return open.Any(clock => clock.Turn is ClockTurn.Ours or ClockTurn.Others) || items.Count > 0 ? items : [Item(WorkPile.NoNext, null)];

        WorkItem Item(WorkPile pile, Clock? clock) => new(pile, matter.Code, matter.Debtor, matter.Officer, matter.State, matter.Left, clock, clock is null ? null : WorkingDays(clock.DueOn, today));
    }

    private static WorkPile? PileOf(Clock clock, DateOnly today) => clock.Turn switch
    {
        ClockTurn.Others => WorkPile.Others,
        ClockTurn.Proposal => clock.DueOn < today ? WorkPile.Proposals : null,
        ClockTurn.House => clock.DueOn < today ? WorkPile.Reminders : null,
        _ when clock.IsBeyond => WorkPile.Unknown,
        _ when clock.DueOn < today => WorkPile.Overdue,
        _ when clock.DueOn == today => WorkPile.Today,
        _ when clock.DueOn <= today.AddDays(WeekDays) => WorkPile.Week,
        _ when clock.DueOn <= today.AddDays(LaterDays) => WorkPile.Later,
        _ => null,
    };

    /// <summary>Working days from a day to the last one: 0 on the day itself.</summary>
    private static int? WorkingDays(DateOnly due, DateOnly today)
    {
        var days = WorkingCalendar.OfVietNam.Between(due, today);
        return due < today ? -days : days;
    }
}
