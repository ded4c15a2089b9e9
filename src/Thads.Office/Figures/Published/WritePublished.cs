using Thads.Office.Docket;

namespace Thads.Office.Figures.Published;

/// <summary>The answer about a file of published figures, for programs and for people.</summary>
public static class WritePublished
{
    /// <summary>One line of JSON, as the specification lays it out; columns have the names the file gave them.</summary>
    public static string Json(IEnumerable<CheckedRow> rows) => JsonText.Of(json => json.List("rows", rows, row =>
    {
        json.WriteString("id", row.Row.Id);
        json.WriteString("verdict", Code(row.Verdict));
        json.List("checks", row.Checks, check =>
        {
            json.WriteString("rule", check.Rule);
            json.WriteBoolean("holds", check.Holds);
            json.WriteString("expected", check.Expected);
            json.WriteString("printed", check.Printed);
        });
        json.List("repairs", row.Repairs, repair =>
        {
            json.WriteString("column", repair.Column);
            json.WriteString("printed", repair.Printed);
            json.WriteString("suggested", repair.Suggested);
        });
    }));

    /// <summary>A paragraph per row: the verdict, the rules that do not hold and what would reconcile the figures; a line of totals at the end.</summary>
    public static IEnumerable<string> Text(IReadOnlyList<CheckedRow> rows, Language language)
    {
        foreach (var row in rows)
        {
            yield return Words.Say(language, "published.row", Title(row.Row, language), Words.Say(language, $"published.verdict.{Code(row.Verdict)}", row.Checks.Count));
            foreach (var check in row.Checks.Where(check => !check.Holds))
            {
                yield return "  " + Failing(row.Row, check, language);
            }

            foreach (var repair in row.Repairs)
            {
                yield return "  " + Reconciling(repair, language);
            }

            if (row.Verdict == Verdict.Inconsistent && row.Repairs.Count == 0)
            {
                yield return "  " + Words.Say(language, "published.no-repair");
            }
        }

        yield return Words.Say(
            language,
            "published.total",
            rows.Count,
            rows.Count(row => row.Verdict == Verdict.Ok),
            rows.Count(row => row.Verdict == Verdict.Inconsistent),
            rows.Count(row => row.Verdict == Verdict.Unverifiable));
    }

    /// <summary>The cell as Vietnamese people write numbers: a comma before the decimals, dots between thousands.</summary>
    public static string Vietnamese(string cell)
    {
        var first = cell.AsSpan().IndexOfAnyInRange('0', '9');
        var point = cell.IndexOf('.', StringComparison.Ordinal);
        var end = point < 0 ? cell.Length : point;
        var whole = cell[first..end];
        for (var place = whole.Length - 3; place > 0; place -= 3)
        {
            whole = whole.Insert(place, ".");
        }

        return cell[..first] + whole + cell[end..].Replace('.', ',');
    }

    /// <summary>What would reconcile the figures, as a sentence.</summary>
    public static string Reconciling(Repair repair, Language language) =>
        Words.Say(language, "published.repair", Vietnamese(repair.Suggested), Label(repair.Figure, language), Vietnamese(repair.Printed));

    /// <summary>A rule that does not hold, as a sentence.</summary>
    public static string Failing(PublishedRow row, RuleCheck check, Language language)
    {
        var rule = Words.Say(language, check.Words);
        if (check.Rule == "P09")
        {
            var chain = check.Figures.Select(figure => $"{Label(figure, language)} {Vietnamese(row.Figures[figure].Text)}");
            return Words.Say(language, "published.out-of-order", check.Rule, rule, string.Join("; ", chain));
        }

        return check.Expected is null
            ? Words.Say(language, "published.nothing-computed", check.Rule, rule, Vietnamese(check.Printed))
            : Words.Say(language, "published.computed", check.Rule, rule, Vietnamese(check.Expected), Vietnamese(check.Printed));
    }

    private static string Title(PublishedRow row, Language language)
    {
        string[] facts =
        [
            row.Unit,
            row.Year is { } year ? Words.Say(language, "published.year", $"{year}") : "",
            row.Months is { } months ? Words.Say(language, "published.months", months) : "",
            Words.Say(language, row.Measure == Measure.Money ? "published.money" : "published.matters"),
        ];
        return $"{row.Id} ({string.Join(", ", facts.Where(fact => fact.Length > 0))})";
    }

    private static string Label(Figure figure, Language language) => Words.Say(language, $"published.figure.{figure.Name}");

    private static string Code(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Inconsistent => "inconsistent",
        Verdict.Unverifiable => "unverifiable",
    };
}
