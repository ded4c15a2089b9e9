using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>Who gave or ended something, and when (UTC).</summary>
public sealed record ByWhom(string Person, DateTime At, string? Reason);

/// <summary>A role or a delegation in the life of an account, with who gave it and who ended it early.</summary>
public sealed record Held<T>(T Given, ByWhom By, ByWhom? Ended);

/// <summary>An account with its roles and delegations over time, its open sessions and its last tries to sign in.</summary>
/// <param name="Created">Who created it, and when.</param>
public sealed record AccountFile(
    Account Account, ByWhom Created, IReadOnlyList<Held<RoleGiven>> Roles, IReadOnlyList<Held<SigningGiven>> Signing, IReadOnlyList<Session> Sessions, IReadOnlyList<SignIn> Tries);

/// <summary>One account, for whoever looks after it.</summary>
public static class ReadAccount
{
    private const int TriesShown = 30;

    /// <param name="Now">By which sessions end: the wall's clock, in the sample office too.</param>
    public sealed record Query(string Name, DateTime Now);

    /// <exception cref="NotFoundException">`account.unknown`: no such account, or not this person's to look after.</exception>
    public static async Task<AccountFile> RunAsync(Query query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.ConnectAsync(ct);
        var account = await work.LookedAfterAsync(query.Name, ct);
        var created = (await connection.ListAsync("SELECT a.person, a.at, a.reason FROM account c JOIN act a ON a.seq = c.act WHERE c.id = @id", By, ct, ("id", account.Id)))[0];
        var roles = await ByAsync("role_given", "role_end");
        var signing = await ByAsync("signing_given", "signing_end");
        return new AccountFile(
            account, created,
            [.. (await RolesGiven.ListAsync(connection, ct, account.Id)).Select(r => new Held<RoleGiven>(r, roles[r.Number].By, roles[r.Number].Ended)).OrderByDescending(h => h.By.At)],
            [.. (await RolesGiven.ListSigningAsync(connection, ct, account.Id)).Select(s => new Held<SigningGiven>(s, signing[s.Number].By, signing[s.Number].Ended)).OrderByDescending(h => h.By.At)],
            await Office.People.Sessions.OpenAsync(connection, account.Id, query.Now, ct),
            await Office.People.Sessions.RecordedAsync(connection, account.Id, TriesShown, ct));

        static ByWhom By(System.Data.Common.DbDataReader r) => new(r.GetString(0), r.Moment(1), r.TextOrNone(2));

        async Task<Dictionary<int, (ByWhom By, ByWhom? Ended)>> ByAsync(string given, string end) => (await connection.ListAsync(
            $"""
            SELECT a.person, a.at, a.reason, b.person, b.at, b.reason, g.number FROM {given} g JOIN act a ON a.seq = g.act
            LEFT JOIN {end} e ON e.number = g.number LEFT JOIN act b ON b.seq = e.act WHERE g.account_id = @id
            """,
            r => (r.GetInt32(6), (By(r), r.IsDBNull(3) ? null : new ByWhom(r.GetString(3), r.Moment(4), r.TextOrNone(5)))), ct, ("id", account.Id))).ToDictionary();
    }
}
