using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.WatchLists;

namespace Thads.WatchLists;

/// <summary>The matters behind one figure of a watch-list; what they count adds up to it.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class WatchListsBehindModel(Work work) : PageModel
{
    public WatchAddress? Address { get; private set; }

    public WatchScope? Scope { get; private set; }

    public WatchColumn Column { get; private set; }

    public int Year { get; private set; }

    /// <summary>0 = the whole year.</summary>
    public int Month { get; private set; }

    public bool IsMoney { get; private set; }

    public IReadOnlyList<(WatchEntry Entry, long Counted)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string list, string? what, int? year, int? month, string? money, CancellationToken ct)
    {
        Address = await WatchAddress.ReadAsync(list, Request, work, ct);
        if (!Codes.TryRead<WatchColumn>(what ?? "", out var column) || month is < 0 or > StatisticalYear.Months)
        {
            return NotFound();
        }

        (Column, Month, IsMoney) = (column, month ?? 0, money == "1");
        var scope = await WatchScope.ResolveAsync(Address.Question(work.Today), work, ct);
        Scope = year is null || year == scope.Question.Year.Year ? scope : year == scope.Question.Year.Year - 1 ? scope.YearBefore() : null;
        if (Scope is null)
        {
            return NotFound();
        }

        Year = Scope.Question.Year.Year;
        Rows = (await ReadWatchYear.RunAsync(Scope, work, ct)).Behind(Column, Month, IsMoney, Address.Group);
        return Page();
    }
}
