using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Settings;

/// <summary>A setting as it stands for a unit.</summary>
/// <param name="Decided">The decision that holds on the day; null = the default does.</param>
/// <param name="History">What was decided for this unit, or for what lies above it and reaches it, newest first; days to come too.</param>
public sealed record SettingNow(Setting Setting, string Value, SettingValue? Decided, IReadOnlyList<SettingValue> History);

/// <summary>All settings as they hold for a unit on a day.</summary>
public static class ReadSettings
{
    /// <param name="Unit">Code; null = the whole tree.</param>
    public sealed record Query(string? Unit, DateOnly Day);

    /// <exception cref="NotFoundException">`unit.unknown`: no such unit, or not this person's.</exception>
    public static async Task<IReadOnlyList<SettingNow>> RunAsync(Query query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = query.Unit is null ? 0 : tree.UnitOf(query.Unit) is { } known && work.Person.MayIn(known, Permissions.Administer) ? known
            : throw new NotFoundException(new Refusal("unit.unknown", query.Unit));
        var values = await OfficeSettings.ListAsync(await work.ConnectAsync(ct), ct);
        var settings = OfficeSettings.Of(values, tree, unit, query.Day);
        var above = Above(tree, unit, query.Day);
        return
        [
            .. SettingList.All.Where(s => unit == 0 || s.PerUnit).Select(s => new SettingNow(
                s, settings[s.Key], settings.DecidedOf(s.Key), [.. values.Where(v => v.Key == s.Key && above.Contains(v.Unit)).OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.Number)])),
        ];
    }

    private static HashSet<int> Above(UnitTree tree, int unit, DateOnly day)
    {
        HashSet<int> above = [0];
        for (int? here = unit; here is { } at && above.Add(at); here = tree.PeriodOn(at, day)?.Parent)
        {
        }

        return above;
    }
}
