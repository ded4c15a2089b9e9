using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Settings;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>The form by which the head, or an administrator of the unit, gives somebody the signing of something for a time.</summary>
[Needs(Permissions.ReadActs)]
public sealed class SigningNewModel(Work work, PageText text) : ActPage(work, text)
{
    public string Unit { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public DateOnly Today => Work.Today;

    /// <summary>To whom it may be given.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool DeputiesOnly { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? unit, CancellationToken ct) => await LoadAsync(unit, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] string? unit, CancellationToken ct)
    {
        if (!await LoadAsync(unit, ct))
        {
            return NotFound();
        }

        Keep();
        var (from, to) = (Day("From"), Day("To"));
        if (TypedOrNone("Account") is null)
        {
            Wrong("Account", new Refusal("admin.needs-choice"));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        await DelegateSigning.RunAsync(new(Typed("Account"), Unit, Typed("Matters"), Typed("Document"), from!.Value, to!.Value, ActKey), Work, ct);
        return Redirect($"/admin/signing?unit={Uri.EscapeDataString(Unit)}&done=1");
    }

    private async Task<bool> LoadAsync(string? unit, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(Work, ct);
        if (tree.UnitOf(unit ?? "") is not { } id || !await Work.MayDelegateAsync(id, ct))
        {
            return false;
        }

        (Unit, UnitName) = (unit!, tree.UnitName(id, Today));
        DeputiesOnly = (await OfficeSettings.OfAsync(Work, id, Today, ct))[SettingList.SigningDelegates] == SettingList.Deputies;
        var connection = await Work.ConnectAsync(ct);
        var accounts = (await Accounts.ListAsync(connection, ct)).Where(a => !a.Blocked && a.Id != Work.Person.Account).ToDictionary(a => a.Id);
        People =
        [
            .. (await RolesGiven.ListAsync(connection, ct))
                .Where(r => r.Unit == id && !(r.ValidTo < Today) && r.Role != Role.Head && (!DeputiesOnly || r.Role == Role.Deputy) && accounts.ContainsKey(r.Account))
                .DistinctBy(r => r.Account).Select(r => new Choice(accounts[r.Account].Name, $"{accounts[r.Account].FullName} ({accounts[r.Account].Name})", 0, null, true)),
        ];
        return true;
    }
}
