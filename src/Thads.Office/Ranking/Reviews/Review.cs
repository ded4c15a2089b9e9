namespace Thads.Office.Ranking.Reviews;

/// <summary>Why something stands in the list of matters to review. Its word stands in addresses and answers; the words are under `ReviewKind.`, what is asked under `review.asks-KIND`.</summary>
public enum ReviewKind
{
    /// <summary>Of the year, and in the books only after its last day; or of the year by the law's time limit, and dated after it.</summary>
    HeldPastEnd = 1,

    /// <summary>Delegated in the last weeks and back, or in again by delegation.</summary>
    DelegationLoop = 2,

    /// <summary>Far more matters than in the unit's own weeks before moved out of what is enforceable.</summary>
    SuddenReclassification = 3,

    /// <summary>Settled, and soon open again.</summary>
    ReopenedSoon = 4,

    /// <summary>Entered long after it happened.</summary>
    BackDated = 5,
}

/// <summary>A matter of something to review.</summary>
/// <param name="Officer">Id of who held it; 0 = nobody.</param>
/// <param name="Step">Number of the step; 0 = the docketing.</param>
/// <param name="On">The day of law.</param>
/// <param name="KnownOn">When the books learnt it.</param>
public sealed record ReviewedMatter(Guid Id, string Code, int Officer, int Step, DateOnly On, DateOnly KnownOn);

/// <summary>What the office said to it.</summary>
/// <param name="At">UTC.</param>
public sealed record ReviewAnswer(string Answer, string Person, DateTime At, long Act);

/// <summary>Something an office is asked to look at before its year is closed or sent. It says what the books hold, and judges nothing.</summary>
/// <param name="Unit">Id of the unit in whose account it stands.</param>
/// <param name="Subject">Names it among those of its kind: matter and step, or a state.</param>
/// <param name="Why">What the books hold, as a sentence.</param>
/// <param name="KnownOn">The day from which it can be seen in the books.</param>
/// <param name="AloneUntil">Until this day it is the office's alone, unless it answers before; then the unit above sees it too.</param>
/// <param name="Answers">In the order in which they were given.</param>
public sealed record ReviewItem(
    ReviewKind Kind, int Unit, string Subject, Refusal Why, IReadOnlyList<ReviewedMatter> Matters, DateOnly KnownOn, DateOnly AloneUntil, IReadOnlyList<ReviewAnswer> Answers)
{
    public (ReviewKind, int, string) Key => (Kind, Unit, Subject);
}
