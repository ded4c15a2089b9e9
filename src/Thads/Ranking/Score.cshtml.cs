using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Office.Units;

namespace Thads.Ranking;

/// <summary>The superior unit verifies the points of a unit, or records those that hold.</summary>
[Needs(Permissions.Direct)]
public sealed class RankingScoreModel(Work work, PageText text) : ScorePage(work, text)
{
    private ScoreStage _stage = ScoreStage.Verified;

    public override ScoreStage Stage => _stage;

    public async Task<IActionResult> OnGetAsync([FromRoute] string stage, CancellationToken ct) => Named(stage) ? await AskAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string stage, CancellationToken ct) => Named(stage) ? await SendAsync(ct) : NotFound();

    protected override bool May(UnitTree tree, int unit, int year, Person person) => VerifyScore.May(tree, unit, year, person);

    protected override Task GiveAsync(GivePointsInput input, CancellationToken ct) => Stage == ScoreStage.Final ? DecideScore.RunAsync(input, Work, ct) : VerifyScore.RunAsync(input, Work, ct);

    private bool Named(string stage) => Office.Codes.TryRead(stage, out _stage) && _stage != ScoreStage.Self;
}
