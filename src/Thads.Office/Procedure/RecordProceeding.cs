using Thads.Law;
using Thads.Law.Coercion;
using Thads.Law.Tables;
using Thads.Office.Acts;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Procedure;

/// <summary>
/// Something is recorded in a matter by one of the forms of the procedure: a step that moves the book or an event that does not, with its ground, paper and time. The law of
/// the day on which it happened applies, whenever it is recorded.
/// </summary>
public static class RecordProceeding
{
    /// <param name="Form">Code of a <see cref="ProcedureForm"/>.</param>
    /// <param name="On">When it happened in law; today at the latest.</param>
    /// <param name="Line">Code of the line; null = all open lines, or the matter.</param>
    /// <param name="Partner">Code of a commune or a party.</param>
    /// <param name="Ground">Code of a ground, where the form asks for one.</param>
    /// <param name="At">Time of a coercion; needed where the form asks for it.</param>
    /// <param name="Until">Last day of a postponement.</param>
    /// <param name="SeenVersion">Version of the matter that the person saw; null = does not matter.</param>
    /// <param name="IdempotencyKey">The same key records once.</param>
    public sealed record Input(
        string Form, string Matter, DateOnly On, string? Line = null, long Amount = 0, string? ToUnit = null, string? ToOfficer = null, Manner? Manner = null, EventResult? Result = null, string? Partner = null,
        string? Ground = null, string? Document = null, TimeOnly? At = null, bool Forces = false, DateOnly? Until = null, string? Note = null, int? SeenVersion = null, string? IdempotencyKey = null);

    private const int MostLetters = 200;

    /// <summary>What is wrong with the input by itself and by the law of its day.</summary>
    public static Refusal? WhyNotForm(ProcedureForm form, Input input) => input switch
    {
        _ when form.ArticleOn(input.On) is null => new("procedure.not-in-law", [form.Code, input.On], form.New ?? form.Old),
        { Ground: null } when form.Grounds is not null => new("procedure.needs-ground"),
        { Ground: { } ground } when form.GroundsOn(input.On).All(known => known.Value.Code != ground) => new("procedure.ground", ground, input.On),
        { Document.Length: > MostLetters } => new("procedure.long-document", MostLetters),
        { At: null } when form.Time => new("procedure.needs-time"),
        { Until: not null } when !form.Until => new("procedure.takes-no-until"),
        { Until: { } until } when until < input.On => new("procedure.until-before", until, input.On),
        { At: { } at } when form.Time => WhyNotAt(input.On.ToDateTime(at), input.Forces),
        _ => null,
    };

    /// <summary>Forbidden times of coercion (ME-23, ME-24).</summary>
    private static Refusal? WhyNotAt(DateTime at, bool forces) =>
        !CoercionWindow.Of(LawBook.InForce, at, forces).Try(out var window, out var beyond) ? new Refusal("procedure.calendar", beyond.Code, DateOnly.FromDateTime(at))
        : window.Reason switch
        {
            null => null,
            "coercion.night" => new("procedure.night", [Said.Moment(at)], window.All[0].Row?.Article),
            "coercion.rest-day" => new("procedure.rest-day", [DateOnly.FromDateTime(at)], window.All[0].Row?.Article),
            _ => new("procedure.tet", [DateOnly.FromDateTime(at)], window.All[0].Row?.Article),
        };

    /// <summary>The matter as it would be with what is to be recorded, or why it cannot be.</summary>
    /// <returns>Exactly one of step and event is given where there is no refusal.</returns>
    public static (Refusal? Why, Step? Step, MatterEvent? Event) Draft(ProcedureForm form, Input input, MatterFile file, DateOnly today, UnitTree units, Func<string, bool> isPartner)
    {
        if (WhyNotForm(form, input) is { } wrong)
        {
            return (wrong, null, null);
        }

        var line = 0;
        if (input.Line is not null)
        {
            line = file.Matter.Lines.FirstOrDefault(known => known.Code == input.Line)?.Number ?? 0;
            if (line == 0)
            {
                return (new("line.unknown", input.Line, file.Matter.Code), null, null);
            }
        }

        if (form.EventKind is { } kind)
        {
            var happened = new MatterEvent(file.Events.Count + 1, kind, line, input.On, today, null, input.Result, Text(input.Partner), Text(input.Note));
            return (
                kind.Results.Count > 0 && input.Result is null ? new("procedure.needs-result")
                : input.On < file.Matter.DecidedOn ? new("step.before-decision", input.On, file.Matter.DecidedOn)
                : EventChecks.WhyNotForm(happened, today)?.Why ?? (happened.Partner is { } partner && !isPartner(partner) ? new Refusal("code.unknown", partner, "communes, parties") : null),
                null, happened);
        }

        var (unit, officer) = (input.ToUnit is null ? 0 : units.UnitOf(input.ToUnit) ?? -1, input.ToOfficer is null ? 0 : units.OfficerOf(input.ToOfficer) ?? -1);
        if (unit < 0 || officer < 0)
        {
            return (unit < 0 ? new("code.unknown", input.ToUnit!, "units") : new("code.unknown", input.ToOfficer!, "officers"), null, null);
        }

        var step = new Step(file.Steps.Count + 1, form.StepKind!.Value, line, input.On, today, null, input.Amount, unit, officer, input.Manner, Text(input.Note));
        return (RecordStep.WhyNot(file, step, today, units), step, null);
    }

    /// <exception cref="NotFoundException">`procedure.unknown`, `matter.unknown`.</exception>
    /// <exception cref="RefusedException">`procedure.*`, `step.*`, `event.*`, `day.*`, `line.unknown`, `code.unknown`, `matter.changed`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.RecordSteps);
        var form = ProcedureForm.Find(input.Form) ?? throw new NotFoundException(new Refusal("procedure.unknown", input.Form));
        var (file, _, doneBefore) = await work.TakeAsync(input.Matter, input.SeenVersion, input.IdempotencyKey, ct);
        if (doneBefore is not null)
        {
            return;
        }

        var units = await UnitTree.OfAsync(work, ct);
        var parties = file.Parties.Select(party => party.Party).ToHashSet(StringComparer.Ordinal);
        var (why, step, happened) = Draft(form, input, file, work.Today, units, partner => units.Communes.ContainsKey(partner) || parties.Contains(partner));
        RefusedException.ThrowIf(why);

        work.Begin(happened is null ? "step-recorded" : "event-recorded", idempotencyKey: input.IdempotencyKey);
        await StepPosting.PostAsync(
            work, file, step is null ? file.Steps : [.. file.Steps, step], tables =>
            {
                if (step is not null)
                {
                    tables.Add(file.Matter.Id, step);
                }
                else
                {
                    tables.Add(file.Matter.Id, happened!);
                }
            }, ct);
        await Proceedings.WriteAsync(
            await work.ConnectAsync(ct), file.Matter.Id,
            new Proceeding(happened is not null, step?.Number ?? happened!.Number, form.Code, input.Ground, Text(input.Document), input.At, input.Forces, input.Until), await work.NumberAsync(ct), ct);
        await work.FinishAsync(ct);
    }

    private static string? Text(string? typed) => typed?.Trim() is { Length: > 0 } kept ? kept : null;
}
