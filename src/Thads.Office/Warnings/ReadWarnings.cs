using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Comparison;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Overview;
using Thads.Office.Targets;

namespace Thads.Office.Warnings;

/// <param name="Unit">Code.</param>
/// <param name="Year">Statistical year.</param>
/// <param name="KnownOn">Day of knowledge; null = all that is known.</param>
public sealed record WarningQuestion(string Unit, int Year, DateOnly? KnownOn = null);

/// <summary>
/// Draws up the early warning of a unit and those right below it. Every month-end is read from the books as they stood on it; the earlier years a forecast stands on, and the target, are those known on
/// the day asked. An answer stands until an act changes what it is drawn from.
/// </summary>
public static class ReadWarnings
{
    private static readonly KeptAnswers<WarningBoard> Kept = new(32);

    /// <exception cref="RefusedException">Those of <see cref="FormScope.ResolveAsync"/>.</exception>
    /// <exception cref="NotFoundException">`report.unit`: the unit is not there, or not this person's to see.</exception>
    public static async Task<WarningBoard> RunAsync(WarningQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await FormScope.ResolveAsync(new FormQuery("04", question.Unit, question.Year, KnownOn: question.KnownOn), work, ct);
        var known = question.KnownOn < work.Today ? question.KnownOn.Value : work.Today;
        var on = known < scope.Year.End ? known : scope.Year.End;
        var overview = await OverviewScope.ResolveAsync(new OverviewQuestion(question.Unit, on, question.KnownOn), work, ct);
        return await Kept.OfAsync(work.Database, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{overview.BoardKey} {question.Year} {known:O}"), () => DrawAsync(question, scope, overview, known, work, ct));
    }

    private static async Task<WarningBoard> DrawAsync(WarningQuestion question, FormScope scope, OverviewScope overview, DateOnly known, Work work, CancellationToken ct)
    {
        var period = new FormQuery("04", question.Unit, question.Year, KnownOn: question.KnownOn, LastAct: scope.CutOff.Act);
        var months = Enumerable.Range(1, StatisticalYear.Months).Count(month => scope.Year.EndOfMonth(month) < known);
        var units = scope.Tree.Below(scope.Unit, scope.End).Where(unit => unit.Depth <= 1 && work.Person.Sees(unit.Unit)).ToList();
        var book = await TargetBook.OfAsync(question.Year, scope.CutOff, units.Select(unit => unit.Unit), work, ct);
        var then = new List<UnitAccounts>();
        for (var month = 1; month <= months; month++)
        {
            then.Add(await UnitAccounts.OfAsync(period with { Months = month, KnownOn = Earlier(scope.Year.EndOfMonth(month), question.KnownOn) }, scope.Units, work, ct));
        }

        var now = await UnitAccounts.OfAsync(period, scope.Units, work, ct);
        var before = await UnitAccounts.OfAsync(period with { Year = question.Year - 1 }, scope.Units, work, ct);
        var reachable = await ReadReachable.RunAsync(overview, work, ct);
        var drawn = new List<UnitWarning>();
        foreach (var (unit, depth) in units)
        {
            var own = scope.Tree.ScopeOf(unit, scope.End).Where(scope.Units.Contains).ToHashSet();
            async Task<MeasureWarning> Of(Measure measure)
            {
                var byFile = now.Sum(own) is var sums && before.Sum(own) is var last && (sums.Reported + sums.Silent + last.Reported + last.Silent) > 0;
                var past = byFile || book.Holding(unit, measure) is null ? [] : await ForecastYear.PastAsync(period with { Unit = scope.Tree.UnitCode(unit) }, measure, work, ct);
                return Draw(measure, book.Holding(unit, measure), scope.Year, months, own, then, now, past, byFile ? null : [.. reachable.Where(matter => own.Contains(matter.Matter.Unit))], overview.On);
            }

            drawn.Add(new UnitWarning(scope.Tree.UnitCode(unit), scope.Tree.UnitName(unit, scope.End), depth, now.IsReported(unit), await Of(Measure.Matters), await Of(Measure.Money)));
        }

        return new WarningBoard(
            period, scope.Tree, scope.Tree.UnitName(scope.Unit, scope.End), months, known, scope.Year.End < known, drawn,
            new Dictionary<Measure, IReadOnlyList<PartBehind>>
            {
                [Measure.Matters] = months == 0 ? [] : await FindBehind.PartsAsync(period with { Months = months }, Measure.Matters, book.Of(scope.Unit, Measure.Matters), work, ct),
                [Measure.Money] = months == 0 ? [] : await FindBehind.PartsAsync(period with { Months = months }, Measure.Money, book.Of(scope.Unit, Measure.Money), work, ct),
            });
    }

    private static MeasureWarning Draw(
        Measure measure, TargetRow? target, StatisticalYear year, int months, HashSet<int> own, List<UnitAccounts> then, UnitAccounts now, IReadOnlyList<YearShape> past, IReadOnlyList<ReachableMatter>? reachable, DateOnly on)
    {
        var today = Standing(now, own, measure);
        var silent = now.Sum(own).Silent;
        if (target is null)
        {
            return new MeasureWarning(measure, null, [], today?.Settled, today?.Enforceable, null, null, null, silent);
        }

        var points = new List<WarningPoint>();
        for (var month = 1; month <= months; month++)
        {
            if (Standing(then[month - 1], own, measure) is { } standing)
            {
                points.Add(Point(target.Assigned, year, month, standing, past));
            }
        }

        var reach = today is { } stands && reachable is not null ? Reach(measure, target.Assigned, stands, reachable, on) : null;
        var (level, by) = Level(target.Assigned, year, months, points, today, reach);
        return new MeasureWarning(measure, target, points, today?.Settled, today?.Enforceable, reach, level, by, silent);
    }

    /// <summary>The level on the day asked: of the last month-end, or worse where what can still be settled does not suffice; once the year is over how it ended.</summary>
    private static (WarningLevel? Level, WarningSign? By) Level(Assigned target, StatisticalYear year, int months, List<WarningPoint> points, (long Settled, long Enforceable)? today, WarningReach? reach)
    {
        if (months == StatisticalYear.Months)
        {
            return today is { } end ? (Final(target, end), null) : (null, null);
        }

        if (points.Count == 0)
        {
            return (null, null);
        }

        var signs = new Dictionary<WarningSign, decimal>();
        if (reach is { Missing: > 0, Rate: { } rate })
        {
            signs[WarningSign.Reachable] = rate - target.Value;
        }

        var (level, by) = WarningRule.Current.Of(signs);
        return level > points[^1].Level ? (level, by) : (points[^1].Level, points[^1].By);
    }

    private static WarningPoint Point(Assigned target, StatisticalYear year, int month, (long Settled, long Enforceable) standing, IReadOnlyList<YearShape> past)
    {
        var (rate, pace, end) = (Money.Rate(standing.Settled, standing.Enforceable), target.ProRata(month), year.EndOfMonth(month));
        if (month == StatisticalYear.Months)
        {
            return new WarningPoint(month, end, standing.Settled, standing.Enforceable, rate, pace, null, Final(target, standing), null);
        }

        var signs = new Dictionary<WarningSign, decimal>();
        var forecast = Forecast.Of(past, month, standing.Settled, standing.Enforceable);
        if (forecast is not null)
        {
            (signs[WarningSign.ForecastLow], signs[WarningSign.ForecastCentral], signs[WarningSign.ForecastHigh]) = (forecast.Low - target.Value, forecast.Central - target.Value, forecast.High - target.Value);
        }
        else if (rate is { } there)
        {
            signs[WarningSign.Pace] = there - pace;
        }

        var (level, by) = WarningRule.Current.Of(signs);
        return new WarningPoint(month, end, standing.Settled, standing.Enforceable, rate, pace, forecast, level, by);
    }

    private static WarningLevel Final(Assigned target, (long Settled, long Enforceable) standing) =>
        Assigned.IsAbove(Money.Rate(standing.Settled, standing.Enforceable), target.Value) ? WarningLevel.Reached : WarningLevel.Missed;

    /// <summary>As <see cref="FindGap"/> counts: by matters those without a line that holds them up, by money all that is left where it is enforceable.</summary>
    private static WarningReach? Reach(Measure measure, Assigned target, (long Settled, long Enforceable) standing, IReadOnlyList<ReachableMatter> reachable, DateOnly on)
    {
        var candidates = measure == Measure.Matters
            ? reachable.Where(matter => ReadReachable.IsEnforceable(matter.Matter.State) && matter.Blocked == 0).ToList()
            : reachable.Where(matter => matter.Left > 0).ToList();
        var missing = target.Missing(standing.Settled, standing.Enforceable);
        var all = measure == Measure.Matters ? candidates.Count : candidates.Sum(matter => matter.Left);
        return new WarningReach(missing, FindGap.Choose(candidates, measure, missing, on).Count, candidates.Count, Money.Rate(standing.Settled + all, standing.Enforceable));
    }

    /// <summary>Null where not all of it is known.</summary>
    private static (long Settled, long Enforceable)? Standing(UnitAccounts accounts, IReadOnlySet<int> units, Measure measure)
    {
        var sum = accounts.Sum(units);
        return sum is { IsKnown: true, Silent: 0 } && sum.Of(measure)[accounts.Set.ColumnOf("settled")] is { } settled && sum.Of(measure)[accounts.Set.ColumnOf("enforceable")] is { } enforceable
            ? ((long)settled, (long)enforceable) : null;
    }

    private static DateOnly Earlier(DateOnly end, DateOnly? known) => known < end ? known.Value : end;
}
