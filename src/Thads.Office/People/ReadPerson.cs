using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.People;

/// <summary>What an account may do today: its roles, each over its unit, and what it may sign by delegation.</summary>
public static class ReadPerson
{
    /// <param name="work">Reads only; whoever asks is being found out.</param>
    public static async Task<Person> OfAsync(Account account, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var today = work.Today;
        var roles = (await RolesGiven.ListAsync(connection, ct, account.Id)).Where(r => r.HoldsOn(today)).OrderBy(r => r.Role).ThenBy(r => r.Number).ToList();
        var signs = (await RolesGiven.ListSigningAsync(connection, ct, account.Id)).Where(s => s.HoldsOn(today));
        var units = await UnitTree.OfAsync(work, ct);
        return new Person(account.Name, [.. roles.Select(r => new Grant(r.Role.May, Scope(r.Unit))), .. signs.Select(s => new Grant(Permissions.Sign, Scope(s.Unit)))])
        {
            Account = account.Id,
            FullName = account.FullName,
            Officer = account.Officer,
            Unit = roles.Count == 0 ? 0 : roles[0].Unit,
            UnitName = roles is [{ Unit: not 0 }, ..] ? units.UnitName(roles[0].Unit, today) : "",
            Roles = [.. roles.Select(r => r.Role).Distinct()],
        };

        IReadOnlySet<int>? Scope(int unit) => unit == 0 ? null : units.ScopeOf(unit, today);
    }
}
