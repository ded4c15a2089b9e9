using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Overview;
using Thads.Overview.Charts;

namespace Thads.Overview;

/// <summary>The head's dashboard: why the unit stands where it stands, who carries most, what is old and what to watch. Every number opens its matters.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class IndexModel(Work work, PageText text) : PageModel
{
    public OverviewFilter? Filter { get; private set; }

    public OverviewAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public Board? Board { get; private set; }

    public WatchLimits Limits { get; private set; } = WatchLimits.Default;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Request.Query.Keys.All(key => key == "lang") && await OwnPlace.OfAsync(work, ct) is { } own)
        {
            return Redirect(own);
        }

        Filter = await OverviewFilter.LoadAsync(Request, work, ct);
        Address = Filter.Read();
        if (!Filter.IsPlain(Address))
        {
            return Redirect(Address.Head);
        }

        Limits = await WatchLimits.OfAsync(work, ct);
        Board = await HeadBoard.RunAsync(Address.Period, Filter.DayOf(Address), Limits, work, ct);
        return Page();
    }

    /// <summary>Form of a measure.</summary>
    public static string FormOf(Measure measure) => measure == Measure.Matters ? "01" : "02";

    public string Amount(long quantity, Measure measure) => measure == Measure.Matters ? PageText.Number(quantity) : Billions(quantity);

    public static string Billions(long units) => Law.Money.Billions(units).ToString("N2", Office.Words.Format);

    public string UnitOf(Measure measure) => text.Say(measure == Measure.Matters ? "page.in-matters" : "page.in-billions");

    public YearCourse Before(YearCourse course) => course.Measure == Measure.Matters ? Board!.MattersBefore : Board!.MoneyBefore;

    /// <summary>What the chart of the year says, as a sentence.</summary>
    public string Caption(YearCourse course)
    {
        var title = PageText.Capital(text.Of(course.Measure));
        var rate = WriteSummary.Percent(course.Last.Rate);
        return course.Target is not { } target ? text.Say("overview.course-no-target", title, course.Last.Months, rate)
            : course.Margin is not { } margin ? text.Say("overview.course-no-rate", title, course.Last.Months, WriteSummary.Percent(target.Value))
            : text.Say(
                margin > 0 ? "overview.course-above" : margin == 0 ? "overview.course-equal" : "overview.course-below",
                title, course.Last.Months, rate, WriteSummary.Points(Math.Abs(margin)), WriteSummary.Percent(target.ComparedAt(course.Last.Months)));
    }

    public LineChart Chart(YearCourse course)
    {
        var before = Before(course);
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

        return new LineChart(lines);
    }

    /// <summary>Where the matters of the period went: cells of form 01 that add up to its total.</summary>
    public static readonly IReadOnlyList<(string Cell, string Class)> Went =
    [
        ("settled", "b1"), ("in_progress", "b2"), ("postponed_by_agreement", "b2"), ("paused", "b2"), ("not_enforceable", "b3"), ("postponed", "b3"), ("suspended", "b3"), ("delegated", "b4"),
        ("withdrawn", "b4"), ("pulled_up", "b4"), ("returned", "b4"),
    ];

    public BarChart WentChart() => new(
        [.. WentShown().Select(row => new ChartBar(
            PageText.Capital(text.Say($"overview.cell-{row.Cell}")), [(row.Class, Board!.Matters.Last[row.Cell])], PageText.Number(Board.Matters.Last[row.Cell])))], []);

    public IEnumerable<(string Cell, string Class)> WentShown() => Went.Where(row => Board!.Matters.Last[row.Cell] != 0);

    public BarChart AgeChart() => new(
        [.. Board!.Stock.Ages.Select(row => new ChartBar(
            PageText.Capital(text.Of(row.Key)), [("b1", row.Live.Matters), ("b3", row.Separate.Matters)], $"{PageText.Number(row.Live.Matters)} + {PageText.Number(row.Separate.Matters)}"))],
        [("b1", text.Say("overview.live")), ("b3", text.Say("overview.separate"))]);

    public BarChart LoadChart() => new(
        [.. Board!.Caseload.Officers.Where(officer => officer.Total > 0).Select(officer => new ChartBar(
            officer.Name.Replace("Chấp hành viên", "CHV", StringComparison.Ordinal), [("b1", officer.Settled), ("b3", officer.Total - officer.Settled)], PageText.Number(officer.Total)))],
        [("b1", text.Say("overview.cell-settled")), ("b3", text.Say("overview.rest"))], Board.Caseload.Mean, text.Say("overview.mean-mark", Board.Caseload.Mean ?? 0));
}
