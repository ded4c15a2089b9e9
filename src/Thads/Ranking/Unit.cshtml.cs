using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Office.Units;

namespace Thads.Ranking;

/// <summary>One unit's year by a scheme: what it was to reach and reached, its points and who gave them, and what was decided.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class RankingUnitModel(Work work) : PageModel
{
    public RankingFilter? Filter { get; private set; }

    public RankingAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public RankedUnitYear? Year { get; private set; }

    public bool MayScoreSelf { get; private set; }

    public bool MayVerify { get; private set; }

    public bool MayRecognise { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filter = await RankingFilter.LoadAsync(Request, superior: false, work, ct);
        Address = Filter.Read();
        Year = await UnitYear.RunAsync(Address.Question, work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(Address.Unit)!.Value;
        var hasPoints = Year.Among.Scheme.HasPoints;
        MayRecognise = work.Person.MayIn(unit, Permissions.Direct);
        MayScoreSelf = hasPoints && ScoreSelf.May(tree, unit, Address.Year, work.Person);
        MayVerify = hasPoints && VerifyScore.May(tree, unit, Address.Year, work.Person);
    }
}
