using Thads.Office.Acts;
using Thads.Office.Data;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Commendations;

/// <summary>Records that a commendation was taken back by a decision, with the reason. The line stays in the register, struck out.</summary>
public static class VoidCommendation
{
    /// <param name="Decision">Number and day of the decision that takes it back.</param>
    public sealed record Input(long Commendation, string Reason, string Decision, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Commendation commendation) =>
        !commendation.Holds ? new Refusal("commendation.voided")
        : string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("commendation.no-reason")
        : string.IsNullOrWhiteSpace(input.Decision) ? new Refusal("commendation.no-number")
        : null;

    /// <exception cref="NotFoundException">`commendation.unknown`.</exception>
    /// <exception cref="RefusedException">`commendation.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("commendation-voided", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var commendation = (await ReadCommendations.RunAsync(new(), work, ct)).FirstOrDefault(one => one.Id == input.Commendation) ?? throw new NotFoundException(new Refusal("commendation.unknown", input.Commendation));
        work.Require(Permissions.Direct, commendation.UnitId);
        RefusedException.ThrowIf(WhyNot(input, commendation));
        work.Begin("commendation-voided", input.Reason.Trim(), input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO commendation_void (commendation, reason, decision, act) VALUES (@id, @reason, @decision, @act)", ct,
            ("id", commendation.Id), ("reason", input.Reason.Trim()), ("decision", input.Decision.Trim()), ("act", await work.NumberAsync(ct)));
        await work.EndAsync(new ActChange($"{commendation.Unit} {Plain(commendation.Year)}", "commendations", $"{commendation.Kind.Vi}: {commendation.Recipient.Full}", null) { Unit = commendation.UnitId }, ct);
    }
}
