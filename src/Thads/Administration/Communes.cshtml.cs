using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Fields;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>The communes of the units a person administers: found without marks, by code or name, of one unit or all.</summary>
[Needs(Permissions.Administer)]
public sealed class CommunesModel(Work work, PageText text) : PageModel
{
    public UnitTree Tree { get; private set; } = new();

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string? Unit { get; private set; }

    public string? Find { get; private set; }

    public bool WithEnded { get; private set; }

    public IReadOnlyList<Commune> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public ListPage List { get; private set; } = null!;

    public async Task OnGetAsync(string? q, string? unit, bool ended, CancellationToken ct)
    {
        (Find, Unit, WithEnded) = (Lists.Given(q), Lists.Given(unit), ended);
        Tree = await UnitTree.OfAsync(work, ct);
        Units = Lists.Units(Tree, work.Today, u => work.Person.MayIn(u, Permissions.Administer));
        var key = SearchKey.Of(Find ?? "");
        var found = Tree.Communes.Values
            .Where(c => work.Person.MayIn(c.Unit, Permissions.Administer) && (Unit is null || Tree.UnitCode(c.Unit) == Unit) && (WithEnded || !(c.ValidTo < work.Today))
                && (SearchKey.Of(c.Name).Contains(key, StringComparison.Ordinal) || SearchKey.Of(c.Code).Contains(key, StringComparison.Ordinal)))
            .OrderBy(c => c.Code, StringComparer.Ordinal).ToList();
        Pager = new Pager(Request, "page", found.Count);
        Rows = [.. Pager.Of(found)];
        List = Lists.Page(
            Request, "/admin/communes", text.Say("admin.communes-counted", found.Count), Pager, work, text,
            ("q", Find is null ? null : text.Say("admin.chip-find", Find)), ("unit", Unit is null ? null : text.Say("admin.chip-unit", Unit)),
            ("ended", WithEnded ? text.Say("admin.chip-ended") : null));
    }
}
