using System.Globalization;
using Thads.Office.Committee;
using Thads.Shared.Kit;

namespace Thads.Committee;

/// <summary>Where committees, meetings and what belongs to them are read, and how their states look.</summary>
public static class CommitteeAddress
{
    public const string Start = "/direction/committee";

    public static string Of(int committee) => $"{Start}/{Text(committee)}";

    public static string Act(int committee, string act) => $"{Of(committee)}/{act}";

    public static string Meeting(int meeting) => $"{Start}/meetings/{Text(meeting)}";

    public static string Act(Meeting meeting, string act) => $"{Meeting(meeting.Id)}/{act}";

    public static string Report(int committee, int year, int? quarter) => $"{Start}/report?committee={Text(committee)}&year={Text(year)}{(quarter is { } q ? $"&quarter={Text(q)}" : "")}";

    public static TagKind KindOf(MeetingState state) => state switch
    {
        MeetingState.Planned => TagKind.Info,
        MeetingState.PutOff => TagKind.Late,
        MeetingState.Cancelled => TagKind.Plain,
        MeetingState.Held => TagKind.Soon,
        MeetingState.Noticed => TagKind.Fine,
    };

    public static TagKind KindOf(PeriodState state) => state switch
    {
        PeriodState.Held => TagKind.Fine,
        PeriodState.HeldLate => TagKind.Soon,
        PeriodState.Planned => TagKind.Info,
        PeriodState.Due => TagKind.Soon,
        PeriodState.Missed => TagKind.Late,
    };

    public static TagKind KindOf(ConclusionStanding standing) => standing switch
    {
        ConclusionStanding.DoneInTime => TagKind.Fine,
        ConclusionStanding.DoneLate => TagKind.Soon,
        ConclusionStanding.Open => TagKind.Info,
        ConclusionStanding.OpenLate => TagKind.Late,
        ConclusionStanding.Withdrawn => TagKind.Plain,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
