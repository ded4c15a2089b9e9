using System.Collections.Immutable;
using System.Globalization;
using Thads.Office.Docket;
using Thads.Office.Figures.Published;

namespace Thads.Office.Figures.Reference;

/// <summary>When a figure was published. The first numbers of October and those of the yearly report differ by 0,1 to 1 %.</summary>
public enum Vintage
{
    /// <summary>Printed once, or by a source that does not say which count it is.</summary>
    Printed = 1,

    /// <summary>Early October, before the books are closed.</summary>
    Preliminary = 2,

    /// <summary>November or December.</summary>
    Final = 3,
}

/// <summary>One figure somebody published.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Months">1 to 12, cumulative; 12 is the whole year.</param>
/// <param name="Scope">"national", or the name of a province or district as it was then.</param>
/// <param name="Figure">The name of the exchange format's cell, or one of the few more that README.md lists.</param>
/// <param name="Mark">"" as it stands, "&gt;" over, "~" about.</param>
/// <param name="Unit">"matters", "thousand-dong", "billion-dong", "percent" or "points" (of a percentage).</param>
/// <param name="Source">Key of the publication.</param>
/// <param name="Inferred">From what it was worked out, or "" when it was printed.</param>
public sealed record PublishedValue(
    int Year,
    int Months,
    string Scope,
    Measure Measure,
    string Figure,
    string Mark,
    decimal Value,
    string Unit,
    Vintage Vintage,
    string Source,
    string Inferred)
{
    /// <summary>Whether it stands in print, and was not worked out from what does.</summary>
    public bool IsPrinted => Inferred.Length == 0;
}

/// <summary>Real figures of the statistical years 2017 to 2025, to compare an office with. See README.md beside this file.</summary>
public static class PublishedSeries
{
    public const string National = "national";

    private static readonly Lazy<ImmutableArray<PublishedValue>> Loaded = new(Load);

    /// <summary>In the order of the file: the nation by year, then provinces and districts.</summary>
    public static ImmutableArray<PublishedValue> All => Loaded.Value;

    /// <summary>What was published about a scope and year, every period and vintage.</summary>
    public static IEnumerable<PublishedValue> Of(int year, Measure measure, string scope = National) =>
        All.Where(value => value.Year == year && value.Measure == measure && value.Scope == scope);

    /// <summary>A figure of the whole year in its latest vintage, or null when none was published.</summary>
    public static PublishedValue? Latest(int year, Measure measure, string figure, string scope = National) =>
        Of(year, measure, scope).Where(value => value.Months == 12 && value.Figure == figure).MaxBy(value => value.Vintage);

    private static ImmutableArray<PublishedValue> Load()
    {
        using var stream = typeof(PublishedSeries).Assembly.GetManifestResourceStream("Thads.Office.Figures.Reference.published-series.csv")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var (lines, misread) = CsvText.Read(bytes);
        return misread.Count > 0
            ? throw new InvalidDataException($"published-series.csv, line {misread[0].Line}: {misread[0].Why.Code}")
            : [.. lines.Skip(1).Select(Value)];
    }

    private static PublishedValue Value(CsvLine line) => line.Cells is [var year, var months, var scope, var measure, var figure, var mark, var value, var unit, var vintage, var source, var inferred]
        ? new(
            int.Parse(year, CultureInfo.InvariantCulture),
            int.Parse(months, CultureInfo.InvariantCulture),
            scope,
            measure switch { "matters" => Measure.Matters, "money" => Measure.Money, _ => throw Unknown(line, measure) },
            figure,
            mark,
            decimal.Parse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
            unit,
            vintage switch { "printed" => Vintage.Printed, "preliminary" => Vintage.Preliminary, "final" => Vintage.Final, _ => throw Unknown(line, vintage) },
            source,
            inferred)
        : throw Unknown(line, string.Join(',', line.Cells));

    private static InvalidDataException Unknown(CsvLine line, string what) => new($"published-series.csv, line {line.Line}: {what}");
}
