using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Overview;

namespace Thads.Ranking;

/// <summary>The units below one, in the order a scheme proposes, beside what was decided and beside what cannot be told apart.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class RankingModel(Work work) : PageModel
{
    public RankingFilter? Filter { get; private set; }

    public RankingAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public RankedUnits? Ranked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await RankingFilter.LoadAsync(Request, superior: true, work, ct);
        Address = Filter.Read();
        if (!Request.Query.ContainsKey("unit") && await OwnPlace.OfUnitsAsync(null, work, ct) is null)
        {
            // Whoever sees no unit with others below it has a year of their own, and nobody beside it.
            return Redirect(Address.Of(Address.Unit));
        }

        Ranked = await ReadRanking.RunAsync(Address.Question, work, ct);
        return Page();
    }
}
