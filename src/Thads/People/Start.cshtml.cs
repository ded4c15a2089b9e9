using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Shared;

namespace Thads.People;

/// <summary>The first page: whoever has signed in goes on to where their day begins; in the sample office a visitor chooses who to be.</summary>
[OpenToAll]
public sealed class StartModel(Work work, OfficeWeb.Shown shown) : PageModel
{
    /// <summary>Of the sample office.</summary>
    public IReadOnlyList<SamplePerson> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (work.Person.Account != 0)
        {
            return Redirect(Navigation.HomeOf(work.Person));
        }

        if (shown.IsOpenTo(HttpContext))
        {
            People = await SamplePeople.ListAsync(work, ct);
            return Page();
        }

        return Redirect(await Accounts.AnyAsync(await work.ConnectAsync(ct), ct) ? "/sign-in" : "/setup");
    }

    /// <summary>"Vào với vai …": in the sample office alone, and on this machine alone.</summary>
    public async Task<IActionResult> OnPostEnterAsync(string name, string? to, CancellationToken ct)
    {
        if (!shown.IsOpenTo(HttpContext) || !SamplePeople.Names.Contains(name))
        {
            return NotFound();
        }

        var account = await Accounts.FindAsync(await work.ConnectAsync(ct), name, ct);
        if (account is null)
        {
            return NotFound();
        }

        await SignedIn.LeaveAsync(HttpContext, work, ct);
        await SignedIn.EnterAsync(HttpContext, account, work, ct);
        return Redirect(Url.IsLocalUrl(to) ? to! : "/");
    }
}
