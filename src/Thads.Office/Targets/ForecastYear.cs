using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Comparison;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Overview;

namespace Thads.Office.Targets;

/// <summary>The forecast of a year with what it stands on.</summary>
/// <param name="Months">Whole months that are over, from which it is made.</param>
/// <param name="Course">This year so far.</param>
/// <param name="Past">The earlier years, by the circular of this one.</param>
/// <param name="Forecast">Null where <see cref="Why"/> says why there is none.</param>
public sealed record ForecastOfYear(Measure Measure, int Year, int Months, YearCourse? Course, IReadOnlyList<YearShape> Past, YearForecast? Forecast, Refusal? Why);

public static class ForecastYear
{
    /// <param name="query">Unit, year, cut-off, and the months to look at most; its form does not matter.</param>
    public static async Task<ForecastOfYear> RunAsync(FormQuery query, Measure measure, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var form = FormKind.All.Single(kind => kind.Measure == measure && !kind.ByUnit).Number;
        var scope = await FormScope.ResolveAsync(query with { Form = form }, work, ct);
        var asked = query with { Form = form, LastAct = scope.CutOff.Act };
        var known = query.KnownOn < work.Today ? query.KnownOn.Value : work.Today;
        var months = Enumerable.Range(1, query.Months).Count(month => scope.Year.EndOfMonth(month) < known);
        if (scope.Year.End < known && query.Months == StatisticalYear.Months)
        {
            return new ForecastOfYear(measure, query.Year, months, null, [], null, new Refusal("forecast.over", Text(query.Year)));
        }

        if (months == 0)
        {
            return new ForecastOfYear(measure, query.Year, 0, null, [], null, new Refusal("forecast.no-month", Text(query.Year)));
        }

        var byFile = await ByFileAsync(asked, scope, work, ct);
        if (byFile > 0)
        {
            return new ForecastOfYear(measure, query.Year, months, null, [], null, new Refusal("forecast.by-file", byFile));
        }

        var past = await ShapesAsync(asked, query.Year - 1, work, ct);
        var course = await ReadYearCourse.RunAsync(asked with { Months = months }, work, ct);
        var forecast = Forecast.Of(past, months, course.Last.Settled, course.Last.Enforceable);
        return new ForecastOfYear(measure, query.Year, months, course, past, forecast, forecast is null ? new Refusal("forecast.too-few", past.Count, Forecast.LeastYears) : null);
    }

    /// <summary>The earlier years a forecast of this one stands on, by the circular of this one.</summary>
    internal static Task<IReadOnlyList<YearShape>> PastAsync(FormQuery query, Measure measure, Work work, CancellationToken ct) => ShapesAsync(
        query with { Form = FormKind.All.Single(kind => kind.Measure == measure && !kind.ByUnit).Number }, query.Year - 1, work, ct);

    /// <summary>How the forecasts of the years behind would have been: each from the years before it, as the books have them now.</summary>
    public static async Task<IReadOnlyList<BacktestedMonth>> BacktestAsync(FormQuery query, Measure measure, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var form = FormKind.All.Single(kind => kind.Measure == measure && !kind.ByUnit).Number;
        var scope = await FormScope.ResolveAsync(query with { Form = form }, work, ct);
        return Backtest.Of(await ShapesAsync(query with { Form = form, LastAct = scope.CutOff.Act }, query.Year - 1, work, ct, most: 30));
    }

    /// <summary>
    /// The whole years up to one, the latest first. A year in which the books have no matter settled is none: of the time before the office began to keep its books here only
    /// what was still open came in.
    /// </summary>
    private static async Task<IReadOnlyList<YearShape>> ShapesAsync(FormQuery query, int last, Work work, CancellationToken ct, int most = Forecast.MostYears)
    {
        var regime = query.Regime ?? FormSet.Of(query.Year, query.Months).Regime;
        var shapes = new List<YearShape>();
        for (var year = last; shapes.Count < most; year--)
        {
            var matters = await ReadYearCourse.RunAsync(query with { Form = "01", Year = year, Months = StatisticalYear.Months, Regime = regime }, work, ct);
            if (matters.Last.Settled == 0)
            {
                break;
            }

            var course = query.Form == "01" ? matters : await ReadYearCourse.RunAsync(query with { Year = year, Months = StatisticalYear.Months, Regime = regime }, work, ct);
            shapes.Add(new YearShape(year, [.. course.Points.Select(point => (point.Settled, point.Enforceable))]));
        }

        return shapes;
    }

    /// <summary>So many units of the scope report by file, or do not report: their months are not in the books.</summary>
    private static async Task<int> ByFileAsync(FormQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        if (query.Officer is not null)
        {
            return 0;
        }

        var now = (await UnitAccounts.OfAsync(query, scope.Units, work, ct)).Sum(scope.Units);
        var before = (await UnitAccounts.OfAsync(query with { Year = query.Year - 1, Months = StatisticalYear.Months }, scope.Units, work, ct)).Sum(scope.Units);
        return Math.Max(now.Reported + now.Silent, before.Reported + before.Silent);
    }

    private static string Text(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
