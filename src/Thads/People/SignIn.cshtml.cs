using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;

namespace Thads.People;

/// <summary>Name and password; then the code of the authenticator where it is on.</summary>
[OpenToAll]
public sealed class SignInModel(SigningIn signingIn) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the person was going.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Shows that the password was right; null = it has not been asked yet.</summary>
    [BindProperty]
    public string? Passed { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Passed))
        {
            Passed = await signingIn.PasswordAsync(Name ?? "", Password ?? "", ct);
        }
        else
        {
            await signingIn.SecondAsync(Passed, Code ?? "", ct);
            Passed = null;
        }

        ModelState.Clear();
        return Passed is null ? Redirect(Url.IsLocalUrl(To) ? To : "/") : Page();
    }
}
