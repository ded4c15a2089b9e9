using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Finding;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Matters;

/// <summary>Matters as the books have them now: filtered, sorted, paged and counted; kept as views, taken out as a workbook, printed.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class ListModel(Work work, PageText text) : PageModel
{
    private const int Size = 100;

    public MatterListAddress Address { get; private set; } = new();

    public MatterChoices? Choices { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public FoundMatters? Found { get; private set; }

    public ListPage List { get; private set; } = new() { Action = MatterListAddress.Path, Counted = text.Say("matters.not-counted"), Empty = text.Say("matters.not-searched") };

    public MatterCells? Cells { get; private set; }

    private UnitTree? Tree { get; set; }

    private IReadOnlyList<SavedView> Views { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Request.Query["code"].FirstOrDefault() is { Length: > 0 } code)
        {
            return Redirect(MatterAddress.Of(code));
        }

        Views = await SavedViews.RunAsync(work, ct);
        if (Request.Query.Keys.All(key => key == "lang") && Views.FirstOrDefault(view => view.IsDefault) is { } usual && AddressOf(usual) is var kept && kept != MatterListAddress.Everything)
        {
            return Redirect(kept);
        }

        if (!await ReadAsync([.. Request.Query], ct))
        {
            return Page();
        }

        if (!Address.IsSaidBy([.. Request.Query]))
        {
            return Redirect(Address.Query.Length == 0 ? MatterListAddress.Everything : Address.ToString());
        }

        await FindAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken ct)
    {
        if (!await ReadAsync([.. Request.Query], ct))
        {
            return Page();
        }

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var chips = MatterFilterWords.Chips(Address, Tree!, work.Today, text).Select(chip => chip.Text).DefaultIfEmpty(text.Say("matters.no-filter"));
            await ExportMatters.RunAsync(
                new(Address.Filter, Address.Order, Address.Shown, [text.Say("matters.head-filter", string.Join("; ", chips)), MatterFilterWords.Sorted(Address, text), MadeBy()], text.Language), file, work, ct);
            file.Position = 0;
            return File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{text.Say("matters.file-name")}-{PageText.Iso(work.Today)}.xlsx");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <param name="query">The list as it stood in the address.</param>
    public async Task<IActionResult> OnPostKeepAsync(string? name, string? query, bool shared, bool usual, CancellationToken ct)
    {
        await ReadAsync(QueryHelpers.ParseQuery(query), ct);
        await FindAsync(ct);
        var list = Address.Anywhere with { Columns = [] };
        await SaveView.RunAsync(new(name ?? "", list.Query, string.Join(',', Address.Columns.Select(Codes.CodeOf)), usual, shared), work, ct);
        return Redirect(Address.Query.Length == 0 ? MatterListAddress.Everything : Address.ToString());
    }

    public async Task<IActionResult> OnPostGiveUpAsync(int view, CancellationToken ct)
    {
        await RemoveView.RunAsync(view, work, ct);
        return Redirect(MatterListAddress.Everything);
    }

    /// <returns>False when something in the address cannot be read; it is said at its field.</returns>
    private async Task<bool> ReadAsync(IReadOnlyCollection<KeyValuePair<string, StringValues>> query, CancellationToken ct)
    {
        Tree = await UnitTree.OfAsync(work, ct);
        Address = MatterListAddress.Read(query, work.Today, (field, why) =>
        {
            var typed = query.FirstOrDefault(part => part.Key == field).Value;
            ModelState.SetModelValue(field, typed, typed);
            ModelState.AddModelError(field, why.In(text.Language));
        });
        Choices = await MatterChoices.LoadAsync(Address.Filter, work, text, ct);
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return ModelState.IsValid;
    }

    private async Task FindAsync(CancellationToken ct)
    {
        var found = await FindMatters.RunAsync(new(Address.Filter, Address.Order, Size, Address.After, Address.Before), work, ct);
        Cells = new MatterCells(found.Tree, work.Today, text.Language);
        var chips = MatterFilterWords.Chips(Address, found.Tree, work.Today, text).ToList();
        var list = Address.Anywhere;
        List = new ListPage
        {
            Action = MatterListAddress.Path,
            Counted = text.Say("find.counted", found.Total),
            Shown = found.Total > found.Rows.Count ? $"{PageText.Number(found.Before + 1)}–{PageText.Number(found.Before + found.Rows.Count)}" : null,
            SortedBy = found.Total > 1 ? MatterFilterWords.Sorted(Address, text) : null,
            Chips = chips,
            Clear = MatterListAddress.Everything,
            First = found.Before > 0 ? (list.Query.Length == 0 ? MatterListAddress.Everything : list.ToString()) : null,
            Previous = found.Previous is { } previous ? (list with { Before = previous }).ToString() : null,
            Next = found.Next is { } next ? (list with { After = next }).ToString() : null,
            Workbook = found.Total > 0 ? Address.Workbook : null,
            Columns = new ListColumns(
                "columns", [.. Enum.GetValues<MatterColumn>().Select(column => (Codes.CodeOf(column), column.Title(text.Language), Address.Shown.Contains(column)))],
                Address.Carried([.. MatterListAddress.Names.Except(["columns"])])),
            Views = work.Person.Account == 0 ? null : new ListViews(
                [.. Views.Select(view => new ListView(view.Id.ToString(Words.Format), view.Name, AddressOf(view), AddressOf(view) == list.ToString(), view.IsOwn))],
                "/matters?handler=keep", "/matters?handler=giveUp", list.Query, work.Person.Unit != 0),
            Carried = Address.Carried("sort", "columns"),
            Empty = text.Say("matters.empty"),
            Printed = $"{(chips.Count == 0 ? text.Say("matters.no-filter") : string.Join("; ", chips.Select(chip => chip.Text)))} · {MadeBy()}",
        };
        Found = found;
    }

    /// <summary>Whose office, who, when: every print and every workbook says it.</summary>
    private string MadeBy() => text.Say(
        "matters.made-by", work.Person.Unit == 0 ? text.Say("page.brand") : Tree!.UnitName(work.Person.Unit, work.Today), work.Person.FullName,
        TimeZoneInfo.ConvertTimeFromUtc(work.Now, OfficeClock.Zone).ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));

    private static string AddressOf(SavedView view)
    {
        var query = string.Join('&', new[] { view.Query, view.Columns.Length == 0 ? "" : "columns=" + view.Columns }.Where(part => part.Length > 0));
        return query.Length == 0 ? MatterListAddress.Everything : $"{MatterListAddress.Path}?{query}";
    }
}
