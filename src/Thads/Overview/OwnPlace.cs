using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Overview;

/// <summary>Which overview a person's day begins with, by what they are.</summary>
internal static class OwnPlace
{
    /// <returns>Null where it is the head's dashboard of their unit.</returns>
    public static async Task<string?> OfAsync(Work work, CancellationToken ct)
    {
        var person = work.Person;
        var role = person.Roles.Count == 0 ? (Role?)null : person.Roles[0];
        if (role == Role.Enforcer && person.Officer != 0)
        {
            return "/overview/me";
        }

        if (role == Role.Statistician)
        {
            return "/overview/statistics";
        }

        var tree = await UnitTree.OfAsync(work, ct);
        return person.Unit != 0 && tree.Below(person.Unit, work.Today).Count(unit => unit.Depth == 1 && person.Sees(unit.Unit)) > 1 ? "/overview/province" : null;
    }
}
