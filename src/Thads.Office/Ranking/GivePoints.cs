using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Ranking;

/// <summary>Points for one criterion, as somebody typed them.</summary>
/// <param name="Points">Null for points taken off per breach, and for a criterion that is left as it is.</param>
/// <param name="Breaches">Of points taken off per breach; null = left as it is.</param>
/// <param name="Reason">Needed where the points are others than before, or nothing was there before.</param>
public sealed record TypedPoints(string Criterion, decimal? Points, int? Breaches, string? Reason);

/// <summary>What the three acts that give points ask for.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Year">Statistical year; it is over.</param>
/// <param name="Scheme">Code.</param>
public sealed record GivePointsInput(string Unit, int Year, string Scheme, IReadOnlyList<TypedPoints> Points, string? IdempotencyKey = null);

/// <summary>What self, verified and final scores have in common: each is a row more, beside what the figures gave and with its reason.</summary>
public static class GivePoints
{
    /// <summary>Why these points cannot be given for the criterion, or null.</summary>
    /// <param name="before">Points of the stage before, else what the figures give; null = nothing.</param>
    public static Refusal? WhyNot(Criterion criterion, TypedPoints typed, decimal? before) => criterion.Kind == PointsKind.Deduction
        ? typed switch
        {
            { Breaches: null } or { Points: not null } => new("score.breaches", criterion.Vi),
            { Breaches: < 0 or > 9999 } => new("score.bad-breaches", criterion.Vi, typed.Breaches),
            _ when string.IsNullOrWhiteSpace(typed.Reason) && before != Scoring.Deducted(criterion, typed.Breaches.Value) => new("score.reason", criterion.Vi),
            _ => null,
        }
        : typed switch
        {
            { Points: null } or { Breaches: not null } => new("score.points", criterion.Vi),
            _ when typed.Points < criterion.Least || typed.Points > criterion.Maximum || decimal.Truncate(typed.Points.Value * 100) != typed.Points * 100 =>
                new("score.bad-points", criterion.Vi, Written(typed.Points.Value), Written(criterion.Least), Written(criterion.Maximum)),
            _ when string.IsNullOrWhiteSpace(typed.Reason) && typed.Points != before => new("score.reason", criterion.Vi),
            _ => null,
        };

    /// <summary>Writes the points; the right of the stage was asked before.</summary>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`ranking.not-over`, `ranking.unit-ended`, `scheme.*`, `score.*`.</exception>
    internal static async Task WriteAsync(ScoreStage stage, string kind, GivePointsInput input, Func<UnitTree, int, Refusal?> whyNotHis, Work work, CancellationToken ct)
    {
        var connection = await work.StartAsync(ct);
        if (await work.SameBeforeAsync(kind, input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(input.Unit, work.Person);
        RefusedException.ThrowIf(RankedYear.WhyNotOver(input.Year, work.Today) ?? RankedYear.WhyNotThere(tree, unit, input.Year) ?? whyNotHis(tree, unit));
        var scheme = Scheme.For(input.Scheme, input.Year);
        var lines = input.Points.Where(typed => typed.Points is not null || typed.Breaches is not null || !string.IsNullOrWhiteSpace(typed.Reason)).ToList();
        RefusedException.ThrowIf(
            !scheme.HasPoints ? new Refusal("score.no-points", scheme.Code)
            : lines.Count == 0 ? new Refusal("score.nothing")
            : lines.Find(typed => scheme.Criterion(typed.Criterion) is null) is { } unknown ? new Refusal("score.criterion", unknown.Criterion)
            : lines.GroupBy(typed => typed.Criterion).FirstOrDefault(g => g.Count() > 1) is { } twice ? new Refusal("score.twice", twice.Key)
            : null);
        var now = (await UnitYear.RunAsync(new(tree.UnitCode(unit), input.Year, scheme.Code), work, ct)).Unit.Points.ToDictionary(points => points.Criterion.Code, StringComparer.Ordinal);
        foreach (var typed in lines)
        {
            RefusedException.ThrowIf(WhyNot(now[typed.Criterion].Criterion, typed, now[typed.Criterion].Before(stage)));
        }

        work.Begin(kind, null, input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var changes = new List<ActChange>();
        foreach (var typed in lines)
        {
            var (criterion, computed) = (now[typed.Criterion].Criterion, now[typed.Criterion].Computed);
            var points = typed.Points ?? Scoring.Deducted(criterion, typed.Breaches!.Value);
            await connection.RunAsync(
                """
                INSERT INTO score (id, unit_id, year, scheme, criterion, stage, points, computed, breaches, reason, act)
                SELECT coalesce(max(id), 0) + 1, @unit, @year, @scheme, @criterion, @stage, @points, @computed, @breaches, @reason, @act FROM score
                """, ct,
                ("unit", unit), ("year", input.Year), ("scheme", scheme.Code), ("criterion", criterion.Code), ("stage", stage), ("points", (int)(points * 100)),
                ("computed", computed is { } known ? (int)(known * 100) : null), ("breaches", typed.Breaches), ("reason", string.IsNullOrWhiteSpace(typed.Reason) ? null : typed.Reason.Trim()), ("act", act));
            var subject = string.Create(CultureInfo.InvariantCulture, $"{tree.UnitCode(unit)} {input.Year} {scheme.Code} {criterion.Code}");
            changes.Add(new ActChange(subject, "points", now[typed.Criterion].Before(stage) is { } before ? Written(before) : null, Written(points)) { Unit = unit });
        }

        await work.ChangedAsync(ct, changes);
        await work.FinishAsync(ct);
    }

    private static string Written(decimal points) => points.ToString("0.#####", Words.Format);
}
