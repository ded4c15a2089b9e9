using Thads.Office.Acts;

namespace Thads.Office.Ranking;

/// <summary>The council of the superior unit gives the points that hold.</summary>
public static class DecideScore
{
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">See <see cref="GivePoints"/>; `score.not-superior`.</exception>
    public static async Task RunAsync(GivePointsInput input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        await GivePoints.WriteAsync(ScoreStage.Final, "score-decided", input, (tree, unit) => RankedYear.WhyNotSuperior(tree, unit, input.Year, work.Person), work, ct);
    }
}
