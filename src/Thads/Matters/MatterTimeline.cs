using Thads.Http;
using Thads.Office;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Procedure;

namespace Thads.Matters;

/// <summary>One thing that happened in a matter, as the page tells it.</summary>
/// <param name="Facts">What belongs to it, in the language of the page.</param>
/// <param name="Names">Names of units, people and places, and what was noted: Vietnamese in either language.</param>
/// <param name="Step">Number of the step or the event; 0 = the docketing.</param>
/// <param name="Act">The act that wrote it; null where it is not known.</param>
public sealed record Happened(
    DateOnly On, DateOnly KnownOn, DateOnly? VoidedOn, string Title, IReadOnlyList<string> Facts, IReadOnlyList<string> Names, ActOfMatter? Act, ActOfMatter? VoidAct, int Step = 0, bool IsEvent = false)
{
    public bool IsVoid => VoidedOn is not null;
}

/// <summary>Steps, events and the docketing of a matter, the newest first.</summary>
internal static class MatterTimeline
{
    public static IReadOnlyList<Happened> Of(MatterBook book, IReadOnlyList<Proceeding> proceedings, DateOnly today, PageText text)
    {
        var matter = book.File.Matter;
        var steps = book.File.Steps.OrderByDescending(s => s.On).ThenByDescending(s => s.Number).Select(Step);
        var events = book.File.Events.OrderByDescending(e => e.On).ThenByDescending(e => e.Number).Select(Event);
        return
        [
            .. steps.Concat(events).OrderByDescending(h => h.On),
            new Happened(matter.DecidedOn, matter.KnownOn, null, text.Say("page.docketed"), Number(), Names(Unit(matter.Unit), Officer(matter.Officer)), Act(matter.Act), null),
        ];

        IReadOnlyList<string> Number() => matter.DecisionNumber is { } number ? [number] : [];

        Happened Step(Step step) => new(
            step.On, step.KnownOn, step.VoidedOn, PageText.Capital(text.Of(step.Kind)),
            Names(Line(step.Line), step.Amount == 0 ? null : $"{PageText.Number(step.Amount)} đ", step.Manner is { } manner ? text.Of(manner) : null, Ground(step.On, Of(false, step.Number)), Until(Of(false, step.Number))),
            Names(step.Kind.IsHandover ? $"→ {string.Join(" ", Names(step.ToUnit == 0 ? null : Unit(step.ToUnit), Officer(step.ToOfficer)))}" : null, Of(false, step.Number)?.Document, step.Note), Act(step.Act), Act(step.VoidAct), step.Number);

        Happened Event(MatterEvent happened) => new(
            happened.On, happened.KnownOn, happened.VoidedOn, PageText.Capital(text.Of(happened.Kind)) + (happened.Result is { } result ? $": {text.Of(result)}" : ""), Names(Line(happened.Line), Of(true, happened.Number)?.At?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)),
            Names(Partner(happened.Partner), Of(true, happened.Number)?.Document, happened.Note), Act(happened.Act), Act(happened.VoidAct), happened.Number, IsEvent: true);

        Proceeding? Of(bool isEvent, int number) => proceedings.FirstOrDefault(one => one.IsEvent == isEvent && one.Number == number);

        string? Ground(DateOnly on, Proceeding? one) => one?.Ground is { } ground && ProcedureForm.Find(one.Form)?.GroundsOn(on).FirstOrDefault(known => known.Value.Code == ground) is { } named ? $"{named.Value.Letter}) {named.Value.Name.In(text.Language)}" : null;

        string? Until(Proceeding? one) => one?.Until is { } until ? text.Say("record.until-day", until) : null;

        string? Line(int line) => line == 0 ? null : text.Say("page.line-code", matter.Lines[line - 1].Code);

        string? Unit(int unit) => book.Tree.UnitName(unit, today);

        string? Officer(int officer) => officer == 0 ? null : book.Tree.OfficerName(officer, today);

        string? Partner(string? code) => code is null ? null
            : book.Parties.TryGetValue(code, out var party) ? party.Name
            : book.Tree.Communes.TryGetValue(code, out var commune) ? commune.Name : code;

        ActOfMatter? Act(long act) => book.Acts.GetValueOrDefault(act);
    }

    private static IReadOnlyList<string> Names(params IEnumerable<string?> names) => [.. names.OfType<string>()];
}
