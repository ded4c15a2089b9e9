using Thads.Law;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Procedure;

/// <summary>
/// Whether a step may enter the books: its form and its dates, and then the story — every known step of
/// the matter must have its effect (exchange format 1, section 2). The same for a row of a file and for an act on a page.
/// </summary>
public static class StepChecks
{
    /// <summary>Form and dates: what even a row that arrives voided must satisfy. The column names where the fault is.</summary>
    public static (string Column, Refusal Why)? WhyNotForm(Matter matter, Step step, DateOnly today) => step switch
    {
        { Kind.NeedsLine: true, Line: 0 } => ("line", new("step.needs-line", step.Kind)),
        { Kind.IsHandover: true, Line: > 0 } => ("line", new("step.takes-no-line", step.Kind)),
        { Kind.TakesAmount: true, Amount: <= 0 } => ("amount", new("step.needs-amount", step.Kind)),
        { Kind.TakesAmount: false, Amount: not 0 } => ("amount", new("step.takes-no-amount", step.Kind)),
        { Amount: > Money.Largest } => ("amount", new("cell.amount-too-large", step.Amount, Money.Largest)),
        { Kind: StepKind.Reassigned, ToOfficer: 0 } => ("to_officer", new("step.needs-officer")),
        { Kind: StepKind.Transferred, ToUnit: 0 } => ("to_unit", new("step.needs-unit")),
        { Kind: not StepKind.Transferred, ToUnit: not 0 } => ("to_unit", new("step.takes-no-unit", step.Kind)),
        { Kind.IsHandover: false, ToOfficer: not 0 } => ("to_officer", new("step.takes-no-officer", step.Kind)),
        { Kind.TakesManner: false, Manner: not null } => ("manner", new("step.takes-no-manner", step.Kind)),
        _ when step.On > today => ("on", new("day.future", step.On, today)),
        _ when step.On < matter.DecidedOn => ("on", new("step.before-decision", step.On, matter.DecidedOn)),
        _ when step.KnownOn > today => ("known_on", new("day.future", step.KnownOn, today)),
        _ when step.KnownOn < step.On => ("known_on", new("day.known-before", step.KnownOn, step.On)),
        _ when step.KnownOn < matter.KnownOn => ("known_on", new("step.known-before-matter", step.KnownOn, matter.KnownOn)),
        _ when step.VoidedOn > today => ("voided_on", new("day.future", step.VoidedOn.Value, today)),
        _ when step.VoidedOn <= step.KnownOn => ("voided_on", new("day.voided-before-known", step.VoidedOn.Value, step.KnownOn)),
        _ => null,
    };

    /// <summary>The account a handover goes to: its unit and officer on that day.</summary>
    /// <param name="holder">The unit that holds the matter before the step.</param>
    public static (string Column, Refusal Why)? WhyNotAccount(Step step, int holder, UnitTree units)
    {
        var unit = step.Kind == StepKind.Transferred ? step.ToUnit : holder;
        return step switch
        {
            { Kind: StepKind.Transferred } when !units.IsValidOn(unit, step.On) => ("on", new("unit.not-valid", units.UnitCode(unit), step.On)),
            { Kind.IsHandover: true, ToOfficer: not 0 } when !units.Serves(step.ToOfficer, unit, step.On) =>
                ("to_officer", new("officer.not-in-unit", units.OfficerCode(step.ToOfficer), units.UnitCode(unit), step.On)),
            _ => null,
        };
    }

    /// <summary>
    /// Replays what is known now and names the steps that could not be taken. A refused step has no effect on those after it.
    /// </summary>
    /// <param name="steps">All steps of the matter, the new ones included, with what voids them.</param>
    public static List<(Step Step, string Column, Refusal Why)> WhyNotStory(Matter matter, IEnumerable<Step> steps, UnitTree units)
    {
        var refused = new List<(Step, string, Refusal)>();
        var known = steps.Where(s => s.VoidedOn is null).ToList();
        known.Sort(Step.InOrder);
        var replay = new DocketReplay(matter, []);
        foreach (var step in known)
        {
            if ((WhyNotAccount(step, replay.Unit, units) ?? Column(step, replay.WhyNot(step))) is { } why)
            {
                refused.Add((step, why.Column, why.Why));
            }
            else
            {
                replay.Apply(step);
            }
        }

        return refused;
    }

    /// <summary>The cell in which the fault of a step that cannot be taken is looked for.</summary>
    private static (string Column, Refusal Why)? Column(Step step, Refusal? why) => why?.Code switch
    {
        null => null,
        "step.above-remainder" => ("amount", why),
        "step.line-closed" => ("line", why),
        _ => (step.Kind.IsHandover ? "to_officer" : "step", why),
    };
}
