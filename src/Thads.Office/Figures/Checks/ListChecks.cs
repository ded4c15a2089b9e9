using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Overview;

namespace Thads.Office.Figures.Checks;

/// <summary>K16 and K18: the forms beside what is listed matter by matter.</summary>
internal static class ListChecks
{
    /// <summary>Above so many matters a page does not count them one by one; a report that is closed or sent always does.</summary>
    public const long MostOnPage = 100_000;

    private static readonly DocketState[] Stocks =
        [DocketState.InProgress, DocketState.PostponedByAgreement, DocketState.Paused, DocketState.NotEnforceable, DocketState.Postponed, DocketState.Suspended, DocketState.Separate];

    /// <summary>The lists of TT 05/2024 Điều 8, counted matter by matter, against their cells: theo dõi riêng, each live state, and what is carried over.</summary>
    /// <param name="most">Above so many matters nothing is counted here.</param>
    public static async Task<CheckResult> ListedAsync(ReportForms report, long most, Work work, CancellationToken ct)
    {
        var scope = await FormScope.ResolveAsync(report.Query, work, ct);
        if (most < long.MaxValue && await (await work.ConnectAsync(ct)).ValueAsync<long>(
            $"SELECT count(*) FROM matter_now{(scope.IsEverything ? "" : $" WHERE unit_id IN ({Sql.List(scope.Units)})")}", ct) is var held && held > most)
        {
            return CheckResult.Not("K16", CheckOutcome.NotApplicable, new Refusal("check.not-listed", held));
        }

        var day = scope.End < work.Today ? scope.End : work.Today;
        var asked = await OverviewScope.ResolveAsync(new OverviewQuestion(report.Query.Unit, day, scope.CutOff.KnownOn), work, ct);
        var open = (await ReadOpenMatters.RunAsync(asked with { Units = scope.Units, IsEverything = scope.IsEverything, CutOff = scope.CutOff }, work, ct))
            .Where(matter => scope.Officer == 0 || matter.Officer == scope.Officer).ToList();
        var cells = new List<FailingCell>();
        foreach (var form in report.Forms)
        {
            foreach (var row in form.Exact())
            {
                var listed = row.Row.Row == "I" ? open
                    : row.Row.Row.StartsWith("officer:", StringComparison.Ordinal) && scope.Tree.OfficerOf(row.Row.Row["officer:".Length..]) is { } officer ? [.. open.Where(matter => matter.Officer == officer)]
                    : null;
                if (listed is not null)
                {
                    cells.AddRange(form.Measure switch
                    {
                        Measure.Matters => Stocks.Select(state => (Cell: Codes.CodeOf(state), Listed: (decimal)listed.Count(matter => matter.State == state)))
                            .Append(("carried_over", listed.Count(matter => matter.State.IsLive))).Where(c => row[c.Cell] != c.Listed).Select(c => row.Fails(c.Cell, c.Listed)),
                        Measure.Money => new[] { (Cell: "carried_over", Listed: (decimal)listed.Sum(matter => matter.Left)), ("separate", listed.Sum(matter => matter.LeftSeparate)) }
                            .Where(c => row[c.Cell] != c.Listed).Select(c => row.Fails(c.Cell, c.Listed)),
                    });
                }
            }
        }

        return CheckResult.Of("K16", isHard: false, cells, new Refusal("check.listed", open.Count));
    }

    /// <summary>One coercion decision is one việc: no two on the same line and day.</summary>
    public static async Task<CheckResult> CoercionsAsync(ReportForms report, Work work, CancellationToken ct)
    {
        var scope = await FormScope.ResolveAsync(report.Query, work, ct);
        var (known, void_) = scope.CutOff.KnownOn is null ? ("", "") : (" AND e.known_on <= @known", " AND v.voided_on <= @known");
        var twice = await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT m.code, e.happened_on, count(*) FROM matter_event e JOIN matter m ON m.id = e.matter_id JOIN matter_now n ON n.matter_id = e.matter_id
            WHERE e.kind = {(int)EventKind.CoercionDecided} AND e.happened_on BETWEEN @start AND @end AND e.act <= @act{known}{(scope.IsEverything ? "" : $" AND n.unit_id IN ({Sql.List(scope.Units)})")}
              {(scope.Officer == 0 ? "" : $"AND n.officer_id = {scope.Officer}")}
              AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = e.matter_id AND v.event = e.number AND v.act <= @act{void_})
            GROUP BY m.code, e.line, e.happened_on HAVING count(*) > 1 ORDER BY m.code, e.happened_on
            """,
            r => new Refusal("check.coercion-twice", r.GetString(0), r.Day(1), r.GetInt64(2)), ct,
            ("start", scope.Year.Start), ("end", scope.End), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue));
        return new CheckResult("K18", false, twice.Count == 0 ? CheckOutcome.Holds : CheckOutcome.Fails, new Refusal("check.K18"), [], [.. twice, new Refusal("check.no-complaints")]);
    }
}
