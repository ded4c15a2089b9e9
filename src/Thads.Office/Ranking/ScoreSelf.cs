using Thads.Office.Acts;
using Thads.Office.Units;

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
            ScoreStage.Self, "self-scored", input, (tree, unit) => May(tree, unit, input.Year, work.Person) ? null : new Refusal("score.not-own", tree.UnitCode(unit)), work, ct);
    }

    /// <summary>Whether the person belongs to the unit and draws up its reports.</summary>
    public static bool May(UnitTree tree, int unit, int year, Person person) => person.MayIn(unit, Permissions.Report) && RankedYear.IsOwn(tree, unit, year, person);
}
