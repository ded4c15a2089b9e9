using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Committee;

/// <summary>How a conclusion stood at the end of a period.</summary>
public enum ConclusionStanding
{
    DoneInTime = 1,
    DoneLate = 2,
    Open = 3,
    OpenLate = 4,
    Withdrawn = 5,
}

/// <param name="Task">As of the last day of the period.</param>
/// <param name="IsOld">Given before the period, and open when it began.</param>
public sealed record ReportedConclusion(OfficeTask Task, ConclusionStanding Standing, bool IsOld);

/// <summary>What a committee did in a period, drawn from meetings, tasks, matters and figures each time it is asked for.</summary>
/// <param name="Quarter">1 to 4; null = the whole calendar year.</param>
/// <param name="Until">The day it is told until: the last of the period, or today.</param>
/// <param name="Periods">In which the working rules asked for a meeting.</param>
/// <param name="Matters">Under direction at any time of the period.</param>
/// <param name="Figures">Of the unit, of the statistical year, from 1 October to the end of the month of the last day, or of September; null where they are not to be had.</param>
public sealed record CommitteeReport(
    SteeringCommittee Committee, int Year, int? Quarter, DateOnly First, DateOnly Last, DateOnly Until, IReadOnlyList<Meeting> Meetings, IReadOnlyList<MeetingPeriod> Periods,
    IReadOnlyList<ReportedConclusion> Conclusions, IReadOnlyList<DirectedMatter> Matters, IReadOnlyList<MemberActivity> Activity, UnitFigures? Figures, StatisticalYear FiguresYear, int FiguresMonths)
{
    private static readonly string[] Quarters = ["I", "II", "III", "IV"];

    /// <summary>"quý III/2020", "năm 2020".</summary>
    public string Named => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(Quarter is { } quarter ? $"quý {Quarters[quarter - 1]}/" : "năm ")}{Year}");

    public int Held => Meetings.Count(meeting => meeting.IsHeld);

    public IEnumerable<ReportedConclusion> Given => Conclusions.Where(one => !one.IsOld);

    public int Count(params IReadOnlyList<ConclusionStanding> standings) => Conclusions.Count(one => standings.Contains(one.Standing));
}

public static class ReadCommitteeReport
{
    /// <exception cref="NotFoundException">`committee.unknown`.</exception>
    /// <exception cref="RefusedException">`committee.report-period`: no such quarter, one that has not begun, or one in which the committee was not there.</exception>
    public static async Task<CommitteeReport> RunAsync(int committee, int year, int? quarter, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var one = (await CommitteeBook.OfAsync(work, ct)).Known(committee);
        RefusedException.ThrowIf(quarter is < 1 or > 4 || year is < 2000 or > 2100 ? new Refusal("committee.report-period") : null);
        var first = new DateOnly(year, quarter is { } q ? 3 * q - 2 : 1, 1);
        var last = first.AddMonths(quarter is null ? 12 : 3).AddDays(-1);
        RefusedException.ThrowIf(first > work.Today || last < one.BeginsOn || one.LastOn < first ? new Refusal("committee.report-period") : null);
        var until = last < work.Today ? last : work.Today;
        var all = await ReadMeetings.OfAsync(one, work, ct);
        // The statistical year that ended in a calendar year is that year's; a quarter has the figures up to its end.
        var counted = quarter is null && until > new StatisticalYear(year).End ? new StatisticalYear(year).End : until;
        var (figures, months) = await FiguresAsync(one, counted, work, ct);
        return new CommitteeReport(
            one, year, quarter, first, last, until, [.. all.Where(meeting => meeting.Ordered >= first && meeting.Ordered <= last)],
            [.. MeetingPeriod.Of(one, all, until).Where(period => period.First >= first && period.Last <= last)], await ConclusionsAsync(one, first, until, work, ct),
            work.Person.May.HasFlag(Permissions.ReadMatters) ? [.. (await ReadDirectedMatters.AllAsync(work, ct)).Where(matter => matter.Committee == one.Id && matter.Since <= until && !(matter.LastOn < first))] : [],
            await ReadMemberActivity.OfAsync(one, first, last, work, ct), figures, StatisticalYear.Of(counted), months);
    }

    /// <summary>How a conclusion stands on a day.</summary>
    public static ConclusionStanding StandingOf(OfficeTask task, DateOnly day) => task.State switch
    {
        TaskState.Done => task.IsLate(day) ? ConclusionStanding.DoneLate : ConclusionStanding.DoneInTime,
        TaskState.Withdrawn => ConclusionStanding.Withdrawn,
        TaskState.Open => task.IsLate(day) ? ConclusionStanding.OpenLate : ConclusionStanding.Open,
    };

    /// <summary>Those given in the period, and those that were open when it began.</summary>
    private static async Task<IReadOnlyList<ReportedConclusion>> ConclusionsAsync(SteeringCommittee committee, DateOnly first, DateOnly until, Work work, CancellationToken ct) =>
    [
        .. (await Conclusions.OfAsync(committee, until, work, ct)).Where(task => task.GivenOn <= until && (task.GivenOn >= first || task.AsOf(first.AddDays(-1))!.State == TaskState.Open))
            .Select(task => task.AsOf(until)!).Select(task => new ReportedConclusion(task, StandingOf(task, until), task.GivenOn < first)),
    ];

    private static async Task<(UnitFigures?, int)> FiguresAsync(SteeringCommittee committee, DateOnly until, Work work, CancellationToken ct)
    {
        var months = StatisticalYear.MonthOf(until);
        try
        {
            var tree = await UnitTree.OfAsync(work, ct);
            return (await ReadUnitFigures.RunAsync(new FormQuery("04", tree.UnitCode(committee.Unit), StatisticalYear.Of(until).Year, months), work, ct), months);
        }
        catch (RefusedException)
        {
            // A unit that has ended, or a year before the books: the report says that there are no figures.
            return (null, months);
        }
    }
}
