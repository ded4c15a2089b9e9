using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>A new account, with its first role if one is chosen; the one-time code is shown once.</summary>
[Needs(Permissions.Administer)]
public sealed class PersonNewModel(Work work, PageText text, OfficeWeb.Shown shown) : ActPage(work, text)
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    public bool MayEverywhere => Work.Person.MayEverywhere(Permissions.Administer);

    /// <summary>Set once the account is there.</summary>
    public string? Code { get; private set; }

    public string Name => Accounts.Plain(Typed("Name"));

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Keep();
        Role? role = TypedOrNone("Role") is null ? null : Choice<Role>("Role");
        var unit = TypedOrNone("Unit");
        if (role is not null && unit is null && !MayEverywhere)
        {
            Wrong("Unit", new Refusal("admin.needs-choice"));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        // Whoever may not give the role must not be left with an account without one.
        RequireRole(role, unit, await UnitTree.OfAsync(Work, ct));
        Code = (await CreateAccount.RunAsync(new(Typed("Name"), Typed("FullName"), TypedOrNone("Officer"), ActKey), Work, ct)).Code;
        if (role is { } given)
        {
            await using var giving = new Work(shown.Database, Work.Person, shown.Clock);
            await GiveRole.RunAsync(new(Name, given, unit, IdempotencyKey: ActKey + ".role"), giving, ct);
        }

        return Page();
    }

    private void RequireRole(Role? role, string? unit, UnitTree tree)
    {
        if (role is not null && unit is null)
        {
            Work.RequireEverywhere(Permissions.Administer);
        }
        else if (role is not null)
        {
            Work.Require(Permissions.Administer, tree.UnitOf(unit!) ?? throw new RefusedException(new Refusal("code.unknown", unit!, "units")));
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Units = await UnitsAsync(Permissions.Administer, ct);
        var tree = await UnitTree.OfAsync(Work, ct);
        Officers =
        [
            .. tree.Officers.Select(officer => (Officer: officer, Now: tree.ServiceOf(officer).FirstOrDefault(s => s.IsValidOn(Work.Today))))
                .Where(o => o.Now is not null && Work.Person.MayIn(o.Now.Unit, Permissions.Administer))
                .OrderBy(o => tree.OfficerCode(o.Officer), StringComparer.Ordinal)
                .Select(o => new Choice(tree.OfficerCode(o.Officer), $"{tree.OfficerCode(o.Officer)} – {o.Now!.Name}", 0, null, true)),
        ];
    }
}
