using System.Globalization;

namespace Thads.Office.Ranking;

/// <summary>Whether the parts of a scheme fit together.</summary>
internal static class SchemeRules
{
    public static Refusal? WhyNot(string file, Scheme scheme) =>
        Twice(file, "targets", scheme.Targets.Select(target => target.Code))
        ?? Twice(file, "criteria", scheme.Criteria.Select(criterion => criterion.Code))
        ?? Twice(file, "grades", scheme.Grades.Select(grade => grade.Code))
        ?? Targets(file, scheme)
        ?? Points(file, scheme)
        ?? Grades(file, scheme)
        ?? Order(file, scheme);

    private static Refusal? Twice(string file, string place, IEnumerable<string> codes) =>
        codes.GroupBy(code => code).FirstOrDefault(g => g.Count() > 1) is { } twice ? new Refusal("scheme.twice", file, place, twice.Key) : null;

    /// <summary>What names a target names one of the scheme; a reduction has a value of its own, since none is assigned.</summary>
    private static Refusal? Targets(string file, Scheme scheme)
    {
        var known = scheme.Targets.Select(target => target.Code).ToHashSet(StringComparer.Ordinal);
        var named = scheme.Criteria.Where(c => c.Target is not null).Select(c => ($"criteria.{c.Code}", c.Target!)).Concat(scheme.KnockOuts.Select((k, i) => (Place: $"knockOuts[{i}]", k.Target)));
        return named.FirstOrDefault(name => !known.Contains(name.Item2)) is (var place, { } missing) ? new Refusal("scheme.no-target", file, place, missing)
            : scheme.Targets.FirstOrDefault(target => (target.IsReduction || target.Of.Cell != "rate") && target.Value is null) is { } bare ? new Refusal("scheme.missing", file, $"targets.{bare.Code}.value")
            : scheme.Criteria.FirstOrDefault(c => c.Met > scheme.Targets.Count) is { } most ? new Refusal("scheme.too-many-met", file, $"criteria.{most.Code}", most.Met, scheme.Targets.Count)
            : scheme.Grades.FirstOrDefault(g => g.Any.Any(c => c.Met > scheme.Targets.Count)) is { } grade ? new Refusal("scheme.too-many-met", file, $"grades.{grade.Code}", grade.Any.Max(c => c.Met), scheme.Targets.Count)
            : null;
    }

    /// <summary>The most that can be given is the total the scheme says.</summary>
    private static Refusal? Points(string file, Scheme scheme) =>
        scheme.Criteria.Sum(criterion => criterion.Maximum) is var sum && sum != scheme.Total ? new Refusal("scheme.total", file, Written(sum), Written(scheme.Total)) : null;

    /// <summary>The best first, each beginning where the one above it ends, the lowest at 0: no points without a grade, none with two.</summary>
    private static Refusal? Grades(string file, Scheme scheme)
    {
        var grades = scheme.Grades;
        for (var i = 0; i < grades.Count; i++)
        {
            var (grade, above) = (grades[i], i == 0 ? null : grades[i - 1]);
            var end = grade.Below ?? decimal.MaxValue;
            var why = grade.From >= end ? new Refusal("scheme.empty-grade", file, grade.Code, Written(grade.From), Written(end))
                : above is null ? grade.Below is null ? null : new Refusal("scheme.gap", file, grade.Code, Written(grade.Below.Value), "…")
                : grade.Below is null || grade.Below > above.From ? new Refusal("scheme.overlap", file, grade.Code, above.Code, Written(above.From))
                : grade.Below < above.From ? new Refusal("scheme.gap", file, grade.Code, Written(grade.Below.Value), Written(above.From))
                : null;
            if (why is not null)
            {
                return why;
            }
        }

        return grades.Count > 0 && grades[^1].From != 0 ? new Refusal("scheme.gap", file, grades[^1].Code, "0", Written(grades[^1].From))
            : grades.Count > 0 && grades[^1].Any.Count > 0 ? new Refusal("scheme.last-grade", file, grades[^1].Code)
            : grades.Count > 0 && scheme.Criteria.Count == 0 ? new Refusal("scheme.no-points", file)
            : scheme.KnockOuts.FirstOrDefault(k => grades.All(grade => grade.Code != k.NotAbove)) is { } knockOut ? new Refusal("scheme.no-grade", file, knockOut.NotAbove)
            : null;
    }

    private static Refusal? Order(string file, Scheme scheme) =>
        scheme.Order.Count == 0 ? new Refusal("scheme.missing", file, "order")
        : scheme.Order.Any(order => order.Kind == OrderKind.Points ? order.Cell is not null || scheme.Criteria.Count == 0 : order.Cell is null) ? new Refusal("scheme.order", file)
        : null;

    private static string Written(decimal points) => points == decimal.MaxValue ? "…" : points.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));
}
