using System.Globalization;
using System.Text;
using System.Text.Json;
using Thads.Office.Docket;

namespace Thads.Office.Figures;

/// <summary>The year in words, Vietnamese or English, and as JSON.</summary>
public static class WriteSummary
{
    public static string Text(YearSummaryReport summary, Language language)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(summary, language))
        {
            text.AppendLine(line);
        }

        return text.ToString();
    }

    /// <summary>Sentence by sentence, as a report says it.</summary>
    public static IEnumerable<string> Lines(YearSummaryReport summary, Language language)
    {
        string Say(string code, params object[] arguments) => Words.Say(language, "summary." + code, arguments);
        var year = summary.Year.ToString(CultureInfo.InvariantCulture);
        yield return Say(summary.Months == 12 ? "head" : "head-months", summary.UnitName, year, summary.End, summary.Months);
        if (summary.KnownOn is { } known)
        {
            yield return Say("known", known);
        }

        foreach (var measure in summary.Measures)
        {
            yield return "";
            foreach (var line in Lines(measure, language))
            {
                yield return line;
            }
        }

        if (summary.Caseload is { } caseload)
        {
            yield return "";
            yield return Say("caseload", summary.Enforcers, caseload);
        }

        foreach (var officer in summary.Officers)
        {
            yield return Say("officer", officer.Name, officer.Total, officer.Settled, Percent(officer.Rate));
        }
    }

    /// <summary>What the year was by one measure; a line that enlarges on the one before is set in by two spaces.</summary>
    public static IEnumerable<string> Lines(YearMeasure measure, Language language)
    {
        string Say(string code, params object[] arguments) => Words.Say(language, "summary." + code, arguments);
        string Quantity(long quantity) => Amount(quantity, measure.Measure, language);
        var cells = measure.Cells;
        yield return Say("total", Title(measure.Measure, language), Quantity(cells.Total), Quantity(cells.Separate), Quantity(cells.Total + cells.Separate));
        yield return Say("rate", Quantity(cells.Enforceable), Quantity(cells.Settled), Percent(cells.Rate));
        if (measure.Target is { } target)
        {
            yield return Say(target.Margin is null ? "target-none" : target.Margin > 0 ? "above" : target.Margin == 0 ? "equal" : "below",
                Percent(target.Compared), Points(target.Margin is null ? null : Math.Abs(target.Margin.Value)));
        }

        foreach (var line in Comparison(measure, language))
        {
            yield return line;
        }
    }

    public static string Json(YearSummaryReport summary) => JsonText.Of(json =>
    {
        json.WriteString("unit", summary.Unit);
        json.WriteString("unitName", summary.UnitName);
        json.WriteNumber("year", summary.Year);
        json.WriteNumber("months", summary.Months);
        json.Day("knownOn", summary.KnownOn);
        json.WriteNumber("enforcers", summary.Enforcers);
        json.Number("caseload", summary.Caseload);
        foreach (var measure in summary.Measures)
        {
            json.WriteStartObject(Codes.CodeOf(measure.Measure));
            Cells(json, measure.Cells);
            json.WriteNumber("totalWithSeparate", measure.Cells.Total + measure.Cells.Separate);
            json.Number("target", measure.Target?.Value);
            json.Number("targetCompared", measure.Target?.Compared);
            json.Number("margin", measure.Target?.Margin);
            Comparison(json, "asThen", measure.AsThen);
            if (measure.AsNow is { } asNow)
            {
                Comparison(json, "asNow", asNow);
            }

            json.WriteBoolean("breakOfRegime", measure.AsNow is not null);
            json.WriteEndObject();
        }

        json.List("officers", summary.Officers, officer =>
        {
            json.WriteString("officer", officer.Code);
            json.WriteString("name", officer.Name);
            json.WriteNumber("total", officer.Total);
            json.WriteNumber("settled", officer.Settled);
            json.Number("rate", officer.Rate);
        });
    });

    /// <summary>Việc whole; money in tỷ with two decimals, as such reports are written.</summary>
    public static string Amount(long quantity, Measure measure, Language language) => measure switch
    {
        Measure.Matters => Words.Say(language, "summary.matters", quantity),
        Measure.Money => Words.Say(language, "summary.billions", Law.Money.Billions(quantity).ToString("N2", Words.Format)),
    };

    public static string Percent(decimal? rate) => rate is null ? "–" : rate.Value.ToString("N2", Words.Format) + " %";

    public static string Points(decimal? points) => points is null ? "–" : points.Value.ToString("N2", Words.Format);

    private static IEnumerable<string> Comparison(YearMeasure measure, Language language)
    {
        if (measure.AsNow is null)
        {
            yield return Compared("compared", measure.AsThen, measure.Measure, language);
            yield break;
        }

        yield return Words.Say(language, "summary.break", measure.AsThen.Before.Year.ToString(CultureInfo.InvariantCulture), measure.AsThen.Before.Regime, measure.Cells.Regime);
        yield return Compared("as-then", measure.AsThen, measure.Measure, language);
        yield return Compared("as-now", measure.AsNow, measure.Measure, language);
    }

    private static string Compared(string code, YearComparison c, Measure measure, Language language) => Words.Say(
        language, "summary." + code,
        c.Before.Year.ToString(CultureInfo.InvariantCulture), c.Before.Regime, Percent(c.Before.Rate), Percent(c.Now.Rate), WithSign(c.PointsChange),
        Amount(c.Before.Settled, measure, language), (c.SettledChange >= 0 ? "+" : "−") + Amount(Math.Abs(c.SettledChange), measure, language), c.Now.Regime);

    public static string WithSign(decimal? points) => points is null ? "–" : (points < 0 ? "−" : "+") + Math.Abs(points.Value).ToString("N2", Words.Format);

    public static string Title(Measure measure, Language language) => Words.Say(language, measure == Measure.Matters ? "summary.by-matters" : "summary.by-money");

    private static void Cells(Utf8JsonWriter json, YearCells cells)
    {
        json.WriteNumber("year", cells.Year);
        json.WriteString("regime", cells.Regime);
        json.WriteNumber("total", cells.Total);
        json.WriteNumber("separate", cells.Separate);
        json.WriteNumber("enforceable", cells.Enforceable);
        json.WriteNumber("settled", cells.Settled);
        json.Number("rate", cells.Rate);
    }

    private static void Comparison(Utf8JsonWriter json, string name, YearComparison comparison)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("previous");
        Cells(json, comparison.Before);
        json.WriteEndObject();
        json.Number("rateChange", comparison.PointsChange);
        json.WriteNumber("settledChange", comparison.SettledChange);
        json.WriteEndObject();
    }
}
