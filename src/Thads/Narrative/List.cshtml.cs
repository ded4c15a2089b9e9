using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Narrative;
using Thads.Office.Units;

namespace Thads.Narrative;

/// <summary>The matters behind a number of a report that no form has: by manner, or what was done in them.</summary>
[Needs(Permissions.ReadFigures | Permissions.ReadMatters)]
public sealed class NarrativeListModel(Work work) : PageModel
{
    public const int PageSize = 200;

    public NarrativeAddress? Address { get; private set; }

    public OwnPick Pick { get; private set; } = new("", "");

    public string UnitName { get; private set; } = "";

    public IReadOnlyList<OwnRow> Rows { get; private set; } = [];

    public int From { get; private set; }

    public long Number => Rows.Sum(row => row.Counted);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? what, [FromQuery] string? which, [FromQuery] int from, CancellationToken ct)
    {
        var filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        var asked = filter.Read();
        Address = new NarrativeAddress(asked.Unit, asked.Year, asked.Months, asked.KnownOn);
        (Pick, From) = (new OwnPick(what ?? "", which ?? ""), Math.Max(0, from));
        Rows = await ListOwn.RunAsync(Address.Question(), Pick, work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        UnitName = tree.UnitName(tree.UnitOf(asked.Unit)!.Value, Address.Question().End);
        return Page();
    }

    /// <summary>What the list is, with the number it adds up to.</summary>
    public string Said(PageText text) => Pick.What switch
    {
        "commune" => text.Say(Pick.Which.EndsWith('-') ? "yearly.list-commune-amiable" : "yearly.list-commune", Number),
        "bank" => text.Say(Pick.Which.StartsWith("02", StringComparison.Ordinal) ? "yearly.list-bank-money" : "yearly.list-bank", Pick.Which.Split(':', 3)[2], Number),
        "campaign" => text.Say($"yearly.list-campaign-{Pick.Which.Split(':', 2)[0]}", Number),
        _ => text.Say($"yearly.list-{Pick.What}-{Pick.Which}", Number),
    };

    public string At(int from) => Address!.Source(new FactSource(SourceKind.Own, Address.Year, Own: Pick), isMixed: false) + $"&from={PageText.Year(from)}";
}
