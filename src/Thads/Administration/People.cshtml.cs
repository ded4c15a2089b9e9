using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Fields;
using Thads.Office.People;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>The accounts a person looks after.</summary>
[Needs(Permissions.Administer)]
public sealed class PeopleModel(Work work, PageText text) : PageModel
{
    public UnitTree Tree { get; private set; } = new();

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string? Unit { get; private set; }

    public string? Find { get; private set; }

    public Role? Role { get; private set; }

    public IReadOnlyList<PersonLine> Rows { get; private set; } = [];

    public ListPage List { get; private set; } = new() { Action = "/admin/people", Counted = "" };

    public async Task OnGetAsync(string? q, string? unit, string? role, CancellationToken ct)
    {
        (Find, Unit, Role) = (Lists.Given(q), Lists.Given(unit), Codes.TryRead<Role>(role, out var asked) ? asked : null);
        Tree = await UnitTree.OfAsync(work, ct);
        Units = Lists.Units(Tree, work.Today, u => work.Person.MayIn(u, Permissions.Administer));
        var key = SearchKey.Of(Find ?? "");
        var found = (await ListPeople.RunAsync(new(Unit, Role), work, ct))
            .Where(p => SearchKey.Of(p.Account.FullName).Contains(key, StringComparison.Ordinal) || p.Account.Name.Contains(key, StringComparison.Ordinal))
            .OrderBy(p => p.Account.FullName, PersonNameOrder.Instance).ToList();
        var pager = new Pager(Request, "page", found.Count);
        Rows = [.. pager.Of(found)];
        List = Lists.Page(
            Request, "/admin/people", text.Say("admin.people-counted", found.Count), pager, work, text,
            ("q", Find is null ? null : text.Say("admin.chip-find", Find)), ("unit", Unit is null ? null : text.Say("admin.chip-unit", Unit)),
            ("role", Role is { } of ? text.Of(of) : null));
    }

    public string Over(RoleGiven role) => role.Unit == 0 ? text.Say("account.everywhere") : Tree.UnitCode(role.Unit);
}
