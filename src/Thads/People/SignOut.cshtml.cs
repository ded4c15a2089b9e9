using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;

namespace Thads.People;

/// <summary>Ends the session of this browser.</summary>
[OpenToAll]
public sealed class SignOutModel(Work work) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await SignedIn.LeaveAsync(HttpContext, work, ct);
        return Redirect("/");
    }
}
