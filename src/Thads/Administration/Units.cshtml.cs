using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Administration;

/// <summary>The tree of units as it is on a day, with what comes before and after it.</summary>
[Needs(Permissions.Administer)]
public sealed class UnitsModel(Work work) : PageModel
{
    public DateOnly Day { get; private set; }

    public UnitTree Tree { get; private set; } = new();

    /// <summary>Units of the day, in the tree.</summary>
    public IReadOnlyList<TreeRow> Now { get; private set; } = [];

    /// <summary>Units that are over on that day, or begin after it.</summary>
    public IReadOnlyList<int> Others { get; private set; } = [];

    public bool MayAddRoot => work.Person.MayEverywhere(Permissions.Administer);

    public async Task OnGetAsync(string? day, CancellationToken ct)
    {
        Day = work.Today;
        Tree = await UnitTree.OfAsync(work, ct);
        Day = TypedDay.Read(day, "day", work) ?? work.Today;
        var rows = TreeRows.Of(Tree, Day, unit => work.Person.MayIn(unit, Permissions.Administer));
        Now = [.. rows.Where(row => Tree.IsValidOn(row.Unit, Day))];
        Others = [.. rows.Select(row => row.Unit).Where(unit => !Tree.IsValidOn(unit, Day))];
    }

    /// <summary>How many officers serve in the unit on the day.</summary>
    public int Officers(int unit) => Tree.Officers.Count(officer => Tree.Serves(officer, unit, Day));

    /// <summary>Those it succeeded by the day.</summary>
    public IEnumerable<UnitSuccession> Succeeded(int unit) => Tree.Successions.Where(s => s.To == unit && s.On <= Day && work.Person.MayIn(s.From, Permissions.Administer));

    /// <summary>Those that succeeded it, whenever.</summary>
    public IEnumerable<UnitSuccession> Successors(int unit) => Tree.Successions.Where(s => s.From == unit);
}
