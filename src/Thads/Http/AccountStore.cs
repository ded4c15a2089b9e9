using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Thads.Office.Acts;
using Thads.Office.People;

namespace Thads.Http;

/// <summary>ASP.NET Core Identity over our own table of accounts: it hashes, counts failures and checks the authenticator; we keep.</summary>
internal sealed class AccountStore(Work work) :
    IUserPasswordStore<Account>, IUserLockoutStore<Account>, IUserSecurityStampStore<Account>, IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken ct) => Task.FromResult(user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken ct) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken ct) => Task.FromResult<string?>(user.Name);

    /// <summary>Names stay as they were created.</summary>
    public Task SetUserNameAsync(Account user, string? name, CancellationToken ct) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(Account user, string? name, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Accounts begin by the act of an administrator.</summary>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken ct) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken ct) => throw new NotSupportedException();

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken ct)
    {
        await Accounts.SaveAsync(await ConnectAsync(ct), user, ct);
        return IdentityResult.Success;
    }

    public async Task<Account?> FindByIdAsync(string id, CancellationToken ct) =>
        int.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var number) ? await Accounts.FindAsync(await ConnectAsync(ct), number, ct) : null;

    public async Task<Account?> FindByNameAsync(string name, CancellationToken ct) => await Accounts.FindAsync(await ConnectAsync(ct), name, ct);

    public Task SetPasswordHashAsync(Account user, string? hash, CancellationToken ct) => Done(() => user.PasswordHash = hash);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken ct) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken ct) => Task.FromResult(user.PasswordHash is not null);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken ct) =>
        Task.FromResult<DateTimeOffset?>(user.LockedUntil is { } until ? new DateTimeOffset(until, TimeSpan.Zero) : null);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? end, CancellationToken ct) => Done(() => user.LockedUntil = end?.UtcDateTime);

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken ct) => Task.FromResult(++user.Failures);

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken ct) => Done(() => user.Failures = 0);

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken ct) => Task.FromResult(user.Failures);

    /// <summary>Nobody is spared from locking.</summary>
    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken ct) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken ct) => Task.CompletedTask;

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken ct) => Done(() => user.Stamp = stamp);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken ct) => Task.FromResult<string?>(user.Stamp);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken ct) => Done(() => user.TwoFactor = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken ct) => Task.FromResult(user.TwoFactor);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken ct) => Done(() => user.AuthenticatorKey = key);

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken ct) => Task.FromResult(user.AuthenticatorKey);

    public void Dispose()
    {
    }

    private async Task<DbConnection> ConnectAsync(CancellationToken ct) => await work.ConnectAsync(ct);

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
