using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Reports;

/// <summary>The moment in the books that closed figures rest on: with it the same figures can be had again, whatever became known later.</summary>
/// <param name="TreeAct">Version of the unit tree.</param>
public sealed record ReportCutOff(long LastAct, DateOnly KnownOn, long TreeAct);

/// <summary>Draws up the forms of a report at a cut-off: exact, and rounded as they are printed. Of a unit 01, 02, 04 and 05; of an officer 01 and 02.</summary>
public static class DrawUp
{
    private static readonly string[] OfUnit = ["01", "02", "04", "05"];
    private static readonly string[] OfOfficer = ["01", "02"];

    /// <exception cref="RefusedException">Those of <see cref="FormScope.ResolveAsync"/>.</exception>
    public static async Task<IReadOnlyList<ClosedForm>> RunAsync(ReportAddress address, ReportCutOff cutOff, string regime, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var forms = new List<ClosedForm>();
        var mixed = new List<MixedForm>();
        foreach (var form in address.Officer is null ? OfUnit : OfOfficer)
        {
            var query = new FormQuery(form, address.Unit, address.Year, address.Months, address.Officer, cutOff.KnownOn, regime, LastAct: cutOff.LastAct) { TreeAct = cutOff.TreeAct };
            var printed = await PrintedForm.RunAsync(query, work, ct);
            var notes = printed.Notes.Select(note => note.In(Language.Vietnamese)).ToList();
            if (FormKind.Named(form).ByUnit)
            {
                var whole = await ReadMixedForm.RunAsync(query, work, ct);
                mixed.Add(whole);
                notes.AddRange(NotesOf(whole));
                forms.Add(Closed(whole.Whole, await PrintedMixed.OfAsync(whole, printed.Report, query, work, ct), notes));
            }
            else
            {
                forms.Add(Closed(await ReadForm.RunAsync(query, work, ct), printed.Report, notes));
            }
        }

        // Files tell totals only: the rows by basis and type are those of the books, and say so.
        return mixed.All(m => m.Reported.Count == 0 && m.Missing.Count == 0) ? forms
            : [.. forms.Select(form => FormKind.Named(form.Form).ByUnit ? form : form with { Notes = [.. form.Notes, Words.Say(Language.Vietnamese, "report.note-books-only")] })];
    }

    /// <summary>The same form in the units in which it is printed, for all that works on forms.</summary>
    public static FormReport Printed(ReportVersion version, ClosedForm form) => AsReport(version, form, row => row.Printed);

    /// <summary>The same form exactly.</summary>
    public static FormReport Exact(ReportVersion version, ClosedForm form) => AsReport(version, form, row => row.Exact);

    private static FormReport AsReport(ReportVersion version, ClosedForm form, Func<ClosedRow, IReadOnlyList<decimal?>> cells) => new(
        form.Form, version.Regime, form.Measure, version.Unit, version.Officer, version.Year, version.Months, version.KnownOn, version.LastAct, form.Columns,
        [.. form.Rows.Select(row => new FormRow(row.Row, row.Label, row.LabelEn, row.Depth, cells(row)) { IsReported = row.IsReported, ReportedBelow = row.ReportedBelow })]);

    private static ClosedForm Closed(FormReport exact, FormReport printed, IReadOnlyList<string> notes)
    {
        var rounded = printed.Rows.ToDictionary(row => row.Row, StringComparer.Ordinal);
        return new ClosedForm(
            exact.Form, exact.Measure, exact.Columns,
            [.. exact.Rows.Select(row => new ClosedRow(row.Row, row.Label, row.LabelEn, row.Depth, row.Cells, rounded[row.Row].Cells, row.IsReported, row.ReportedBelow))], notes);
    }

    private static IEnumerable<string> NotesOf(MixedForm mixed)
    {
        if (mixed.Reported.Count > 0)
        {
            yield return Words.Say(Language.Vietnamese, "report.note-by-file", string.Join(", ", mixed.Reported.Select(r => r.Unit)));
        }

        if (mixed.Missing.Count > 0)
        {
            yield return Words.Say(Language.Vietnamese, "report.note-missing", string.Join(", ", mixed.Missing));
        }
    }
}

/// <summary>Forms 04 and 05 as printed, with the units that report by file: their figures are rounded as those of the books are.</summary>
internal static class PrintedMixed
{
    /// <param name="books">The form of the books alone, as it is printed.</param>
    public static async Task<FormReport> OfAsync(MixedForm mixed, FormReport books, FormQuery query, Work work, CancellationToken ct)
    {
        if (books.Measure == Measure.Matters)
        {
            return mixed.Whole;
        }

        var scope = await FormScope.ResolveAsync(query, work, ct);
        var printed = mixed.Reported.ToDictionary(report => report.Unit, report => OfReport(scope.Set, report), StringComparer.Ordinal);
        var ofBooks = books.Rows.ToDictionary(row => row.Row, row => row.Cells, StringComparer.Ordinal);
        return mixed.Whole with
        {
            Rows = [.. mixed.Whole.Rows.Select(row => row.ReportedBelow == 0
                ? row.Cells.All(cell => cell is null) ? row : row with { Cells = ofBooks[row.Row] }
                : row with { Cells = Sum(scope, row, ofBooks[row.Row], printed) })],
        };
    }

    private static decimal?[] Sum(FormScope scope, FormRow row, IReadOnlyList<decimal?> books, Dictionary<string, decimal?[]> printed)
    {
        var below = scope.Tree.Below(scope.Tree.UnitOf(row.Row["unit:".Length..])!.Value, scope.End).Select(u => scope.Tree.UnitCode(u.Unit)).Where(printed.ContainsKey).Select(u => printed[u]).ToList();
        return [.. row.Cells.Select((exact, i) => scope.Set.Columns[i].IsRate || exact is null ? exact : below.Aggregate(books[i], (sum, cells) => sum + cells[i]))];
    }

    /// <summary>Rounded so that it still adds up, where it adds up exactly; else each cell by itself.</summary>
    private static decimal?[] OfReport(FormSet set, ReportedFigures report)
    {
        var exact = set.Columns.Select(c => report.Cells.TryGetValue(c.Cell, out var value) ? (long?)value : null).ToList();
        if (set.Formulas.Select((f, i) => (f, i)).All(leaf => !leaf.f.IsLeaf || exact[leaf.i] is not null))
        {
            var leaves = set.Formulas.Select((f, i) => f.IsLeaf ? exact[i]!.Value : 0).ToArray();
            var whole = ReadForm.FromLeaves(set, leaves);
            if (exact.Select((value, i) => value is null || set.Columns[i].IsRate || value == whole[i]).All(same => same))
            {
                return ReadForm.FromLeaves(set, PrintedForm.Rounded(set, leaves));
            }
        }

        return [.. exact.Select(value => value is { } units ? (decimal?)new Money(units).Thousands : null)];
    }
}
