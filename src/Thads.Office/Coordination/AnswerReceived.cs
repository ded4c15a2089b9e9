using Thads.Office.Acts;

namespace Thads.Office.Coordination;

/// <summary>Records how the office answered a direction or a petition. An answer recorded again puts the one before right.</summary>
public static class AnswerReceived
{
    /// <param name="Number">Of the answer.</param>
    /// <param name="Text">What it says.</param>
    public sealed record Input(long Received, DateOnly On, string Number, string Text, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Received received, Input input, DateOnly today) => ReceivedWriting.WhyNot(received, input.On, today) ?? input switch
    {
        _ when string.IsNullOrWhiteSpace(input.Number) => new("received.answer-number"),
        _ when string.IsNullOrWhiteSpace(input.Text) => new("received.answer-text"),
        _ => null,
    };

    /// <exception cref="NotFoundException">`received.unknown`: it is not there, or not this person's to see.</exception>
    /// <exception cref="RefusedException">`received.*`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await ReceivedWriting.AddAsync(
            "received-answered", input.Received, ReceivedEventKind.Answered, input.On, input.Number, input.Text, null, (received, _) => WhyNot(received, input, work.Today), input.IdempotencyKey, work, ct);
    }
}
