using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;

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

/// <summary>The course of a year by one measure: cumulative at the end of each month, beside what was assigned.</summary>
public sealed record YearCourse(Measure Measure, int Year, IReadOnlyList<CoursePoint> Points, Assigned? Target)
{
    public CoursePoint Last => Points[^1];

    /// <summary>Percentage points above what the period is compared with; rates are rounded first, so that what is printed adds up.</summary>
    public decimal? Margin => Target is null ? null : Last.Rate - Target.ComparedAt(Last.Months);

    /// <summary>What is still missing for the rate to stand above the year's value; null without a target.</summary>
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

        return new YearCourse(scope.Kind.Measure, query.Year, points, await TargetBook.AssignedAsync(scope, work, ct));
    }
}
