using Thads.Law.Calendar;

namespace Thads.Office.Committee;

/// <summary>What happened to a meeting. Stored by number: never renumber, never reuse a number.</summary>
public enum MeetingStepKind
{
    Planned = 1,

    /// <summary>To another day or hour, or to none yet.</summary>
    PutOff = 2,
    Cancelled = 3,
    PapersSent = 4,
    Held = 5,

    /// <summary>The notice of its conclusions went out.</summary>
    NoticeIssued = 6,
}

/// <summary>Where a meeting stands.</summary>
public enum MeetingState
{
    Planned = 1,

    /// <summary>Put off, and no new day is set.</summary>
    PutOff = 2,
    Cancelled = 3,
    Held = 4,

    /// <summary>Held, and the notice of its conclusions is out: no conclusion is added any more.</summary>
    Noticed = 5,
}

/// <param name="On">Day it was decided, sent, held or issued.</param>
/// <param name="Day">Of the meeting from here on.</param>
/// <param name="Chair">Id of the member's term.</param>
/// <param name="Text">The reason, or how papers were sent.</param>
/// <param name="Document">Number of the notice.</param>
public sealed record MeetingStep(
    int Number, MeetingStepKind Kind, DateOnly On, DateOnly? Day, string? Time, string? Place, int? Chair, string? Text, string? Document, string? Signer, string Person, DateTime At);

/// <summary>A meeting (phiên họp) of a steering committee. Once held it cannot be unheld.</summary>
/// <param name="Year">Calendar year of the period it is for.</param>
/// <param name="Month">First month of that period; null = out of turn.</param>
public sealed record Meeting(int Id, int Committee, int Year, int? Month, IReadOnlyList<MeetingStep> Steps)
{
    private static readonly MeetingStepKind[] Dated = [MeetingStepKind.Planned, MeetingStepKind.PutOff, MeetingStepKind.Held];

    public MeetingState State => Last(MeetingStepKind.NoticeIssued) is not null ? MeetingState.Noticed
        : Last(MeetingStepKind.Held) is not null ? MeetingState.Held
        : Last(MeetingStepKind.Cancelled) is not null ? MeetingState.Cancelled
        : On is null ? MeetingState.PutOff
        : MeetingState.Planned;

    public bool IsHeld => State is MeetingState.Held or MeetingState.Noticed;

    public bool IsOpen => State is MeetingState.Planned or MeetingState.PutOff;

    /// <summary>Day of the meeting; null while it is put off to none.</summary>
    public DateOnly? On => Steps.Last(step => Dated.Contains(step.Kind)).Day;

    public string? Time => Steps.LastOrDefault(step => step.Time is not null)?.Time;

    public string? Place => Steps.LastOrDefault(step => step.Place is not null)?.Place;

    public int? Chair => Steps.LastOrDefault(step => step.Chair is not null)?.Chair;

    /// <summary>Why it was put off or cancelled last.</summary>
    public MeetingStep? Hindered => Steps.LastOrDefault(step => step.Kind is MeetingStepKind.PutOff or MeetingStepKind.Cancelled);

    public MeetingStep? Papers => Steps.FirstOrDefault(step => step.Kind == MeetingStepKind.PapersSent);

    public MeetingStep? Notice => Last(MeetingStepKind.NoticeIssued);

    /// <summary>The day by which its place in a list goes.</summary>
    public DateOnly Ordered => On ?? Steps.Last(step => step.Day is not null).Day!.Value;

    /// <summary>The last day on which papers go out in time; null where the meeting has no day, or the calendar does not reach it.</summary>
    public DateOnly? PapersBy(WorkingRule rule)
    {
        if (On is not { } day || !WorkingCalendar.OfVietNam.Covers(day.AddDays(-60)) || !WorkingCalendar.OfVietNam.Covers(day))
        {
            return null;
        }

        for (var left = rule.PapersDays; left > 0;)
        {
            day = day.AddDays(-1);
            left -= WorkingCalendar.OfVietNam.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Papers went out, and later than the working rules say.</summary>
    public bool PapersWereLate(WorkingRule rule) => Papers is { } sent && PapersBy(rule) is { } by && sent.On > by;

    private MeetingStep? Last(MeetingStepKind kind) => Steps.LastOrDefault(step => step.Kind == kind);
}

/// <summary>A line of an agenda.</summary>
/// <param name="Item">Stays with the line through all versions; 0 = not yet numbered.</param>
/// <param name="Minutes">How long it is given; 0 = not said.</param>
/// <param name="Paper">What lies before the meeting for it.</param>
/// <param name="Matter">Code of the matter it is about.</param>
public sealed record AgendaLine(int Item, string Title, int Minutes, string? Reporter, string? Paper, string? Matter);

/// <summary>How an invitation went. Stored by number.</summary>
public enum InvitationChannel
{
    Paper = 1,
    Mail = 2,
    Telephone = 3,
    System = 4,
}

/// <summary>What one who is invited answered, and who came. Stored by number.</summary>
public enum Attendance
{
    WillCome = 1,
    WillNotCome = 2,
    Present = 3,

    /// <summary>Somebody came for them: who, is said.</summary>
    Represented = 4,

    /// <summary>Absent: the reason is said.</summary>
    Absent = 5,
}

/// <summary>One who is invited: a member, a body that is none, or somebody by name.</summary>
/// <param name="Answer">The last; null = none yet.</param>
/// <param name="Said">Who came instead, or why not.</param>
public sealed record Invited(int Id, int Meeting, int? Member, int? Partner, string? Name, DateOnly SentOn, InvitationChannel Channel, Attendance? Answer, string? Said)
{
    public bool Came => Answer is Attendance.Present or Attendance.Represented;
}

/// <summary>What was written to a line of the agenda.</summary>
/// <param name="Item">0 = the open conclusions of earlier meetings.</param>
public sealed record MinutesText(int Item, string Text, long Act, string Person, DateTime At);
