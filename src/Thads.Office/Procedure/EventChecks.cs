using Thads.Office.Matters;

namespace Thads.Office.Procedure;

/// <summary>Whether an event may enter the books: its dates and its result. The same for a row of a file and for an act on a page.</summary>
public static class EventChecks
{
    /// <summary>The column names where the fault is.</summary>
    public static (string Column, Refusal Why)? WhyNotForm(MatterEvent happened, DateOnly today) => happened switch
    {
        _ when happened.On > today => ("on", new("day.future", happened.On, today)),
        _ when happened.KnownOn > today => ("known_on", new("day.future", happened.KnownOn, today)),
        _ when happened.KnownOn < happened.On => ("known_on", new("day.known-before", happened.KnownOn, happened.On)),
        _ when happened.VoidedOn > today => ("voided_on", new("day.future", happened.VoidedOn.Value, today)),
        _ when happened.VoidedOn <= happened.KnownOn => ("voided_on", new("day.voided-before-known", happened.VoidedOn.Value, happened.KnownOn)),
        { Result: { } result } when !happened.Kind.Results.Contains(result) => ("result", new("event.result", happened.Kind, result)),
        _ => null,
    };
}
