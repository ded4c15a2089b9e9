namespace Thads.Office.Figures.Published;

/// <summary>What the figures of a row say about each other.</summary>
public enum Verdict
{
    /// <summary>At least one rule could be checked, and all that could hold.</summary>
    Ok = 1,

    /// <summary>The figures cannot all be true.</summary>
    Inconsistent = 2,

    /// <summary>Too few figures are printed to check any rule.</summary>
    Unverifiable = 3,
}

/// <summary>A rule checked on a row.</summary>
/// <param name="Rule">P01 to P10, as in the specification.</param>
/// <param name="Words">The code of the rule's words: a rule may have more than one form.</param>
/// <param name="Holds">Whether there are values, among those the figures stand for, that satisfy the identity.</param>
/// <param name="Expected">What the other figures, taken as printed, give; null when they give nothing (a rate of an empty base).</param>
/// <param name="Printed">What was printed.</param>
/// <param name="Figures">The figures the rule speaks of.</param>
public sealed record RuleCheck(string Rule, string Words, bool Holds, string? Expected, string Printed, IReadOnlyList<Figure> Figures);

/// <summary>One digit changed, or two neighbouring digits swapped, in one figure, after which all rules hold.</summary>
/// <param name="Column">As the file names it.</param>
public sealed record Repair(Figure Figure, string Column, string Printed, string Suggested);

/// <summary>A row with what can be said about it.</summary>
public sealed record CheckedRow(PublishedRow Row, Verdict Verdict, IReadOnlyList<RuleCheck> Checks, IReadOnlyList<Repair> Repairs);

/// <summary>
/// Which of the figures somebody printed can be true together (docs/formats/published-figures.md; the identities are those of
/// forms 01 and 02, Thông tư 08/2015, 06/2019 and 05/2024/TT-BTP). Computed by intervals, exactly.
/// </summary>
public static class CheckPublishedFigures
{
    /// <summary>A longer list helps nobody to find the slip.</summary>
    public const int MaxRepairs = 10;

    private static readonly Figure[] Outgoing = [Figure.Delegated, Figure.Withdrawn, Figure.PulledUp, Figure.Returned];

    private static readonly Figure[] Chain = [Figure.Settled, Figure.Enforceable, Figure.Due, Figure.Total];

    public static CheckedRow Run(PublishedRow row)
    {
        var checks = Checks(row).ToList();
        var verdict = checks.Count == 0 ? Verdict.Unverifiable
            : checks.All(check => check.Holds) ? Verdict.Ok
            : Verdict.Inconsistent;
        return new(row, verdict, checks, verdict == Verdict.Inconsistent ? [.. ProposeRepairs.Of(row, checks).Take(MaxRepairs)] : []);
    }

    /// <summary>Every rule whose figures are printed, in the order of the specification.</summary>
    public static IEnumerable<RuleCheck> Checks(PublishedRow row) =>
        new[]
        {
            Sum(row, "P01", Figure.Total, [Figure.Carried, Figure.New]),
            Due(row),
            Parts(row),
            Sum(row, "P05a", Figure.CarriedOver, [Figure.Due], [Figure.Settled]),
            Sum(row, "P05b", Figure.CarriedOverEnforceable, [Figure.Enforceable], [Figure.Settled]),
            Rate(row),
            Sum(row, "P07", Figure.Margin, [Figure.Rate], [Figure.Target]),
            Sum(row, "P08", Figure.RateChange, [Figure.Rate], [Figure.PreviousRate]),
            Order(row),
            Sum(row, "P10", Figure.SettledChange, [Figure.Settled], [Figure.PreviousSettled]),
        }.OfType<RuleCheck>();

    private static RuleCheck? Due(PublishedRow row)
    {
        Figure[] printed = [.. Outgoing.Where(row.Figures.ContainsKey)];
        return printed.Length == 0 ? null : Sum(row, "P02", Figure.Due, [Figure.Total], printed);
    }

