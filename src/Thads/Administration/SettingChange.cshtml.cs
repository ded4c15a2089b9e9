using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Settings;
using Thads.Office.Units;

namespace Thads.Administration;

/// <summary>One setting: the form that decides it from a day on, and all that was decided before.</summary>
[Needs(Permissions.Administer)]
public sealed class SettingChangeModel(Work work, PageText text) : ActPage(work, text)
{
    public string? Unit { get; private set; }

    public string UnitName { get; private set; } = "";

    public SettingNow Now { get; private set; } = null!;

    public UnitTree Tree { get; private set; } = new();

    public DateOnly Today => Work.Today;

    public async Task<IActionResult> OnGetAsync([FromRoute] string key, [FromQuery] string? unit, CancellationToken ct) => await LoadAsync(key, unit, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string key, [FromQuery] string? unit, CancellationToken ct)
    {
        if (!await LoadAsync(key, unit, ct))
        {
            return NotFound();
        }

        Keep();
        var from = Day("From");
        var value = Typed("Inherit") == "true" ? "" : Typed("Value").Replace(".", "", StringComparison.Ordinal);
        if (value.Length == 0 && Typed("Inherit") != "true")
        {
            Wrong("Value", new Refusal("admin.needs-value"));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        await ChangeSetting.RunAsync(new(key, Unit, value, from!.Value, TypedOrNone("Reason"), ActKey), Work, ct);
        return Redirect($"/admin/settings?{(Unit is null ? "" : $"unit={Uri.EscapeDataString(Unit)}&")}done=1");
    }

    private async Task<bool> LoadAsync(string key, string? unit, CancellationToken ct)
    {
        Tree = await UnitTree.OfAsync(Work, ct);
        Unit = Lists.Given(unit);
        var id = Unit is null ? null : Tree.UnitOf(Unit);
        if (Unit is null ? !Work.Person.MayEverywhere(Permissions.Administer) : id is not { } known || !Work.Person.MayIn(known, Permissions.Administer))
        {
            return false;
        }

        UnitName = id is { } named ? Tree.UnitName(named, Today) : Said.Say("account.everywhere");
        var found = (await ReadSettings.RunAsync(new(Unit, Today), Work, ct)).FirstOrDefault(s => s.Setting.Key == key);
        Now = found!;
        return found is not null;
    }
}
