using Thads.Law;

namespace Thads.Office.Committee;

/// <summary>What somebody is in a committee. Stored by number: never renumber, never reuse a number. The order is the order on lists.</summary>
public enum CommitteePosition
{
    /// <summary>Trưởng ban: one at a time.</summary>
    Head = 1,

    /// <summary>Phó Trưởng ban.</summary>
    Deputy = 2,

    /// <summary>Phó Trưởng ban Thường trực.</summary>
    Standing = 3,

    /// <summary>Ủy viên.</summary>
    Member = 4,

    /// <summary>Thư ký, Tổ thư ký.</summary>
    Secretary = 5,
}

/// <summary>A term of a member. A seat is a position with the body it is held for; that of the head is one, whatever the body.</summary>
/// <param name="Partner">Id of the body the member comes from; null = the unit itself.</param>
/// <param name="LastOn">Last day of the term; null = no end is known.</param>
/// <param name="Replaces">Id of the term before on the same seat.</param>
public sealed record CommitteeMember(
    int Id, int Committee, CommitteePosition Position, string Name, string Title, int? Partner, DateOnly FromOn, string Decision, int? Replaces, DateOnly? LastOn, string? EndReason)
{
    public bool ServesOn(DateOnly day) => FromOn <= day && !(LastOn < day);

    public bool SameSeat(CommitteePosition position, int? partner, string name) =>
        Position == position && (position == CommitteePosition.Head || (position == CommitteePosition.Secretary ? Name == name : Partner == partner));
}

/// <summary>How a committee works from a day on.</summary>
/// <param name="CycleMonths">A meeting in every so many months of the calendar year: 1, 2, 3, 4, 6 or 12.</param>
/// <param name="PapersDays">Papers go out at least so many working days before a meeting.</param>
/// <param name="Quorum">A meeting is held with more than so many percent of the members, those represented counted in; 0 = nothing is asked.</param>
/// <param name="Procuracy">The procuracy is invited.</param>
/// <param name="AgendaFrom">Matters with at least so many đồng left are proposed for an empty agenda.</param>
/// <param name="Document">What it rests on: the committee's own document, or the article of the default.</param>
/// <param name="Act">0 = the default of the law's table.</param>
public sealed record WorkingRule(DateOnly ValidFrom, int CycleMonths, int PapersDays, int Quorum, bool Procuracy, long AgendaFrom, string Document, long Act)
{
    /// <summary>Percent above which a meeting is held, where no document says; ours.</summary>
    public const int UsualQuorum = 50;

    /// <summary>Đồng from which a matter is proposed, where no document says; ours.</summary>
    public const long UsualAgendaFrom = 1_000_000_000;

    /// <summary>What the law's table says of that day; null before its first row.</summary>
    public static WorkingRule? Default(DateOnly day) => CommitteeWorking.On(day) is { } row
        ? new WorkingRule(row.From, row.CycleMonths, row.PapersWorkingDays, UsualQuorum, row.ProcuracyInvited, UsualAgendaFrom, row.Source, 0)
        : null;
}

/// <summary>The steering committee for civil judgment enforcement (Ban chỉ đạo thi hành án dân sự) of a unit's locality, from its decision to its end.</summary>
/// <param name="Unit">Id of the unit whose locality it directs.</param>
/// <param name="Predecessor">Id of the committee it follows.</param>
/// <param name="LastOn">Its last day; null = it is there.</param>
/// <param name="Members">All terms, by position and first day.</param>
/// <param name="Rules">Working rules of its own in the order in which they were set.</param>
public sealed record SteeringCommittee(
    int Id, int Unit, CommitteeLevel Level, string Name, string Decision, DateOnly DecidedOn, string Issuer, DateOnly BeginsOn, int? Predecessor, DateOnly? LastOn, string? EndDocument,
    IReadOnlyList<CommitteeMember> Members, IReadOnlyList<WorkingRule> Rules)
{
    public bool IsThereOn(DateOnly day) => BeginsOn <= day && !(LastOn < day);

    public IEnumerable<CommitteeMember> ServingOn(DateOnly day) => Members.Where(member => member.ServesOn(day));

    /// <summary>The rule that holds on a day: the committee's own, unless the law's table has changed since and the committee has set none after that.</summary>
    public WorkingRule RuleOn(DateOnly day) => Rules.Where(rule => rule.ValidFrom <= day).OrderBy(rule => rule.ValidFrom).ThenBy(rule => rule.Act).LastOrDefault()
        ?? WorkingRule.Default(day) ?? WorkingRule.Default(BeginsOn > day ? BeginsOn : day)!;

    /// <summary>Seats that somebody held and nobody holds on that day, and the head's where there is none.</summary>
    public IReadOnlyList<CommitteeMember> VacantOn(DateOnly day) => !IsThereOn(day) ? []
        : [.. Members.Where(member => member.LastOn < day && !Members.Any(other => other.Id != member.Id && other.SameSeat(member.Position, member.Partner, member.Name)
            && (other.ServesOn(day) || (other.FromOn > member.FromOn && other.FromOn <= day))))];

    public bool HasHeadOn(DateOnly day) => Members.Any(member => member.Position == CommitteePosition.Head && member.ServesOn(day));
}
