using Thads.Office.Acts;
using Thads.Office.Matters;

namespace Thads.Office.Procedure;

/// <summary>An event was a mistake: from the office's day it no longer counts. It stays as it was written.</summary>
public static class VoidEvent
{
    /// <param name="Event">Number of the event in its matter.</param>
    /// <param name="Reason">In the person's words; required, and kept with the act.</param>
    public sealed record Input(string Matter, int Event, string Reason, int? SeenVersion = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(MatterFile file, Input input, DateOnly today) => file.Events.FirstOrDefault(e => e.Number == input.Event) switch
    {
        null => new("event.unknown", file.Matter.Code, input.Event),
        { VoidedOn: { } on } => new("event.voided", input.Event, on),
        _ when string.IsNullOrWhiteSpace(input.Reason) => new("void.needs-reason"),
        { } happened when today <= happened.KnownOn => new("void.same-day", input.Event, happened.KnownOn),
        _ => null,
    };

    /// <exception cref="RefusedException">`event.unknown`, `event.voided`, `void.needs-reason`, `void.same-day`, `matter.changed`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.RecordSteps);
        var (file, _, doneBefore) = await work.TakeAsync(input.Matter, input.SeenVersion, input.IdempotencyKey, ct);
        if (doneBefore is not null)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(file, input, work.Today));
        work.Begin("event-voided", input.Reason, input.IdempotencyKey);
        await StepPosting.PostAsync(work, file, file.Steps, tables => tables.VoidEvent(file.Matter.Id, input.Event, work.Today), ct);
        await work.FinishAsync(ct);
    }
}
