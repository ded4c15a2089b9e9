using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Overview;

/// <summary>Row I of form 01 or 02 as it stood at the end of a month, for the year up to it.</summary>
/// <param name="Cells">One per column of the set.</param>
public sealed record CoursePoint(int Months, DateOnly End, FormSet Set, IReadOnlyList<decimal?> Cells)
{
    public decimal? Rate => Cells[Set.ColumnOf("rate")];

    public long Settled => this["settled"];

    public long Enforceable => this["enforceable"];

    /// <summary>Việc, or đồng.</summary>
    public long this[string cell] => (long)Cells[Set.ColumnOf(cell)]!.Value;
}

/// <summary>What was assigned for a year.</summary>
/// <param name="Hundredths">Hundredths of a percent of the enforceable.</param>
public sealed record Assigned(int Hundredths, Pace Pace)
{
    /// <summary>Percent of the whole year.</summary>
    public decimal Value => Hundredths / 100m;

    /// <summary>Percent that a period of so many months is compared with.</summary>
    public decimal ComparedAt(int months) => Pace switch
    {
        Pace.Annual => Value,
        Pace.Prorata => ProRata(months),
    };

    /// <summary>So many twelfths of the year's value, to two decimals: the pace that reaches it evenly.</summary>
    public decimal ProRata(int months) => Money.Rate((long)Hundredths * months, 12 * 10_000L)!.Value;

    /// <summary>How many matters, or đồng, of what is enforceable must still be settled for the year's value to be reached, exactly; 0 when it is.</summary>
    public long Missing(long settled, long enforceable) =>
        (long)Int128.Max(0, ((Int128)enforceable * Hundredths + 9_999) / 10_000 - settled);
}

/// <summary>The course of a year by one measure: cumulative at the end of each month, beside what was assigned.</summary>
public sealed record YearCourse(Measure Measure, int Year, IReadOnlyList<CoursePoint> Points, Assigned? Target)
{
    public CoursePoint Last => Points[^1];

    /// <summary>Percentage points above what the period is compared with; rates are rounded first, so that what is printed adds up.</summary>
    public decimal? Margin => Target is null ? null : Last.Rate - Target.ComparedAt(Last.Months);

    /// <summary>What is still missing to the year's value; null without a target.</summary>
    public long? Missing => Target?.Missing(Last.Settled, Last.Enforceable);
}

/// <summary>Reads the course of a year from the summary of the book, all its months at once.</summary>
public static class ReadYearCourse
{
    public static async Task<YearCourse> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await FormScope.ResolveAsync(query, work, ct);
        var changes = await ReadForm.ChangesAsync(scope, ChangeGrain.Month, work, ct);
        var points = new List<CoursePoint>();
        for (var months = 1; months <= scope.Months; months++)
        {
            var set = query.Regime is null ? FormSet.Of(query.Year, months) : scope.Set;
            var cells = ReadForm.FromLeaves(set, ReadForm.Leaves(set, changes.Where(change => change.Month <= months)));
            points.Add(new CoursePoint(months, scope.Year.EndOfMonth(months), set, cells));
        }

        return new YearCourse(scope.Kind.Measure, query.Year, points, await TargetAsync(scope, work, ct));
    }

    private static async Task<Assigned?> TargetAsync(FormScope scope, Work work, CancellationToken ct) =>
        (await (await work.ConnectAsync(ct)).ListAsync(
            "SELECT value, pace FROM target WHERE unit_id = @unit AND year = @year AND measure = @measure AND coalesce(officer_id, 0) = @officer AND act <= @act",
            r => new Assigned(r.GetInt32(0), (Pace)r.GetInt32(1)), ct,
            ("unit", scope.Unit), ("year", scope.Year.Year), ("measure", scope.Kind.Measure), ("officer", scope.Officer), ("act", scope.CutOff.Act))).FirstOrDefault();
}
