using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Exchange;
using Thads.Office.Exchange.OneSheet;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Exchange;

/// <summary>
/// Which column is what, how days and amounts are written, and what the sheet's words mean: our proposal, or what this unit said last time for such columns, to be
/// corrected by the person.
/// </summary>
[Needs(Permissions.Exchange)]
[RequestFormLimits(ValueCountLimit = 8192)]
public sealed class ColumnsModel(Work work, ImportJobs jobs) : PageModel
{
    public ImportJob Job { get; private set; } = null!;

    public SheetText Sheet { get; private set; } = null!;

    /// <summary>Null where no row was found that looks like one: the person says which.</summary>
    public SheetHeader? Header { get; private set; }

    public SheetMapping Mapping { get; private set; } = null!;

    /// <summary>The mapping is the one this unit used last time.</summary>
    public bool IsRemembered { get; private set; }

    public IReadOnlyList<SheetRow> Rows { get; private set; } = [];

    public UnitTree Tree { get; private set; } = null!;

    public DateOnly Today => work.Today;

    [BindProperty(SupportsGet = true, Name = "sheet")]
    public string? SheetName { get; set; }

    [BindProperty(SupportsGet = true, Name = "row")]
    public int? HeaderRow { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await TakeAsync(id, ct))
        {
            return NotFound();
        }

        await OpenAsync(ct);
        return Page();
    }

    /// <summary>Keeps what was chosen, and checks the sheet by it; or, asked to, only shows the words of the columns chosen.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? show, CancellationToken ct)
    {
        if (!await TakeAsync(id, ct))
        {
            return NotFound();
        }

        await OpenAsync(ct);
        if (Header is null)
        {
            throw new RefusedException(new Refusal("sheet.no-header"));
        }

        Mapping = ProposeMapping.WithWords(new MappingForm(Request.Form).Read(Mapping, Header), Rows, Tree);
        IsRemembered = false;
        await System.IO.File.WriteAllTextAsync(Path.Combine(jobs.FolderOf(id), ImportRun.Mapping), Mapping.ToJson(), ct);
        if (show is not null)
        {
            ModelState.Clear();
            return Page();
        }

        await SheetMappings.SaveAsync(Mapping, Header, Job.FileName, work, ct);
        jobs.Start(id, [JobState.Columns, JobState.Checked, JobState.Failed, JobState.BrokenOff], import: false, leaveOut: false, work.Person);
        return Redirect($"/import/{id:N}");
    }

    /// <summary>The columns of the sheet, and none.</summary>
    public IReadOnlyList<Choice> Columns => [.. Header!.Names.Index().Where(n => n.Item.Length > 0 && n.Item != SheetText.Reasons).Select(n => new Choice(SheetText.Letter(n.Index), $"{SheetText.Letter(n.Index)} · {n.Item}", Vietnamese: true))];

    /// <summary>A few cells of the column, so that one sees what would be read.</summary>
    public string Example(SheetField field) => Mapping.Fields.TryGetValue(field, out var source) && source.Column >= 0
        ? string.Join(" · ", Rows.Select(r => r[source.Column].Text).Where(t => t.Length > 0).Distinct().Take(3).Select(t => t.Length > 30 ? t[..30] + "…" : t))
        : "";

    /// <summary>What a word of the field may mean.</summary>
    public IReadOnlyList<Choice> Meanings(SheetField field, PageText text) => field switch
    {
        SheetField.Officer => [.. Tree.Officers.Where(o => Tree.UnitOf(Mapping.Unit) is { } unit && Tree.ServiceOf(o).Any(s => s.Unit == unit)).Select(o => new Choice(Tree.OfficerCode(o), $"{Tree.OfficerName(o, Today)} ({Tree.OfficerCode(o)})", Vietnamese: true))],
        SheetField.Commune => [.. Tree.Communes.Values.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => new Choice(c.Code, $"{c.Name} ({c.Code})", Vietnamese: true))],
        _ => [.. ValueWords.Of(field).Select(w => new Choice(w, text.Say(WordOf(field, w))))],
    };

    private static string WordOf(SheetField field, string word) => field switch
    {
        SheetField.Basis => $"Basis.{word}",
        SheetField.Type => $"JudgmentType.{word}",
        SheetField.ObligationKind => $"ObligationKind.{word}",
        SheetField.State when word is not (ValueWords.Enforceable or ValueWords.Settled) => $"DocketState.{word}",
        _ => $"sheet.word.{word}",
    };

    private async Task<bool> TakeAsync(Guid id, CancellationToken ct)
    {
        var job = await jobs.FindAsync(id, work.Person, ct);
        Job = job!;
        return job is { Kind: UploadKind.Sheet, Unit: not null };
    }

    /// <summary>What the person said before for this file, or the unit for such columns, or our proposal.</summary>
    private async Task OpenAsync(CancellationToken ct)
    {
        var file = Path.Combine(jobs.FolderOf(Job.Id), ImportRun.Mapping);
        var said = System.IO.File.Exists(file) && SheetName is null && HeaderRow is null ? SheetMapping.FromJson(await System.IO.File.ReadAllTextAsync(file, ct)) : null;
        Tree = await UnitTree.OfAsync(work, ct);
        Sheet = ReadSheet.Run(Job.Source, Job.FileName, SheetName ?? said?.Sheet);
        Header = HeaderRow is { } row ? SheetHeader.At(Sheet, row, 2) ?? SheetHeader.At(Sheet, row, 1)
            : said is null ? SheetHeader.Find(Sheet) : SheetHeader.At(Sheet, said.HeaderRow, said.HeaderRows);
        if (Header is null)
        {
            return;
        }

        Rows = [.. Sheet.Rows.Where(r => r.Number >= Header.FirstData)];
        var remembered = said is null ? await SheetMappings.FindAsync(Job.Unit!, Header, work, ct) : null;
        IsRemembered = remembered is not null;
        Mapping = said ?? (remembered is null ? ProposeMapping.Of(Sheet, Header, Job.Unit!, Tree) : ProposeMapping.WithWords(remembered with { Sheet = Sheet.Names.Count > 1 ? Sheet.Name : null }, Rows, Tree));
    }
}
