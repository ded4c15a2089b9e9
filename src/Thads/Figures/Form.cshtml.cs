using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Figures.Checks;
using Thads.Office.Figures.Sheets;

namespace Thads.Figures;

/// <summary>A form as the office sends it, each of its cells a link to what is behind it; and the same as a workbook.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class FormModel(Work work, PageText text) : PageModel
{
    public string Form { get; private set; } = "";

    public FigureFilter? Filter { get; private set; }

    public FigureAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public PrintedForm? Printed { get; private set; }

    /// <summary>Of all forms of the period; null while the question cannot be answered.</summary>
    public ChecksShown? Checks { get; private set; }

    public IReadOnlyList<PaperColumn> Columns { get; private set; } = [];

    public string UnitName { get; private set; } = "";

    public string? OfficerName { get; private set; }

    public CutOffChoice? CutOff { get; private set; }

    /// <summary>Whose office, who, when: every print says it.</summary>
    public string MadeBy => text.Say("matters.made-by", work.Person.Unit == 0 ? text.Say("page.brand") : work.Person.UnitName, work.Person.FullName, PageText.Moment(work.Now));

    public async Task<IActionResult> OnGetAsync(string form, CancellationToken ct)
    {
        if (!await ReadAsync(form, ct))
        {
            return NotFound();
        }

        if (!Filter!.IsPlain(Address!))
        {
            return Redirect(Address!.Form(form));
        }

        Printed = await PrintedForm.RunAsync(Address!.Question(form), work, ct);
        CutOff = CutOffChoice.Of(Address, Printed.Report.LastAct, work.Today, text, asked => asked.Form(form));
        Checks = new ChecksShown(await ReadChecks.RunAsync(Address.Question(form) with { LastAct = Printed.Report.LastAct }, work, ct), Printed.Report.Regime, cell => Address.Cell(cell.Form, cell.Row, cell.Cell));
        Columns = FormHeader.Columns(Printed.Report);
        var scope = await FormScope.ResolveAsync(Address.Question(form), work, ct);
        UnitName = scope.Tree.UnitName(scope.Unit, scope.End);
        OfficerName = scope.Officer == 0 ? null : scope.Tree.OfficerName(scope.Officer, scope.End);
        return Page();
    }

    public async Task<IActionResult> OnGetSheetAsync(string form, [FromServices] OfficeWeb.Shown shown, CancellationToken ct)
    {
        if (!await ReadAsync(form, ct))
        {
            return NotFound();
        }

        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await WriteSheet.RunAsync(Address!.Question(form), file, null, work, ct, shown.IsSample ? Words.Say(Language.Vietnamese, "page.sheet-made-up") : null);
            return File(
                await System.IO.File.ReadAllBytesAsync(file, ct), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                $"bieu-{form}-{PageText.Year(Address.Year)}-{Address.Months}.xlsx");
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    private async Task<bool> ReadAsync(string form, CancellationToken ct)
    {
        Form = form;
        if (FormKind.All.All(kind => kind.Number != form))
        {
            return false;
        }

        Filter = await FigureFilter.LoadAsync(Request, isWhole: true, work, ct);
        Address = Filter.Read();
        return true;
    }
}
