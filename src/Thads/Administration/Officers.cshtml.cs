using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Fields;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>The officers of the units a person administers, as they serve on a day.</summary>
[Needs(Permissions.Administer)]
public sealed class OfficersModel(Work work, PageText text) : PageModel
{
    public UnitTree Tree { get; private set; } = new();

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string? Unit { get; private set; }

    public string? Find { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Those who serve on the day, by unit; each with the period of that day.</summary>
    public IReadOnlyList<(int Officer, OfficerPeriod Service)> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public ListPage List { get; private set; } = new() { Action = "/admin/officers", Counted = "" };

    public async Task OnGetAsync(string? q, string? unit, string? day, CancellationToken ct)
    {
        (Find, Unit, Day) = (Lists.Given(q), Lists.Given(unit), work.Today);
        Tree = await UnitTree.OfAsync(work, ct);
        Units = Lists.Units(Tree, work.Today, u => work.Person.MayIn(u, Permissions.Administer));
        Pager = new Pager(Request, "page", 0);
        Day = TypedDay.Read(day, "day", work) ?? work.Today;
        var key = SearchKey.Of(Find ?? "");
        var found = Tree.Officers
            .SelectMany(officer => Tree.ServiceOf(officer).Where(s => s.IsValidOn(Day)).Select(service => (Officer: officer, Service: service)))
            .Where(o => work.Person.MayIn(o.Service.Unit, Permissions.Administer) && (Unit is null || Tree.UnitCode(o.Service.Unit) == Unit)
                && (SearchKey.Of(o.Service.Name).Contains(key, StringComparison.Ordinal) || SearchKey.Of(Tree.OfficerCode(o.Officer)).Contains(key, StringComparison.Ordinal)))
            .OrderBy(o => Tree.UnitCode(o.Service.Unit), StringComparer.Ordinal).ThenBy(o => Tree.OfficerCode(o.Officer), StringComparer.Ordinal).ToList();
        Pager = new Pager(Request, "page", found.Count);
        Rows = [.. Pager.Of(found)];
        List = Lists.Page(
            Request, "/admin/officers", text.Say("admin.officers-counted", found.Count, Day), Pager, work, text,
            ("q", Find is null ? null : text.Say("admin.chip-find", Find)), ("unit", Unit is null ? null : text.Say("admin.chip-unit", Unit)),
            ("day", Day == work.Today ? null : text.Say("admin.chip-day", Day)));
    }
}
