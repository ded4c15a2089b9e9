using Thads.Law.Transition;

namespace Thads.Law.Deadlines;

/// <summary>What is asked of the catalogue.</summary>
/// <param name="Day">Of the start event; of the event itself where the limit is counted back from it.</param>
/// <param name="Time">Needed for limits of hours.</param>
/// <param name="Regime">Null = the law of the day of the start event.</param>
/// <param name="Pauses">Days that do not count: suspension of a complaint, an obstacle.</param>
/// <param name="Event">Where a limit can run from two events, which of them it was.</param>
/// <param name="Outages">Further days that do not count, each with what was certified.</param>
/// <param name="RunningLimit">Open point RG-OP1: which length has a limit that was running when the new law began. Where a regime is named, that one decides.</param>
public readonly record struct DeadlineQuestion(
    string Code, DateOnly Day, TimeOnly? Time = null, Regime? Regime = null, IReadOnlyList<DayRange>? Pauses = null, string? Event = null,
    IReadOnlyList<Outage>? Outages = null, RunningLimit RunningLimit = RunningLimit.FixedAtStart)
{
    /// <summary>Days of pauses and of outages; null = none.</summary>
    internal IReadOnlyList<DayRange>? NotCounted => Outages is { Count: > 0 } outages ? [.. Pauses ?? [], .. outages.Select(outage => outage.Days)] : Pauses;
}