    /// <summary>
    /// Under the circular of 2015 what was due had two parts; since that of 2019 hoãn and tạm đình chỉ are a third,
    /// which a publication may leave out.
    /// </summary>
    private static RuleCheck? Parts(PublishedRow row) =>
        row.Regime == PublishedRow.Regime2015
            ? Sum(row, "P04", Figure.Due, [Figure.Enforceable, Figure.NotEnforceable])
            : row.Figures.ContainsKey(Figure.PostponedSuspended)
                ? Sum(row, "P03", Figure.Due, [Figure.Enforceable, Figure.NotEnforceable, Figure.PostponedSuspended])
                : Sum(row, "P03", Figure.Due, [Figure.Enforceable, Figure.NotEnforceable], orMore: true);

    /// <summary>Left = the sum of <paramref name="plus"/> less the sum of <paramref name="minus"/>; each figure stands in it once, so intervals lose nothing.</summary>
    private static RuleCheck? Sum(PublishedRow row, string rule, Figure left, Figure[] plus, Figure[]? minus = null, bool orMore = false)
    {
        minus ??= [];
        Figure[] figures = [left, .. plus, .. minus];
        if (!figures.All(row.Figures.ContainsKey))
        {
            return null;
        }

        var range = Interval.Point(Rational.Zero);
        var value = Rational.Zero;
        foreach (var figure in plus)
        {
            range += row.Range(figure)!;
            value += row.Figures[figure].Value;
        }

        foreach (var figure in minus)
        {
            range -= row.Range(figure)!;
            value -= row.Figures[figure].Value;
        }

        var printed = row.Range(left)!;
        var expected = value.Written(figures.Max(figure => row.Figures[figure].Decimals));
        return new(
            rule,
            orMore ? $"published.{rule}-or-more" : $"published.{rule}",
            orMore ? printed.CanBeAtLeast(range) : printed.Meets(range),
            orMore ? $"≥ {expected}" : expected,
            row.Figures[left].Text,
            figures);
    }

    private static RuleCheck? Rate(PublishedRow row)
    {
        if (row.Range(Figure.Rate) is not { } rate || row.Range(Figure.Settled) is not { } settled || row.Range(Figure.Enforceable) is not { } enforceable)
        {
            return null;
        }

        var hundredfold = Interval.Point(new(100)) * settled;
        var part = row.Figures[Figure.Settled].Value;
        var whole = row.Figures[Figure.Enforceable].Value;
        var printed = row.Figures[Figure.Rate];

        // Multiplied out, so that nothing is divided by a base that may be 0. Of an empty base there is no rate; only
        // 0 of 0 printed as 0 is let pass, as offices with nothing enforceable yet print it.
        var holds = enforceable == Interval.Point(Rational.Zero)
            ? rate.Contains(Rational.Zero) && settled.Contains(Rational.Zero)
            : (enforceable.AboveZero() is { } above && hundredfold.Meets(rate * above))
                || ((-enforceable).AboveZero() is { } below && (-hundredfold).Meets(rate * below));
        var expected = whole.Sign != 0 ? (new Rational(100) * part / whole).Written(printed.Decimals)
            : part.Sign == 0 ? part.Written(printed.Decimals)
            : null;
        return new("P06", "published.P06", holds, expected, printed.Text, [Figure.Rate, Figure.Settled, Figure.Enforceable]);
    }

    /// <summary>0 ≤ settled ≤ enforceable ≤ due ≤ total on those printed. One choice of values must satisfy the whole chain.</summary>
    private static RuleCheck? Order(PublishedRow row)
    {
        Figure[] figures = [.. Chain.Where(row.Figures.ContainsKey)];
        if (figures.Length < 2)
        {
            return null;
        }

        Interval? reached = Interval.Point(Rational.Zero);
        foreach (var figure in figures)
        {
            reached = reached is null ? null : row.Range(figure)!.AtLeast(reached);
        }

        return new(
            "P09",
            "published.P09",
            reached is not null,
            "0 ≤ " + string.Join(" ≤ ", figures.Select(figure => row.Figures[figure].Column)),
            string.Join("; ", figures.Select(figure => row.Figures[figure].Text)),
            figures);
    }
}
