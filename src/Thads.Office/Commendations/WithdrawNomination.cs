using Thads.Office.Acts;
using Thads.Office.Data;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Commendations;

/// <summary>Takes a nomination back, with the reason. It stays to be read.</summary>
public static class WithdrawNomination
{
    public sealed record Input(long Nomination, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Nomination nomination) =>
        nomination.Withdrawn is not null ? new Refusal("commendation.withdrawn")
        : nomination.Commendation is not null ? new Refusal("commendation.decided")
        : string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("commendation.no-reason")
        : null;

    /// <exception cref="NotFoundException">`commendation.no-nomination`.</exception>
    /// <exception cref="RefusedException">`commendation.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("nomination-withdrawn", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var nomination = await ReadNominations.OneAsync(input.Nomination, work, ct) ?? throw new NotFoundException(new Refusal("commendation.no-nomination", input.Nomination));
        work.Require(Permissions.Organise, nomination.UnitId);
        RefusedException.ThrowIf(WhyNot(input, nomination));
        work.Begin("nomination-withdrawn", input.Reason.Trim(), input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO nomination_withdrawn (nomination, reason, act) VALUES (@id, @reason, @act)", ct, ("id", nomination.Id), ("reason", input.Reason.Trim()), ("act", await work.NumberAsync(ct)));
        await work.EndAsync(new ActChange($"{nomination.Unit} {Plain(nomination.Year)}", "nomination", $"{nomination.Kind.Vi}: {nomination.Recipient.Full}", null) { Unit = nomination.UnitId }, ct);
    }
}
