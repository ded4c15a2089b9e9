using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>Which accounts an administrator looks after.</summary>
public static class LookingAfter
{
    /// <summary>
    /// Those all of whose roles, past ones too, lie in units the person administers; one without any role yet, if the person created it or looks after the
    /// whole tree. Whoever has a role beyond is looked after from above: else the administrator of a room could take over the head of the province.
    /// </summary>
    public static async Task<bool> LooksAfterAsync(this Work work, Account account, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var createdBy = await connection.ValueAsync<string>("SELECT a.person FROM account c JOIN act a ON a.seq = c.act WHERE c.id = @id", ct, ("id", account.Id));
        return work.Person.LooksAfter(await RolesGiven.ListAsync(connection, ct, account.Id), createdBy);
    }

    /// <param name="roles">All roles of the account.</param>
    /// <param name="createdBy">Who created it.</param>
    public static bool LooksAfter(this Person person, IReadOnlyCollection<RoleGiven> roles, string? createdBy) => roles.Count == 0
        ? person.MayEverywhere(Permissions.Administer) || (person.May.HasFlag(Permissions.Administer) && person.Name == createdBy)
        : roles.All(role => role.Unit == 0 ? person.MayEverywhere(Permissions.Administer) : person.MayIn(role.Unit, Permissions.Administer));

    /// <exception cref="NotFoundException">`account.unknown`: no such account, or not this person's to look after.</exception>
    public static async Task<Account> LookedAfterAsync(this Work work, string name, CancellationToken ct) =>
        await Accounts.FindAsync(await work.ConnectAsync(ct), name, ct) is { } account && await work.LooksAfterAsync(account, ct) ? account
            : throw new NotFoundException(new Refusal("account.unknown", name));
}
