using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>How a try to sign in ended. Stored by number.</summary>
public enum SignInOutcome
{
    SignedIn = 1,
    WrongPassword = 2,
    Locked = 3,
    Blocked = 4,
    WrongSecondFactor = 5,
    UnknownName = 6,
    SignedOut = 7,
    PasswordSetByCode = 8,
    WrongCode = 9,
}

/// <summary>A signed-in browser. Moments are UTC.</summary>
public sealed record Session(Guid Id, int Account, DateTime StartedAt, DateTime EndsAt, DateTime? EndedAt, string Address, string Device);

/// <summary>A line of the record of sign-ins.</summary>
public sealed record SignIn(DateTime At, SignInOutcome Outcome, string Address);

/// <summary>Who is signed in, and the record of who tried.</summary>
public static class Sessions
{
    /// <summary>However busy a browser is, it signs in anew after this; unused it ends much earlier (the cookie's own time).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const int LongestDevice = 200;

    public static async Task<Guid> StartAsync(DbConnection connection, Account account, DateTime now, string address, string device, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await connection.RunAsync(
            "INSERT INTO session (id, account_id, stamp, started_at, ends_at, address, device) VALUES (@id, @account, @stamp, @now, @ends, @address, @device)", ct,
            ("id", id), ("account", account.Id), ("stamp", account.Stamp), ("now", now), ("ends", now + Longest), ("address", address),
            ("device", device.Length > LongestDevice ? device[..LongestDevice] : device));
        return id;
    }

    /// <summary>The account of a session that still holds; null when it has ended in any way.</summary>
    public static async Task<Account?> AccountOfAsync(DbConnection connection, Guid session, DateTime now, CancellationToken ct)
    {
        var found = await connection.ListAsync(
            "SELECT account_id, stamp, ends_at FROM session WHERE id = @id AND ended_at IS NULL", r => (Account: r.GetInt32(0), Stamp: r.GetString(1), Ends: r.Moment(2)), ct, ("id", session));
        return found is [var s] && s.Ends > now && await Accounts.FindAsync(connection, s.Account, ct) is { Blocked: false } account && account.Stamp == s.Stamp ? account : null;
    }

    public static async Task EndAsync(DbConnection connection, Guid session, DateTime now, CancellationToken ct) =>
        await connection.RunAsync("UPDATE session SET ended_at = @now WHERE id = @id AND ended_at IS NULL", ct, ("now", now), ("id", session));

    /// <param name="but">This one goes on.</param>
    public static async Task EndAllAsync(DbConnection connection, int account, DateTime now, CancellationToken ct, Guid? but = null) =>
        await connection.RunAsync("UPDATE session SET ended_at = @now WHERE account_id = @account AND ended_at IS NULL AND id <> @but", ct, ("now", now), ("account", account), ("but", but ?? Guid.Empty));

    /// <summary>The session of whoever changed their own proofs holds on under the new stamp.</summary>
    public static async Task GoOnAsync(DbConnection connection, Guid session, Account account, CancellationToken ct) =>
        await connection.RunAsync("UPDATE session SET stamp = @stamp WHERE id = @id AND account_id = @account", ct, ("stamp", account.Stamp), ("id", session), ("account", account.Id));

    /// <summary>Those that still hold, newest first.</summary>
    public static async Task<List<Session>> OpenAsync(DbConnection connection, int account, DateTime now, CancellationToken ct) =>
        [.. (await connection.ListAsync(
            "SELECT id, account_id, started_at, ends_at, ended_at, address, device FROM session WHERE account_id = @account AND ended_at IS NULL ORDER BY started_at DESC",
            r => new Session(r.Id(0), r.GetInt32(1), r.Moment(2), r.Moment(3), r.MomentOrNone(4), r.GetString(5), r.GetString(6)), ct, ("account", account))).Where(s => s.EndsAt > now)];

    public static async Task RecordAsync(DbConnection connection, int? account, DateTime now, SignInOutcome outcome, string address, CancellationToken ct) =>
        await connection.RunAsync(
            "INSERT INTO sign_in (id, account_id, at, outcome, address) VALUES (@id, @account, @now, @outcome, @address)", ct,
            ("id", NewId.Next()), ("account", account), ("now", now), ("outcome", outcome), ("address", address));

    /// <summary>The last tries of an account, newest first.</summary>
    public static async Task<List<SignIn>> RecordedAsync(DbConnection connection, int account, int limit, CancellationToken ct) =>
        await connection.ListAsync(
            "SELECT at, outcome, address FROM sign_in WHERE account_id = @account ORDER BY at DESC, id DESC LIMIT @limit",
            r => new SignIn(r.Moment(0), (SignInOutcome)r.GetInt32(1), r.GetString(2)), ct, ("account", account), ("limit", limit));
}
