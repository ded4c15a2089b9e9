using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Comparison;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Overview;

namespace Thads.Office.Targets;

/// <summary>A matter that would help to close the gap.</summary>
/// <param name="Effort">Points of <see cref="EffortRule"/>: the fewer, the cheaper.</param>
public sealed record GapLine(ReachableMatter Matter, int Effort, IReadOnlyList<EffortReason> Why);

/// <summary>What would bring a unit or officer strictly above its target.</summary>
/// <param name="Scope">The open matters are those of its day.</param>
/// <param name="Missing">Việc, or đồng, that must still be settled.</param>
/// <param name="Lines">The matters that do it, cheapest first; all there are where they do not suffice.</param>
/// <param name="Candidates">How many matters could be settled in all.</param>
/// <param name="Blocked">Enforceable matters with a line that is not: not counted on.</param>
/// <param name="ReportedBelow">So many units below report by file; their matters are not here.</param>
public sealed record TargetGap(
    FormQuery Query, Measure Measure, OverviewScope Scope, Assigned Target, long Settled, long Enforceable, long Missing, IReadOnlyList<GapLine> Lines, int Candidates, int Blocked, int ReportedBelow)
{
    public decimal? Rate => Money.Rate(Settled, Enforceable);

    /// <summary>Đồng left in the matters of the list.</summary>
    public long Left => Lines.Sum(line => line.Matter.Left);

    /// <summary>Việc, or đồng, that the list settles.</summary>
    public long Gained => Measure switch
    {
        Measure.Matters => Lines.Count,
        Measure.Money => Left,
    };

    /// <summary>The rate when the list is done; what is enforceable stays as it is.</summary>
    public decimal? RateAfter => Money.Rate(Settled + Gained, Enforceable);

    public bool IsEnough => Gained >= Missing;

    /// <summary>The period is over: a list of what was open at its end.</summary>
    public bool IsOver { get; init; }
}

/// <summary>
/// Finds the matters that close the gap to a target. Only settling is proposed: a matter moved to “not enforceable” would raise the rate too, and is no way to reach a target.
/// </summary>
public static class FindGap
{
    /// <param name="query">Unit, officer, period and cut-off; its form does not matter.</param>
    /// <exception cref="RefusedException">`gap.no-target`, `gap.no-figures`.</exception>
    public static async Task<TargetGap> RunAsync(FormQuery query, Measure measure, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var form = FormKind.All.Single(kind => kind.Measure == measure && !kind.ByUnit).Number;
        var scope = await FormScope.ResolveAsync(query with { Form = form }, work, ct);
        var asked = query with { Form = form, LastAct = scope.CutOff.Act };
        var target = await TargetBook.AssignedAsync(scope, work, ct) ?? throw new RefusedException(new Refusal("gap.no-target", query.Officer ?? query.Unit, PageYear(query.Year)));
        var (settled, enforceable, reported) = await StandingAsync(asked, scope, work, ct);
        var on = new[] { work.Today, scope.End, query.KnownOn ?? DateOnly.MaxValue }.Min();
        var overview = await OverviewScope.ResolveAsync(new OverviewQuestion(query.Unit, on, query.KnownOn), work, ct);
        var all = (await ReadReachable.RunAsync(overview, work, ct)).Where(matter => scope.Officer == 0 || matter.Matter.Officer == scope.Officer).ToList();
        var enforceableMatters = all.Where(matter => ReadReachable.IsEnforceable(matter.Matter.State)).ToList();
        var candidates = measure == Measure.Matters ? enforceableMatters.Where(matter => matter.Blocked == 0).ToList() : all.Where(matter => matter.Left > 0).ToList();
        var missing = target.Missing(settled, enforceable);
        return new TargetGap(
            asked, measure, overview, target, settled, enforceable, missing, Choose(candidates, measure, missing, on), candidates.Count,
            measure == Measure.Matters ? enforceableMatters.Count - candidates.Count : 0, reported)
        {
            IsOver = scope.End < work.Today,
        };
    }

    /// <summary>By matters the least effort first; by money the most đồng for a point of effort. Until enough: the fewest from the head of that order.</summary>
    public static IReadOnlyList<GapLine> Choose(IReadOnlyList<ReachableMatter> candidates, Measure measure, long missing, DateOnly on)
    {
        var lines = candidates.Select(matter => (Matter: matter, Score: EffortRule.Current.Of(matter, on))).Select(scored => new GapLine(scored.Matter, scored.Score.Effort, scored.Score.Why));
        var ordered = measure switch
        {
            Measure.Matters => lines.OrderBy(line => line.Effort).ThenBy(line => line.Matter.Left),
            Measure.Money => lines.OrderByDescending(line => (decimal)line.Matter.Left / line.Effort).ThenBy(line => line.Effort),
        };
        var chosen = new List<GapLine>();
        var gained = 0L;
        foreach (var line in ordered.ThenBy(line => line.Matter.Matter.DecidedOn).ThenBy(line => line.Matter.Matter.Code, StringComparer.Ordinal))
        {
            if (gained >= missing)
            {
                break;
            }

            chosen.Add(line);
            gained += measure == Measure.Matters ? 1 : line.Matter.Left;
        }

        return chosen;
    }

    private static async Task<(long Settled, long Enforceable, int Reported)> StandingAsync(FormQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        if (query.Officer is not null)
        {
            var report = await ReadForm.RunAsync(query, work, ct);
            return ((long)report.Rows[0].Cells[scope.Set.ColumnOf("settled")]!.Value, (long)report.Rows[0].Cells[scope.Set.ColumnOf("enforceable")]!.Value, 0);
        }

        var sum = (await UnitAccounts.OfAsync(query, scope.Units, work, ct)).Sum(scope.Units);
        var cells = sum.Of(scope.Kind.Measure);
        return cells[scope.Set.ColumnOf("settled")] is { } settled && cells[scope.Set.ColumnOf("enforceable")] is { } enforceable && sum.IsKnown
            ? ((long)settled, (long)enforceable, sum.Reported)
            : throw new RefusedException(new Refusal("gap.no-figures", query.Unit, PageYear(query.Year)));
    }

    private static string PageYear(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
