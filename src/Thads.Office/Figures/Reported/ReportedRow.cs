using System.Globalization;
using System.Text.Json;
using Thads.Office.Docket;
using Thads.Office.Figures.Published;

namespace Thads.Office.Figures.Reported;

/// <summary>What a unit that does not work in the system reports of a period in one measure: a row of the exchange file “figures”.</summary>
/// <param name="Line">Where the row begins in its file; 0 = it came from no file.</param>
/// <param name="Unit">Code.</param>
/// <param name="Cells">By column name, as written: việc, or đồng; percent with a point.</param>
public sealed record ReportedRow(int Line, string Unit, int Year, int Months, Measure Measure, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The columns of the exchange file, in its order.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "id", "unit", "year", "months", "regime", "measure", "total", "carried", "new", "delegated", "withdrawn", "pulled_up", "returned", "due", "enforceable", "not_enforceable", "postponed_suspended",
        "settled", "rate", "target", "margin", "previous_rate", "rate_change", "previous_settled", "settled_change", "carried_over", "carried_over_enforceable", "precision", "verdict", "officers", "separate",
    ];

    /// <summary>Those that say which row it is.</summary>
    public static readonly IReadOnlyList<string> Key = ["unit", "year", "months", "measure"];

    /// <summary>Those that are asked for where a person types them.</summary>
    public static readonly IReadOnlyList<string> Typed =
    [
        "total", "carried", "new", "delegated", "withdrawn", "pulled_up", "returned", "due", "enforceable", "not_enforceable", "postponed_suspended", "settled", "rate", "carried_over",
        "carried_over_enforceable", "separate", "officers",
    ];

    /// <summary>They say nothing about the unit.</summary>
    private static readonly string[] Aside = ["id", "verdict"];

    /// <summary>What the paper sets beside the figures of the period; a later report that leaves it out changes nothing by that.</summary>
    private static readonly string[] Beside = ["target", "margin", "previous_rate", "rate_change", "previous_settled", "settled_change", "precision"];

    private static readonly Dictionary<string, Figure> Figures = Enum.GetValues<Figure>().ToDictionary(figure => figure.Name, StringComparer.Ordinal);

    /// <summary>As it says itself, or else of its period.</summary>
    public string Regime => Cells.TryGetValue("regime", out var said) ? said.Replace('/', '-') : FormSet.Of(Year, Months).Regime;

    /// <summary>As kept in the books: the same shape as an import writes.</summary>
    public string Json => JsonSerializer.Serialize(Columns.Except(Key).Where(Cells.ContainsKey).ToDictionary(column => column, column => Cells[column]));

    /// <summary>The same figures for checking; cells that are no figures are left out.</summary>
    public PublishedRow Published => new(
        Line, Cells.GetValueOrDefault("id") ?? Unit, Unit, Year, Months, Regime, Measure,
        Cells.TryGetValue("precision", out var step) && PrintedFigure.Read("precision", step, out _) is { } printed ? printed.Value : Measure == Measure.Money ? new Rational(1) : Rational.Zero,
        Cells.Where(cell => Figures.ContainsKey(cell.Key)).Select(cell => (Figure: Figures[cell.Key], Printed: PrintedFigure.Read(cell.Key, cell.Value, out _)))
            .Where(cell => cell.Printed is not null).ToDictionary(cell => cell.Figure, cell => cell.Printed!));

    public static ReportedRow Of(string unit, int year, int months, Measure measure, string json) => new(0, unit, year, months, measure, JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    /// <summary>Why the figures cannot be added to others: counts and amounts are whole, exact and not below zero; rates have a point.</summary>
    public Refusal? WhyNot()
    {
        foreach (var (column, text) in Cells.Where(cell => cell.Key is not ("regime" or "precision") && !Aside.Contains(cell.Key)))
        {
            var isRate = Figures.TryGetValue(column, out var figure) && (figure.IsRounded || figure == Figure.Target);
            var style = isRate ? NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign : column == "settled_change" ? NumberStyles.AllowLeadingSign : NumberStyles.None;
            if (text.Length > 18 || !decimal.TryParse(text, style, CultureInfo.InvariantCulture, out _))
            {
                return new Refusal(isRate ? "reported.rate" : "reported.whole", column, text);
            }
        }

        return Regime == FormSet.Of(Year, Months).Regime ? null : new Refusal("reported.regime", Regime, FormSet.Of(Year, Months).Circular);
    }

    /// <summary>The cells in which two reports of a unit differ, old and new.</summary>
    public IReadOnlyList<(string Column, string? Before, string? After)> ChangedSince(ReportedRow before) =>
    [
        .. Columns.Except(Key).Except(Aside).Append("regime").Distinct().Select(column => (column, column == "regime" ? before.Regime : before.Cells.GetValueOrDefault(column), column == "regime" ? Regime : Cells.GetValueOrDefault(column)))
            .Where(cell => cell.Item2 != cell.Item3 && !(cell.Item3 is null && Beside.Contains(cell.column))),
    ];
}
