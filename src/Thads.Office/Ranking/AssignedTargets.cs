using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Overview;

namespace Thads.Office.Ranking;

/// <summary>What was assigned to units for a year, in percent of the whole year: a year that is over is measured by all of it, whatever the pace was.</summary>
internal static class AssignedTargets
{
    public static async Task<IReadOnlyDictionary<(int Unit, Measure Measure), decimal>> OfAsync(IReadOnlyCollection<int> units, int year, long lastAct, Work work, CancellationToken ct) =>
        (await (await work.ConnectAsync(ct)).ListAsync(
            $"SELECT unit_id, measure, value FROM target WHERE year = @year AND officer_id IS NULL AND act <= @act AND unit_id IN ({Sql.List(units)})",
            r => (Of: (r.GetInt32(0), (Measure)r.GetInt32(1)), Assigned: new Assigned(r.GetInt32(2), Figures.Pace.Annual)), ct, ("year", year), ("act", lastAct)))
        .ToDictionary(target => target.Of, target => target.Assigned.Value);
}
