using System.Globalization;
using Thads.Law;
using Thads.Office.Tasks;

namespace Thads.Office.Programme;

/// <summary>A task of a programme. While the programme is a draft it is words; adopted, it is a task of the office.</summary>
/// <param name="Number">Names it within its programme, for good.</param>
/// <param name="DrawnFrom">What it continues: "task:12", "target:matters", "standing:thrift"; null = written by hand.</param>
/// <param name="Dropped">Why it was taken out of the draft; null = it stands.</param>
/// <param name="Task">Null while the programme is a draft.</param>
public sealed record ProgrammeItem(
    int Number, ProgrammeHeading Heading, string Says, string? Measure, TaskOwner Owner, DateOnly DueOn, string? DrawnFrom, string? Dropped, OfficeTask? Task)
{
    public bool Stands => Dropped is null;

    /// <summary>The task of another origin that it continues: it stays that task, and none is given beside it. Null = it is no task yet.</summary>
    public long? Continues => DrawnFrom?.Split(':', 2) is ["task", var number] ? long.Parse(number, CultureInfo.InvariantCulture) : null;
}

/// <summary>How the tasks of a programme stood at the end of a quarter.</summary>
/// <param name="End">Last day of the quarter.</param>
/// <param name="Due">Fell due by then.</param>
/// <param name="Done">Done by then, in time or late.</param>
/// <param name="Late">Still open past their day.</param>
/// <param name="IsOver">The quarter is over; where not, the numbers are those of today.</param>
public sealed record QuarterState(int Quarter, DateOnly End, int Given, int Due, int Done, int Late, bool IsOver);

/// <summary>The programme of work (chương trình công tác) of a unit for a year.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Decision">Number of the decision that adopted it; null = a draft.</param>
/// <param name="Others">Tasks given for the year beside its items: mistakes to be mended.</param>
public sealed record YearProgramme(
    int Number, string Unit, string UnitName, int Year, string? Decision, string? DecidedBy, DateOnly? DecidedOn, IReadOnlyList<ProgrammeItem> Items, IReadOnlyList<OfficeTask> Others)
{
    public bool IsAdopted => Decision is not null;

    public string Title => string.Create(CultureInfo.InvariantCulture, $"Chương trình công tác năm {Year}");

    public IEnumerable<ProgrammeItem> Standing => Items.Where(item => item.Stands);

    public IEnumerable<OfficeTask> Tasks => Standing.Select(item => item.Task).OfType<OfficeTask>().Concat(Others);

    internal int UnitId { get; init; }

    /// <summary>The quarters that have begun, by what happened until their end or until today.</summary>
    public IReadOnlyList<QuarterState> Quarters(DateOnly today) =>
    [
        .. Enumerable.Range(1, 4).Select(quarter => (Quarter: quarter, First: new StatisticalYear(Year).EndOfMonth((quarter * 3) - 2).AddDays(-27), End: new StatisticalYear(Year).EndOfMonth(quarter * 3)))
            .Where(q => new DateOnly(q.First.Year, q.First.Month, 1) <= today)
            .Select(q =>
            {
                var day = q.End < today ? q.End : today;
                var then = Tasks.Select(task => task.AsOf(day)).OfType<OfficeTask>().Where(task => task.State != TaskState.Withdrawn).ToList();
                return new QuarterState(
                    q.Quarter, q.End, then.Count, then.Count(task => task.DueOn <= day), then.Count(task => task.State == TaskState.Done), then.Count(task => task.State == TaskState.Open && task.DueOn < day), q.End < today);
            }),
    ];
}

/// <summary>What is planned and recorded beside tasks. Stored by number.</summary>
public enum SelfCheckKind
{
    /// <summary>Tự kiểm tra.</summary>
    Check = 1,

    /// <summary>Bồi dưỡng, tập huấn.</summary>
    Training = 2,
}

public enum SelfCheckState
{
    Planned = 1,
    Held = 2,
    CalledOff = 3,
}

/// <summary>A self-check or a training: planned, then held with its result, or called off with a reason.</summary>
/// <param name="Leader">Who leads it, or teaches.</param>
public sealed record SelfCheck(int Number, string Unit, SelfCheckKind Kind, string Subject, DateOnly PlannedOn, string Leader, string? Participants, DateOnly? HeldOn, string? Result, string? CalledOff)
{
    public SelfCheckState State => CalledOff is not null ? SelfCheckState.CalledOff : HeldOn is not null ? SelfCheckState.Held : SelfCheckState.Planned;

    /// <summary>Planned for a day that has passed, and neither held nor called off.</summary>
    public bool IsLate(DateOnly today) => State == SelfCheckState.Planned && PlannedOn < today;

    internal int UnitId { get; init; }
}

/// <summary>How a mistake was found. Stored by number.</summary>
public enum FoundBy
{
    SelfCheck = 1,

    /// <summary>Cơ quan cấp trên kiểm tra.</summary>
    Superior = 2,

    /// <summary>Viện kiểm sát.</summary>
    Procuracy = 3,

    /// <summary>Khiếu nại, tố cáo.</summary>
    Complaint = 4,
    Other = 5,
}

/// <summary>A mistake that was found (sai sót); it is mended by a task, to the end.</summary>
/// <param name="Check">Number of the self-check that found it.</param>
/// <param name="FoundWho">Who found it.</param>
/// <param name="MadeBy">Who made it, or the section; null = not said.</param>
/// <param name="Matter">Code.</param>
public sealed record Mistake(
    long Id, string Unit, DateOnly FoundOn, FoundBy By, int? Check, string FoundWho, string? MadeBy, string? Matter, string Says, string? Consequence, OfficeTask? Task);
