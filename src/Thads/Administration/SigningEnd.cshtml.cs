using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;

namespace Thads.Administration;

/// <summary>A delegation of signing is taken back.</summary>
[Needs(Permissions.ReadActs)]
public sealed class SigningEndModel(Work work, PageText text) : ActPage(work, text)
{
    public SigningGiven Given { get; private set; } = null!;

    public string FullName { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public DateOnly Today => Work.Today;

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, CancellationToken ct) => await LoadAsync(number, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] int number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct))
        {
            return NotFound();
        }

        Keep();
        var last = Day("LastOn");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await EndDelegation.RunAsync(new(number, last!.Value, TypedOrNone("Reason"), ActKey), Work, ct);
        return Redirect($"/admin/signing?unit={Uri.EscapeDataString(Unit)}&done=1");
    }

    private async Task<bool> LoadAsync(int number, CancellationToken ct)
    {
        var connection = await Work.ConnectAsync(ct);
        if ((await RolesGiven.ListSigningAsync(connection, ct)).FirstOrDefault(s => s.Number == number) is not { } given || !await Work.MayDelegateAsync(given.Unit, ct))
        {
            return false;
        }

        (Given, FullName, Unit) = (given, (await Accounts.FindAsync(connection, given.Account, ct))!.FullName, (await UnitTree.OfAsync(Work, ct)).UnitCode(given.Unit));
        return true;
    }
}
