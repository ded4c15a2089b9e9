using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Law.Calendar;
using Thads.Law.Tables;
using Thads.Office.Acts;
using Thads.Office.Fields;
using Thads.Office.LawTicks;

namespace Thads.Administration;

/// <summary>A table of law: its rows on a day, or all of them, each with article, source and who checked it.</summary>
[Needs(Permissions.Administer)]
public sealed class LawRowsModel(Work work, PageText text) : PageModel
{
    public LawTable Table { get; private set; } = null!;

    public IReadOnlyList<LawRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>The day as it was typed; null = all rows.</summary>
    public string? Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string table, [FromQuery] string? on, CancellationToken ct)
    {
        if (LawTables.Find(table) is not { } found)
        {
            return NotFound();
        }

        (Table, Asked) = (found, Lists.Given(on));
        if (DayText.Read(Asked ?? "", work.Today, WorkingCalendar.OfVietNam, out var day) is { } why)
        {
            ModelState.SetModelValue("on", Asked, Asked);
            ModelState.AddModelError("on", why.In(text.Language));
        }

        var all = (await LawInForce.OfAsync(work, ct)).Rows(found);
        Count = all.Count;
        Rows = [.. all.Where(row => day is not { } asked || (found.OfDays ? row.From.Year == asked.Year : row.HoldsOn(asked)))];
        return Page();
    }
}
