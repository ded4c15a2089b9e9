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
        return person.Unit != 0 && HasUnitsBelow(person.Unit, tree, work) ? "/overview/province" : null;
    }

    /// <summary>Code of the unit whose units below are set side by side: the one asked for, or the person's own, or the first with some; null where the person sees none.</summary>
    public static async Task<string?> OfUnitsAsync(string? asked, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var first = asked is null ? null : tree.UnitOf(asked);
        var found = new[] { first, work.Person.Unit == 0 ? null : work.Person.Unit }.OfType<int>()
            .Concat(tree.Units.OrderByDescending(unit => tree.Below(unit, work.Today).Count(below => below.Depth == 1)).ThenBy(unit => unit))
            .FirstOrDefault(unit => work.Person.Sees(unit) && HasUnitsBelow(unit, tree, work));
        return found == 0 ? null : tree.UnitCode(found);
    }

    private static bool HasUnitsBelow(int unit, UnitTree tree, Work work) => tree.Below(unit, work.Today).Any(below => below.Depth == 1 && work.Person.Sees(below.Unit));
}
