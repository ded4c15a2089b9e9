using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Reports;

namespace Thads.Reports;

/// <summary>A cell of a closed report opened: the matters behind it as they were known at its cut-off, whatever became known later.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ReportCellModel(Work work) : PageModel
{
    /// <summary>Null while there is none to show.</summary>
    public ReportVersion? Report { get; private set; }

    public ClosedForm? Form { get; private set; }

    public ClosedRow? Row { get; private set; }

    public FormColumn? Column { get; private set; }

    public decimal? Value { get; private set; }

    /// <summary>Null for a rate, and where the figures came by file.</summary>
    public CellExplanation? Explained { get; private set; }

    public Pager? Pager { get; private set; }

    /// <summary>The two cells a rate is of.</summary>
    public (string Part, string Whole)? RateOf { get; private set; }

    public bool IsMoney => Form!.Measure == Measure.Money;

    public async Task OnGetAsync(long id, string? form, string? row, string? cell, CancellationToken ct)
    {
        var version = await ReadReports.ByIdAsync(id, work, ct);
        var closed = version.Forms.FirstOrDefault(f => f.Form == form) ?? throw new NotFoundException(new Refusal("report.no-form", form ?? ""));
        var at = closed.ColumnOf(cell ?? "");
        RefusedException.ThrowIf(at < 0 ? new Refusal("cell.unknown", cell ?? "", string.Join(", ", closed.Columns.Select(c => c.Cell))) : null);
        Row = closed.RowOf(row ?? "") ?? throw new RefusedException(new Refusal("row.unknown", row ?? ""));
        (Form, Column, Value) = (closed, closed.Columns[at], Row.Exact[at]);
        if (Column.IsRate)
        {
            var set = FormSet.Named(version.Regime);
            RateOf = set.Formulas[set.ColumnOf(Column.Cell)].Rate;
        }
        else if (Row.ReportedBelow == 0 && work.Person.May.HasFlag(Permissions.ReadMatters))
        {
            var query = new FormQuery(closed.Form, version.Unit, version.Year, version.Months, version.Officer, version.KnownOn, version.Regime, LastAct: version.LastAct) { TreeAct = version.TreeAct };
            Explained = await ExplainCell.RunAsync(query, Row.Row, Column.Cell, work, ct);
            Pager = new Pager(Request, "page", Explained.Matters.Count);
        }

        Report = version;
    }

    public string Written(decimal? value) => Column!.IsRate ? WriteSummary.Percent(value) : WriteForm.Number(value, isRate: false);
}
