using System.Globalization;

namespace Thads.Office.Committee;

/// <summary>How a period of the working rules stands.</summary>
public enum PeriodState
{
    Held = 1,

    /// <summary>Held after the period was over.</summary>
    HeldLate = 2,

    /// <summary>A meeting is planned in it.</summary>
    Planned = 3,

    /// <summary>None is planned, and the period is not over.</summary>
    Due = 4,

    /// <summary>It is over without a meeting.</summary>
    Missed = 5,
}

/// <summary>A period in which the working rules ask for a meeting.</summary>
/// <param name="Meeting">The one that is for it; null = none.</param>
public sealed record MeetingPeriod(int Year, int Month, int Cycle, DateOnly First, DateOnly Last, Meeting? Meeting, PeriodState State)
{
    private static readonly string[] Quarters = ["I", "II", "III", "IV"];

    /// <summary>Of the period: "quý IV/2020".</summary>
    public string Named => Name(Year, Month, Cycle);

    /// <summary>"quý IV/2020", "tháng 5/2020", "6 tháng đầu năm 2020".</summary>
    public static string Name(int year, int? month, int cycle) => (month, cycle) switch
    {
        (null, _) => $"đột xuất năm {year}",
        (_, 1) => $"tháng {month}/{year}",
        (_, 3) => $"quý {Quarters[(month.Value - 1) / 3]}/{year}",
        (_, 6) => $"6 tháng {(month < 7 ? "đầu" : "cuối")} năm {year}",
        (_, 12) => $"năm {year}",
        _ => $"tháng {month} đến tháng {month + cycle - 1}/{year}",
    };

    /// <summary>"Phiên họp quý IV/2020"; out of turn with its day.</summary>
    public static string Title(int year, int? month, int cycle, DateOnly day) => month is null
        ? string.Create(CultureInfo.InvariantCulture, $"Phiên họp đột xuất ngày {day:dd/MM/yyyy}") : $"Phiên họp {Name(year, month, cycle)}";

    /// <summary>
    /// The periods of a committee from its first whole one up to that of a day, and the one after where that one is held. A period that began before the committee, or that was
    /// not over when it ended, asks for none.
    /// </summary>
    public static IReadOnlyList<MeetingPeriod> Of(SteeringCommittee committee, IReadOnlyList<Meeting> meetings, DateOnly today)
    {
        var periods = new List<MeetingPeriod>();
        var month = new DateOnly(committee.BeginsOn.Year, 1, 1);
        while (month <= today || periods is [.., { State: PeriodState.Held or PeriodState.HeldLate }])
        {
            var cycle = committee.RuleOn(month > committee.BeginsOn ? month : committee.BeginsOn).CycleMonths;
            var last = month.AddMonths(cycle).AddDays(-1);
            if (month >= committee.BeginsOn && !(committee.LastOn < last))
            {
                var meeting = meetings.LastOrDefault(m => m.IsHeld && m.Year == month.Year && m.Month == month.Month) ?? meetings.LastOrDefault(m => m.Year == month.Year && m.Month == month.Month);
                periods.Add(new MeetingPeriod(month.Year, month.Month, cycle, month, last, meeting, StateOf(meeting, last, today)));
            }
            else if (committee.LastOn < last)
            {
                break;
            }

            month = month.AddMonths(cycle);
        }

        return periods;
    }

    private static PeriodState StateOf(Meeting? meeting, DateOnly last, DateOnly today) =>
        meeting is { IsHeld: true } ? meeting.On > last ? PeriodState.HeldLate : PeriodState.Held
        : meeting is { State: MeetingState.Planned } && meeting.On >= today ? PeriodState.Planned
        : last < today ? PeriodState.Missed
        : PeriodState.Due;
}
