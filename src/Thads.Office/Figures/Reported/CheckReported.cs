using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Figures.Published;
using Thads.Office.Units;

namespace Thads.Office.Figures.Reported;

/// <summary>A row that a unit sent, and what is to be said about it before it is recorded.</summary>
/// <param name="WhyNot">Why it cannot be recorded; null when it can.</param>
/// <param name="Checked">Whether its figures can be true together, and what would reconcile them.</param>
/// <param name="Before">What the unit reported before; null = nothing.</param>
/// <param name="Changed">The cells in which it differs from that.</param>
public sealed record ReportedCheck(ReportedRow Row, string UnitName, Refusal? WhyNot, CheckedRow Checked, ReportedRow? Before, IReadOnlyList<(string Column, string? Before, string? After)> Changed)
{
    /// <summary>It says what is recorded already.</summary>
    public bool IsSame => Before is not null && Changed.Count == 0;

    /// <summary>It takes the place of what is recorded.</summary>
    public bool IsCorrection => Before is not null && Changed.Count > 0;
}

/// <summary>Checks what units report by file: whose they are to bring in, by the identities of the forms (P01 to P10), and beside what was reported before.</summary>
public static class CheckReported
{
    public static async Task<IReadOnlyList<ReportedCheck>> RunAsync(IReadOnlyList<ReportedRow> rows, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Report);
        var connection = await work.ConnectAsync(ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var twice = rows.GroupBy(row => (row.Unit, row.Year, row.Months, row.Measure)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        var checks = new List<ReportedCheck>();
        foreach (var row in rows)
        {
            var unit = tree.UnitOf(row.Unit);
            var why = WhyNot(row, unit, tree, work.Person, work.Today) ?? row.WhyNot() ?? (twice.Contains((row.Unit, row.Year, row.Months, row.Measure)) ? new Refusal("reported.twice", row.Unit) : null);
            if (why is null)
            {
                var end = new StatisticalYear(row.Year).EndOfMonth(row.Months);
                var held = await connection.ValueAsync<long>(
                    $"SELECT count(*) FROM (SELECT 1 FROM move WHERE to_unit IN ({Sql.List(tree.ScopeOf(unit!.Value, end))}) AND happened_on <= @end LIMIT 1) one", ct, ("end", end));
                why = held > 0 ? new Refusal("reported.in-books", row.Unit) : null;
            }

            var before = why is null ? await LastAsync(row, unit!.Value, work, ct) : null;
            checks.Add(new ReportedCheck(
                row, unit is { } known && why?.Code != "reported.unit" ? tree.UnitName(known, work.Today) : row.Unit, why, CheckPublishedFigures.Run(row.Published), before, before is null ? [] : row.ChangedSince(before)));
        }

        return checks;
    }

    /// <summary>A unit's report is brought in by whoever reports for the unit above it; of any other unit nothing is said.</summary>
    private static Refusal? WhyNot(ReportedRow row, int? unit, UnitTree tree, Person person, DateOnly today)
    {
        var end = new StatisticalYear(row.Year).EndOfMonth(row.Months);
        return unit is not { } known || !person.MayIn(tree.PeriodOn(known, end)?.Parent ?? known, Permissions.Report) || !person.Sees(known) ? new Refusal("reported.unit", row.Unit)
            : !tree.IsValidOn(known, end) ? new Refusal("reported.not-valid", row.Unit, end)
            : tree.Below(known, end).Count > 1 ? new Refusal("reported.not-leaf", row.Unit)
            : end >= today ? new Refusal("reported.not-over", [row.Months, row.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), end], "TT 05/2024 Điều 5")
            : null;
    }

    private static async Task<ReportedRow?> LastAsync(ReportedRow row, int unit, Work work, CancellationToken ct) => (await (await work.ConnectAsync(ct)).ListAsync(
        "SELECT cells FROM reported_figure WHERE unit_id = @unit AND year = @year AND months = @months AND measure = @measure ORDER BY act DESC LIMIT 1",
        r => ReportedRow.Of(row.Unit, row.Year, row.Months, row.Measure, r.GetString(0)), ct,
        ("unit", unit), ("year", row.Year), ("months", row.Months), ("measure", row.Measure))).SingleOrDefault();
}
