using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Matters;

namespace Thads.Figures;

/// <summary>A cell of a form opened: what it counts, and the matters and moves it is made of; or the two cells a rate is of.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CellModel(Work work, PageText text) : PageModel
{
    public string Form { get; private set; } = "";

    public FigureAddress? Address { get; private set; }

    /// <summary>The form it stands in, to the đồng; null while the question cannot be answered.</summary>
    public FormReport? Report { get; private set; }

    public FormRow? Row { get; private set; }

    public FormColumn? Column { get; private set; }

    public FormSet? Set { get; private set; }

    public string UnitName { get; private set; } = "";

    public decimal? Value { get; private set; }

    /// <summary>Null for a rate, which is no sum of matters.</summary>
    public CellExplanation? Explained { get; private set; }

    /// <summary>Which of its matters are shown.</summary>
    public Pager? Pager { get; private set; }

    /// <summary>What the books hold of the matters shown.</summary>
    public IReadOnlyDictionary<Guid, Matter> Shown { get; private set; } = new Dictionary<Guid, Matter>();

    /// <summary>A rate: the cells it is of, and what was assigned for it.</summary>
    public (string Part, string Whole)? RateOf => Set!.Formulas[Set.ColumnOf(Column!.Cell)].Rate;

    public YearTarget? Target { get; private set; }

    public CutOffChoice? CutOff { get; private set; }

    public async Task<IActionResult> OnGetAsync(string form, string? row, string? cell, CancellationToken ct)
    {
        Form = form;
        if (FormKind.All.All(kind => kind.Number != form))
        {
            return NotFound();
        }

        Address = (await FigureFilter.LoadAsync(Request, isWhole: true, work, ct)).Read();
        var question = Address.Question(form);
        var scope = await FormScope.ResolveAsync(question, work, ct);
        question = question with { LastAct = scope.CutOff.Act };
        var at = scope.Set.ColumnOf(cell ?? "");
        var report = await ReadForm.RunAsync(question, work, ct);
        (Row, Column, Set) = (report.Rows.FirstOrDefault(r => r.Row == row) ?? throw new RefusedException(new Refusal("row.unknown", row ?? "")), scope.Set.Columns[at], scope.Set);
        Value = Row.Cells[at];
        UnitName = scope.Tree.UnitName(scope.Unit, scope.End);
        if (Column.IsRate)
        {
            Target = Row == report.Rows[0] ? await YearSummary.TargetAsync(scope, scope.Kind.Measure, Value, work, ct) : null;
        }
        else
        {
            Explained = await ExplainCell.RunAsync(question, Row.Row, Column.Cell, work, ct);
            Pager = new Pager(Request, "page", Explained.Matters.Count);
            var files = await MatterFiles.ByIdAsync(await work.ConnectAsync(ct), [.. Pager.Of(Explained.Matters).Select(matter => matter.Id)], ct);
            Shown = files.ToDictionary(file => file.Matter.Id, file => file.Matter);
        }

        Report = report;
        CutOff = CutOffChoice.Of(Address, report.LastAct, work.Today, text, asked => asked.Cell(form, Row.Row, Column.Cell));
        return Page();
    }

    /// <summary>The cell of the same row.</summary>
    public decimal? Beside(string cell) => Row!.Cells[Set!.ColumnOf(cell)];

    public string Written(decimal? value) => Column!.IsRate ? WriteSummary.Percent(value) : WriteForm.Number(value, isRate: false);

    public bool IsMoney => Report!.Measure == Measure.Money;
}
