using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>The forms of what may be done to an account: give and end a role, a one-time code, block and unblock.</summary>
[Needs(Permissions.Administer)]
public sealed class PersonActModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly string[] Acts = ["role", "end-role", "code", "block", "unblock"];

    public string Act { get; private set; } = "";

    public AccountFile Whole { get; private set; } = null!;

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public bool MayEverywhere => Work.Person.MayEverywhere(Permissions.Administer);

    public DateOnly Today => Work.Today;

    /// <summary>The role that would end.</summary>
    public RoleGiven? Role { get; private set; }

    public string RoleOver { get; private set; } = "";

    /// <summary>A code just given, shown this once.</summary>
    public string? Code { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string name, [FromRoute] string act, [FromQuery] int? number, CancellationToken ct) => await LoadAsync(name, act, number, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string name, [FromRoute] string act, [FromQuery] int? number, CancellationToken ct)
    {
        if (!await LoadAsync(name, act, number, ct))
        {
            return NotFound();
        }

        Keep();
        switch (Act)
        {
            case "role":
                return await GiveAsync(ct);
            case "end-role":
                var last = Day("LastOn");
                if (!ModelState.IsValid)
                {
                    return Again();
                }

                await EndRole.RunAsync(new(Role!.Number, last!.Value, TypedOrNone("Reason"), ActKey), Work, ct);
                break;
            case "code":
                Code = await GiveCode.RunAsync(Whole.Account.Name, Work, ct, ActKey);
                return Page();
            default:
                if (TypedOrNone("Reason") is not { } reason)
                {
                    Wrong("Reason", new Refusal("reason.missing"));
                    return Again();
                }

                await (Act == "block"
                    ? BlockAccount.RunAsync(new(Whole.Account.Name, reason, ActKey), Work, ct)
                    : UnblockAccount.RunAsync(new(Whole.Account.Name, reason, ActKey), Work, ct));
                break;
        }

        return Done();
    }

    private async Task<IActionResult> GiveAsync(CancellationToken ct)
    {
        var (role, from, to, unit) = (Choice<Role>("Role"), Day("From", required: false), Day("To", required: false), TypedOrNone("Unit"));
        if (unit is null && !MayEverywhere)
        {
            Wrong("Unit", new Refusal("admin.needs-choice"));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        await GiveRole.RunAsync(new(Whole.Account.Name, role, unit, from, to, ActKey), Work, ct);
        return Done();
    }

    private RedirectResult Done() => Redirect($"/admin/people/{Whole.Account.Name}?done=1");

    private async Task<bool> LoadAsync(string name, string act, int? number, CancellationToken ct)
    {
        if (!Acts.Contains(act))
        {
            return false;
        }

        try
        {
            Whole = await ReadAccount.RunAsync(new(name, SignedIn.RealNow(HttpContext)), Work, ct);
        }
        catch (NotFoundException)
        {
            return false;
        }

        (Act, Units) = (act, await UnitsAsync(Permissions.Administer, ct));
        if (act == "end-role")
        {
            Role = Whole.Roles.FirstOrDefault(held => held.Given.Number == number)?.Given;
            RoleOver = Role is null ? "" : Role.Unit == 0 ? Said.Say("account.everywhere") : (await UnitTree.OfAsync(Work, ct)).UnitCode(Role.Unit);
        }

        return act != "end-role" || Role is not null;
    }
}
