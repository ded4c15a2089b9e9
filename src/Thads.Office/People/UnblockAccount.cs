using Thads.Office.Acts;

namespace Thads.Office.People;

/// <summary>A blocked account opens again, with the password it had.</summary>
public static class UnblockAccount
{
    /// <param name="Reason">Required.</param>
    public sealed record Input(string Name, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Account account, Input input) =>
        string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("reason.missing")
        : account.Blocked ? null : new Refusal("account.not-blocked", account.Name);

    /// <exception cref="NotFoundException">`account.unknown`.</exception>
    /// <exception cref="RefusedException">`reason.missing`, `account.not-blocked`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("account-unblocked", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var account = await work.LookedAfterAsync(input.Name, ct);
        RefusedException.ThrowIf(WhyNot(account, input));

        work.Begin("account-unblocked", input.Reason.Trim(), input.IdempotencyKey);
        await Accounts.BlockAsync(connection, account.Id, false, ct);
        await work.ChangedAsync(ct, new ActChange(account.Name, "blocked", "yes", "no") { Account = account.Id });
        await work.FinishAsync(ct);
    }
}
