using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;

namespace Thads.People;

/// <summary>A new password by the one-time code of an administrator: the first one, and the one after it was forgotten.</summary>
[OpenToAll]
public sealed class CodeModel(SigningIn signingIn) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        RefusedException.ThrowIf(Password == Again ? null : new Refusal("password.differs"));
        await signingIn.CodeAsync(Name ?? "", Code ?? "", Password ?? "", ct);
        return Redirect("/");
    }
}
