using Thads.Office.Acts;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Procedure;

/// <summary>A step is recorded in a matter, today: it enters the books known from the office's day.</summary>
public static class RecordStep
{
    /// <param name="Line">Code of the line; null = all open lines, or a step without a line.</param>
    /// <param name="SeenVersion">Version of the matter that the person saw; null = does not matter.</param>
    /// <param name="IdempotencyKey">The same key does the same step once.</param>
    public sealed record Input(
        string Matter, StepKind Kind, DateOnly On, string? Line = null, long Amount = 0, string? ToUnit = null, string? ToOfficer = null, Manner? Manner = null, string? Note = null,
        int? SeenVersion = null, string? IdempotencyKey = null);

    /// <summary>Why the step may not enter, or null. The page asks this to explain a button; the act asks again after taking the matter.</summary>
    public static Refusal? WhyNot(MatterFile file, Step step, DateOnly today, UnitTree units) =>
        StepChecks.WhyNotForm(file.Matter, step, today)?.Why ?? StepStory.WhyNot(file.Matter, [.. file.Steps, step], step.Number, units);

    /// <returns>Number of the step in its matter.</returns>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.RecordSteps);
        var (file, _, doneBefore) = await work.TakeAsync(input.Matter, input.SeenVersion, input.IdempotencyKey, ct);
        if (doneBefore is { } earlier)
        {
            return file.Steps.FirstOrDefault(s => s.Act == earlier)?.Number ?? throw new RefusedException(new Refusal("act.key-taken", input.IdempotencyKey!));
        }

        var units = await UnitTree.OfAsync(work, ct);
        var step = new Step(
            file.Steps.Count + 1, input.Kind, LineOf(file.Matter, input.Line), input.On, work.Today, null, input.Amount,
            Known(input.ToUnit, units.UnitOf, "units"), Known(input.ToOfficer, units.OfficerOf, "officers"), input.Manner, Written(input.Note));
        RefusedException.ThrowIf(WhyNot(file, step, work.Today, units));

        work.Begin("step-recorded", idempotencyKey: input.IdempotencyKey);
        await StepPosting.PostAsync(work, file, [.. file.Steps, step], tables => tables.Add(file.Matter.Id, step), ct);
        await work.FinishAsync(ct);
        return step.Number;
    }

    /// <summary>As the exchange files keep text: without blanks around it, and nothing when there is none.</summary>
    private static string? Written(string? text) => text?.Trim() is { Length: > 0 } kept ? kept : null;

    private static int LineOf(Matter matter, string? code) => code is null ? 0
        : matter.Lines.FirstOrDefault(l => l.Code == code)?.Number ?? throw new RefusedException(new Refusal("line.unknown", code, matter.Code));

    private static int Known(string? code, Func<string, int?> find, string file) => code is null ? 0
        : find(code) ?? throw new RefusedException(new Refusal("code.unknown", code, file));
}
