using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Partners;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Coordination;

/// <summary>The form by which a partner is added, or what is said of it is said anew.</summary>
[Needs(Permissions.Organise)]
public sealed class CoordinationPartnerFormModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Null = a new one.</summary>
    public Partner? Partner { get; private set; }

    public string Unit { get; private set; } = "";

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Communes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct) => await LoadAsync(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
        {
            return NotFound();
        }

        Keep();
        var kind = Partner?.Kind ?? Choice<PartnerKind>("Kind");
        var ended = Day("EndedOn", required: false);
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var known = Partner?.Code ?? Typed("Code");
        await KeepPartner.RunAsync(new(Typed("Unit"), known, kind, Typed("Name"), Partner is null ? TypedOrNone("Commune") : Partner.Commune, TypedOrNone("Contact"), ended, ActKey), Work, ct);
        return Redirect($"{CoordinationPlaces.Partners}/{Uri.EscapeDataString(known)}?done=1");
    }

    private async Task<bool> LoadAsync(string? code, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(Work, ct);
        Partner = code is null ? null : (await PartnerBook.OfAsync(Work, ct)).Known(code);
        Unit = Partner is { } partner ? tree.UnitCode(partner.Unit) : await CoordinationPlaces.UnitAsync(Request, Work, ct);
        Units = await UnitsAsync(Permissions.Organise, ct);
        Communes = [.. tree.Communes.Values.Where(commune => Work.Person.Sees(commune.Unit)).OrderBy(commune => commune.Code, StringComparer.Ordinal).Select(commune => new Choice(commune.Code, commune.Name, Vietnamese: true))];
        return tree.UnitOf(Unit) is { } unit && Work.Person.MayIn(unit, Permissions.Organise);
    }
}
