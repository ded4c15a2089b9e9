using Thads.Office.Docket;
using Thads.Office.Reports;
using Thads.Office.Watch.SecondComputation;

namespace Thads.Office.Watch;

/// <summary>The cells of one sent version against the second computation.</summary>
internal sealed class Compared(ReportVersion version, CountForms count, IReadOnlyDictionary<(string Unit, Measure Measure), CountedFile> files)
{
    private readonly List<DifferingCell> differing = [];

    public long Cells { get; private set; }

    public IReadOnlyList<DifferingCell> Differing => differing;

    public void Run()
    {
        foreach (var form in version.Forms)
        {
            var rows = count.Form(form.Form);
            foreach (var row in form.Rows)
            {
                Compare(form, row, rows);
            }

            foreach (var missing in rows.Keys.Where(row => form.RowOf(row) is null))
            {
                differing.AddRange(rows[missing].Where(cell => cell.Value is not null and not 0).Select(cell => new DifferingCell(form.Form, missing, cell.Key, false, null, cell.Value)));
            }
        }
    }

    private void Compare(ClosedForm form, ClosedRow row, IReadOnlyDictionary<string, Dictionary<string, decimal?>> rows)
    {
        var books = rows.GetValueOrDefault(row.Row);
        if (row.ReportedBelow > 0)
        {
            Mixed(form, row, books);
        }
        else if (books is not null && row.Exact.All(value => value is null) && books.Values.All(value => value is null or 0))
        {
            // Neither in the books nor reported: an empty row is the right one.
            Cells += form.Columns.Count;
        }
        else
        {
            Look(form, row, row.Exact, isPrinted: false, cell => books?.GetValueOrDefault(cell));
            if (form.Measure == Measure.Money)
            {
                var printed = books is null ? null : count.Printed(form.Form, row.Row);
                Look(form, row, row.Printed, isPrinted: true, cell => printed?.GetValueOrDefault(cell));
            }
        }
    }

    /// <summary>The books and the files below, each cell of which every file has; the rate of the sums. What is printed of a sum that is rounded by parts is left to the checks of the form.</summary>
    private void Mixed(ClosedForm form, ClosedRow row, Dictionary<string, decimal?>? books)
    {
        var below = form.Rows.SkipWhile(other => other != row).Take(1).Concat(form.Rows.SkipWhile(other => other != row).Skip(1).TakeWhile(other => other.Depth > row.Depth && IsUnit(other)))
            .Where(other => other.IsReported).Select(other => files.GetValueOrDefault((other.Row["unit:".Length..], form.Measure))).ToList();
        decimal? Sum(string cell) => below.Aggregate(books?.GetValueOrDefault(cell), (sum, file) => file is not null && file.Cells.TryGetValue(cell, out var value) ? sum + value : null);
        Look(form, row, row.Exact, isPrinted: false, cell => cell != "rate" ? Sum(cell) : Sum("settled") is { } settled && Sum("enforceable") is { } enforceable ? CountedCells.Rate(settled, enforceable) : null);
    }

    private static bool IsUnit(ClosedRow row) => row.Row.StartsWith("unit:", StringComparison.Ordinal);

    private void Look(ClosedForm form, ClosedRow row, IReadOnlyList<decimal?> sent, bool isPrinted, Func<string, decimal?> computed)
    {
        foreach (var (column, i) in form.Columns.Select((column, i) => (column.Cell, i)))
        {
            Cells++;
            var value = computed(column);
            if (sent[i] != value)
            {
                differing.Add(new DifferingCell(form.Form, row.Row, column, isPrinted, sent[i], value));
            }
        }
    }
}
