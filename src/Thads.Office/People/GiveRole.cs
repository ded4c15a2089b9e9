using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.People;

/// <summary>Somebody gets a role over a unit, from a day to a day.</summary>
public static class GiveRole
{
    /// <param name="Account">Name of the account.</param>
    /// <param name="Unit">Code; null = the whole tree.</param>
    public sealed record Input(string Account, Role Role, string? Unit, DateOnly? From = null, DateOnly? To = null, string? IdempotencyKey = null);

    /// <summary>Nobody makes themself what they are not.</summary>
    public static Refusal? WhyNot(Input input, Person giver, IEnumerable<RoleGiven> has, int unit) =>
        input.To < input.From ? new Refusal("period.ends-before", input.To, input.From!)
        : giver.Account != 0 && Accounts.Plain(input.Account) == giver.Name ? new Refusal("role.to-oneself")
        : has.Any(r => r.Role == input.Role && r.Unit == unit && Validity.Overlap(r.ValidFrom, r.ValidTo, input.From, input.To)) ? new Refusal("role.has-it")
        : null;

    /// <exception cref="NotFoundException">`account.unknown`.</exception>
    /// <exception cref="RefusedException">`period.ends-before`, `role.to-oneself`, `role.has-it`, `code.unknown`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("role-given", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<int>("SELECT number FROM role_given WHERE act = @act", ct, ("act", before));
        }

        var units = await UnitTree.OfAsync(work, ct);
        var unit = input.Unit is null ? 0 : units.UnitOf(input.Unit) ?? throw new RefusedException(new Refusal("code.unknown", input.Unit, "units"));
        if (unit == 0)
        {
            work.RequireEverywhere(Permissions.Administer);
        }
        else
        {
            work.Require(Permissions.Administer, unit);
        }

        var account = await work.LookedAfterAsync(input.Account, ct);
        RefusedException.ThrowIf(WhyNot(input, work.Person, await RolesGiven.ListAsync(connection, ct, account.Id), unit));

        work.Begin("role-given", idempotencyKey: input.IdempotencyKey);
        var number = await connection.ValueAsync<int>(
            """
            INSERT INTO role_given (number, account_id, role, unit_id, valid_from, valid_to, act)
            SELECT coalesce(max(number), 0) + 1, @account, @role, @unit, @from, @to, @act FROM role_given RETURNING number
            """, ct,
            ("account", account.Id), ("role", input.Role), ("unit", unit == 0 ? null : unit), ("from", input.From), ("to", input.To), ("act", await work.NumberAsync(ct)));
        var given = new RoleGiven(number, account.Id, input.Role, unit, input.From, input.To);
        await work.ChangedAsync(ct, new ActChange(account.Name, "role", null, RolesGiven.Written(given, units)) { Account = account.Id });
        await work.FinishAsync(ct);
        return number;
    }
}
