namespace Thads.Office.Ranking;

/// <summary>The grade a scheme proposes.</summary>
/// <param name="Met">So many targets are met.</param>
/// <param name="PassedOver">Better grades whose points were reached but not their conditions, or that a missed target shuts out.</param>
public sealed record GradeProposal(Grade Grade, int Met, IReadOnlyList<Grade> PassedOver);

/// <summary>Points and grades from values: pure, to the hundredth of a point.</summary>
public static class Scoring
{
    /// <summary>The points the figures give for a criterion; null where people give them, or the figures do not say.</summary>
    /// <param name="means">Mean of the units by cell; of a bonus. A cell that is not there makes the bonus unknown.</param>
    public static decimal? Points(Criterion criterion, IReadOnlyList<TargetResult> results, UnitValues unit, IReadOnlyDictionary<CellOf, decimal> means) => criterion.Kind switch
    {
        PointsKind.Proportional => Result(criterion, results) is { Result: { } result, Value: { } value } ? Share(criterion.Maximum, result, value) : null,
        PointsKind.Steps => Result(criterion, results)?.Margin is { } margin
            ? Math.Clamp(criterion.AtTarget + (margin >= 0 ? decimal.Floor(margin) * criterion.Above : decimal.Floor(margin) * criterion.Below), 0, criterion.Maximum) : null,
        PointsKind.Bonus => Bonus(criterion, results, unit, means),
        PointsKind.Deduction or PointsKind.Manual => null,
    };

    /// <summary>Points off for so many breaches, as a number below 0.</summary>
    public static decimal Deducted(Criterion criterion, int breaches) => -Math.Min(criterion.Most, criterion.Each * breaches);

    /// <summary>The best grade whose points are reached and whose conditions hold; null without grades.</summary>
    public static GradeProposal? Grade(Scheme scheme, decimal points, IReadOnlyList<TargetResult> results)
    {
        var passedOver = new List<Grade>();
        var met = results.Count(result => result.IsMet == true);
        for (var i = 0; i < scheme.Grades.Count; i++)
        {
            var grade = scheme.Grades[i];
            if (points < grade.From && i < scheme.Grades.Count - 1)
            {
                continue;
            }

            var isShut = scheme.KnockOuts.Any(knockOut =>
                results.Any(result => result.Target.Code == knockOut.Target && result.IsMet == false) && i < IndexOf(scheme, knockOut.NotAbove));
            if (!isShut && (grade.Any.Count == 0 || grade.Any.Any(condition => Holds(condition, met, results))))
            {
                return new GradeProposal(grade, met, passedOver);
            }

            passedOver.Add(grade);
        }

        return null;
    }

    private static bool Holds(GradeCondition condition, int met, IReadOnlyList<TargetResult> results) =>
        met >= condition.Met && (condition.OthersWithin is not { } within || results.Where(result => result.IsMet != true).All(result => -result.Margin < within));

    private static int IndexOf(Scheme scheme, string grade) => scheme.Grades.TakeWhile(g => g.Code != grade).Count();

    private static TargetResult? Result(Criterion criterion, IReadOnlyList<TargetResult> results) => results.FirstOrDefault(result => result.Target.Code == criterion.Target);

    /// <summary>As much of the maximum as the result has of the target, capped; exact in hundredths, half away from zero.</summary>
    private static decimal Share(decimal maximum, decimal result, decimal target) =>
        result >= target ? maximum : result <= 0 ? 0 : Law.Money.Rate((long)(maximum * 100) * (long)(result * 100), (long)(target * 100) * 10_000)!.Value;

    private static decimal? Bonus(Criterion criterion, IReadOnlyList<TargetResult> results, UnitValues unit, IReadOnlyDictionary<CellOf, decimal> means)
    {
        var (met, unknown) = (results.Count(result => result.IsMet == true), results.Count(result => result.IsMet is null));
        if (met + unknown < criterion.Met)
        {
            return 0;
        }

        if (criterion.AboveMean is { } cell)
        {
            if (unit[cell] is not { } value || !means.TryGetValue(cell, out var mean))
            {
                return null;
            }

            if (value <= mean)
            {
                return 0;
            }
        }

        return met >= criterion.Met ? criterion.Maximum : null;
    }
}
