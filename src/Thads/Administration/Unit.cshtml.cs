using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Administration;

/// <summary>A unit through its life: periods, what it succeeded and what succeeded it, and what may be done about it.</summary>
[Needs(Permissions.Administer)]
public sealed class UnitModel(Work work) : PageModel
{
    public UnitTree Tree { get; private set; } = new();

    public string Code { get; private set; } = "";

    public int Unit { get; private set; }

    public DateOnly Today => work.Today;

    /// <summary>It is changed and ended by who looks after the unit above it.</summary>
    public bool MayChange { get; private set; }

    public IReadOnlyList<UnitSuccession> Successions { get; private set; } = [];

    public IReadOnlyList<(int Officer, OfficerPeriod Service)> Officers { get; private set; } = [];

    public int Communes { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        Tree = await UnitTree.OfAsync(work, ct);
        if (Tree.UnitOf(code) is not { } unit || !work.Person.MayIn(unit, Permissions.Administer))
        {
            return NotFound();
        }

        (Code, Unit) = (code, unit);
        var above = Tree.PeriodsOf(unit)[^1].Parent;
        MayChange = above is { } parent ? work.Person.MayIn(parent, Permissions.Administer) : work.Person.MayEverywhere(Permissions.Administer);
        Successions = [.. Tree.Successions.Where(s => s.From == unit || (s.To == unit && work.Person.MayIn(s.From, Permissions.Administer)))];
        Officers =
        [
            .. Tree.Officers.SelectMany(officer => Tree.ServiceOf(officer).Where(s => s.Unit == unit && s.IsValidOn(work.Today)).Select(s => (officer, s))).OrderBy(o => Tree.OfficerCode(o.officer), StringComparer.Ordinal),
        ];
        Communes = Tree.Communes.Values.Count(c => c.Unit == unit && Validity.Covers(c.ValidFrom, c.ValidTo, work.Today));
        return Page();
    }
}
