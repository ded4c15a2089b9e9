using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;

namespace Thads.Http;

/// <summary>
/// The ways in: name and password, then the authenticator where it is on; or a one-time code and a new password. Every try is recorded. An unknown
/// name, a wrong password and a blocked account are answered alike, in the same time.
/// </summary>
public sealed class SigningIn(UserManager<Account> users, IPasswordHasher<Account> hasher, IDataProtectionProvider protection, Work work, IHttpContextAccessor accessor)
{
    private static readonly TimeSpan SecondFactorWithin = TimeSpan.FromMinutes(5);
    private static readonly Account NoOne = new() { Name = "-", FullName = "-" };
    private static readonly Refusal Wrong = new("sign-in.wrong");
    private readonly ITimeLimitedDataProtector _passed = protection.CreateProtector("second-factor").ToTimeLimitedDataProtector();

    private HttpContext Context => accessor.HttpContext!;

    /// <returns>Null when signed in; otherwise what shows, for a few minutes, that the password was right and the authenticator is still to be asked.</returns>
    /// <exception cref="RefusedException">`sign-in.wrong`, `sign-in.locked`.</exception>
    public async Task<string?> PasswordAsync(string name, string password, CancellationToken ct)
    {
        var account = await users.FindByNameAsync(name);
        if (account is null)
        {
            hasher.HashPassword(NoOne, password);
            await RefuseAsync(null, SignInOutcome.UnknownName, Wrong, ct);
        }

        if (await users.IsLockedOutAsync(account!))
        {
            hasher.HashPassword(NoOne, password);
            await RefuseAsync(account, SignInOutcome.Locked, Locked(account!), ct);
        }

        if (!await users.CheckPasswordAsync(account!, password))
        {
            await FailAsync(account!, SignInOutcome.WrongPassword, Wrong, ct);
        }

        if (account!.Blocked)
        {
            await RefuseAsync(account, SignInOutcome.Blocked, Wrong, ct);
        }

        if (account.TwoFactor)
        {
            return _passed.Protect($"{account.Id} {account.Stamp}", SecondFactorWithin);
        }

        await EnterAsync(account, ct);
        return null;
    }

    /// <param name="passed">What <see cref="PasswordAsync"/> gave.</param>
    /// <param name="code">Of the authenticator, or one of the recovery codes.</param>
    /// <exception cref="RefusedException">`sign-in.too-late`, `sign-in.wrong-second`, `sign-in.locked`.</exception>
    public async Task SecondAsync(string passed, string code, CancellationToken ct)
    {
        var account = await PassedAsync(passed) ?? throw new RefusedException(new Refusal("sign-in.too-late"));
        if (await users.IsLockedOutAsync(account))
        {
            await RefuseAsync(account, SignInOutcome.Locked, Locked(account), ct);
        }

        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        var connection = await work.ConnectAsync(ct);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits) && !await RecoveryCodes.UseAsync(connection, account, code, ct))
        {
            await FailAsync(account, SignInOutcome.WrongSecondFactor, new Refusal("sign-in.wrong-second"), ct);
        }

        await EnterAsync(account, ct);
    }

    /// <summary>A new password by the code an administrator gave: what was before – password, lock, authenticator, sessions – ends.</summary>
    /// <exception cref="RefusedException">`sign-in.wrong-code`, `password.short`, `password.long`, `password.guessed`.</exception>
    public async Task CodeAsync(string name, string code, string password, CancellationToken ct)
    {
        var account = await users.FindByNameAsync(name);
        var now = work.Now;
        if (account is null || account.Blocked || !account.Opens(code, now))
        {
            await RefuseAsync(account, SignInOutcome.WrongCode, new Refusal("sign-in.wrong-code"), ct);
        }

        RefusedException.ThrowIf(PasswordPolicy.WhyNot(password, account!.Name, account.FullName));
        account.PasswordHash = hasher.HashPassword(account, password);
        account.Stamp = Guid.NewGuid().ToString("N");
        (account.CodeHash, account.CodeUntil, account.Failures, account.LockedUntil, account.TwoFactor, account.AuthenticatorKey) = (null, null, 0, null, false, null);
        var own = new Work(work.Database, new Person(account.Name, []), Context.RequestServices.GetRequiredService<OfficeWeb.Shown>().Clock);
        await using (own)
        {
            var connection = await own.StartAsync(ct);
            own.Begin("password-set");
            await Accounts.SaveAsync(connection, account, ct);
            await Sessions.EndAllAsync(connection, account.Id, SignedIn.RealNow(Context), ct);
            await Sessions.RecordAsync(connection, account.Id, SignedIn.RealNow(Context), SignInOutcome.PasswordSetByCode, SignedIn.AddressOf(Context), ct);
            await own.ChangedAsync(ct, new ActChange(account.Name, "password", null, null) { Account = account.Id });
            await own.FinishAsync(ct);
        }

        await EnterAsync(account, ct);
    }

    private async Task EnterAsync(Account account, CancellationToken ct)
    {
        if (account.Failures > 0)
        {
            await users.ResetAccessFailedCountAsync(account);
        }

        await SignedIn.EnterAsync(Context, account, work, ct);
    }

    private async Task<Account?> PassedAsync(string passed)
    {
        try
        {
            return _passed.Unprotect(passed).Split(' ') is [var id, var stamp] && await users.FindByIdAsync(id) is { Blocked: false } account && account.Stamp == stamp ? account : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private async Task FailAsync(Account account, SignInOutcome outcome, Refusal why, CancellationToken ct)
    {
        await users.AccessFailedAsync(account);
        await RefuseAsync(account, outcome, account.LockedUntil > SignedIn.RealNow(Context) ? Locked(account) : why, ct);
    }

    private async Task RefuseAsync(Account? account, SignInOutcome outcome, Refusal why, CancellationToken ct)
    {
        var connection = await work.StartAsync(ct);
        await Sessions.RecordAsync(connection, account?.Id, SignedIn.RealNow(Context), outcome, SignedIn.AddressOf(Context), ct);
        await work.CommitAsync(ct);
        throw new RefusedException(why);
    }

    private static Refusal Locked(Account account) =>
        new("sign-in.locked", TimeZoneInfo.ConvertTimeFromUtc(account.LockedUntil!.Value, OfficeClock.Zone).ToString("HH:mm", CultureInfo.InvariantCulture));
}
