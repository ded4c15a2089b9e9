using Thads.Office.Figures;

namespace Thads.Office.Reports;

/// <summary>A check of one form of a version.</summary>
public sealed record ReportCheck(string Form, FormCheck Check)
{
    public bool Holds => Check.Holds;
}

/// <summary>Whether the forms of a version add up as they are printed. What a file did not report cannot be checked, and is not.</summary>
public static class ReportChecks
{
    public static IReadOnlyList<ReportCheck> Run(ReportVersion version) => [.. version.Forms.SelectMany(form =>
    {
        var printed = DrawUp.Printed(version, form);
        var known = printed with { Rows = [.. printed.Rows.Where(row => !printed.Columns.Where((c, i) => !c.IsRate && row.Cells[i] is null).Any())] };
        return known.Rows.Count == 0 ? [] : CheckForm.Run(known).Select(check => new ReportCheck(form.Form, check));
    })];
}
