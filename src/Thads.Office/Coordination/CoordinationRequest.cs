using Thads.Office.Partners;

namespace Thads.Office.Coordination;

/// <summary>How a request went out. Stored by number: never renumber, never reuse a number.</summary>
public enum RequestChannel
{
    Letter = 1,
    Electronic = 2,
    InPerson = 3,
    Telephone = 4,
}

/// <summary>What became of a request. Stored by number: never renumber, never reuse a number.</summary>
public enum RequestEventKind
{
    /// <summary>Of several the one recorded last holds.</summary>
    Answered = 1,

    /// <summary>More on what was answered already: the day of the answer stays.</summary>
    AnsweredMore = 2,
    Reminded = 3,
    Withdrawn = 4,
}

/// <summary>Where a request stands on a day.</summary>
public enum RequestState
{
    Waiting = 1,
    Overdue = 2,
    InTime = 3,
    Late = 4,
    Withdrawn = 5,
}

/// <param name="Number">Of the letter; null = none.</param>
/// <param name="IsUseful">Of an answer: whether it helped; null = nobody said.</param>
/// <param name="Person">Who recorded it.</param>
/// <param name="At">UTC.</param>
public sealed record RequestEvent(RequestEventKind Kind, DateOnly On, string? Number, string Text, bool? IsUseful, long Act, string Person, DateTime At);

/// <summary>A request of the office to a partner, with all that became of it.</summary>
/// <param name="Unit">Code of the unit that asked.</param>
/// <param name="Rule">The row of the table of limits it was sent under; null = the day was asked for.</param>
/// <param name="Matters">Codes, of those the person sees.</param>
/// <param name="Events">In the order in which they were recorded.</param>
public sealed record CoordinationRequest(
    long Id, string Unit, Partner Partner, RequestKind Kind, string What, string? Number, DateOnly SentOn, RequestChannel Channel, DateOnly DueOn, RequestRule? Rule, IReadOnlyList<string> Matters,
    IReadOnlyList<RequestEvent> Events, long Act, string Person, DateTime At)
{
    /// <summary>The answer that holds.</summary>
    public RequestEvent? Answer => Events.LastOrDefault(one => one.Kind == RequestEventKind.Answered);

    public RequestEvent? Withdrawn => Events.FirstOrDefault(one => one.Kind == RequestEventKind.Withdrawn);

    /// <summary>Calendar days from the request to the answer; null while there is none.</summary>
    public int? DaysToAnswer => Answer is { } answer ? answer.On.DayNumber - SentOn.DayNumber : null;

    public RequestState StateOn(DateOnly day) => (Withdrawn, Answer) switch
    {
        ({ } withdrawn, _) when withdrawn.On <= day => RequestState.Withdrawn,
        (_, { } answer) when answer.On <= day => answer.On <= DueOn ? RequestState.InTime : RequestState.Late,
        _ => DueOn < day ? RequestState.Overdue : RequestState.Waiting,
    };

    /// <summary>Days past the limit, on a day: of the answer, or without one; 0 in time.</summary>
    public int DaysLate(DateOnly day) => StateOn(day) switch
    {
        RequestState.Late => Answer!.On.DayNumber - DueOn.DayNumber,
        RequestState.Overdue => day.DayNumber - DueOn.DayNumber,
        RequestState.Waiting or RequestState.InTime or RequestState.Withdrawn => 0,
    };
}
