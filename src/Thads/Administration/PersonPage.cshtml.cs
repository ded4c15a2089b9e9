using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;

namespace Thads.Administration;

/// <summary>An account: its roles and delegations over time, its sessions and its tries to sign in.</summary>
[Needs(Permissions.Administer)]
public sealed class PersonPageModel(Work work, PageText text) : PageModel
{
    public AccountFile Whole { get; private set; } = null!;

    public UnitTree Tree { get; private set; } = new();

    public DateOnly Today => work.Today;

    /// <summary>Nobody blocks themself.</summary>
    public bool IsSelf => Whole.Account.Id == work.Person.Account;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        Tree = await UnitTree.OfAsync(work, ct);
        try
        {
            Whole = await ReadAccount.RunAsync(new(name, SignedIn.RealNow(HttpContext)), work, ct);
        }
        catch (NotFoundException)
        {
            return NotFound();
        }

        return Page();
    }

    public string Over(int unit) => unit == 0 ? text.Say("account.everywhere") : Tree.UnitCode(unit);

    public string Span(DateOnly? from, DateOnly? to) =>
        to < from ? text.Say("admin.never-held")
        : $"{(from is { } first ? PageText.Day(first) : "…")} – {(to is { } last ? PageText.Day(last) : text.Say("admin.open"))}";

    public bool Goes(DateOnly? to) => !(to < Today);

    public string By(ByWhom by) => text.Say("admin.by", by.Person, ActPage.Moment(by.At)) + (by.Reason is null ? "" : $" – {by.Reason}");
}
