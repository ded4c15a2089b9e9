namespace Thads.Office.WatchLists;

/// <summary>Where a plan stands. Stored by number: never renumber, never reuse a number.</summary>
public enum PlanState
{
    Open = 1,
    Done = 2,
    GivenUp = 3,
}

/// <summary>What is planned for a matter: what, who, by when, and what stands in the way. A version; of several the last holds.</summary>
/// <param name="Officer">Code of who does it.</param>
/// <param name="PlannedOn">The day of this version.</param>
/// <param name="Obstacle">Null = nothing was said to stand in the way.</param>
/// <param name="Note">Why it changed, what came of it; null = nothing said.</param>
/// <param name="Person">Who recorded it.</param>
/// <param name="At">UTC.</param>
public sealed record MatterPlan(
    long Id, Guid Matter, string What, string Officer, string OfficerName, DateOnly PlannedOn, DateOnly DueOn, string? Obstacle, PlanState State, string? Note, long Act, string Person, DateTime At)
{
    public bool IsOverdue(DateOnly today) => State == PlanState.Open && DueOn < today;
}
