using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Office.Units;

namespace Thads.Ranking;

/// <summary>A unit scores its own year.</summary>
[Needs(Permissions.Report)]
public sealed class RankingSelfScoreModel(Work work, PageText text) : ScorePage(work, text)
{
    public override ScoreStage Stage => ScoreStage.Self;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => AskAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SendAsync(ct);

    protected override bool May(UnitTree tree, int unit, int year, Person person) => ScoreSelf.May(tree, unit, year, person);

    protected override Task GiveAsync(GivePointsInput input, CancellationToken ct) => ScoreSelf.RunAsync(input, Work, ct);
}
