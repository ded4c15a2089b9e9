using Thads.Law;
using Thads.Office.Acts;

namespace Thads.Office.Figures;

/// <summary>A measure that no circular asks for, made of two cells of a form: ours, and said to be so.</summary>
/// <param name="Code">Its words are under `indicator.`.</param>
/// <param name="Form">"01" or "02".</param>
/// <param name="Part">Cell above the line.</param>
/// <param name="Whole">Cell below it.</param>
/// <param name="Kind">How the quotient is told.</param>
public sealed record Indicator(string Code, string Form, string Part, string Whole, IndicatorKind Kind)
{
    /// <summary>
    /// Clearance, disposition time and congestion as the European Commission for the Efficiency of Justice (CEPEJ) and the court literature define them for
    /// courts, read for enforcement; recovery is what came in of what was owed. The fair rate is of all that had to be enforced: no classification moves it.
    /// </summary>
    public static readonly IReadOnlyList<Indicator> All =
    [
        new("fair_matters", "01", "settled", "due", IndicatorKind.Percent),
        new("fair_money", "02", "settled", "due", IndicatorKind.Percent),
        new("enforceable_matters", "01", "enforceable", "due", IndicatorKind.Percent),
        new("enforceable_money", "02", "enforceable", "due", IndicatorKind.Percent),
        new("clearance", "01", "settled", "new", IndicatorKind.Percent),
        new("disposition", "01", "carried_over", "settled", IndicatorKind.Days),
        new("congestion", "01", "total", "settled", IndicatorKind.Times),
        new("recovery", "02", "completed", "due", IndicatorKind.Percent),
    ];

    /// <summary>Two decimals, half away from zero; null without a base. Days: whole days of the period's pace, at which the stock would be settled.</summary>
    /// <param name="days">Days of the period.</param>
    public decimal? Of(long part, long whole, int days) => whole <= 0 || part < 0 ? null : Kind switch
    {
        IndicatorKind.Percent => Money.Rate(part, whole),
        IndicatorKind.Times => Money.Rate(part, whole) / 100m,
        IndicatorKind.Days => Money.Quotient((Int128)part * days, whole),
    };
}

/// <summary>How a quotient is told.</summary>
public enum IndicatorKind
{
    Percent = 1,
    Times = 2,
    Days = 3,
}

/// <summary>An indicator of a period beside the year before.</summary>
/// <param name="Before">The same period of the year before, by the rules of now; null without a base.</param>
public sealed record IndicatorValue(Indicator Indicator, long Part, long Whole, decimal? Value, decimal? Before);

public static class ReadIndicators
{
    /// <param name="query">Unit, officer, period, cut-off and regime; its form does not matter.</param>
    public static async Task<IReadOnlyList<IndicatorValue>> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await FormScope.ResolveAsync(query with { Form = "01" }, work, ct);
        var now = await CellsAsync(query with { LastAct = scope.CutOff.Act }, scope, work, ct);
        var before = await CellsAsync(query with { LastAct = scope.CutOff.Act, Year = query.Year - 1, Regime = scope.Set.Regime }, scope, work, ct);
        var days = scope.End.DayNumber - scope.Year.Start.DayNumber + 1;
        return [.. Indicator.All.Select(indicator =>
        {
            long Of(Dictionary<string, FormRow> cells, string cell) => (long)cells[indicator.Form].Cells[scope.Set.ColumnOf(cell)]!.Value;
            var (part, whole) = (Of(now, indicator.Part), Of(now, indicator.Whole));
            return new IndicatorValue(indicator, part, whole, indicator.Of(part, whole, days), indicator.Of(Of(before, indicator.Part), Of(before, indicator.Whole), days));
        })];
    }

    private static async Task<Dictionary<string, FormRow>> CellsAsync(FormQuery query, FormScope scope, Work work, CancellationToken ct) => new()
    {
        ["01"] = (await ReadForm.RunAsync(query with { Form = "01", Regime = scope.Set.Regime }, work, ct)).Rows[0],
        ["02"] = (await ReadForm.RunAsync(query with { Form = "02", Regime = scope.Set.Regime }, work, ct)).Rows[0],
    };
}
