using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Narrative;

namespace Thads.Narrative;

/// <summary>A text of a report: written, changed, with all its versions below.</summary>
[Needs(Permissions.Report)]
public sealed class NarrativeTextModel(Work work, PageText text) : ActPage(work, text)
{
    public NarrativeReading? Reading { get; private set; }

    public string Block { get; private set; } = "";

    public NarrativeText? Now => Reading!.Report.Texts.GetValueOrDefault(Block);

    /// <summary>The last first.</summary>
    public IReadOnlyList<NarrativeText> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string block, CancellationToken ct) => await LoadAsync(block, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string block, CancellationToken ct)
    {
        if (!await LoadAsync(block, ct))
        {
            return NotFound();
        }

        Keep();
        var address = Reading!.Address;
        var known = long.TryParse(Typed("Known"), out var act) ? act : (long?)null;
        await SaveText.RunAsync(new(address.Unit, address.Year, address.Months, block, Typed("Text"), known, ActKey), Work, ct);
        return Redirect(address.Start);
    }

    private async Task<bool> LoadAsync(string block, CancellationToken ct)
    {
        Block = block;
        var filter = await FigureFilter.LoadAsync(Request, isWhole: false, Work, ct);
        Reading = await NarrativeReading.OfAsync(Request, filter.Read(), isSample: false, Work, ct);
        if (!Reading.MayWrite || !Outline.One.Texts.ContainsKey(block))
        {
            return false;
        }

        Versions = await ReadWriting.TextsAsync(Reading.Report, block, Work, ct);
        return true;
    }
}
