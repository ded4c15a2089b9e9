using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Manners;
using Thads.Office.Matters;
using Thads.Office.Obstacles;

namespace Thads.Office.Narrative;

/// <summary>
/// The periods in which work was impossible, for the causes: which, by what document, and what the books have of these days beside the same days a year before. They say what happened then, not why.
/// </summary>
internal static class ObstacleFacts
{
    /// <summary>Word of the list of what was settled on these days.</summary>
    internal const string Settled = "settled";

    /// <summary>Word of the list of what was settled on the same days a year before.</summary>
    internal const string Before = "before";

    /// <summary>Word of the list of coercions put off on these days.</summary>
    internal const string PutOff = "put_off";

    public static async Task AddAsync(FactBook book, NarrativeQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        var obstacles = await FindAsync(query, scope, work, ct);
        if (obstacles.Count == 0)
        {
            return;
        }

        book.Texts["obstacles"] = string.Join("; ", obstacles.Select(Said));
        book.Count("obstacle.count", "Số đợt trở ngại khách quan trong kỳ", obstacles.Count, new FactSource(SourceKind.Derived, query.Year));
        foreach (var (which, key, title) in new[]
        {
            (Settled, "obstacle.settled", "Giải quyết xong trong thời gian có trở ngại khách quan"), (Before, "obstacle.before", "Giải quyết xong cùng những ngày ấy của năm trước"),
        })
        {
            book.Matters(key, title, (await RowsAsync(query, scope, which, work, ct)).Sum(row => row.Counted), new FactSource(SourceKind.Own, query.Year, Own: new OwnPick("obstacle", which)));
        }

        book.Count("obstacle.put_off", "Cuộc cưỡng chế phải hoãn trong thời gian có trở ngại khách quan", (await RowsAsync(query, scope, PutOff, work, ct)).Sum(row => row.Counted), new FactSource(SourceKind.Own, query.Year, Own: new OwnPick("obstacle", PutOff)));
    }

    /// <summary>The rows behind a number: each matter settled, or coercion put off, on a day and in a place that an obstacle touched.</summary>
    /// <exception cref="RefusedException">`narrative.no-list`.</exception>
    internal static async Task<IReadOnlyList<OwnRow>> RowsAsync(NarrativeQuery query, FormScope scope, string which, Work work, CancellationToken ct)
    {
        RefusedException.ThrowIf(which is Settled or Before or PutOff ? null : new Refusal("narrative.no-list", which));
        var obstacles = await FindAsync(query, scope, work, ct);
        var year = which == Before ? new StatisticalYear(scope.Year.Year - 1) : scope.Year;
        var question = WayFacts.Question(query.Unit, scope, year);
        if (which == PutOff)
        {
            return [.. (await ReadFieldEvents.RunAsync(question, [EventKind.CoercionPutOff], work, ct)).Where(done => Touched(obstacles, done.On, done.Commune)).Select(done => new OwnRow(done.Code, done.On, 1))];
        }

        return [.. (await ReadEnds.RunAsync(question, work, ct)).Where(end => !end.IsMoney && Touched(obstacles, which == Before ? end.On.AddYears(1) : end.On, end.Commune)).GroupBy(end => end.Code)
            .Select(ends => new OwnRow(ends.Key, ends.Max(end => end.On), ends.Sum(end => end.Quantity))).Where(row => row.Counted != 0).OrderBy(row => row.On).ThenBy(row => row.Code, StringComparer.Ordinal)];
    }

    private static Task<IReadOnlyList<Obstacle>> FindAsync(NarrativeQuery query, FormScope scope, Work work, CancellationToken ct) =>
        ReadObstacles.RunAsync(new ObstacleQuestion(query.Unit, scope.Year.Start, scope.End, LastAct: scope.CutOff.Act), work, ct);

    private static bool Touched(IReadOnlyList<Obstacle> obstacles, DateOnly on, string? commune) =>
        obstacles.Any(obstacle => obstacle.Touches(on, on) && (obstacle.Communes.Count == 0 || obstacle.Communes.Any(there => there.Code == commune)));

    private static string Said(Obstacle obstacle) => Words.Say(
        Language.Vietnamese, obstacle.Last is null ? "narrative.obstacle-going-on" : "narrative.obstacle", obstacle.First, obstacle.Last ?? obstacle.First, obstacle.Cause, obstacle.HindersIn(Language.Vietnamese),
        obstacle.Communes.Count == 0 ? "" : $", {obstacle.WhereIn(Language.Vietnamese)}", obstacle.DocumentIn(Language.Vietnamese));
}
