using Thads.Office.Acts;
using Thads.Office.Reports;

namespace Thads.Office.Figures.Checks;

/// <summary>The forms of one report, drawn up now or closed before, with the question that gives their cut-off.</summary>
/// <param name="Query">Unit, officer, period, regime and cut-off (its act given); its form does not matter.</param>
internal sealed record ReportForms(FormQuery Query, string Regime, IReadOnlyList<ClosedForm> Forms)
{
    public ClosedForm? Form(string form) => Forms.FirstOrDefault(f => f.Form == form);

    public static ReportForms Of(ReportVersion version) => new(
        new FormQuery("01", version.Unit, version.Year, version.Months, version.Officer, version.KnownOn, version.Regime, false, version.LastAct) { TreeAct = version.TreeAct }, version.Regime, version.Forms);

    /// <summary>As the books have them: units that report by file are not counted in, as on the pages of the forms.</summary>
    /// <param name="forms">Numbers of the forms that are wanted.</param>
    /// <param name="printed">As printed too; where only exact figures are compared, nothing is rounded.</param>
    public static async Task<ReportForms> DrawAsync(FormQuery query, IEnumerable<string> forms, bool printed, Work work, CancellationToken ct)
    {
        var scope = await FormScope.ResolveAsync(query with { Form = "01" }, work, ct);
        var pinned = query with { LastAct = scope.CutOff.Act };
        var drawn = new List<ClosedForm>();
        foreach (var form in forms)
        {
            var exact = await ReadForm.RunAsync(pinned with { Form = form, UnitsOnly = false }, work, ct);
            var rounded = printed ? await PrintedForm.RunAsync(pinned with { Form = form, UnitsOnly = false }, work, ct) : new PrintedForm(exact, []);
            drawn.Add(new ClosedForm(
                form, exact.Measure, exact.Columns,
                [.. exact.Rows.Zip(rounded.Report.Rows).Select(row => new ClosedRow(row.First.Row, row.First.Label, row.First.LabelEn, row.First.Depth, row.First.Cells, row.Second.Cells))],
                [.. rounded.Notes.Select(note => note.In(Language.Vietnamese))]));
        }

        return new ReportForms(pinned, scope.Set.Regime, drawn);
    }
}
