using Thads.Http;
using Thads.Office.Figures;
using Thads.Office.Targets;
using Thads.Overview.Charts;

namespace Thads.Targets;

/// <summary>The course of a year so far, with where it is expected to end and the interval around it, beside what was assigned.</summary>
public static class ForecastChart
{
    public static LineChart Of(ForecastOfYear forecast, IReadOnlyList<int> hindered, PageText text)
    {
        var course = forecast.Course!;
        var end = forecast.Forecast!;
        ChartLine Ahead(string name, string drawn, decimal to) => new(name, drawn, [.. Enumerable.Range(1, 12).Select(month =>
            month < course.Last.Months ? null : course.Last.Rate + ((to - course.Last.Rate) * (month - course.Last.Months) / (12 - course.Last.Months)))]);
        var lines = new List<ChartLine>
        {
            new(text.Say("forecast.line-now", WriteSummary.Percent(course.Last.Rate)), "main", [.. course.Points.Select(point => point.Rate)]),
            Ahead(text.Say("forecast.line-central", WriteSummary.Percent(end.Central)), "pace", end.Central),
            Ahead(text.Say("forecast.line-low", WriteSummary.Percent(end.Low)), "before", end.Low),
            Ahead(text.Say("forecast.line-high", WriteSummary.Percent(end.High)), "before", end.High),
        };
        if (course.Target is { } target)
        {
            lines.Add(new ChartLine(text.Say("overview.target-line", WriteSummary.Percent(target.Value)), "goal", [.. Enumerable.Repeat<decimal?>(target.Value, 12)]));
        }

        return new LineChart(lines, hindered);
    }
}
