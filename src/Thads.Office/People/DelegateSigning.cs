using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Settings;
using Thads.Office.Units;

namespace Thads.Office.People;

/// <summary>
/// Somebody of a unit may sign for its head: of what, by which document, from when to when. Whoever signs so cannot pass it on (ND 30/2020 Đ13).
/// </summary>
public static class DelegateSigning
{
    /// <param name="Account">Name of the account.</param>
    /// <param name="Unit">Code of the unit whose head would sign.</param>
    /// <param name="Matters">Of what, in the words of the document.</param>
    /// <param name="Document">Number and day of the paper that says so.</param>
    public sealed record Input(string Account, string Unit, string Matters, string Document, DateOnly From, DateOnly To, string? IdempotencyKey = null);

    private const string Basis = "ND 30/2020 Đ13.3";

    /// <param name="roles">Of who would sign.</param>
    /// <param name="has">Delegations of who would sign.</param>
    /// <param name="to">Value of the setting: who may be given it.</param>
    public static Refusal? WhyNot(Input input, IReadOnlyCollection<RoleGiven> roles, IEnumerable<SigningGiven> has, int unit, string to, DateOnly today)
    {
        var then = roles.Where(r => r.Unit == unit && r.HoldsOn(input.From)).Select(r => r.Role).ToList();
        return string.IsNullOrWhiteSpace(input.Matters) ? new Refusal("signing.needs-matters", [], Basis)
            : string.IsNullOrWhiteSpace(input.Document) ? new Refusal("signing.needs-document", [], Basis)
            : UnitRules.Ordered(input.From, input.To) is { } why ? why
            : input.To < today ? new Refusal("signing.over", input.To)
            : then.Contains(Role.Head) ? new Refusal("signing.is-head", input.Account)
            : then.Count == 0 ? new Refusal("signing.not-of-unit", input.Account, input.Unit, input.From)
            : to == SettingList.Deputies && !then.Contains(Role.Deputy) ? new Refusal("signing.deputies-only", input.Account)
            : has.Any(s => s.Unit == unit && s.Matters == input.Matters.Trim() && Validity.Overlap(s.ValidFrom, s.ValidTo, input.From, input.To)) ? new Refusal("signing.has-it", input.Account)
            : null;
    }

    /// <returns>Number of the delegation.</returns>
    /// <exception cref="NotFoundException">`account.unknown`: nobody of that name in the unit.</exception>
    /// <exception cref="RefusedException">
    /// `code.unknown`, `signing.needs-matters`, `signing.needs-document`, `period.ends-before`, `signing.over`, `signing.is-head`, `signing.not-of-unit`,
    /// `signing.deputies-only`, `signing.has-it`, `role.to-oneself`.
    /// </exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.RequireToDelegate();
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("signing-delegated", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<int>("SELECT number FROM signing_given WHERE act = @act", ct, ("act", before));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(input.Unit.Trim()) ?? throw new RefusedException(new Refusal("code.unknown", input.Unit.Trim(), "units"));
        await work.RequireToDelegateAsync(unit, ct);
        var account = await Accounts.FindAsync(connection, input.Account, ct);
        var roles = account is null ? [] : await RolesGiven.ListAsync(connection, ct, account.Id);
        if (account is null || account.Blocked || roles.All(r => r.Unit != unit))
        {
            throw new NotFoundException(new Refusal("account.unknown", input.Account));
        }

        RefusedException.ThrowIf(account.Id == work.Person.Account ? new Refusal("role.to-oneself") : null);
        var settings = await OfficeSettings.OfAsync(work, unit, work.Today, ct);
        RefusedException.ThrowIf(WhyNot(input, roles, await RolesGiven.ListSigningAsync(connection, ct, account.Id), unit, settings[SettingList.SigningDelegates], work.Today));

        work.Begin("signing-delegated", input.Document.Trim(), input.IdempotencyKey);
        var number = await connection.ValueAsync<int>(
            """
            INSERT INTO signing_given (number, account_id, unit_id, matters, document, valid_from, valid_to, act)
            SELECT coalesce(max(number), 0) + 1, @account, @unit, @matters, @document, @from, @to, @act FROM signing_given RETURNING number
            """, ct,
            ("account", account.Id), ("unit", unit), ("matters", input.Matters.Trim()), ("document", input.Document.Trim()), ("from", input.From), ("to", input.To),
            ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(
            ct,
            new ActChange(account.Name, "signing", null, input.Matters.Trim()) { Account = account.Id, Unit = unit },
            new ActChange(account.Name, "valid-from", null, ActChange.Day(input.From)) { Account = account.Id, Unit = unit },
            new ActChange(account.Name, "last-day", null, ActChange.Day(input.To)) { Account = account.Id, Unit = unit });
        await work.FinishAsync(ct);
        return number;
    }

    /// <summary>Whether the person may give the signing of this very unit: its head, or who administers it. Not who signs by delegation, and no head of a unit above.</summary>
    public static async Task<bool> MayDelegateAsync(this Work work, int unit, CancellationToken ct) =>
        work.Person.MayIn(unit, Permissions.Administer)
        || (work.Person.Account != 0 && (await RolesGiven.ListAsync(await work.ConnectAsync(ct), ct, work.Person.Account)).Any(r => r.Role == Role.Head && r.Unit == unit && r.HoldsOn(work.Today)));

    internal static void RequireToDelegate(this Work work)
    {
        if (!work.Person.May.HasFlag(Permissions.Administer))
        {
            work.Require(Permissions.Sign);
        }
    }

    internal static async Task RequireToDelegateAsync(this Work work, int unit, CancellationToken ct)
    {
        if (!await work.MayDelegateAsync(unit, ct))
        {
            throw new NotAllowedException(nameof(Permissions.Sign));
        }
    }
}
