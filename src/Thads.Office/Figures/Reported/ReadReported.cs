using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures.Published;
using Thads.Office.Units;

namespace Thads.Office.Figures.Reported;

/// <summary>A report by file as it stands in the books.</summary>
/// <param name="Person">Who brought it in, by the name acts are written under.</param>
/// <param name="At">UTC.</param>
/// <param name="Source">Name of the file; null = typed, or brought in by an exchange set.</param>
/// <param name="Earlier">So many reports it took the place of.</param>
public sealed record ReportedStanding(ReportedRow Row, CheckedRow Checked, string Person, DateTime At, string? Source, string? Reason, long Act, int Earlier);

/// <summary>A unit without units below it, and where its figures of the period come from.</summary>
/// <param name="IsInBooks">The books have a figure of it in the period; what it may have reported does not count.</param>
public sealed record ReportingUnit(string Code, string Name, bool IsInBooks, ReportedStanding? Matters, ReportedStanding? Money)
{
    public bool IsMissing => !IsInBooks && Matters is null && Money is null;

    public ReportedStanding? Of(Measure measure) => measure switch
    {
        Measure.Matters => Matters,
        Measure.Money => Money,
    };
}

/// <summary>The units below one, and which of them report by file: brought in by whom, when, and whether it adds up.</summary>
public sealed record ReportingUnits(string Unit, string UnitName, int Year, int Months, IReadOnlyList<ReportingUnit> Units);

public static class ReadReported
{
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<ReportingUnits> RunAsync(string unit, int year, int months, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var figures = await ReadUnitFigures.RunAsync(new FormQuery("04", unit, year, months), work, ct);
        var end = new StatisticalYear(year).EndOfMonth(months);
        var standing = (await ListAsync(year, months, figures.Tree, work, ct)).ToDictionary(row => (row.Row.Unit, row.Row.Measure));
        var units = figures.Below.Where(below => figures.Tree.Below(figures.Tree.UnitOf(below.Code)!.Value, end).Count == 1).Select(below => new ReportingUnit(
            below.Code, below.Name, !below.IsReported && below.Matters.Concat(below.Money).Any(cell => cell is not null and not 0),
            standing.GetValueOrDefault((below.Code, Measure.Matters)), standing.GetValueOrDefault((below.Code, Measure.Money)))).ToList();
        return new ReportingUnits(unit, figures.Whole.Name, year, months, units);
    }

    /// <summary>The report of a period that stands for each unit the person sees, the one brought in last.</summary>
    private static async Task<IReadOnlyList<ReportedStanding>> ListAsync(int year, int months, UnitTree tree, Work work, CancellationToken ct) =>
    [
        .. (await (await work.ConnectAsync(ct)).ListAsync(
            """
            SELECT f.unit_id, f.measure, f.cells, f.act, f.source, a.person, a.at, a.reason
            FROM reported_figure f JOIN act a ON a.seq = f.act WHERE f.year = @year AND f.months = @months ORDER BY f.act
            """,
            r => (Unit: r.GetInt32(0), Measure: (Measure)r.GetInt32(1), Cells: r.GetString(2), Act: r.GetInt64(3), Source: r.TextOrNone(4), Person: r.GetString(5), At: r.Moment(6), Reason: r.TextOrNone(7)),
            ct, ("year", year), ("months", months)))
        .Where(row => work.Person.Sees(row.Unit)).GroupBy(row => (row.Unit, row.Measure)).Select(group =>
        {
            var last = group.Last();
            var row = ReportedRow.Of(tree.UnitCode(last.Unit), year, months, last.Measure, last.Cells);
            return new ReportedStanding(row, CheckPublishedFigures.Run(row.Published), last.Person, last.At, last.Source, last.Reason, last.Act, group.Count() - 1);
        }),
    ];
}
