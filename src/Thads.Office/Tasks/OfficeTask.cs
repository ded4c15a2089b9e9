namespace Thads.Office.Tasks;

/// <summary>What a task comes from. Stored by number: never renumber, never reuse a number.</summary>
public enum TaskOrigin
{
    /// <summary>Kết luận phiên họp Ban chỉ đạo.</summary>
    Meeting = 1,

    /// <summary>Kết luận hội nghị.</summary>
    Conference = 2,

    /// <summary>Văn bản chỉ đạo.</summary>
    Direction = 3,

    /// <summary>Kiến nghị.</summary>
    Petition = 4,

    /// <summary>Chương trình công tác.</summary>
    Programme = 5,

    /// <summary>Đợt cao điểm.</summary>
    Campaign = 6,

    /// <summary>Danh sách theo dõi.</summary>
    Watch = 7,
}

/// <summary>What happened to a task. Stored by number: never renumber, never reuse a number.</summary>
public enum TaskStepKind
{
    /// <summary>Gia hạn.</summary>
    Extended = 1,

    /// <summary>Giao lại.</summary>
    Reassigned = 2,

    /// <summary>Báo cáo xong.</summary>
    Done = 3,

    /// <summary>Mở lại.</summary>
    Reopened = 4,

    /// <summary>Thôi thực hiện.</summary>
    Withdrawn = 5,

    /// <summary>Ghi chú.</summary>
    Noted = 6,
}

public enum TaskState
{
    Open = 1,
    Done = 2,
    Withdrawn = 3,
}

/// <summary>Who is to do it: a unit, an officer or a body outside the office; by code, exactly one.</summary>
public sealed record TaskOwner(string? Unit = null, string? Officer = null, string? Partner = null)
{
    public string Code => Unit ?? Officer ?? Partner ?? "";
}

/// <summary>The owner as the books keep it, with its name of today.</summary>
public sealed record OwnedBy(int? Unit, int? Officer, int? Partner, string Code, string Name)
{
    public bool Is(OwnedBy other) => (Unit, Officer, Partner) == (other.Unit, other.Officer, other.Partner);
}

/// <param name="On">The day on which it happened.</param>
/// <param name="DueOn">The new day; of a step that sets one.</param>
/// <param name="Owner">The new owner; of a step that sets one.</param>
/// <param name="Text">Reason, proof or note.</param>
/// <param name="Document">Number and day of what proves or orders it.</param>
public sealed record TaskStep(int Number, TaskStepKind Kind, DateOnly On, DateOnly? DueOn, OwnedBy? Owner, string Text, string? Document, string Person, DateTime At, long Act);

/// <summary>A task (nhiệm vụ) with owner, day and proof. It cannot disappear: what became of it is in its steps, and state, owner and day are drawn from them.</summary>
/// <param name="Unit">Id of the unit that keeps it.</param>
/// <param name="Number">As in the document it comes from: "KL 12".</param>
/// <param name="Heading">Code of the heading of a programme.</param>
/// <param name="Measure">How one sees that it is done.</param>
/// <param name="Matter">Code of the matter it is about.</param>
/// <param name="FirstDueOn">As it was given.</param>
/// <param name="Steps">In the order in which they were recorded.</param>
public sealed record OfficeTask(
    long Id, int Unit, TaskOrigin Origin, long OriginId, string OriginTitle, string? Number, string? Heading, string Text, string? Measure, string? Matter, OwnedBy FirstOwner, DateOnly GivenOn,
    DateOnly FirstDueOn, long Act, IReadOnlyList<TaskStep> Steps)
{
    public TaskState State => Steps.LastOrDefault(step => step.Kind is TaskStepKind.Done or TaskStepKind.Withdrawn or TaskStepKind.Reopened)?.Kind switch
    {
        TaskStepKind.Done => TaskState.Done,
        TaskStepKind.Withdrawn => TaskState.Withdrawn,
        _ => TaskState.Open,
    };

    public OwnedBy Owner => Steps.LastOrDefault(step => step.Owner is not null)?.Owner ?? FirstOwner;

    public DateOnly DueOn => Steps.LastOrDefault(step => step.DueOn is not null)?.DueOn ?? FirstDueOn;

    /// <summary>How often its day was moved.</summary>
    public int Extensions => Steps.Count(step => step.Kind == TaskStepKind.Extended);

    /// <summary>The step that ended it; null while it is open.</summary>
    public TaskStep? End => State == TaskState.Open ? null : Steps.Last(step => step.Kind is TaskStepKind.Done or TaskStepKind.Withdrawn);

    public DateOnly? DoneOn => State == TaskState.Done ? End!.On : null;

    /// <summary>What shows that it is done.</summary>
    public string? Proof => State == TaskState.Done ? End!.Text : null;

    /// <summary>Open past its day, or done after it.</summary>
    public bool IsLate(DateOnly today) => State == TaskState.Open ? today > DueOn : DoneOn > DueOn;

    /// <summary>How it stood at the end of a day, by what happened until then; null where it had not been given yet.</summary>
    public OfficeTask? AsOf(DateOnly day) => GivenOn > day ? null : this with { Steps = [.. Steps.Where(step => step.On <= day)] };
}
