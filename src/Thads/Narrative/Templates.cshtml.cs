using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Narrative;
using Thads.Shared.Kit;

namespace Thads.Narrative;

/// <summary>The templates of a unit's reports: which one is used, the ones before, a new one, and every tag one may have.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class NarrativeTemplatesModel(Work work, PageText text) : ActPage(work, text)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public FigureFilter? Filter { get; private set; }

    public UnitTemplates? Templates { get; private set; }

    public bool MayChange => Templates is { } of && Work.Person.MayIn(of.Unit, Permissions.Report);

    public IReadOnlyList<Choice> KindChoices => [.. ReadTemplates.Kinds.Select(kind => new Choice(Codes.CodeOf(kind), Said.Say($"yearly.kind-{Codes.CodeOf(kind)}")))];

    public string Address(string handler, NarrativeKind kind, int? number) =>
        $"/yearly/templates{QueryString.Create("unit", Filter!.Unit).Add("handler", handler).Add("kind", Codes.CodeOf(kind))}{(number is null ? "" : $"&number={PageText.Year(number.Value)}")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>A template as a file: by its number, or the one that comes with the program.</summary>
    public async Task<IActionResult> OnGetFileAsync([FromQuery] string? kind, [FromQuery] int? number, CancellationToken ct)
    {
        await LoadAsync(ct);
        return Codes.TryRead<NarrativeKind>(kind ?? "", out var asked) && ReadTemplates.Kinds.Contains(asked)
            ? File(await ReadTemplates.FileAsync(Filter!.Unit, asked, number, Work, ct), Docx, $"mau-bao-cao-{kind}{(number is null ? "" : $"-{PageText.Year(number.Value)}")}.docx")
            : NotFound();
    }

    /// <summary>The list of tags as a document.</summary>
    public async Task<IActionResult> OnGetTagsAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return File(TagDocument.Of(Templates!.Tags), Docx, "danh-muc-truong.docx");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Keep();
        var kind = Choice<NarrativeKind>("Kind");
        var file = Request.HasFormContentType && Request.Form.Files.Count > 0 ? Request.Form.Files[0] : null;
        var back = Typed("Back") == "true";
        if (file is not { Length: > 0 } && !back)
        {
            Wrong("Upload", new Refusal("yearly.no-file"));
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

        await UploadTemplate.RunAsync(new(Filter!.Unit, kind, back ? "" : Path.GetFileName(file!.FileName), content.ToArray(), ActKey), Work, ct);
        return Redirect("/yearly/templates" + QueryString.Create("unit", Filter.Unit));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, Work, ct);
        Templates = await ReadTemplates.RunAsync(Filter.Unit, Work, ct);
    }
}
