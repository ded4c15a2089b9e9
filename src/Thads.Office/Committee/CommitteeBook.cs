using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Committee;

/// <summary>The steering committees of the units the person sees, those that have ended too.</summary>
public sealed class CommitteeBook
{
    private CommitteeBook(IReadOnlyList<SteeringCommittee> all) => All = all;

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<SteeringCommittee> All { get; }

    public SteeringCommittee? Of(int id) => All.FirstOrDefault(committee => committee.Id == id);

    /// <exception cref="NotFoundException">`committee.unknown`.</exception>
    public SteeringCommittee Known(int id) => Of(id) ?? throw new NotFoundException(new Refusal("committee.unknown"));

    /// <summary>The committee of a unit on a day; null where there is none.</summary>
    /// <param name="unit">Id.</param>
    public SteeringCommittee? OfUnit(int unit, DateOnly day) => All.LastOrDefault(committee => committee.Unit == unit && committee.IsThereOn(day));

    /// <summary>
    /// The committees whose open conclusions come before a meeting of this one: it and those it follows, and committees below it that ended and that no other follows, so
    /// that what was concluded is always before somebody.
    /// </summary>
    public IReadOnlySet<int> LineOf(SteeringCommittee committee, UnitTree tree, DateOnly day)
    {
        var line = new HashSet<int>();
        var scope = tree.ScopeOf(committee.Unit, day);
        var waiting = new Stack<int>(All.Where(other => other.LastOn < day && other.Id != committee.Id && scope.Contains(other.Unit) && !All.Any(next => next.Predecessor == other.Id && next.BeginsOn <= day)).Select(other => other.Id));
        waiting.Push(committee.Id);
        while (waiting.TryPop(out var next))
        {
            if (line.Add(next) && Of(next)?.Predecessor is { } before)
            {
                waiting.Push(before);
            }
        }

        return line;
    }

    public static async Task<CommitteeBook> OfAsync(Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return new CommitteeBook([.. (await ReadAsync(work, ct)).Where(committee => work.Person.Sees(committee.Unit))]);
    }

    /// <summary>All of them, for what one committee owes to another that the person does not see.</summary>
    internal static async Task<CommitteeBook> WholeAsync(Work work, CancellationToken ct) => new(await ReadAsync(work, ct));

    /// <summary>The committee an act is about, with the right over its unit.</summary>
    internal static async Task<SteeringCommittee> TakeAsync(int id, Permissions right, Work work, CancellationToken ct)
    {
        var committee = (await OfAsync(work, ct)).Known(id);
        work.Require(right, committee.Unit);
        return committee;
    }

    private static async Task<List<SteeringCommittee>> ReadAsync(Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var members = (await connection.ListAsync(
            """
            SELECT m.id, m.committee_id, m.position, m.name, m.title, m.partner_id, m.from_on, m.decision, m.replaces, e.last_on, e.reason
            FROM committee_member m LEFT JOIN committee_member_end e ON e.member_id = m.id ORDER BY m.position, m.from_on, m.id
            """,
            r => new CommitteeMember(
                r.GetInt32(0), r.GetInt32(1), (CommitteePosition)r.GetInt32(2), r.GetString(3), r.GetString(4), r.NumberOrNone(5), r.Day(6), r.GetString(7), r.NumberOrNone(8), r.DayOrNone(9),
                r.TextOrNone(10)), ct)).ToLookup(member => member.Committee);
        var rules = (await connection.ListAsync(
            "SELECT committee_id, valid_from, cycle_months, papers_days, quorum, procuracy, agenda_from, document, act FROM committee_rule ORDER BY id",
            r => (Committee: r.GetInt32(0), Rule: new WorkingRule(r.Day(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5) != 0, r.GetInt64(6), r.GetString(7), r.GetInt64(8))), ct))
            .ToLookup(rule => rule.Committee, rule => rule.Rule);
        return await connection.ListAsync(
            """
            SELECT c.id, c.unit_id, c.level, c.name, c.decision, c.decided_on, c.issuer, c.begins_on, c.predecessor, e.last_on, e.document
            FROM committee c LEFT JOIN committee_end e ON e.committee_id = c.id ORDER BY c.begins_on, c.id
            """,
            r => new SteeringCommittee(
                r.GetInt32(0), r.GetInt32(1), (CommitteeLevel)r.GetInt32(2), r.GetString(3), r.GetString(4), r.Day(5), r.GetString(6), r.Day(7), r.NumberOrNone(8), r.DayOrNone(9),
                r.TextOrNone(10), [.. members[r.GetInt32(0)]], [.. rules[r.GetInt32(0)]]), ct);
    }
}
