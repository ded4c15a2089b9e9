using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Units;

namespace Thads.Office.Comparison;

/// <summary>A column: a period by one way of counting.</summary>
/// <param name="IsAsNow">Counted by the circular of the last period, and not by its own.</param>
public sealed record ComparedColumn(ComparedPeriod Period, FormSet Set, bool IsAsNow);

/// <summary>What a row is of.</summary>
public enum ComparedKind
{
    /// <summary>The unit asked for, all below it counted in.</summary>
    Whole = 1,

    /// <summary>A unit below it, or one more that was asked for.</summary>
    Unit = 2,

    /// <summary>What of the whole belongs to no unit below: what it holds itself, and units that ended and have no successor.</summary>
    Rest = 3,
}

/// <summary>A unit over the columns.</summary>
/// <param name="Code">"" for the rest.</param>
/// <param name="Sums">One per column; null where the unit was not there.</param>
/// <param name="IsForm">Per column: whether the sum is that of the unit's own form, to which a number can be opened.</param>
public sealed record ComparedRow(ComparedKind Kind, string Code, string Name, IReadOnlyList<UnitSum?> Sums, IReadOnlyList<bool> IsForm);

/// <summary>A change from one column to another: of counts in percent, of rates in points.</summary>
/// <param name="Value">Two decimals, half up; null without a base.</param>
public sealed record ComparedChange(bool IsPoints, decimal? Value);

/// <summary>Units side by side over periods.</summary>
/// <param name="Columns">The earliest first; a period of an earlier circular stands twice, by the rules of then and by the rules of now.</param>
/// <param name="Pairs">Which columns are compared: indexes of earlier and later, each counted alike where both can be.</param>
/// <param name="Today">The day whose tree is “now”.</param>
public sealed record ComparedUnits(
    CompareQuery Query, long LastAct, DateOnly Today, IReadOnlyList<ComparedColumn> Columns, IReadOnlyList<(int Earlier, int Later)> Pairs, IReadOnlyList<ComparedRow> Rows)
{
    /// <summary>What is shown of every unit and column.</summary>
    public static readonly IReadOnlyList<string> Cells = ["total", "enforceable", "settled", "rate", "carried_over", "separate"];

    /// <summary>A cell; null where it is not known, or the unit was not there.</summary>
    public decimal? Value(ComparedRow row, int column, Measure measure, string cell) =>
        row.Sums[column] is { IsKnown: true } sum ? sum.Of(measure)[Columns[column].Set.ColumnOf(cell)] : null;

    /// <summary>Counts change in percent of the earlier; rates are rounded first and subtracted then, in percentage points.</summary>
    public ComparedChange Change(ComparedRow row, (int Earlier, int Later) pair, Measure measure, string cell)
    {
        var (before, after) = (Value(row, pair.Earlier, measure, cell), Value(row, pair.Later, measure, cell));
        return cell == "rate" ? new ComparedChange(true, after - before)
            : new ComparedChange(false, before is { } from && after is { } to ? Money.Rate((long)(to - from), (long)from) : null);
    }
}

