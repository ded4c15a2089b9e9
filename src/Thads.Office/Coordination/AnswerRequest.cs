using Thads.Office.Acts;

namespace Thads.Office.Coordination;

/// <summary>Records what a partner answered. An answer recorded again puts the one before right; more on what was answered already leaves the day of the answer as it is.</summary>
public static class AnswerRequest
{
    /// <param name="Number">Of the letter; null = none.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="IsUseful">Whether it helped; null = not said.</param>
    /// <param name="IsMore">It adds to an answer that is there.</param>
    public sealed record Input(long Request, DateOnly On, string? Number, string Text, bool? IsUseful, bool IsMore = false, string? IdempotencyKey = null);

    public static Refusal? WhyNot(CoordinationRequest request, Input input, DateOnly today) => RequestWriting.WhyNot(request, input.On, today) ?? input switch
    {
        _ when string.IsNullOrWhiteSpace(input.Text) => new("request.answer-text"),
        { IsMore: true } when request.Answer is not { } answer || input.On < answer.On => new("request.no-answer-yet"),
        _ => null,
    };

    /// <exception cref="NotFoundException">`request.unknown`: it is not there, or not this person's to see.</exception>
    /// <exception cref="RefusedException">`request.*`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await RequestWriting.AddAsync(
            "request-answered", input.Request, input.IsMore ? RequestEventKind.AnsweredMore : RequestEventKind.Answered, input.On, input.Number, input.Text, input.IsUseful, request => WhyNot(request, input, work.Today), input.IdempotencyKey,
            work, ct);
    }
}
