using Thads.Law.Deadlines;
using Thads.Law.Tables;

namespace Thads.Office.Clocks;

/// <summary>Whose turn it is while a limit runs. Its word stands in lists and addresses.</summary>
public enum ClockTurn
{
    /// <summary>The office must act.</summary>
    Ours = 1,

    /// <summary>Somebody else may act: the voluntary period.</summary>
    Others = 2,

    /// <summary>When it ends a person may decide something; nothing happens by itself (the returned request).</summary>
    Proposal = 3,

    /// <summary>No limit of law: the office reminds itself.</summary>
    House = 4,
}

/// <summary>A time limit that a matter's steps opened, with its way and what ended it.</summary>
/// <param name="Code">Of the catalogue (D003…); `house.idle`, `house.stopped` for reminders of the office.</param>
/// <param name="Lines">Numbers of the lines it is about; empty = the matter.</param>
/// <param name="DueOn">Last day; the day it started where the calendar does not reach so far back.</param>
/// <param name="Settles">Code of the form of the procedure by which it is met.</param>
/// <param name="Deadline">How the day came about; null for a reminder, or where the calendar does not reach.</param>
/// <param name="EndedOn">When it was met, or ended otherwise; null = it runs.</param>
public sealed record Clock(string Code, IReadOnlyList<int> Lines, DateOnly StartedOn, DateOnly DueOn, ClockTurn Turn, string Settles, Deadline? Deadline, DateOnly? EndedOn)
{
    /// <summary>Codes of reminders begin with it.</summary>
    public const string House = "house.";

    public bool IsOpen => EndedOn is null;

    public bool IsOverdueOn(DateOnly day) => IsOpen && Turn == ClockTurn.Ours && day > DueOn;

    /// <summary>Ended after its last day.</summary>
    public bool WasLate => EndedOn > DueOn && Turn == ClockTurn.Ours;

    /// <summary>It began before the calendar does: nobody can say when it ended.</summary>
    public bool IsBeyond => Deadline is null && !Code.StartsWith(House, StringComparison.Ordinal);

    /// <summary>The rows of law it rests on.</summary>
    public IReadOnlyList<LawRow> Rests => Deadline?.Rests() ?? [];
}
