using Thads.Office.Acts;

namespace Thads.Office.People;

/// <summary>An account is closed to its person, at once: every session ends, and no password opens it until it is unblocked.</summary>
public static class BlockAccount
{
    /// <param name="Reason">Required.</param>
    public sealed record Input(string Name, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Account account, Input input, Person by) =>
        string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("reason.missing")
        : by.Account == account.Id ? new Refusal("account.block-oneself")
        : account.Blocked ? new Refusal("account.blocked-already", account.Name)
        : null;

    /// <exception cref="NotFoundException">`account.unknown`.</exception>
    /// <exception cref="RefusedException">`reason.missing`, `account.block-oneself`, `account.blocked-already`, `role.last-administrator`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("account-blocked", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var account = await work.LookedAfterAsync(input.Name, ct);
        RefusedException.ThrowIf(WhyNot(account, input, work.Person));
        var roles = await RolesGiven.ListAsync(connection, ct);
        RefusedException.ThrowIf(await LastAdministrator.WhyNotAsync(connection, roles, roles, work.Today, account.Id, ct));

        work.Begin("account-blocked", input.Reason.Trim(), input.IdempotencyKey);
        await Accounts.BlockAsync(connection, account.Id, true, ct);
        await Sessions.EndAllAsync(connection, account.Id, work.Now, ct);
        await work.ChangedAsync(ct, new ActChange(account.Name, "blocked", "no", "yes") { Account = account.Id });
        await work.FinishAsync(ct);
    }
}
