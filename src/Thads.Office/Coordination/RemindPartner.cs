using Thads.Office.Acts;

namespace Thads.Office.Coordination;

/// <summary>Records that a partner was reminded of a request it has not answered.</summary>
public static class RemindPartner
{
    /// <param name="Number">Of the letter; null = none.</param>
    /// <param name="Text">How it was reminded.</param>
    public sealed record Input(long Request, DateOnly On, string? Number, string Text, string? IdempotencyKey = null);

    public static Refusal? WhyNot(CoordinationRequest request, Input input, DateOnly today) => RequestWriting.WhyNot(request, input.On, today) ?? input switch
    {
        _ when request.Answer is { } answer && answer.On <= input.On => new("request.answered-before", answer.On),
        _ when string.IsNullOrWhiteSpace(input.Text) => new("request.reminder-text"),
        _ => null,
    };

    /// <exception cref="NotFoundException">`request.unknown`.</exception>
    /// <exception cref="RefusedException">`request.*`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await RequestWriting.AddAsync(
            "request-reminded", input.Request, RequestEventKind.Reminded, input.On, input.Number, input.Text, null, request => WhyNot(request, input, work.Today), input.IdempotencyKey, work, ct);
    }
}
