using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;

namespace Thads.People;

/// <summary>The first administrator of a new installation, made by whoever reads the program's console.</summary>
[OpenToAll]
public sealed class SetupModel(Work work, OfficeWeb.Shown shown, SigningIn signingIn) : PageModel
{
    [BindProperty]
    public string? SetupCode { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>What the same person is besides: in a small office one person does several things. Null = nothing.</summary>
    [BindProperty]
    public Role? Also { get; set; }

    public static IReadOnlyList<Role> Roles => [Role.Statistician, Role.Head];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await IsOverAsync(ct) ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await IsOverAsync(ct))
        {
            return NotFound();
        }

        RefusedException.ThrowIf(IsTheCode(SetupCode ?? "") ? null : new Refusal("setup.wrong-code"));
        RefusedException.ThrowIf(Password == Again ? PasswordPolicy.WhyNot(Password ?? "", Accounts.Plain(Name ?? ""), FullName ?? "") : new Refusal("password.differs"));
        var created = await DoAsync(keeper => CreateAccount.RunAsync(new(Name ?? "", FullName ?? ""), keeper, ct));
        await DoAsync(keeper => GiveRole.RunAsync(new(Name!, Role.Administrator, null), keeper, ct));
        if (Also is { } also && Roles.Contains(also))
        {
            await DoAsync(keeper => GiveRole.RunAsync(new(Name!, also, null), keeper, ct));
        }

        await signingIn.CodeAsync(Name!, created.Code, Password!, ct);
        return Redirect("/");
    }

    private async Task<bool> IsOverAsync(CancellationToken ct) => await Accounts.AnyAsync(await work.ConnectAsync(ct), ct);

    private bool IsTheCode(string typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(OneTimeCode.Hash(typed)), Encoding.ASCII.GetBytes(OneTimeCode.Hash(shown.SetupCode)));

    /// <summary>As the keeper of the machine, who alone could read the code.</summary>
    private async Task<T> DoAsync<T>(Func<Work, Task<T>> act)
    {
        await using var keeper = new Work(shown.Database, Person.Operator("setup"), shown.Clock);
        return await act(keeper);
    }
}
