using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>Who signs in: the name typed, the name shown, and what proves that it is them. Moments are UTC.</summary>
public sealed class Account
{
    public int Id { get; internal set; }

    /// <summary>As typed at the sign-in: small letters, digits, dot, hyphen, underscore.</summary>
    public required string Name { get; init; }

    /// <summary>As printed under what the person does.</summary>
    public required string FullName { get; init; }

    /// <summary>The officer this is in the books; 0 = none.</summary>
    public int Officer { get; init; }

    /// <summary>Null until the person has set a password by a one-time code: there is no default password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password and the second factor; sessions of an older stamp have ended.</summary>
    public string Stamp { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>Wrong passwords one after the other.</summary>
    public int Failures { get; set; }

    public DateTime? LockedUntil { get; set; }

    /// <summary>Secret of the authenticator app; kept while it is being set up too.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Whether the authenticator is asked for.</summary>
    public bool TwoFactor { get; set; }

    public bool Blocked { get; set; }

    /// <summary>Hash of the one-time code that an administrator gave, and until when it works.</summary>
    public string? CodeHash { get; set; }

    public DateTime? CodeUntil { get; set; }
}

/// <summary>The table of accounts.</summary>
public static class Accounts
{
    private const string Columns =
        "id, name, full_name, officer_id, password_hash, stamp, failures, locked_until, authenticator_key, two_factor, blocked, code_hash, code_until";

    public static async Task<Account?> FindAsync(DbConnection connection, int id, CancellationToken ct) =>
        (await connection.ListAsync($"SELECT {Columns} FROM account WHERE id = @id", Read, ct, ("id", id))).SingleOrDefault();

    /// <summary>By the name typed; capitals and blanks around it do not matter.</summary>
    public static async Task<Account?> FindAsync(DbConnection connection, string name, CancellationToken ct) =>
        (await connection.ListAsync($"SELECT {Columns} FROM account WHERE name = @name", Read, ct, ("name", Plain(name)))).SingleOrDefault();

    public static async Task<List<Account>> ListAsync(DbConnection connection, CancellationToken ct) =>
        await connection.ListAsync($"SELECT {Columns} FROM account ORDER BY name", Read, ct);

    public static async Task<bool> AnyAsync(DbConnection connection, CancellationToken ct) =>
        await connection.ValueAsync<long>("SELECT count(*) FROM (SELECT 1 FROM account LIMIT 1) a", ct) > 0;

    /// <summary>Adds the account under the act and gives it its id.</summary>
    public static async Task AddAsync(DbConnection connection, Account account, long act, CancellationToken ct) =>
        account.Id = await connection.ValueAsync<int>(
            $"""
            INSERT INTO account ({Columns}, act)
            SELECT coalesce(max(id), 0) + 1, @name, @full_name, @officer, @password, @stamp, @failures, @locked, @key, @second, @blocked, @code, @until, @act FROM account
            RETURNING id
            """, ct, [.. Changing(account), ("blocked", account.Blocked ? 1 : 0), ("name", account.Name), ("full_name", account.FullName), ("officer", account.Officer == 0 ? null : account.Officer), ("act", act)]);

    /// <summary>Writes what changes with use: proofs, counters, locks. Name and person stay; whether it is blocked is an act of its own.</summary>
    public static async Task SaveAsync(DbConnection connection, Account account, CancellationToken ct) =>
        await connection.RunAsync(
            """
            UPDATE account SET password_hash = @password, stamp = @stamp, failures = @failures, locked_until = @locked, authenticator_key = @key,
                two_factor = @second, code_hash = @code, code_until = @until WHERE id = @id
            """, ct, [.. Changing(account), ("id", account.Id)]);

    /// <summary>By itself: somebody who is signing in at that moment writes back what they read before, and must not open what was blocked meanwhile.</summary>
    public static async Task BlockAsync(DbConnection connection, int account, bool blocked, CancellationToken ct) =>
        await connection.RunAsync("UPDATE account SET blocked = @blocked WHERE id = @id", ct, ("blocked", blocked ? 1 : 0), ("id", account));

    /// <summary>A name as it is kept.</summary>
    public static string Plain(string name) => name.Trim().ToLowerInvariant();

    private static (string, object?)[] Changing(Account account) =>
    [
        ("password", account.PasswordHash), ("stamp", account.Stamp), ("failures", account.Failures), ("locked", account.LockedUntil), ("key", account.AuthenticatorKey),
        ("second", account.TwoFactor ? 1 : 0), ("code", account.CodeHash), ("until", account.CodeUntil),
    ];

    private static Account Read(DbDataReader r) => new()
    {
        Id = r.GetInt32(0),
        Name = r.GetString(1),
        FullName = r.GetString(2),
        Officer = r.NumberOrNone(3) ?? 0,
        PasswordHash = r.TextOrNone(4),
        Stamp = r.GetString(5),
        Failures = r.GetInt32(6),
        LockedUntil = r.MomentOrNone(7),
        AuthenticatorKey = r.TextOrNone(8),
        TwoFactor = r.GetInt32(9) != 0,
        Blocked = r.GetInt32(10) != 0,
        CodeHash = r.TextOrNone(11),
        CodeUntil = r.MomentOrNone(12),
    };
}
