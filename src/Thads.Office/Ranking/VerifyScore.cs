using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Ranking;

/// <summary>The superior unit verifies what a unit gave itself.</summary>
public static class VerifyScore
{
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">See <see cref="GivePoints"/>; `score.not-superior`.</exception>
    public static async Task RunAsync(GivePointsInput input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        await GivePoints.WriteAsync(ScoreStage.Verified, "score-verified", input, (tree, unit) => RankedYear.WhyNotSuperior(tree, unit, input.Year, work.Person), work, ct);
    }

    /// <summary>Whether the person directs the unit above.</summary>
    public static bool May(UnitTree tree, int unit, int year, Person person) => RankedYear.WhyNotSuperior(tree, unit, year, person) is null;
}