/// <summary>Compares units over periods. Everything is added up from the accounts of single units (<see cref="UnitAccounts"/>), so that both ways to organise are exact.</summary>
public static class CompareUnits
{
    /// <exception cref="RefusedException">`compare.no-period`, `compare.too-many`, and those of <see cref="FormScope.ResolveAsync"/>.</exception>
    /// <exception cref="NotFoundException">`report.unit`: a unit is not there, or not this person's to see.</exception>
    public static async Task<ComparedUnits> RunAsync(CompareQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        RefusedException.ThrowIf(query.Periods.Count == 0 ? new Refusal("compare.no-period")
            : query.Periods.Count > CompareQuery.MostPeriods ? new Refusal("compare.too-many", query.Periods.Count, CompareQuery.MostPeriods) : null);
        var tree = await UnitTree.OfAsync(work, ct);
        int Seen(string code) => tree.UnitOf(code) is { } unit && work.Person.Sees(unit) ? unit : throw new NotFoundException(new Refusal("report.unit", code));
        var (top, with) = (Seen(query.Unit), query.With.Where(code => code != query.Unit).Distinct().Select(Seen).ToList());
        var lastAct = (await FormScope.ResolveAsync(new FormQuery("04", query.Unit, query.Periods[^1].Year, query.Periods[^1].Months), work, ct)).CutOff.Act;
        var now = FormSet.Of(query.Periods[^1].Year, query.Periods[^1].Months);
        var columns = query.Periods.SelectMany(period => FormSet.Of(period.Year, period.Months) is var own && own == now
            ? [new ComparedColumn(period, own, false)]
            : new[] { new ComparedColumn(period, own, false), new ComparedColumn(period, now, true) }).ToList();
        var places = query.Periods.Select(period => Places.Of(tree, top, with, query, period.End, work)).ToList();
        var sums = new List<Dictionary<int, UnitSum>>();
        foreach (var column in columns)
        {
            var place = places[query.Periods.ToList().IndexOf(column.Period)];
            var accounts = await UnitAccounts.OfAsync(
                new FormQuery("04", query.Unit, column.Period.Year, column.Period.Months, null, query.KnownOn, column.Set.Regime, LastAct: lastAct), place.All, work, ct);
            sums.Add(place.Scopes.ToDictionary(scope => scope.Key, scope => accounts.Sum(scope.Value)));
        }

        var units = places.SelectMany(place => place.Scopes.Keys).Where(unit => unit != top && unit != Places.Rest).Distinct().OrderBy(tree.UnitCode, StringComparer.Ordinal).ToList();
        var placeOf = columns.Select(column => places[query.Periods.ToList().IndexOf(column.Period)]).ToList();
        ComparedRow Row(ComparedKind kind, int unit) => new(
            kind, kind == ComparedKind.Rest ? "" : tree.UnitCode(unit), kind == ComparedKind.Rest ? "" : tree.UnitName(unit, query.AsOf == Organised.Now ? work.Today : query.Periods[^1].End),
            [.. sums.Select(column => column.GetValueOrDefault(unit))],
            [.. columns.Select((column, i) => kind != ComparedKind.Rest && sums[i].TryGetValue(unit, out var sum) && sum is { IsKnown: true, Reported: 0 }
                && placeOf[i].Scopes[unit].SetEquals(tree.ScopeOf(unit, column.Period.End).VisibleTo(work.Person)))]);
        var rows = new List<ComparedRow> { Row(ComparedKind.Whole, top) };
        rows.AddRange(units.Select(unit => Row(ComparedKind.Unit, unit)));
        if (sums.Exists(column => column.TryGetValue(Places.Rest, out var rest) && rest.Matters.Concat(rest.Money).Any(cell => cell is not null and not 0)))
        {
            rows.Add(Row(ComparedKind.Rest, Places.Rest));
        }

        return new ComparedUnits(query, lastAct, work.Today, columns, Pairs(columns), rows);
    }

    /// <summary>Each period with the one before: as each was counted then, and — where the circular changed between — both by the rules of now.</summary>
    private static List<(int, int)> Pairs(List<ComparedColumn> columns)
    {
        var own = columns.Select((column, i) => (column, i)).Where(c => !c.column.IsAsNow).Select(c => c.i).ToList();
        var pairs = new List<(int, int)>();
        foreach (var (earlier, later) in own.Zip(own.Skip(1)))
        {
            pairs.Add((earlier, later));
            if (columns[earlier].Set != columns[later].Set)
            {
                // The later of the two is counted by the rules of now either way, or has a column of its own for them.
                int AsNow(int column) => column + 1 < columns.Count && columns[column + 1].IsAsNow ? column + 1 : column;
                pairs.Add((AsNow(earlier), AsNow(later)));
            }
        }

        return pairs;
    }
}
