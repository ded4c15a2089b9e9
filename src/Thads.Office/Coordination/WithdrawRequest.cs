using Thads.Office.Acts;

namespace Thads.Office.Coordination;

/// <summary>Withdraws a request that was not answered, with the reason. It stays in every list as withdrawn.</summary>
public static class WithdrawRequest
{
    public sealed record Input(long Request, DateOnly On, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(CoordinationRequest request, Input input, DateOnly today) => RequestWriting.WhyNot(request, input.On, today) ?? input switch
    {
        _ when request.Answer is { } answer => new("request.answered-before", answer.On),
        _ when string.IsNullOrWhiteSpace(input.Reason) => new("request.reason"),
        _ => null,
    };

    /// <exception cref="NotFoundException">`request.unknown`.</exception>
    /// <exception cref="RefusedException">`request.*`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await RequestWriting.AddAsync(
            "request-withdrawn", input.Request, RequestEventKind.Withdrawn, input.On, null, input.Reason, null, request => WhyNot(request, input, work.Today), input.IdempotencyKey, work, ct);
    }
}
