using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Papers;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Direction;

/// <summary>The templates of the documents a unit writes: which one is used, its places, a new one, and those before.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class DirectionPapersModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>The media type of a .docx.</summary>
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public string Unit { get; private set; } = "";

    public UnitPapers? Papers { get; private set; }

    /// <summary>Whose places are listed; null = none is asked for.</summary>
    public PaperKind? Kind { get; private set; }

    public bool IsDone => Request.Query["done"] == "1";

    public bool MayChange => Papers is { } of && Work.Person.MayIn(of.Unit, Permissions.Organise);

    public IReadOnlyList<Choice> KindChoices => [.. PaperKinds.All.Select(kind => new Choice(kind.Code, kind.Title, Vietnamese: true))];

    public string Address(string handler, PaperKind kind, int? number) =>
        $"/direction/papers{QueryString.Create("unit", Unit).Add("handler", handler).Add("kind", kind.Code)}{(number is null ? "" : "&number=" + number.Value.ToString(CultureInfo.InvariantCulture))}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>A template as a file: by its number, or the one that comes with the program.</summary>
    public async Task<IActionResult> OnGetFileAsync([FromQuery] string? kind, [FromQuery] int? number, CancellationToken ct)
    {
        await LoadAsync(ct);
        return File(await PaperTemplates.FileAsync(Unit, kind ?? "", number, Work, ct), Docx, $"mau-{PaperKinds.Named(kind).Code}.docx");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Keep();
        var file = Request.HasFormContentType && Request.Form.Files.Count > 0 ? Request.Form.Files[0] : null;
        var back = Typed("Back") == "true";
        if (file is not { Length: > 0 } && !back)
        {
            Wrong("Upload", new Refusal("yearly.no-file"));
        }

        if (Typed("Kind").Length == 0)
        {
            Wrong("Kind", new Refusal("admin.needs-choice"));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        RefusedException.ThrowIf(file?.Length > DocxTemplate.MostBytes ? new Refusal("template.too-large", file.Length >> 20, DocxTemplate.MostBytes >> 20) : null);
        using var content = new MemoryStream();
        if (!back)
        {
            await file!.CopyToAsync(content, ct);
        }

        await UploadPaper.RunAsync(new(Unit, Typed("Kind"), back ? "" : Path.GetFileName(file!.FileName), content.ToArray(), ActKey), Work, ct);
        return Redirect($"/direction/papers{QueryString.Create("unit", Unit).Add("done", "1")}");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Unit = Lists.Given(Request.Query["unit"]) ?? await FigureFilter.OwnUnitAsync(await UnitTree.OfAsync(Work, ct), Work, ct);
        Papers = await PaperTemplates.OfAsync(Unit, Work, ct);
        Kind = PaperKinds.All.FirstOrDefault(kind => kind.Code == Request.Query["kind"]);
    }
}
