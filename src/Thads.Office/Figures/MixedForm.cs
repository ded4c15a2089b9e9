using System.Globalization;
using System.Text.Json;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;

namespace Thads.Office.Figures;

/// <summary>What a unit that does not work in the system reported of a period by file.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Cells">By column name as they were given: the cells of a form, and a few more (<c>postponed_suspended</c>, <c>officers</c>). Việc, or đồng.</param>
/// <param name="Regime">As the file says; null where it does not.</param>
/// <param name="Act">The act that brought it in.</param>
public sealed record ReportedFigures(string Unit, Measure Measure, string? Regime, IReadOnlyDictionary<string, decimal> Cells, long Act);

/// <summary>Form 04 or 05 of the books with, openly beside, the units that report by file.</summary>
/// <param name="Books">The form as the books alone have it.</param>
/// <param name="Whole">
/// The same rows; a unit that reports by file has its own figures (<see cref="FormRow.IsReported"/>), and every unit above it counts them in. A cell that a
/// report does not have is null there and in every sum it would belong to. Of a unit that is missing nothing is known: its row is empty, and no sum has it.
/// </param>
/// <param name="Reported">The reports that were counted in.</param>
/// <param name="Missing">Codes of units that have neither a matter in the books nor a report for the period.</param>
public sealed record MixedForm(FormReport Books, FormReport Whole, IReadOnlyList<ReportedFigures> Reported, IReadOnlyList<string> Missing);

/// <summary>Mixes what the books know with what units report by file. A unit counts by one of the two, never by both: by the books as soon as they have a figure of it in the period.</summary>
public static class ReadMixedForm
{
    /// <param name="query">Form "04" or "05".</param>
    public static async Task<MixedForm> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await FormScope.ResolveAsync(query, work, ct);
        var books = await ReadForm.RunAsync(query with { LastAct = scope.CutOff.Act }, work, ct);
        if (!scope.Kind.ByUnit || query.Officer is not null)
        {
            return new MixedForm(books, books, [], []);
        }

        var given = await ReportedAsync(scope, work, ct);
        var rows = books.Rows.Where(IsUnit).ToDictionary(row => scope.Tree.UnitOf(CodeOf(row))!.Value);
        var isLeaf = rows.Keys.ToDictionary(unit => unit, unit => scope.Tree.Below(unit, scope.End).Count == 1);
        // As of the cut-off: a unit that joins later with its old register does not change what was counted by its file before.
        bool IsInBooks(int unit) => rows[unit].Cells.Any(cell => cell is not null and not 0);
        var counted = rows.Keys.Where(unit => unit != scope.Unit && isLeaf[unit] && !IsInBooks(unit) && given.ContainsKey(unit)).ToHashSet();
        var empty = rows.Keys.Where(unit => unit != scope.Unit && isLeaf[unit] && !IsInBooks(unit) && !counted.Contains(unit)).ToList();
        var works = empty.Count == 0 ? [] : await (await work.ConnectAsync(ct)).ListAsync("SELECT DISTINCT unit_id FROM matter WHERE act <= @act", r => r.GetInt32(0), ct, ("act", scope.CutOff.Act));
        var missing = empty.Where(unit => !scope.Tree.ScopeOf(unit, scope.End).Any(works.Contains)).Select(scope.Tree.UnitCode).Order(StringComparer.Ordinal).ToList();
        var whole = books.Rows.Select(row =>
        {
            if (!IsUnit(row))
            {
                return row;
            }

            var unit = scope.Tree.UnitOf(CodeOf(row))!.Value;
            if (missing.Contains(CodeOf(row)))
            {
                return row with { Cells = new decimal?[row.Cells.Count] };
            }

            var below = scope.Tree.Below(unit, scope.End).Select(u => u.Unit).Where(counted.Contains).ToList();
            return below.Count == 0 ? row : row with { Cells = Mixed(scope.Set, row.Cells, [.. below.Select(u => given[u])]), IsReported = counted.Contains(unit), ReportedBelow = below.Count };
        }).ToList();
        return new MixedForm(books, books with { Rows = whole }, [.. counted.Select(unit => given[unit]).OrderBy(r => r.Unit, StringComparer.Ordinal)], missing);
    }

    private static bool IsUnit(FormRow row) => row.Row.StartsWith("unit:", StringComparison.Ordinal);

    private static string CodeOf(FormRow row) => row.Row["unit:".Length..];

    /// <summary>Sums, and rates of the sums; a cell that one of the reports lacks is null.</summary>
    private static decimal?[] Mixed(FormSet set, IReadOnlyList<decimal?> books, IReadOnlyList<ReportedFigures> reports)
    {
        var cells = new decimal?[books.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = set.Formulas[i].Rate is null && reports.All(r => r.Cells.ContainsKey(set.Columns[i].Cell)) ? books[i] + reports.Sum(r => r.Cells[set.Columns[i].Cell]) : null;
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (set.Formulas[i].Rate is { } rate && cells[set.ColumnOf(rate.Part)] is { } part && cells[set.ColumnOf(rate.Whole)] is { } whole)
            {
                cells[i] = Money.Rate((long)part, (long)whole);
            }
        }

        return cells;
    }

    /// <summary>The report that came last for each unit of the scope, as known at the cut-off.</summary>
    internal static async Task<Dictionary<int, ReportedFigures>> ReportedAsync(FormScope scope, Work work, CancellationToken ct)
    {
        var found = new Dictionary<int, ReportedFigures>();
        await (await work.ConnectAsync(ct)).EachAsync(
            "SELECT unit_id, cells, act FROM reported_figure WHERE year = @year AND months = @months AND measure = @measure AND act <= @act ORDER BY act",
            r =>
            {
                var unit = r.GetInt32(0);
                if (scope.Units.Contains(unit))
                {
                    found[unit] = Read(scope.Tree.UnitCode(unit), scope.Kind.Measure, r.GetString(1), r.GetInt64(2));
                }
            }, ct, ("year", scope.Year.Year), ("months", scope.Months), ("measure", scope.Kind.Measure), ("act", scope.CutOff.Act));
        return found;
    }

    private static ReportedFigures Read(string unit, Measure measure, string cells, long act)
    {
        using var json = JsonDocument.Parse(cells);
        var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
        string? regime = null;
        foreach (var cell in json.RootElement.EnumerateObject())
        {
            var text = cell.Value.GetString();
            if (cell.Name == "regime")
            {
                regime = text?.Replace('/', '-');
            }
            else if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                values[cell.Name] = value;
            }
        }

        return new ReportedFigures(unit, measure, regime, values, act);
    }
}
