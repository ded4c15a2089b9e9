using Thads.Office.Acts;

namespace Thads.Office.People;

/// <summary>Recovery: an administrator gives a person a new one-time code. Password, lock and second factor of before end with its use.</summary>
public static class GiveCode
{
    /// <returns>The code, to be handed to the person.</returns>
    /// <exception cref="NotFoundException">`account.unknown`.</exception>
    public static async Task<string> RunAsync(string name, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct);
        var account = await Accounts.FindAsync(connection, name, ct) is { } found && await work.LooksAfterAsync(found, ct) ? found
            : throw new NotFoundException(new Refusal("account.unknown", name));
        var code = OneTimeCode.New();
        account.CodeHash = OneTimeCode.Hash(code);
        account.CodeUntil = work.Now + OneTimeCode.Lives;
        work.Begin("sign-in-code-given");
        await Accounts.SaveAsync(connection, account, ct);
        await work.ChangedAsync(ct, new ActChange(account.Name, "sign-in-code", null, null));
        await work.FinishAsync(ct);
        return code;
    }
}
