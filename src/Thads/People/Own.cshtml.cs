using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;

namespace Thads.People;

/// <summary>A person's own account: roles, password, second factor, sessions, record of sign-ins.</summary>
[OpenToSignedIn]
public sealed class OwnModel(UserManager<Account> users, Work work) : PageModel
{
    private const int TriesShown = 20;

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<(Role Role, string? Unit)> Roles { get; private set; } = [];

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<SignIn> Tries { get; private set; } = [];

    public Guid? This => SignedIn.SessionOf(User);

    public int CodesLeft { get; private set; }

    /// <summary>Recovery codes just made: shown this once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    /// <summary>Whether the authenticator is being set up.</summary>
    public bool SettingUp { get; private set; }

    public bool Saved { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await ReadAsync(ct);

    /// <summary>A new password ends every other session.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(string? present, string? password, string? again, CancellationToken ct)
    {
        await ReadAsync(ct);
        RefusedException.ThrowIf(Account.PasswordHash is not null && await users.CheckPasswordAsync(Account, present ?? "") ? null : new Refusal("password.wrong"));
        RefusedException.ThrowIf(password == again ? PasswordPolicy.WhyNot(password ?? "", Account.Name, Account.FullName) : new Refusal("password.differs"));
        Account.PasswordHash = users.PasswordHasher.HashPassword(Account, password!);
        await ChangeAsync("password-set", "password", ct);
        return Again();
    }

    public async Task OnPostSetUpAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        SettingUp = !Account.TwoFactor && Account.PasswordHash is not null;
        if (SettingUp)
        {
            await users.ResetAuthenticatorKeyAsync(Account);
            await KeepSessionAsync(ct);
        }
    }

    public async Task OnPostConfirmAsync(string? code, CancellationToken ct)
    {
        await ReadAsync(ct);
        SettingUp = true;
        var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        RefusedException.ThrowIf(await users.VerifyTwoFactorTokenAsync(Account, TokenOptions.DefaultAuthenticatorProvider, digits) ? null : new Refusal("sign-in.wrong-second"));
        SettingUp = false;
        Account.TwoFactor = true;
        NewCodes = await RecoveryCodes.RenewAsync(await work.StartAsync(ct), Account, ct);
        await ChangeAsync("second-factor-set", "second-factor", ct);
        await ReadAsync(ct);
    }

    public async Task<IActionResult> OnPostTurnOffAsync(string? proof, CancellationToken ct)
    {
        await ReadAsync(ct);
        RefusedException.ThrowIf(await users.CheckPasswordAsync(Account, proof ?? "") ? null : new Refusal("password.wrong"));
        (Account.TwoFactor, Account.AuthenticatorKey) = (false, null);
        await ChangeAsync("second-factor-removed", "second-factor", ct);
        return Again();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await Office.People.Sessions.EndAllAsync(await work.StartAsync(ct), work.Person.Account, SignedIn.RealNow(HttpContext), ct, This);
        await work.CommitAsync(ct);
        return Again();
    }

    public string Moment(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, OfficeClock.Zone).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The key as authenticator apps take it, and as people type it.</summary>
    public string KeyAddress => $"otpauth://totp/THADS:{Account.Name}?secret={Account.AuthenticatorKey}&issuer=THADS";

    public string KeyTyped => string.Join(' ', (Account.AuthenticatorKey ?? "").Chunk(4).Select(four => new string(four)));

    private async Task ReadAsync(CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        Account = (await users.FindByIdAsync(work.Person.Account.ToString(CultureInfo.InvariantCulture)))!;
        var units = await UnitTree.OfAsync(work, ct);
        Roles = [.. (await RolesGiven.ListAsync(connection, ct, Account.Id)).Where(r => r.HoldsOn(work.Today)).Select(r => (r.Role, r.Unit == 0 ? null : units.UnitName(r.Unit, work.Today)))];
        Sessions = await Office.People.Sessions.OpenAsync(connection, Account.Id, SignedIn.RealNow(HttpContext), ct);
        Tries = await Office.People.Sessions.RecordedAsync(connection, Account.Id, TriesShown, ct);
        CodesLeft = await RecoveryCodes.LeftAsync(connection, Account, ct);
        Saved = Request.Query.ContainsKey("saved");
    }

    /// <summary>Writes the account under an act of its own person; other sessions end, this one goes on under the new stamp.</summary>
    private async Task ChangeAsync(string act, string field, CancellationToken ct)
    {
        Account.Stamp = Guid.NewGuid().ToString("N");
        var connection = await work.StartAsync(ct);
        work.Begin(act);
        await Accounts.SaveAsync(connection, Account, ct);
        await Office.People.Sessions.EndAllAsync(connection, Account.Id, SignedIn.RealNow(HttpContext), ct, This);
        await Office.People.Sessions.GoOnAsync(connection, This!.Value, Account, ct);
        await work.ChangedAsync(ct, new ActChange(Account.Name, field, null, null) { Account = Account.Id });
        await work.FinishAsync(ct);
    }

    /// <summary>Identity gives a new stamp with a new key: this session goes on under it.</summary>
    private async Task KeepSessionAsync(CancellationToken ct)
    {
        await Office.People.Sessions.GoOnAsync(await work.StartAsync(ct), This!.Value, Account, ct);
        await work.CommitAsync(ct);
    }

    private RedirectResult Again() => Redirect("/account?saved=1");
}
