using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Reports;

/// <summary>A row of a closed form.</summary>
/// <param name="Exact">Việc or đồng, one per column; null for a rate without a base, and for what a unit that reports by file did not report.</param>
/// <param name="Printed">The same as it is printed: việc, or thousands of đồng.</param>
/// <param name="IsReported">The figures came by file (<see cref="FormRow.IsReported"/>).</param>
/// <param name="ReportedBelow">So many units below are counted in by their file.</param>
public sealed record ClosedRow(
    string Row, string Label, string LabelEn, int Depth, IReadOnlyList<decimal?> Exact, IReadOnlyList<decimal?> Printed, bool IsReported = false, int ReportedBelow = 0);

/// <summary>A form as it was when the figures were closed: every word and number of it, so that it is read without the program's forms of later.</summary>
/// <param name="Form">"01", "02", "04" or "05".</param>
/// <param name="Notes">Lines under it, in Vietnamese.</param>
public sealed record ClosedForm(string Form, Measure Measure, IReadOnlyList<FormColumn> Columns, IReadOnlyList<ClosedRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>Place of a cell among the columns; -1 where the form has none of that name.</summary>
    public int ColumnOf(string cell)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Cell == cell)
            {
                return i;
            }
        }

        return -1;
    }

    public ClosedRow? RowOf(string row) => Rows.FirstOrDefault(r => r.Row == row);

    /// <summary>An exact value; null where there is no such row or cell, or nothing in it.</summary>
    public decimal? this[string row, string cell] => RowOf(row) is { } found && ColumnOf(cell) is >= 0 and var i ? found.Exact[i] : null;
}
