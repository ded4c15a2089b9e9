using Thads.Office.Acts;

namespace Thads.Office.Coordination;

/// <summary>Closes a direction or a petition: with an answer, or with the reason why there is none. Its tasks stay what they are.</summary>
public static class CloseReceived
{
    /// <param name="Reason">Needed where nothing was answered.</param>
    public sealed record Input(long Received, DateOnly On, string? Reason = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Received received, Input input, DateOnly today) => ReceivedWriting.WhyNot(received, input.On, today) ?? received switch
    {
        { Answer: null } when string.IsNullOrWhiteSpace(input.Reason) => new("received.no-answer"),
        { Answer: { } answer } when input.On < answer.On => new("received.before-answer", input.On, answer.On),
        _ => null,
    };

    /// <exception cref="NotFoundException">`received.unknown`.</exception>
    /// <exception cref="RefusedException">`received.*`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await ReceivedWriting.AddAsync(
            "received-closed", input.Received, ReceivedEventKind.Closed, input.On, null, input.Reason, null, (received, _) => WhyNot(received, input, work.Today), input.IdempotencyKey, work, ct);
    }
}
