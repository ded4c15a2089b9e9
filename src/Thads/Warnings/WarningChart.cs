using Thads.Http;
using Thads.Office.Figures;
using Thads.Office.Warnings;
using Thads.Overview.Charts;

namespace Thads.Warnings;

/// <summary>At each month-end of a year: the rate, where the year was expected to end and the interval around it, beside the target.</summary>
public static class WarningChart
{
    public static LineChart Of(MeasureWarning warning, IReadOnlyList<int> hindered, PageText text)
    {
        IReadOnlyList<decimal?> Line(Func<WarningPoint, decimal?> value) => [.. Enumerable.Range(1, 12).Select(month => warning.Points.FirstOrDefault(point => point.Months == month) is { } point ? value(point) : null)];
        var target = warning.Target!.Assigned.Value;
        var last = warning.Points[^1];
        var lines = new List<ChartLine>
        {
            new(text.Say("warning.line-rate", WriteSummary.Percent(last.Rate)), "main", Line(point => point.Rate)),
            new(text.Say("overview.target-line", WriteSummary.Percent(target)), "goal", [.. Enumerable.Repeat<decimal?>(target, 12)]),
        };
        if (warning.Points.LastOrDefault(point => point.Forecast is not null)?.Forecast is { } forecast)
        {
            lines.Add(new(text.Say("warning.line-central", WriteSummary.Percent(forecast.Central)), "pace", Line(point => point.Forecast?.Central)));
            lines.Add(new(text.Say("warning.line-low", WriteSummary.Percent(forecast.Low)), "before", Line(point => point.Forecast?.Low)));
            lines.Add(new(text.Say("warning.line-high", WriteSummary.Percent(forecast.High)), "before", Line(point => point.Forecast?.High)));
        }
        else
        {
            lines.Add(new(text.Say("overview.pace-line"), "pace", Line(point => point.Pace)));
        }

        return new LineChart(lines, hindered);
    }
}
