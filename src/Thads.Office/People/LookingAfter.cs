using Thads.Office.Acts;

namespace Thads.Office.People;

/// <summary>Which accounts an administrator looks after.</summary>
public static class LookingAfter
{
    /// <summary>
    /// Those all of whose roles, past ones too, lie in units the person administers, and those without any role yet. Whoever has a role beyond
    /// is looked after from above: else the administrator of a room could take over the head of the province.
    /// </summary>
    public static async Task<bool> LooksAfterAsync(this Work work, Account account, CancellationToken ct) =>
        work.Person.LooksAfter(await RolesGiven.ListAsync(await work.ConnectAsync(ct), ct, account.Id));

    public static bool LooksAfter(this Person person, IEnumerable<RoleGiven> roles) =>
        roles.All(role => role.Unit == 0 ? person.MayEverywhere(Permissions.Administer) : person.MayIn(role.Unit, Permissions.Administer));
}
