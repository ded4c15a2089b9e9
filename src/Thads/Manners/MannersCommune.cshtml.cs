using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office.Acts;

namespace Thads.Manners;

/// <summary>One commune: how the matters of its debtors ended, what was done there, and year by year.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class MannersCommuneModel(Work work, PageText text) : MannersPage(work, text)
{
    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await MannersFilter.LoadAsync(Request, Work, ct);
        Address = Filter.Read();
        if (Address.Commune is null)
        {
            return Redirect(Address.Start);
        }

        if (!Filter.IsPlain)
        {
            return Redirect(Address.OfCommune(Address.Commune));
        }

        await DrawAsync(ct);
        Name = Figures!.Tree.Communes.GetValueOrDefault(Address.Commune)?.Name ?? Address.Commune;
        return Page();
    }
}
