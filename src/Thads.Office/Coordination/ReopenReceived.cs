using Thads.Office.Acts;

namespace Thads.Office.Coordination;

/// <summary>Opens a closed direction or petition again, with the reason.</summary>
public static class ReopenReceived
{
    public sealed record Input(long Received, DateOnly On, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Received received, Input input, DateOnly today) => input switch
    {
        _ when received.Closed is null => new("received.not-closed"),
        _ when input.On > today => new("received.future", input.On),
        _ when input.On < received.Closed.On => new("received.before-closed", input.On, received.Closed.On),
        _ when string.IsNullOrWhiteSpace(input.Reason) => new("received.reason"),
        _ => null,
    };

    /// <exception cref="NotFoundException">`received.unknown`.</exception>
    /// <exception cref="RefusedException">`received.*`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await ReceivedWriting.AddAsync(
            "received-reopened", input.Received, ReceivedEventKind.OpenedAgain, input.On, null, input.Reason, null, (received, _) => WhyNot(received, input, work.Today), input.IdempotencyKey, work, ct);
    }
}
