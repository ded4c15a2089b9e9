using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Reports;

namespace Thads.Office.Figures.Checks;

/// <summary>
/// K13 to K15: the period beside the one before it in the year, and beside the year before. Set against what was sent, where something was; else
/// against the same books. Warnings: what became known late moves a period that is over.
/// </summary>
internal static class TimeChecks
{
    private static readonly string[] Flows = ["new", "delegated_in", "delegated", "withdrawn", "pulled_up", "returned", "completed", "terminated", "reduced"];
    private static readonly string[] ByClassOnly = ["01", "02"];

    /// <summary>What moves the stock a year began with: to and from the separate book, and handovers of what is of earlier years.</summary>
    private static readonly Formula Moved = Formula.Parse("moved", "flow(separate > live) - flow(live > separate) + handed(old)", cell => throw new InvalidOperationException(cell));

    /// <param name="sent">The report of an address that was sent last before an act; null where none was.</param>
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(ReportForms report, Func<int, int, Task<ReportVersion?>> sent, Work work, CancellationToken ct)
    {
        var query = report.Query;
        var results = new List<CheckResult>();
        if (query.Months == 1)
        {
            results.Add(CheckResult.Not("K13", CheckOutcome.NotApplicable, new Refusal("check.first-month")));
            results.Add(CheckResult.Not("K14", CheckOutcome.NotApplicable, new Refusal("check.first-month")));
        }
        else
        {
            var (shorter, against) = await OtherAsync(query.Year, query.Months - 1, report, sent, work, ct);
            results.Add(await CarriedAsync("K13", report, shorter, against, "carried", work, ct));
            results.Add(Outcome("K14", report, shorter, Shrunk(report, shorter), [against]));
        }

        var (lastYear, againstYear) = await OtherAsync(query.Year - 1, 12, report, sent, work, ct);
        results.Add(await CarriedAsync("K15", report, lastYear, againstYear, "carried_over", work, ct));
        return results;
    }

    private static async Task<(ReportForms Forms, Refusal Against)> OtherAsync(
        int year, int months, ReportForms report, Func<int, int, Task<ReportVersion?>> sent, Work work, CancellationToken ct) =>
        await sent(year, months) is { Sending: { } sending } version
            ? (ReportForms.Of(version), new Refusal("check.against-sent", sending.Number, sending.Version, Months(year, months)))
            : (await ReportForms.DrawAsync(report.Query with { Year = year, Months = months, Regime = null }, ByClassOnly, printed: false, work, ct), new Refusal("check.against-books", Months(year, months)));

    /// <summary>What a year began with is what it was said to have begun with, or what the year before ended with, but for what was moved since; both as known at their own cut-offs.</summary>
    private static async Task<CheckResult> CarriedAsync(string code, ReportForms report, ReportForms other, Refusal against, string cell, Work work, CancellationToken ct)
    {
        var (cells, notes) = (new List<FailingCell>(), new List<Refusal> { against });
        foreach (var form in ByClassOnly)
        {
            if (report.Form(form) is not { } mine || other.Form(form) is not { } theirs)
            {
                continue;
            }

            var moved = await MovedAsync(report.Query with { Form = form }, work, ct);
            var movedBefore = cell == "carried" ? await MovedAsync(other.Query with { Form = form }, work, ct) : [];
            foreach (var row in mine.Exact())
            {
                var expected = theirs[row.Row.Row, cell] + moved[row.Row.Row] - movedBefore.GetValueOrDefault(row.Row.Row);
                if (expected is not null && row["carried"] is { } value && value != expected)
                {
                    cells.Add(row.Fails("carried", expected));
                }
            }

            if (moved["I"] != movedBefore.GetValueOrDefault("I"))
            {
                notes.Add(new Refusal(form == "01" ? "check.moved-matters" : "check.moved-money", moved["I"] - movedBefore.GetValueOrDefault("I")));
            }
        }

        if (cells.Count > 0 && other.Query.LastAct != report.Query.LastAct)
        {
            notes.Add(new Refusal("check.known-since"));
        }

        return Outcome(code, report, other, cells, notes, await SameUnitsAsync(report, other, work, ct));
    }

    /// <summary>Across two circulars, or two trees of units, a difference says nothing; what agrees, agrees.</summary>
    private static CheckResult Outcome(string code, ReportForms report, ReportForms other, IReadOnlyList<FailingCell> cells, IReadOnlyList<Refusal> notes, bool sameUnits = true) =>
        cells.Count > 0 && report.Regime != other.Regime ? CheckResult.Not(code, CheckOutcome.NotComparable, [.. notes, new Refusal("check.other-regime", FormSet.Named(other.Regime).Circular, FormSet.Named(report.Regime).Circular)])
        : cells.Count > 0 && !sameUnits ? CheckResult.Not(code, CheckOutcome.NotComparable, [.. notes, new Refusal("check.other-units")])
        : CheckResult.Of(code, isHard: false, cells, notes);

    private static IReadOnlyList<FailingCell> Shrunk(ReportForms report, ReportForms shorter) =>
    [
        .. from form in report.Forms
           let before = shorter.Form(form.Form)
           where before is not null
           from row in form.Exact()
           from cell in Flows
           where row[cell] < before[row.Row.Row, cell]
           select row.Fails(cell, before[row.Row.Row, cell]),
    ];

    /// <summary>By row of the form.</summary>
    private static async Task<Dictionary<string, decimal>> MovedAsync(FormQuery query, Work work, CancellationToken ct)
    {
        var scope = await FormScope.ResolveAsync(query, work, ct);
        var changes = (await ReadForm.ChangesAsync(scope, ChangeGrain.Class, work, ct))
            .Select(change => (Class: DocketClass.Of(change.Class), Moved: change.Quantity * Moved.Weight(change.Within ? Phase.Within : Phase.Before, change.From, change.To, false)))
            .Where(change => change.Moved != 0).ToList();
        return scope.Set.Rows.ToDictionary(row => row.Row, row => (decimal)changes.Where(change => row.Has(change.Class)).Sum(change => change.Moved), StringComparer.Ordinal);
    }

    private static async Task<bool> SameUnitsAsync(ReportForms report, ReportForms other, Work work, CancellationToken ct) =>
        (await FormScope.ResolveAsync(report.Query, work, ct)).Units.SetEquals((await FormScope.ResolveAsync(other.Query with { Form = "01" }, work, ct)).Units);

    /// <summary>"12/2020": months and year of a period.</summary>
    private static string Months(int year, int months) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{months}/{year}");
}
