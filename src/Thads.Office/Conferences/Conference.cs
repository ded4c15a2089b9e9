using System.Globalization;

namespace Thads.Office.Conferences;

/// <summary>How a conference stands. Stored by number. Held is for good.</summary>
public enum ConferenceState
{
    Planned = 1,
    Held = 2,

    /// <summary>Moved to another day, and still to be held.</summary>
    PutOff = 3,
    Cancelled = 4,
}

/// <summary>What somebody does at a conference. Stored by number; the order is that of the programme.</summary>
public enum ConferenceRole
{
    /// <summary>Chủ trì.</summary>
    Chair = 1,

    /// <summary>Đoàn chủ tọa.</summary>
    Presidium = 2,

    /// <summary>Thư ký hội nghị.</summary>
    Secretary = 3,

    /// <summary>Báo cáo viên.</summary>
    Speaker = 4,

    /// <summary>Khách mời.</summary>
    Guest = 5,

    /// <summary>Đại biểu.</summary>
    Delegate = 6,
}

/// <summary>How an invitation goes out. Stored by number.</summary>
public enum ConferenceChannel
{
    Paper = 1,
    Mail = 2,
    Phone = 3,
    ByHand = 4,
}

/// <summary>Who came. Stored by number.</summary>
public enum ConferenceAttendance
{
    Present = 1,

    /// <summary>Somebody came for them.</summary>
    Represented = 2,
    Absent = 3,
}

/// <summary>How a contribution (tham luận) was made. Stored by number.</summary>
public enum ContributionManner
{
    Spoken = 1,
    Written = 2,
}

/// <summary>What was said to be done. Stored by number.</summary>
public enum SayingKind
{
    /// <summary>Ý kiến chỉ đạo, of a superior body.</summary>
    Direction = 1,

    /// <summary>Kết luận, of the conference.</summary>
    Conclusion = 2,
}

/// <summary>What a conference is about, as it holds now.</summary>
/// <param name="Number">Names it, for good.</param>
/// <param name="Unit">Code of the unit that holds it.</param>
/// <param name="Year">Statistical year it sums up.</param>
/// <param name="MeetsOn">The day it was held, or is to be.</param>
/// <param name="BeginsAt">On the wall of the office.</param>
public sealed record Conference(
    int Number, string Unit, string UnitName, int Year, string Title, DateOnly MeetsOn, TimeOnly BeginsAt, string Place, string? Note, ConferenceState State)
{
    /// <summary>Subject of the files kept with it.</summary>
    public string Files => string.Create(CultureInfo.InvariantCulture, $"conference:{Number}");

    public string Address => string.Create(CultureInfo.InvariantCulture, $"/direction/conferences/{Number}");

    public bool IsOpen => State is ConferenceState.Planned or ConferenceState.PutOff;

    internal int UnitId { get; init; }

    /// <summary>As changes name it.</summary>
    internal string Subject => string.Create(CultureInfo.InvariantCulture, $"{Unit} {Year}: {Title}");
}

/// <summary>A turn in the life of a conference.</summary>
/// <param name="On">The day it was held, or the day it had been planned for.</param>
public sealed record ConferenceTurn(ConferenceState State, DateOnly On, string? Reason, string Person, DateTime At);

/// <summary>Who takes part, with the last invitation and whether they came.</summary>
/// <param name="Partner">Code of the body; null = of the office itself, or of none.</param>
/// <param name="Name">The person, or the body where no person is named.</param>
/// <param name="Post">Position, as printed.</param>
public sealed record ConferencePerson(int Number, ConferenceRole Role, string? Partner, string Name, string? Post)
{
    public DateOnly? InvitedOn { get; init; }

    public ConferenceChannel? Channel { get; init; }

    public ConferenceAttendance? Came { get; init; }

    public string? StandIn { get; init; }

    /// <summary>As printed: "Ông Mẫu Một, Chủ tịch Ủy ban nhân dân huyện".</summary>
    public string Full => Post is null ? Name : $"{Name}, {Post}";
}

/// <summary>An item of the agenda.</summary>
/// <param name="From">When it begins by the minutes of those before it.</param>
public sealed record AgendaItem(int Number, int Place, int Minutes, string Title, string? Speaker, TimeOnly From);

/// <summary>A contribution of a commune or a department.</summary>
/// <param name="Partner">Code of the body.</param>
public sealed record Contribution(int Conference, int Number, string Partner, string? Speaker, string Topic, string? Said, ContributionManner Manner)
{
    /// <summary>Subject of the file kept with it.</summary>
    public string Files => string.Create(CultureInfo.InvariantCulture, $"conference:{Conference}:contribution:{Number}");
}

/// <summary>A direction given at the conference, or one of its conclusions: a task.</summary>
/// <param name="SaidBy">As printed.</param>
/// <param name="Task">Number of the task it became.</param>
public sealed record Saying(int Number, SayingKind Kind, string? Partner, string SaidBy, long Task);

/// <summary>A figure of a superior unit told at the conference, as it was then.</summary>
/// <param name="Code">Code of words under `conference.result.`.</param>
/// <param name="Link">Where it was read from.</param>
/// <param name="LastAct">The last act it rests on.</param>
public sealed record ConferenceResult(string Unit, string UnitName, string Code, string Value, string Link, long LastAct);

/// <summary>A conference with all that belongs to it.</summary>
public sealed record ConferenceFile(
    Conference Conference, IReadOnlyList<ConferenceTurn> Turns, IReadOnlyList<ConferencePerson> People, IReadOnlyList<AgendaItem> Agenda, IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<Saying> Sayings, IReadOnlyList<ConferenceResult> Results)
{
    public IEnumerable<Saying> Of(SayingKind kind) => Sayings.Where(saying => saying.Kind == kind);

    public ConferencePerson? Chair => People.FirstOrDefault(person => person.Role == ConferenceRole.Chair);
}
