using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Settings;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>What the office decides for itself, as it holds today for the whole tree or for a unit: value, default, where the default comes from.</summary>
[Needs(Permissions.Administer)]
public sealed class SettingsModel(Work work) : PageModel
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string? Unit { get; private set; }

    public bool MayEverywhere => work.Person.MayEverywhere(Permissions.Administer);

    public UnitTree Tree { get; private set; } = new();

    public IReadOnlyList<SettingNow> Rows { get; private set; } = [];

    public async Task OnGetAsync(string? unit, CancellationToken ct)
    {
        Tree = await UnitTree.OfAsync(work, ct);
        Units = Lists.Units(Tree, work.Today, u => work.Person.MayIn(u, Permissions.Administer));
        Unit = Lists.Given(unit) ?? (MayEverywhere ? null : Units.Select(choice => choice.Value).FirstOrDefault());
        Rows = await ReadSettings.RunAsync(new(Unit, work.Today), work, ct);
    }
}
