using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Narrative;

namespace Thads.Narrative;

/// <summary>A number of a report: what it is, where it comes from, what it must agree with, and what was typed in its place.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class NarrativeNumberModel(Work work, PageText text) : ActPage(work, text)
{
    public NarrativeReading? Reading { get; private set; }

    public Fact? Fact { get; private set; }

    /// <summary>The last first.</summary>
    public IReadOnlyList<NarrativeNumber> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string fact, CancellationToken ct) => await LoadAsync(fact, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string fact, CancellationToken ct)
    {
        if (!await LoadAsync(fact, ct))
        {
            return NotFound();
        }

        Keep();
        var address = Reading!.Address;
        await TypeNumber.RunAsync(new(address.Unit, address.Year, address.Months, fact, Typed("Value"), Typed("Reason"), address.KnownOn, ActKey), Work, ct);
        return Redirect(address.Start);
    }

    private async Task<bool> LoadAsync(string fact, CancellationToken ct)
    {
        var filter = await FigureFilter.LoadAsync(Request, isWhole: false, Work, ct);
        Reading = await NarrativeReading.OfAsync(Request, filter.Read(), isSample: false, Work, ct);
        Fact = Reading.Report.Book[fact];
        Versions = Fact is null ? [] : await ReadWriting.NumbersAsync(Reading.Report, fact, Work, ct);
        return Fact is not null;
    }
}
