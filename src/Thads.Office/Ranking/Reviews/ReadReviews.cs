using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Overview;
using Thads.Office.Units;

namespace Thads.Office.Ranking.Reviews;

/// <summary>What is to be reviewed of a year.</summary>
/// <param name="Items">By kind, unit, day.</param>
public sealed record ReviewList(UnitTree Tree, int Unit, int Year, ReviewLimits Limits, IReadOnlyList<ReviewItem> Items);

/// <summary>
/// The list of matters to review before closing ("cần rà soát"): what the books hold, without judgement, to the office concerned at once; to whoever is above it only when
/// the office has answered, or had its working days.
/// </summary>
public static class ReadReviews
{
    /// <summary>While no act comes, the books hold what they held.</summary>
    private static readonly KeptAnswers<IReadOnlyList<ReviewItem>> Kept = new(32);

    /// <param name="Unit">Code; with the units below it that the person sees.</param>
    /// <param name="Year">Statistical year that has begun.</param>
    public sealed record Query(string Unit, int Year);

    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`report.year`, `report.not-begun`.</exception>
    public static async Task<ReviewList> RunAsync(Query query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var year = new StatisticalYear(query.Year);
        var named = query.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        RefusedException.ThrowIf(query.Year is < 1900 or > 9998 ? new Refusal("report.year", named) : year.Start > work.Today ? new Refusal("report.not-begun", named, year.Start) : null);
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(query.Unit, work.Person);
        var limits = await ReviewLimits.OfAsync(work, ct);
        var connection = await work.ConnectAsync(ct);
        var units = tree.ScopeOf(unit, year.End).VisibleTo(work.Person);
        var answers = (await connection.ListAsync(
            $"SELECT r.kind, r.unit_id, r.subject, r.answer, a.person, a.at, r.act FROM review_answer r JOIN act a ON a.seq = r.act WHERE r.year = @year AND r.unit_id IN ({Sql.List(units)}) ORDER BY r.id",
            r => (Of: (r.GetString(0), r.GetInt32(1), r.GetString(2)), Answer: new ReviewAnswer(r.GetString(3), r.GetString(4), r.Moment(5), r.GetInt64(6))), ct, ("year", query.Year)))
            .ToLookup(one => one.Of, one => one.Answer);
        var last = (await connection.ListAsync("SELECT id FROM act ORDER BY seq DESC LIMIT 1", r => r.Id(0), ct)).SingleOrDefault();
        var found = await Kept.OfAsync(
            work.Database, FormattableString.Invariant($"{last:N}/{query.Year}/{work.Today:yyyyMMdd}/{limits}/{Sql.List(units.Order())}"), () => new FindReviews(connection, units, year, work.Today, limits).AllAsync(ct));
        return new ReviewList(tree, unit, query.Year, limits, [.. found
            .Select(item => item with { Answers = [.. answers[(Codes.CodeOf(item.Kind), item.Unit, item.Subject)]] })
            .Where(item => IsFor(work.Person, item, tree, query.Year, work.Today))
            .OrderBy(item => item.Kind).ThenBy(item => tree.UnitCode(item.Unit), StringComparer.Ordinal).ThenBy(item => item.Matters[0].On).ThenBy(item => item.Subject, StringComparer.Ordinal)]);
    }

    /// <summary>To the office concerned first.</summary>
    public static bool IsFor(Person person, ReviewItem item, UnitTree tree, int year, DateOnly today) =>
        RankedYear.IsOwn(tree, item.Unit, year, person) || item.Answers.Count > 0 || today > item.AloneUntil;
}
