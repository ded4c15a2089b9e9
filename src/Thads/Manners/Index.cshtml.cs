using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Manners;

namespace Thads.Manners;

/// <summary>How matters ended, of any unit and days, and what communes and persuasion had to do with it; each number opens its matters.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class MannersModel(Work work, PageText text) : MannersPage(work, text)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await MannersFilter.LoadAsync(Request, Work, ct);
        Address = Filter.Read() with { Commune = null };
        if (!Filter.IsPlain)
        {
            return Redirect(Address.Start);
        }

        await DrawAsync(ct);
        return Page();
    }

    /// <summary>The same as an .xlsx file.</summary>
    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken ct)
    {
        Filter = await MannersFilter.LoadAsync(Request, Work, ct);
        Address = Filter.Read() with { Commune = null };
        await DrawAsync(ct);
        using var file = new MemoryStream();
        ExportManners.Run(
            Figures!,
            [Figures!.UnitName, Said.Say("mannerspage.days", Address.First, Address.Last) + (Address.KnownOn is { } known ? " · " + Said.Say("summary.known", known) : ""), Said.Say("matters.made-by", Work.Person.Unit == 0 ? Said.Say("page.brand") : Work.Person.UnitName, Work.Person.FullName, PageText.Moment(Work.Now))],
            Said.Language, file, Work);
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{Said.Say("mannerspage.file-name")}-{Address.Unit}-{PageText.Iso(Address.First)}-{PageText.Iso(Address.Last)}.xlsx");
    }
}
