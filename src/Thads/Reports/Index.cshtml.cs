using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Reports;
using Thads.Office.Units;

namespace Thads.Reports;

/// <summary>Who has sent, and who is late: the twelve reports of a year of a unit, of its officers, and of the units right below.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ReportsModel(Work work) : PageModel
{
    public FigureFilter? Filter { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public ReportBoard? Board { get; private set; }

    public DateOnly Today => work.Today;

    /// <summary>There are units below, and the person brings in the figures of those that report by file.</summary>
    public bool TakesFiles { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        var asked = Filter.Read();
        if (!Filter.IsPlain(asked))
        {
            return Redirect(ReportsAddress.Board(asked.Unit, asked.Year));
        }

        Board = await ReportBoard.RunAsync(asked.Unit, asked.Year, work, ct);
        TakesFiles = Board.Lines.Any(line => line.Unit != Board.Unit) && (await UnitTree.OfAsync(work, ct)).UnitOf(Board.Unit) is { } unit && work.Person.MayIn(unit, Permissions.Report);
        return Page();
    }
}
