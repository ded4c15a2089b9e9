using Thads.Http;
using Thads.Office.Figures;
using Thads.Office.Overview;

namespace Thads.Overview.Charts;

/// <summary>The course of a year drawn: its rate by month, the year before, what was assigned and, where that is prorated, the even pace; and its sentence.</summary>
public static class CourseChart
{
    public static LineChart Of(YearCourse course, YearCourse before, IReadOnlyList<int> hindered, PageText text)
    {
        var lines = new List<ChartLine>
        {
            new($"{PageText.Year(course.Year)}: {WriteSummary.Percent(course.Last.Rate)}", "main", [.. course.Points.Select(point => point.Rate)]),
        };
        if (before.Last.Rate is not null)
        {
            lines.Add(new ChartLine($"{PageText.Year(before.Year)}: {WriteSummary.Percent(before.Last.Rate)}", "before", [.. before.Points.Select(point => point.Rate)]));
        }

        if (course.Target is { } target)
        {
            lines.Add(new ChartLine(text.Say("overview.target-line", WriteSummary.Percent(target.Value)), "goal", [.. Enumerable.Repeat<decimal?>(target.Value, 12)]));
            if (target.Pace == Pace.Prorata)
            {
                lines.Add(new ChartLine(text.Say("overview.pace-line"), "pace", [.. Enumerable.Range(1, 12).Select(month => (decimal?)target.ProRata(month))]));
            }
        }

        return new LineChart(lines, hindered);
    }

    /// <summary>What the chart says, as a sentence.</summary>
    public static string Caption(YearCourse course, PageText text)
    {
        var title = PageText.Capital(text.Of(course.Measure));
        var rate = WriteSummary.Percent(course.Last.Rate);
        return course.Target is not { } target ? text.Say("overview.course-no-target", title, course.Last.Months, rate)
            : course.Margin is not { } margin ? text.Say("overview.course-no-rate", title, course.Last.Months, WriteSummary.Percent(target.Value))
            : text.Say(
                margin > 0 ? "overview.course-above" : margin == 0 ? "overview.course-equal" : "overview.course-below",
                title, course.Last.Months, rate, WriteSummary.Points(Math.Abs(margin)), WriteSummary.Percent(target.ComparedAt(course.Last.Months)));
    }
}
