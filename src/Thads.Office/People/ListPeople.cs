using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.People;

/// <summary>An account in the list of those a person looks after.</summary>
/// <param name="Roles">That hold today.</param>
/// <param name="LastSignIn">UTC; null = never.</param>
public sealed record PersonLine(Account Account, IReadOnlyList<RoleGiven> Roles, DateTime? LastSignIn);

/// <summary>The accounts a person looks after.</summary>
public static class ListPeople
{
    /// <param name="Unit">Code: those with a role today in it or below; null = all.</param>
    /// <param name="Role">Those who have it today; null = all.</param>
    public sealed record Query(string? Unit = null, Role? Role = null);

    public static async Task<IReadOnlyList<PersonLine>> RunAsync(Query query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.ConnectAsync(ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var scope = query.Unit is null ? null : tree.UnitOf(query.Unit) is { } unit && work.Person.MayIn(unit, Permissions.Administer) ? tree.ScopeOf(unit, work.Today)
            : throw new NotFoundException(new Refusal("unit.unknown", query.Unit));
        var roles = (await RolesGiven.ListAsync(connection, ct)).ToLookup(r => r.Account);
        var createdBy = (await connection.ListAsync("SELECT c.id, a.person FROM account c JOIN act a ON a.seq = c.act", r => (r.GetInt32(0), r.GetString(1)), ct)).ToDictionary();
        var last = (await connection.ListAsync(
            "SELECT account_id, max(at) FROM sign_in WHERE outcome = @in GROUP BY account_id", r => (r.GetInt32(0), r.Moment(1)), ct, ("in", SignInOutcome.SignedIn))).ToDictionary();
        return
        [
            .. (await Accounts.ListAsync(connection, ct))
                .Where(a => work.Person.LooksAfter([.. roles[a.Id]], createdBy[a.Id]))
                .Select(a => new PersonLine(a, [.. roles[a.Id].Where(r => r.HoldsOn(work.Today))], last.TryGetValue(a.Id, out var at) ? at : null))
                .Where(p => (query.Role is null || p.Roles.Any(r => r.Role == query.Role)) && (scope is null || p.Roles.Any(r => scope.Contains(r.Unit)))),
        ];
    }
}
