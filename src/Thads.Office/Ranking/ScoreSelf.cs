using Thads.Office.Acts;

namespace Thads.Office.Ranking;

/// <summary>A unit scores its own year, criterion by criterion (the process of 2020: Chi cục chấm, Cục thẩm định, hội đồng).</summary>
public static class ScoreSelf
{
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">See <see cref="GivePoints"/>; `score.not-own`: the person draws up no reports of that unit.</exception>
    public static async Task RunAsync(GivePointsInput input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Report);
        await GivePoints.WriteAsync(
            ScoreStage.Self, "self-scored", input, (tree, unit) => RankedYear.IsOwn(tree, unit, input.Year, work.Person) && work.Person.MayIn(unit, Permissions.Report) ? null : new Refusal("score.not-own", tree.UnitCode(unit)),
            work, ct);
    }
}
