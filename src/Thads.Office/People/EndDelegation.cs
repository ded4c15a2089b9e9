using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>A delegation of signing ends before the day it was written to end.</summary>
public static class EndDelegation
{
    /// <param name="Number">Of the delegation.</param>
    /// <param name="LastOn">Its last day: yesterday ends it at once.</param>
    public sealed record Input(int Number, DateOnly LastOn, string? Reason = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(SigningGiven given, DateOnly lastOn, DateOnly today) =>
        lastOn < today.AddDays(-1) ? new Refusal("role.end-in-past", lastOn)
        : given.ValidTo <= lastOn ? new Refusal("signing.ended-already", given.ValidTo.Value)
        : null;

    /// <exception cref="NotFoundException">`signing.unknown`: no such delegation, or not of a unit whose signing the person gives.</exception>
    /// <exception cref="RefusedException">`role.end-in-past`, `signing.ended-already`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.RequireToDelegate();
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("signing-ended", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var given = (await RolesGiven.ListSigningAsync(connection, ct)).FirstOrDefault(s => s.Number == input.Number);
        if (given is null || !await work.MayDelegateAsync(given.Unit, ct))
        {
            throw new NotFoundException(new Refusal("signing.unknown", input.Number));
        }

        RefusedException.ThrowIf(WhyNot(given, input.LastOn, work.Today));
        var account = (await Accounts.FindAsync(connection, given.Account, ct))!;

        work.Begin("signing-ended", input.Reason, input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO signing_end (number, last_on, act) VALUES (@number, @last, @act)", ct, ("number", given.Number), ("last", input.LastOn), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(
            ct,
            new ActChange(account.Name, "signing", given.Matters, null) { Account = account.Id, Unit = given.Unit },
            new ActChange(account.Name, "last-day", ActChange.Day(given.ValidTo), ActChange.Day(input.LastOn)) { Account = account.Id, Unit = given.Unit });
        await work.FinishAsync(ct);
    }
}
