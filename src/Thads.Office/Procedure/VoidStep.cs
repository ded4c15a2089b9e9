using Thads.Office.Acts;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Procedure;

/// <summary>A step was a mistake: from the office's day the books no longer count it. The step itself stays as it was written.</summary>
public static class VoidStep
{
    /// <param name="Step">Number of the step in its matter.</param>
    /// <param name="Reason">In the person's words; required, and kept with the act.</param>
    public sealed record Input(string Matter, int Step, string Reason, int? SeenVersion = null, string? IdempotencyKey = null);

    /// <summary>Why the step may not be voided, or null: it must be known already, and no other known step may stand on it.</summary>
    public static Refusal? WhyNot(MatterFile file, Input input, DateOnly today, UnitTree units) => file.Steps.FirstOrDefault(s => s.Number == input.Step) switch
    {
        null => new("step.unknown", file.Matter.Code, input.Step),
        { VoidedOn: { } on } => new("step.voided", input.Step, on),
        _ when string.IsNullOrWhiteSpace(input.Reason) => new("void.needs-reason"),
        { } step when today <= step.KnownOn => new("void.same-day", input.Step, step.KnownOn),
        _ => StepStory.WhyNot(file.Matter, Voided(file, input.Step, today), 0, units),
    };

    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.RecordSteps);
        var (file, _, doneBefore) = await work.TakeAsync(input.Matter, input.SeenVersion, input.IdempotencyKey, ct);
        if (doneBefore is { } earlier)
        {
            RefusedException.ThrowIf(file.Steps.Any(s => s.Number == input.Step && s.VoidAct == earlier) ? null : new Refusal("act.key-taken", input.IdempotencyKey!));
            return;
        }

        RefusedException.ThrowIf(WhyNot(file, input, work.Today, await UnitTree.OfAsync(work, ct)));

        work.Begin("step-voided", input.Reason, input.IdempotencyKey);
        await StepPosting.PostAsync(work, file, Voided(file, input.Step, work.Today), tables => tables.VoidStep(file.Matter.Id, input.Step, work.Today), ct);
        await work.FinishAsync(ct);
    }

    private static List<Step> Voided(MatterFile file, int number, DateOnly on) => [.. file.Steps.Select(s => s.Number == number ? s with { VoidedOn = on } : s)];
}
