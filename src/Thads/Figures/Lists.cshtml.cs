using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures.Lists;

namespace Thads.Figures;

/// <summary>A list that goes with a report: the matters of one cell, whole; and the same as a workbook.</summary>
[Needs(Permissions.ReadFigures | Permissions.ReadMatters)]
public sealed class FigureListModel(Work work, PageText text) : PageModel
{
    public FigureFilter? Filter { get; private set; }

    public FigureAddress? Address { get; private set; }

    public ListKind Kind { get; private set; } = ListKind.All[0];

    /// <summary>Null while the question cannot be answered.</summary>
    public MatterList? List { get; private set; }

    public Pager? Pager { get; private set; }

    /// <summary>What the matters shown were at the cut-off.</summary>
    public IReadOnlyDictionary<Guid, ListedFacts> Shown { get; private set; } = new Dictionary<Guid, ListedFacts>();

    public string UnitName => List!.Scope.Tree.UnitName(List.Scope.Unit, List.Scope.End);

    public string? OfficerName => List!.Scope.Officer == 0 ? null : List.Scope.Tree.OfficerName(List.Scope.Officer, List.Scope.End);

    public async Task<IActionResult> OnGetAsync(string list, CancellationToken ct)
    {
        if (!await ReadAsync(list, ct))
        {
            return NotFound();
        }

        if (!Filter!.IsPlain(Address!))
        {
            return Redirect(Address!.List(Kind.Code));
        }

        List = await ReadMatterList.RunAsync(Address!.Question("01"), Kind, work, ct);
        Pager = new Pager(Request, "page", List.Lines.Count);
        Shown = await ReadMatterList.FactsAsync(List, [.. Pager.Of(List.Lines)], await work.ConnectAsync(ct), ct);
        return Page();
    }

    public async Task<IActionResult> OnGetWorkbookAsync(string list, [FromServices] OfficeWeb.Shown shown, CancellationToken ct)
    {
        if (!await ReadAsync(list, ct))
        {
            return NotFound();
        }

        List = await ReadMatterList.RunAsync(Address!.Question("01"), Kind, work, ct);
        string Say(string code, params object[] values) => Words.Say(Language.Vietnamese, code, values);
        string[] head =
        [
            .. shown.IsSample ? [Say("page.sheet-made-up")] : Array.Empty<string>(),
            OfficerName is { } officer ? $"{UnitName} · {officer}" : UnitName,
            Say("page.list-period", Address!.Year, Address.Months, List.Scope.End, Address.KnownOn is { } known ? Say("page.known-to", known) : Say("page.known-all"), List.Scope.CutOff.Act),
            Say("matters.made-by", work.Person.Unit == 0 ? Say("page.brand") : work.Person.UnitName, work.Person.FullName, PageText.Moment(work.Now)),
        ];
        var file = new MemoryStream();
        await WriteMatterList.RunAsync(List, head, file, work, ct);
        file.Position = 0;
        return File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"danh-sach-{Kind.Code.Replace('_', '-')}-{PageText.Year(Address.Year)}-{Address.Months}.xlsx");
    }

    /// <summary>The heading, with what stands on the page.</summary>
    public string Title => text.Say($"list.{Kind.Code}");

    private async Task<bool> ReadAsync(string list, CancellationToken ct)
    {
        if (ListKind.Find(list) is not { } kind)
        {
            return false;
        }

        Kind = kind;
        Filter = await FigureFilter.LoadAsync(Request, isWhole: true, work, ct);
        Address = Filter.Read();
        return true;
    }
}
