using System.Data.Common;
using Thads.Office.Acts;

namespace Thads.Office.People;

/// <summary>Somebody always looks after the whole tree: else nobody could let anybody in again.</summary>
internal static class LastAdministrator
{
    /// <param name="then">All roles as they would be.</param>
    /// <param name="now">All roles as they are.</param>
    /// <param name="day">The first day of what would be.</param>
    /// <param name="blocked">An account that would be blocked.</param>
    public static async Task<Refusal?> WhyNotAsync(DbConnection connection, IEnumerable<RoleGiven> then, IEnumerable<RoleGiven> now, DateOnly day, int? blocked, CancellationToken ct)
    {
        var open = (await Accounts.ListAsync(connection, ct)).Where(a => !a.Blocked).Select(a => a.Id).ToHashSet();
        return Of(now).Any() && !Of(then).Any(account => account != blocked) ? new Refusal("role.last-administrator") : null;

        IEnumerable<int> Of(IEnumerable<RoleGiven> roles) =>
            roles.Where(r => r is { Role: Role.Administrator, Unit: 0 } && r.HoldsOn(day) && open.Contains(r.Account)).Select(r => r.Account);
    }
}
