using Thads.Office.Partners;
using Thads.Office.Tasks;

namespace Thads.Office.Coordination;

/// <summary>What the office received. Stored by number: never renumber, never reuse a number.</summary>
public enum ReceivedKind
{
    /// <summary>Chỉ đạo, of somebody who directs the office.</summary>
    Direction = 1,

    /// <summary>Kiến nghị, of somebody it works with.</summary>
    Petition = 2,
}

/// <summary>Where a petition was raised. Stored by number: never renumber, never reuse a number.</summary>
public enum RaisedAt
{
    Meeting = 1,
    Conference = 2,
    Letter = 3,
}

/// <summary>What became of something received. Stored by number: never renumber, never reuse a number.</summary>
public enum ReceivedEventKind
{
    /// <summary>Of several the one recorded last holds.</summary>
    Answered = 1,
    PassedOn = 2,
    Closed = 3,
    OpenedAgain = 4,
}

/// <summary>Where something received stands on a day.</summary>
public enum ReceivedState
{
    Open = 1,
    Late = 2,
    Answered = 3,
    AnsweredLate = 4,
    PassedOn = 5,
    Closed = 6,
}

/// <param name="To">The body it was passed on to.</param>
/// <param name="At">UTC.</param>
public sealed record ReceivedEvent(ReceivedEventKind Kind, DateOnly On, string? Number, string? Text, Partner? To, long Act, string Person, DateTime At);

/// <summary>A direction or a petition, with its tasks and all that became of it.</summary>
/// <param name="Unit">Code of the unit that received it.</param>
/// <param name="IssuedOn">Of the document, or the day on which it was raised.</param>
/// <param name="Raised">Of a petition.</param>
/// <param name="WatchList">Code of the list a direction concerns; null = none.</param>
/// <param name="DueOn">By when an answer is asked for; null = nobody asked for one.</param>
/// <param name="Matters">Codes, of those the person sees.</param>
/// <param name="Events">In the order in which they were recorded.</param>
public sealed record Received(
    long Id, ReceivedKind Kind, string Unit, Partner From, string? Number, DateOnly IssuedOn, DateOnly ReceivedOn, RaisedAt? Raised, string Text, string? WatchList, DateOnly? DueOn,
    IReadOnlyList<string> Matters, IReadOnlyList<OfficeTask> Tasks, IReadOnlyList<ReceivedEvent> Events, long Act, string Person, DateTime At)
{
    /// <summary>The answer that holds.</summary>
    public ReceivedEvent? Answer => Events.LastOrDefault(one => one.Kind == ReceivedEventKind.Answered);

    public ReceivedEvent? PassedOn => Events.LastOrDefault(one => one.Kind == ReceivedEventKind.PassedOn);

    /// <summary>The closing that holds; null while it is open.</summary>
    public ReceivedEvent? Closed => Events.LastOrDefault(one => one.Kind is ReceivedEventKind.Closed or ReceivedEventKind.OpenedAgain) is { Kind: ReceivedEventKind.Closed } closed ? closed : null;

    public ReceivedState StateOn(DateOnly day) => (Closed, Answer, PassedOn) switch
    {
        ({ } closed, _, _) when closed.On <= day => ReceivedState.Closed,
        (_, { } answer, _) when answer.On <= day => answer.On > DueOn ? ReceivedState.AnsweredLate : ReceivedState.Answered,
        (_, _, { } passed) when passed.On <= day => ReceivedState.PassedOn,
        _ => DueOn < day ? ReceivedState.Late : ReceivedState.Open,
    };

    /// <summary>Tasks given from it that are not done.</summary>
    public int OpenTasks => Tasks.Count(task => task.State == TaskState.Open);
}
