using System.Globalization;
using Thads.Law;
using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Obstacles;
using Thads.Office.Overview;
using Thads.Office.Reports;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>The months of a year side by side, and the times proposed.</summary>
/// <param name="PastYears">Years the means stand on, the latest first.</param>
/// <param name="Windows">The best first; empty where <paramref name="Why"/> says why.</param>
public sealed record CampaignTimes(int Unit, string UnitCode, string UnitName, int Year, int Length, IReadOnlyList<int> PastYears, IReadOnlyList<TimeMonth> Months, IReadOnlyList<TimeWindow> Windows, Refusal? Why);

/// <summary>Reads what the choice of a time stands on: past months, open matters, working days with Tết, report limits, past campaigns.</summary>
public static class ReadCampaignTime
{
    /// <summary>Past years that are looked at, at most.</summary>
    private const int MostYears = 5;

    /// <param name="Unit">Code.</param>
    /// <param name="Year">Statistical year in which the campaign is to be.</param>
    /// <param name="Months">Length in whole months.</param>
    public sealed record Input(string Unit, int Year, int Months);

    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`campaign.window`, `report.year`.</exception>
    public static async Task<CampaignTimes> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        RefusedException.ThrowIf(
            input.Months is < CampaignTime.Shortest or > CampaignTime.Longest ? new Refusal("campaign.window", input.Months, CampaignTime.Shortest, CampaignTime.Longest)
            : input.Year is < 1901 or > 9998 ? new Refusal("report.year", Text(input.Year)) : null);
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(input.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", input.Unit));
        var past = await PastAsync(input, work, ct);
        var campaigns = await CampaignBook.ListAsync(work, ct, unit);
        var obstacles = (await ReadObstacles.RunAsync(new(input.Unit), work, ct)).Where(obstacle => obstacle.Communes.Count == 0).ToList();
        var kind = (tree.PeriodOn(unit, work.Today) ?? tree.PeriodsOf(unit)[^1]).Kind;
        var year = new StatisticalYear(input.Year);
        var months = Enumerable.Range(1, StatisticalYear.Months).Select(month => MonthOf(year, month, past, campaigns, obstacles, ReportLimit.LevelOf(kind), work.Today)).ToList();
        var why = past.Count == 0 ? new Refusal("campaign.time-years") : null;
        IReadOnlyList<TimeWindow> windows = why is null ? CampaignTime.Windows(months, input.Months) : [];
        return new CampaignTimes(
            unit, input.Unit, tree.UnitName(unit, work.Today), input.Year, input.Months, [.. past.Select(one => one.Year)], months, windows,
            why ?? (windows.Count == 0 ? new Refusal("campaign.time-over", Text(input.Year), input.Months) : null));
    }

    /// <summary>Whole years that are over, the latest first; a year in which the books have nothing settled is none.</summary>
    private static async Task<List<YearCourse>> PastAsync(Input input, Work work, CancellationToken ct)
    {
        var past = new List<YearCourse>();
        var last = Math.Min(input.Year - 1, StatisticalYear.Of(work.Today).Year - 1);
        for (var year = last; year > last - MostYears; year--)
        {
            var course = await ReadYearCourse.RunAsync(new FormQuery("01", input.Unit, year), work, ct);
            if (course.Last.Settled <= 0)
            {
                break;
            }

            past.Add(course);
        }

        return past;
    }

    private static TimeMonth MonthOf(StatisticalYear year, int month, List<YearCourse> past, IReadOnlyList<Campaign> campaigns, IReadOnlyList<Obstacle> obstacles, ReportLevel level, DateOnly today)
    {
        var (first, last) = (year.Start.AddMonths(month - 1), year.EndOfMonth(month));
        var calendar = WorkingCalendar.OfVietNam;
        int? Days(DateOnly from) => calendar.Covers(from.AddDays(-1)) && calendar.Covers(last) ? from > last ? 0 : calendar.Between(from.AddDays(-1), last) : null;
        var due = DueAfter(first.AddDays(-1), level);
        string? Hindered(DateOnly start, DateOnly end) => obstacles.FirstOrDefault(obstacle => obstacle.Touches(start, end)) is { } found ? $"{found.Document}, {found.PeriodIn(Language.Vietnamese)}" : null;
        var settled = past.Select(course =>
        {
            var (start, end) = (new StatisticalYear(course.Year).Start.AddMonths(month - 1), new StatisticalYear(course.Year).EndOfMonth(month));
            return new PastMonth(
                course.Year, course.Points[month - 1].Settled - (month == 1 ? 0 : course.Points[month - 2].Settled), campaigns.FirstOrDefault(campaign => campaign.Touches(start, end))?.Name, Hindered(start, end));
        }).ToList();
        var usual = settled.Where(one => one.IsUsual).ToList();
        return new TimeMonth(
            year.Year, month, first, last, Days(first), calendar.TetDaysBetween(first, last), calendar.ProvisionalFrom <= last, due, due is { } day ? Days(day.AddDays(1)) : Days(first), settled,
            (usual.Count > 0 ? usual : settled).Select(one => (double)one.Settled).DefaultIfEmpty().Average(), CarriedInto(month, past), first > today, Hindered(first, last));
    }

    /// <summary>Enforceable and not settled at the end of the month before; into October that is what each year left.</summary>
    private static double CarriedInto(int month, List<YearCourse> past) =>
        past.Select(course => course.Points[month == 1 ? StatisticalYear.Months - 1 : month - 2]).Select(point => (double)(point.Enforceable - point.Settled)).DefaultIfEmpty().Average();

    private static DateOnly? DueAfter(DateOnly end, ReportLevel level) =>
        ReportDeadline.TryOf(FormSet.Of(StatisticalYear.Of(end).Year, StatisticalYear.MonthOf(end)).Regime, level, end)?.LastDay;

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
