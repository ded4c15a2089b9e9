using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>Recovery: an administrator gives a person a new one-time code. Password, lock and second factor of before end with its use.</summary>
public static class GiveCode
{
    /// <returns>The code, to be handed to the person.</returns>
    /// <exception cref="NotFoundException">`account.unknown`.</exception>
    /// <param name="idempotencyKey">A form that is sent twice is one act; the code is not kept in clear, so the second answer carries a new one in its place.</param>
    public static async Task<string> RunAsync(string name, Work work, CancellationToken ct, string? idempotencyKey = null)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        var account = await work.LookedAfterAsync(name, ct);
        var code = await account.NewCodeAsync(work, ct);
        if (await work.SameBeforeAsync("sign-in-code-given", idempotencyKey, ct) is { } before)
        {
            var same = await connection.ValueAsync<long>("SELECT count(*) FROM act_change WHERE act = @act AND account_id = @account", ct, ("act", before), ("account", account.Id)) > 0;
            RefusedException.ThrowIf(same ? null : new Refusal("act.key-taken", idempotencyKey!));
            await Accounts.SaveAsync(connection, account, ct);
            await work.CommitAsync(ct);
            return code;
        }

        work.Begin("sign-in-code-given", idempotencyKey: idempotencyKey);
        await Accounts.SaveAsync(connection, account, ct);
        await work.ChangedAsync(ct, new ActChange(account.Name, "sign-in-code", null, null) { Account = account.Id });
        await work.FinishAsync(ct);
        return code;
    }

    /// <summary>A fresh code on the account, not yet saved, with the time the office gives it.</summary>
    internal static async Task<string> NewCodeAsync(this Account account, Work work, CancellationToken ct)
    {
        var code = OneTimeCode.New();
        account.CodeHash = OneTimeCode.Hash(code);
        account.CodeUntil = work.Now.AddDays(await OneTimeCode.DaysAsync(work, ct));
        return code;
    }
}
