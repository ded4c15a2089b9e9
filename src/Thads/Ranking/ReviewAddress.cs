using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Ranking.Reviews;
using Thads.Office.Units;

namespace Thads.Ranking;

/// <summary>Which list of matters to review is asked for, as it stands in an address.</summary>
public sealed record ReviewAddress(string Unit, int Year, string Typed)
{
    public string List => $"/reviews?unit={Uri.EscapeDataString(Unit)}&year={PageText.Year(Year)}";

    public string Answer(ReviewItem item, string unit) => "/reviews/answer" + new QueryBuilder
    {
        { "unit", unit }, { "year", PageText.Year(Year) }, { "kind", Codes.CodeOf(item.Kind) }, { "subject", item.Subject },
    }.ToQueryString();

    /// <summary>Unless said otherwise the person's own unit, and in the first three months of a year still the year before.</summary>
    /// <exception cref="UnreadableException">The year is no number.</exception>
    public static async Task<ReviewAddress> ReadAsync(HttpRequest request, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var typed = request.Query["year"].FirstOrDefault()?.Trim() is { Length: > 0 } year ? year : PageText.Year(StatisticalYear.Of(work.Today.AddMonths(-3)).Year);
        var unit = request.Query["unit"].FirstOrDefault()?.Trim() is { Length: > 0 } asked ? asked
            : work.Person.Unit != 0 ? tree.UnitCode(work.Person.Unit) : await HomeUnit.FindAsync(tree, work.Today, work, ct);
        return new ReviewAddress(unit, int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UnreadableException(new Refusal("report.year", typed), "year"), typed);
    }
}
