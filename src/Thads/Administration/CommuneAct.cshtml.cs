using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>The forms of what may be done to a commune: add, change, end.</summary>
[Needs(Permissions.Administer)]
public sealed class CommuneActModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly string[] Acts = ["new", "change", "end"];

    public string Act { get; private set; } = "";

    public Commune? Commune { get; private set; }

    public string? Unit { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string Heading => Said.Say($"admin.commune-{(Act == "new" ? "add" : Act)}");

    public string Title => Commune is null ? Heading : $"{Heading} – {Commune.Code}";

    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, [FromRoute] string? act, CancellationToken ct) => await LoadAsync(code, act ?? "new", ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string? code, [FromRoute] string? act, CancellationToken ct)
    {
        if (!await LoadAsync(code, act ?? "new", ct))
        {
            return NotFound();
        }

        Keep();
        var day = Act == "change" ? null : Day(Act == "new" ? "From" : "LastOn", required: Act == "end");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await (Act switch
        {
            "new" => AddCommune.RunAsync(new(Typed("Code"), Typed("Name"), Typed("Unit"), day, ActKey), Work, ct),
            "change" => ChangeCommune.RunAsync(new(Commune!.Code, Typed("Name"), Typed("Unit"), TypedOrNone("Reason"), ActKey), Work, ct),
            _ => EndCommune.RunAsync(new(Commune!.Code, day!.Value, TypedOrNone("Successor"), TypedOrNone("Reason"), ActKey), Work, ct),
        });
        return Redirect($"/admin/communes?q={Uri.EscapeDataString(Commune?.Code ?? Typed("Code"))}{(Act == "end" ? "&ended=true" : "")}&done=1");
    }

    private async Task<bool> LoadAsync(string? code, string act, CancellationToken ct)
    {
        if (!Acts.Contains(act) || (act == "new") != (code is null))
        {
            return false;
        }

        var tree = await UnitTree.OfAsync(Work, ct);
        (Act, Units) = (act, await UnitsAsync(Permissions.Administer, ct));
        if (code is null)
        {
            return true;
        }

        if (!tree.Communes.TryGetValue(code, out var commune) || !Work.Person.MayIn(commune.Unit, Permissions.Administer))
        {
            return false;
        }

        (Commune, Unit) = (commune, tree.UnitCode(commune.Unit));
        return true;
    }
}
