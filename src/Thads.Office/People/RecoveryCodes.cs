using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>Ten codes on paper for the day the telephone is lost; each works once in place of the authenticator.</summary>
public static class RecoveryCodes
{
    private const int Count = 10;

    /// <summary>New ones in place of the old. They are shown this once.</summary>
    public static async Task<IReadOnlyList<string>> RenewAsync(DbConnection connection, Account account, CancellationToken ct)
    {
        await connection.RunAsync("DELETE FROM recovery_code WHERE account_id = @account", ct, ("account", account.Id));
        var codes = Enumerable.Range(0, Count).Select(_ => OneTimeCode.New()).ToList();
        for (var i = 0; i < codes.Count; i++)
        {
            await connection.RunAsync(
                "INSERT INTO recovery_code (account_id, number, hash, used) VALUES (@account, @number, @hash, 0)", ct,
                ("account", account.Id), ("number", i + 1), ("hash", OneTimeCode.Hash(codes[i])));
        }

        return codes;
    }

    /// <returns>Whether the code was one that had not been used.</returns>
    public static async Task<bool> UseAsync(DbConnection connection, Account account, string code, CancellationToken ct) =>
        await connection.RunAsync(
            "UPDATE recovery_code SET used = 1 WHERE account_id = @account AND hash = @hash AND used = 0", ct, ("account", account.Id), ("hash", OneTimeCode.Hash(code))) == 1;

    public static async Task<int> LeftAsync(DbConnection connection, Account account, CancellationToken ct) =>
        (int)await connection.ValueAsync<long>("SELECT count(*) FROM recovery_code WHERE account_id = @account AND used = 0", ct, ("account", account.Id));
}
