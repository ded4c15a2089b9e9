using Thads.Office.Acts;
using Thads.Office.Reports;

namespace Thads.Office.Figures.Checks;

/// <summary>K11, K12 and K17: what must hold between the rows of a form, and between the forms.</summary>
internal static class SumChecks
{
    private static readonly string[] OrderedCells = ["total", "delegated", "withdrawn", "pulled_up", "returned", "due", "completed", "terminated", "reduced", "settled", "enforceable", "in_progress",
        "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended", "carried_over", "carried_over_enforceable", "separate"];

    public static async Task<IReadOnlyList<CheckResult>> RunAsync(ReportForms report, Work work, CancellationToken ct)
    {
        var (k11, notes) = (new List<FailingCell>(), new List<Refusal>());
        foreach (var form in report.Forms)
        {
            if (FormKind.Named(form.Form).ByUnit)
            {
                k11.AddRange(ByUnit(form, await OwnAccounts.ReadAsync(report.Query with { Form = form.Form }, work, ct), notes));
            }
            else
            {
                k11.AddRange(ByClass(form));
            }
        }

        return
        [
            CheckResult.Of("K11", isHard: true, k11, notes),
            CheckResult.Of("K12", isHard: true, Totals(report, "01", "04").Concat(Totals(report, "02", "05"))),
            CheckResult.Of("K17", isHard: true, report.Forms.Where(form => !FormKind.Named(form.Form).ByUnit).SelectMany(StateRevenue), new Refusal("check.no-form-03")),
        ];
    }

    /// <summary>Total = by basis = by type, and each type = its two bases.</summary>
    private static IEnumerable<FailingCell> ByClass(ClosedForm form)
    {
        var rows = form.Layers().ToLookup(layer => (layer.Row.Row, layer.IsPrinted));
        foreach (var isPrinted in new[] { true, false })
        {
            foreach (var whole in form.Rows.Where(row => row.Row == "I" || (row.Depth == 1 && row.Row.StartsWith("III.", StringComparison.Ordinal))).Select(row => rows[(row.Row, isPrinted)].FirstOrDefault()).OfType<CheckedRow>())
            {
                string[][] breakdowns = whole.Row.Row == "I" ? [Rows(form, "II.", 1), Rows(form, "III.", 1)] : [Rows(form, whole.Row.Row + ".", 2)];
                foreach (var parts in breakdowns)
                {
                    foreach (var failing in Differ(whole, [.. parts.SelectMany(part => rows[(part, isPrinted)])], null))
                    {
                        yield return failing;
                    }
                }
            }
        }
    }

    /// <summary>A unit = the units right below it and what it holds itself; the whole = its officers and what nobody holds.</summary>
    private static IEnumerable<FailingCell> ByUnit(ClosedForm form, OwnAccounts own, List<Refusal> notes)
    {
        // A unit that is neither in the books nor sent a file has an empty row, and counts nowhere.
        var units = form.Exact().Where(row => row.Row.Row.StartsWith("unit:", StringComparison.Ordinal) && row.Values.Any(value => value is not null)).ToList();
        foreach (var (row, i) in units.Select((row, i) => (row, i)))
        {
            var below = units.Skip(i + 1).TakeWhile(other => other.Row.Depth > row.Row.Depth).Where(other => other.Row.Depth == row.Row.Depth + 1).ToList();
            var code = row.Row.Row["unit:".Length..];
            if (own.Twice(code) is { } twice)
            {
                notes.Add(new Refusal("check.twice", code, twice));
            }
            else if (below.Count > 0)
            {
                foreach (var failing in Differ(row, below, own.OfUnit(code)))
                {
                    yield return failing;
                }
            }
        }

        var officers = form.Exact().Where(row => row.Row.Row.StartsWith("officer:", StringComparison.Ordinal)).ToList();
        if (units.Count > 0 && officers.Count > 0)
        {
            // What came by file is nobody's here.
            foreach (var failing in Differ(units[0], [.. officers, .. units.Where(unit => unit.Row.IsReported)], own.OfNobody))
            {
                yield return failing;
            }
        }
    }

    private static IEnumerable<FailingCell> Differ(CheckedRow whole, IReadOnlyList<CheckedRow> parts, IReadOnlyDictionary<string, decimal?>? rest) =>
        from column in whole.Form.Columns
        where !column.IsRate
        let sum = parts.Aggregate((decimal?)(rest is null ? 0m : rest[column.Cell]), (sum, part) => sum + part[column.Cell])
        where sum is not null && whole[column.Cell] is { } value && value != sum
        select whole.Fails(column.Cell, sum);

    /// <summary>What the books have of the whole: units that came by file stand in forms 04 and 05 only.</summary>
    private static IEnumerable<FailingCell> Totals(ReportForms report, string byClass, string byUnit)
    {
        if (report.Form(byClass) is not { } one || report.Form(byUnit) is not { } other || one.RowOf("I") is not { } total || other.Rows.Count == 0)
        {
            yield break;
        }

        var whole = new CheckedRow(one, total, total.Exact, false);
        var units = other.Exact().ToList();
        foreach (var column in one.Columns.Where(column => !column.IsRate))
        {
            var books = units.Where(row => row.Row.IsReported).Aggregate(units[0][column.Cell], (sum, row) => sum - row[column.Cell]);
            if (books is { } expected && whole[column.Cell] is { } value && value != expected)
            {
                yield return whole.Fails(column.Cell, expected);
            }
        }
    }

    private static IEnumerable<FailingCell> StateRevenue(ClosedForm form)
    {
        var (revenue, total) = (form.Exact().FirstOrDefault(row => row.Row.Row == "IV.3"), form.Exact().FirstOrDefault(row => row.Row.Row == "I"));
        return revenue is null || total is null ? [] : OrderedCells.Where(cell => revenue[cell] > total[cell]).Select(cell => revenue.Fails(cell, total[cell]));
    }

    private static string[] Rows(ClosedForm form, string start, int depth) => [.. form.Rows.Where(row => row.Depth == depth && row.Row.StartsWith(start, StringComparison.Ordinal)).Select(row => row.Row)];
}
