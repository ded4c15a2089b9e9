using System.Globalization;
using System.Text.Json;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;

namespace Thads.Office.Overview;

/// <summary>One measure of one unit.</summary>
/// <param name="Rate">Percent with two decimals; null without a base.</param>
/// <param name="Margin">Percentage points above what it is compared with; null without rate or target.</param>
public sealed record UnitMeasure(long Total, long Enforceable, long Settled, long Left, long Separate, decimal? Rate, decimal? Compared, decimal? Margin)
{
    public static UnitMeasure Of(long total, long enforceable, long settled, long left, long separate, decimal? compared)
    {
        var rate = Law.Money.Rate(settled, enforceable);
        return new UnitMeasure(total, enforceable, settled, left, separate, rate, compared, rate - compared);
    }
}

/// <summary>A unit beside the others.</summary>
/// <param name="IsReported">Its figures came by file; there are no matters behind them here.</param>
/// <param name="Oldest">The oldest live matter; null where none is in the books.</param>
public sealed record UnitLine(string Code, string Name, bool IsReported, UnitMeasure Matters, UnitMeasure Money, OpenMatter? Oldest, int TenYears);

/// <summary>The units right below one, and all of them together.</summary>
/// <param name="Missing">Units without a matter in the books and without a report for the period.</param>
public sealed record Units(OverviewScope Scope, string UnitName, FormQuery Period, DateOnly End, IReadOnlyList<UnitLine> Lines, UnitLine Together, IReadOnlyList<(string Code, string Name)> Missing);

/// <summary>Sets the units below one side by side: from the books, and where a unit reports by file from its report.</summary>
public static class UnitsBoard
{
    private static readonly string[] Wanted = ["total", "enforceable", "settled", "carried_over", "separate"];
    private static readonly KeptAnswers<Units> Kept = new(32);

    public static async Task<Units> RunAsync(FormQuery period, DateOnly on, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await OverviewScope.ResolveAsync(new OverviewQuestion(period.Unit, on, period.KnownOn), work, ct);
        return await Kept.OfAsync(work.Database, $"{scope.BoardKey}/{period.Year}/{period.Months}/{limits}", () => DrawAsync(period, scope, limits, work, ct));
    }

    private static async Task<Units> DrawAsync(FormQuery period, OverviewScope scope, WatchLimits limits, Work work, CancellationToken ct)
    {
        var query = period with { LastAct = scope.CutOff.Act, UnitsOnly = true };
        var forms = await FormScope.ResolveAsync(query with { Form = "04" }, work, ct);
        var matters = await ReadForm.RunAsync(query with { Form = "04" }, work, ct);
        var money = await ReadForm.RunAsync(query with { Form = "05" }, work, ct);
        var open = await ReadOpenMatters.RunAsync(scope, work, ct);
        var targets = await TargetBook.OfAsync(query.Year, scope.CutOff, scope.Units.Append(scope.Unit), work, ct);
        var reported = await ReportedAsync(query, work, ct);
        var lines = new List<UnitLine>();
        var missing = new List<(string, string)>();
        foreach (var (unit, depth) in forms.Tree.Below(forms.Unit, forms.End).Where(u => u.Depth == 1 && forms.Units.Contains(u.Unit)))
        {
            var code = forms.Tree.UnitCode(unit);
            var name = forms.Tree.UnitName(unit, forms.End);
            var own = forms.Tree.ScopeOf(unit, scope.On);
            var held = open.Where(matter => own.Contains(matter.Unit) && matter.State.IsLive).ToList();
            var isInBooks = Cells(matters, code).Any(cell => cell != 0) || held.Count > 0;
            if (!isInBooks && !(reported.ContainsKey((unit, Measure.Matters)) && reported.ContainsKey((unit, Measure.Money))))
            {
                missing.Add((code, name));
                continue;
            }

            UnitMeasure Measured(Measure measure, FormReport form)
            {
                var cells = isInBooks ? Cells(form, code) : reported[(unit, measure)];
                return UnitMeasure.Of(cells[0], cells[1], cells[2], cells[3], cells[4], targets.Of(unit, measure)?.ComparedAt(query.Months));
            }

            lines.Add(new UnitLine(
                code, name, !isInBooks, Measured(Measure.Matters, matters), Measured(Measure.Money, money), held.FirstOrDefault(), held.Count(m => Listing.TenYears.Has(m, scope.On, limits))));
        }

        var mine = forms.Tree.UnitCode(forms.Unit);
        UnitMeasure Together(Measure measure, FormReport form, Func<UnitLine, UnitMeasure> of)
        {
            // What the unit holds itself, what is in the books below it, and what was reported: each counted once.
            var cells = Cells(form, mine);
            long Sum(int i, Func<UnitMeasure, long> pick) => cells[i] + lines.Where(line => line.IsReported).Sum(line => pick(of(line)));
            return UnitMeasure.Of(
                Sum(0, m => m.Total), Sum(1, m => m.Enforceable), Sum(2, m => m.Settled), Sum(3, m => m.Left), Sum(4, m => m.Separate),
                targets.Of(forms.Unit, measure)?.ComparedAt(query.Months));
        }

        var live = open.Where(matter => matter.State.IsLive).ToList();
        var name0 = forms.Tree.UnitName(forms.Unit, forms.End);
        var together = new UnitLine(
            mine, name0, lines.Exists(line => line.IsReported), Together(Measure.Matters, matters, line => line.Matters), Together(Measure.Money, money, line => line.Money),
            live.FirstOrDefault(), live.Count(m => Listing.TenYears.Has(m, scope.On, limits)));
        return new Units(scope, name0, query, forms.End, lines, together, missing);
    }

    private static long[] Cells(FormReport form, string unit)
    {
        var row = form.Rows.Single(r => r.Row == $"unit:{unit}");
        var set = FormSet.Named(form.Regime);
        return [.. Wanted.Select(cell => (long)row.Cells[set.ColumnOf(cell)]!.Value)];
    }

    /// <summary>What units reported by file for the period, as far as every figure wanted is there.</summary>
    private static async Task<Dictionary<(int Unit, Measure Measure), long[]>> ReportedAsync(FormQuery query, Work work, CancellationToken ct)
    {
        var found = new Dictionary<(int, Measure), long[]>();
        await (await work.ConnectAsync(ct)).EachAsync(
            "SELECT unit_id, measure, cells FROM reported_figure WHERE year = @year AND months = @months AND act <= @act",
            r =>
            {
                using var json = JsonDocument.Parse(r.GetString(2));
                if (Wanted.All(cell => json.RootElement.TryGetProperty(cell, out var value) && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
                {
                    found[(r.GetInt32(0), (Measure)r.GetInt32(1))] =
                        [.. Wanted.Select(cell => long.Parse(json.RootElement.GetProperty(cell).GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))];
                }
            }, ct, ("year", query.Year), ("months", query.Months), ("act", query.LastAct));
        return found;
    }
}
