using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.WatchLists;

/// <summary>Plans of matters, of those whose unit the person sees.</summary>
public static class ReadPlans
{
    private const string Columns = "p.id, p.matter_id, p.what, p.officer_id, p.planned_on, p.due_on, p.obstacle, p.state, p.note, p.act, a.person, a.at";

    /// <summary>All versions for a matter, in the order in which they were made.</summary>
    /// <param name="matter">Code.</param>
    /// <exception cref="NotFoundException">`matter.unknown`: there is none, or it is not this person's to see.</exception>
    public static async Task<IReadOnlyList<MatterPlan>> HistoryAsync(string matter, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var connection = await work.ConnectAsync(ct);
        var found = await connection.ListAsync(
            "SELECT m.id, n.unit_id FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.code = @code", r => (Id: r.Id(0), Unit: r.GetInt32(1)), ct, ("code", matter));
        if (found.Count == 0 || !work.Person.Sees(found[0].Unit))
        {
            throw new NotFoundException(new Refusal("matter.unknown", matter));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        return await connection.ListAsync(
            $"SELECT {Columns} FROM matter_plan p JOIN act a ON a.seq = p.act WHERE p.matter_id = @matter ORDER BY p.id", r => Read(r, tree), ct, ("matter", found[0].Id));
    }

    /// <summary>The plan that held for each matter after an act.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, MatterPlan>> HoldingAsync(long act, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var units = Sql.List(tree.Units.VisibleTo(work.Person));
        var plans = await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT {Columns} FROM matter_plan p JOIN act a ON a.seq = p.act JOIN matter_now n ON n.matter_id = p.matter_id
            WHERE n.unit_id IN ({units}) AND p.id IN (SELECT max(id) FROM matter_plan WHERE act <= @act GROUP BY matter_id)
            """, r => Read(r, tree), ct, ("act", act));
        return plans.ToDictionary(plan => plan.Matter);
    }

    private static MatterPlan Read(DbDataReader r, UnitTree tree)
    {
        var (officer, on) = (r.GetInt32(3), r.Day(4));
        return new MatterPlan(
            r.GetInt64(0), r.Id(1), r.GetString(2), tree.OfficerCode(officer), tree.OfficerName(officer, on), on, r.Day(5), r.TextOrNone(6), (PlanState)r.GetInt32(7), r.TextOrNone(8), r.GetInt64(9),
            r.GetString(10), r.Moment(11));
    }
}
