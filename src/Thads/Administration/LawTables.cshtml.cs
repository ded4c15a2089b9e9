using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Law.Tables;
using Thads.Office.Acts;
using Thads.Office.LawTicks;

namespace Thads.Administration;

/// <summary>The tables of law this office answers from: how many rows, from where, and how many somebody has laid beside the gazette.</summary>
[Needs(Permissions.Administer)]
public sealed class LawTablesModel(Work work) : PageModel
{
    public IReadOnlyList<(LawTable Table, IReadOnlyList<LawRow> Rows)> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var book = await LawInForce.OfAsync(work, ct);
        Tables = [.. LawTables.All.Select(table => (table, book.Rows(table)))];
    }
}
