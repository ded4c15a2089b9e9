using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Obstacles;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Obstacles;
using Thads.Office.Tasks;
using Thads.Office.Warnings;
using Thads.Overview;
using Thads.Shared.Kit;

namespace Thads.Warnings;

/// <summary>Whether the targets of a unit and of those below it are in reach, since when not, and where it is lost.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class WarningModel(Work work, PageText text) : PageModel
{
    /// <summary>So many late tasks are shown; the page of tasks has all.</summary>
    public const int ShownTasks = 10;

    public static readonly IReadOnlyList<Measure> Measures = [Measure.Matters, Measure.Money];

    public FigureFilter? Filter { get; private set; }

    public WarningAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public WarningBoard? Board { get; private set; }

    public IReadOnlyList<Obstacle> Hindering { get; private set; } = [];

    public IReadOnlyList<OfficeTask> Late { get; private set; } = [];

    public bool MayRead => work.Person.May.HasFlag(Permissions.ReadMatters);

    /// <summary>Unless said otherwise the year that is running.</summary>
    public string Year => Request.Query["year"].FirstOrDefault()?.Trim() is { Length: > 0 } typed ? typed : PageText.Year(StatisticalYear.Of(work.Today).Year);

    public ObstacleSpan Span => ObstacleSpan.Of(Address!.Unit, Address.Year);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        var year = int.TryParse(Year, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : throw new UnreadableException(new Refusal("report.year", Year), "year");
        var known = TypedDay.Read(Request.Query["knownOn"].FirstOrDefault(), "knownOn", work);
        Address = new WarningAddress(Filter.Unit, year, known);
        if (Request.Query.Any(part => part.Value.Any(string.IsNullOrWhiteSpace)) || (known is { } day && Request.Query["knownOn"] != PageText.Iso(day)))
        {
            return Redirect(Address.Start);
        }

        Board = await ReadWarnings.RunAsync(Address.Question, work, ct);
        Hindering = await Span.FindAsync(work, ct);
        Late = [.. (await ReadTasks.RunAsync(new TaskQuestion(Address.Unit, State: TaskState.Open), work, ct)).Where(task => task.IsLate(work.Today))];
        return Page();
    }

    public static TagKind KindOf(WarningLevel? level) => level switch
    {
        WarningLevel.Reached or WarningLevel.InReach => TagKind.Fine,
        WarningLevel.Doubtful => TagKind.Soon,
        WarningLevel.OutOfReach or WarningLevel.Missed => TagKind.Late,
        null => TagKind.Plain,
    };

    public static string TagOf(WarningLevel? level) => level is { } known ? $"tag.warning-{Codes.CodeOf(known)}" : "tag.warning-unknown";

    /// <summary>Where the target stands, in a sentence.</summary>
    public string Told(MeasureWarning warning)
    {
        if (warning.Target is not { } target)
        {
            return text.Say("warning.no-target");
        }

        var above = WriteSummary.Percent(target.Assigned.Value);
        return warning.Rate is not { } rate ? text.Say("warning.no-figures", above)
            : Board!.IsOver ? text.Say("warning.told-over", WriteSummary.Percent(rate), above, WriteSummary.WithSign(warning.Margin))
            : warning.Last?.Forecast is { } forecast
                ? text.Say("warning.told-forecast", WriteSummary.Percent(rate), above, WriteSummary.Percent(forecast.Central), WriteSummary.Percent(forecast.Low), WriteSummary.Percent(forecast.High), Board.On, warning.Last!.On)
                : warning.Last is { } point
                    ? text.Say("warning.told-pace", WriteSummary.Percent(rate), above, WriteSummary.Percent(point.Rate), WriteSummary.Percent(point.Pace), point.On, Board.On)
                    : text.Say("warning.told-none", WriteSummary.Percent(rate), above, Board.On);
    }

    /// <summary>Since when, and by what sign; null while it is in reach.</summary>
    public string? Since(MeasureWarning warning) =>
        !warning.IsBad ? null
        : warning.Since is { } since ? PageText.Capital(text.Say("warning.since", text.Of(since.Level), MonthOf(since.On))) + (since.By is { } sign ? $" ({text.Of(sign)})" : "")
        : warning.By is { } by ? PageText.Capital(text.Of(by)) : null;

    /// <summary>What would close the gap.</summary>
    public string? Reach(MeasureWarning warning) => warning.Reach is not { Missing: > 0 } reach || Board!.IsOver ? null
        : reach.Rate <= warning.Target!.Assigned.Value
            ? text.Say("warning.reach-short", HeadModel.Amount(reach.Missing, warning.Measure), text.Say(InOf(warning.Measure)), (long)reach.Candidates, WriteSummary.Percent(reach.Rate))
            : text.Say("warning.reach", HeadModel.Amount(reach.Missing, warning.Measure), text.Say(InOf(warning.Measure)), (long)reach.Matters, (long)reach.Candidates);

    /// <summary>How it looked on the way, where that changed: each level from the month-end at which it began.</summary>
    public string? Way(MeasureWarning warning) => warning.Turns.Skip(1).Any()
        ? text.Say("warning.way", string.Join(" → ", warning.Turns.Select(point => $"{MonthOf(point.On)} {text.Of(point.Level)}"))) : null;

    /// <summary>The matters that would bring a part over; null for a part that is not behind, reports by file, or has no target of its own.</summary>
    public string? Gap(PartBehind part, Measure measure) => part.Behind <= 0 || part.IsReported || !part.HasTarget ? null
        : part.Officer is { } officer ? Address!.Gap(measure, officer) : (Address! with { Unit = part.Unit }).Gap(measure);

    /// <summary>The cell behind a number of a part; null where that is a file.</summary>
    public string? Cell(PartBehind part, Measure measure, string cell) => part.IsReported ? null
        : new FigureAddress(Address!.Unit, Address.Year, Board!.Months, KnownOn: Address.KnownOn).Cell(measure == Measure.Matters ? "04" : "05", part.Officer is { } officer ? $"officer:{officer}" : $"unit:{part.Unit}", cell);

    /// <summary>10/2020: a month-end is said by its month.</summary>
    public static string MonthOf(DateOnly end) => end.ToString("MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public static string InOf(Measure measure) => measure == Measure.Matters ? "page.in-matters" : "page.in-billions";

    /// <summary>The months of the year that have an obstacle.</summary>
    public IReadOnlyList<int> Hindered => ObstacleSpan.Months(Hindering, Address!.Year);
}
