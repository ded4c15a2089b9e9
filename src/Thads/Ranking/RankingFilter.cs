using System.Globalization;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Units;
using Thads.Overview;
using Thads.Shared.Kit;

namespace Thads.Ranking;

/// <summary>The fields above a page of ranking: what may be chosen, and what was typed, be it right or wrong.</summary>
public sealed class RankingFilter
{
    private readonly IQueryCollection _query;
    private readonly Work _work;

    private RankingFilter(IQueryCollection query, IReadOnlyList<Choice> units, string unit, Work work) => (_query, Units, Unit, _work) = (query, units, unit, work);

    /// <summary>Units the person sees, those above before those below.</summary>
    public IReadOnlyList<Choice> Units { get; }

    public string Unit { get; }

    /// <summary>Unless said otherwise the last year that is over.</summary>
    public string Year => Typed("year") ?? PageText.Year(StatisticalYear.Of(_work.Today).Year - 1);

    public string Scheme => Typed("scheme") ?? Office.Ranking.Scheme.ByRates;

    public string? KnownOn => DateOnly.TryParseExact(Typed("knownOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? PageText.Day(day) : Typed("knownOn");

    public static IReadOnlyList<Choice> Schemes(PageText text) =>
        [.. Office.Ranking.Scheme.All.OrderByDescending(scheme => scheme.Code, StringComparer.Ordinal).Select(scheme => new Choice(scheme.Code, scheme.NameIn(text.Language)))];

    /// <param name="superior">The page is of units below one; without one asked for, the person's own place begins.</param>
    public static async Task<RankingFilter> LoadAsync(HttpRequest request, bool superior, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var typed = request.Query["unit"].FirstOrDefault()?.Trim() is { Length: > 0 } asked ? asked : null;
        var unit = typed ?? (superior ? await OwnPlace.OfUnitsAsync(null, work, ct) : null) ?? await OwnAsync(tree, work, ct);
        var seen = new HashSet<int>();
        var tops = tree.Units.Where(top => tree.PeriodOn(top, work.Today) is { Parent: null }).OrderBy(tree.UnitCode, StringComparer.Ordinal);
        var units = tops.SelectMany(top => tree.Below(top, work.Today)).Concat(tree.Units.OrderBy(tree.UnitCode, StringComparer.Ordinal).Select(one => (Unit: one, Depth: 0)))
            .Where(one => seen.Add(one.Unit) && work.Person.Sees(one.Unit)).ToList();
        return new RankingFilter(
            request.Query, [.. units.Select(one => new Choice(tree.UnitCode(one.Unit), tree.UnitName(one.Unit, work.Today), one.Depth, Vietnamese: true))], unit, work);
    }

    /// <exception cref="UnreadableException">A field holds what it cannot hold.</exception>
    public RankingAddress Read() => new(
        Unit, int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : throw new UnreadableException(new Refusal("report.year", Year), "year"), Scheme,
        TypedDay.Read(Typed("knownOn"), "knownOn", _work));

    private static async Task<string> OwnAsync(UnitTree tree, Work work, CancellationToken ct) =>
        work.Person.Unit != 0 ? tree.UnitCode(work.Person.Unit) : await Office.Figures.HomeUnit.FindAsync(tree, work.Today, work, ct);

    private string? Typed(string name) => _query[name].FirstOrDefault()?.Trim() is { Length: > 0 } typed ? typed : null;
}
