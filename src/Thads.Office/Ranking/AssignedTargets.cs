using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Targets;

namespace Thads.Office.Ranking;

/// <summary>What was assigned to units for a year, in percent of the whole year: a year that is over is measured by all of it, whatever the pace was.</summary>
internal static class AssignedTargets
{
    public static async Task<IReadOnlyDictionary<(int Unit, Measure Measure), decimal>> OfAsync(IReadOnlyCollection<int> units, int year, DocketCutOff cutOff, Work work, CancellationToken ct)
    {
        var book = await TargetBook.OfAsync(year, cutOff, units, work, ct);
        return units.SelectMany(unit => Enum.GetValues<Measure>().Select(measure => (Of: (unit, measure), Assigned: book.Of(unit, measure))))
            .Where(target => target.Assigned is not null).ToDictionary(target => target.Of, target => target.Assigned!.Value);
    }
}
