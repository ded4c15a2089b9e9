using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Figures.Checks;

namespace Thads.Office.Overview;

/// <summary>A form of the period and whether it adds up.</summary>
/// <param name="Checks">How many checks the forms of the period were put to.</param>
/// <param name="Failing">Those that fail in a cell of this form.</param>
public sealed record FormState(string Form, int Checks, IReadOnlyList<CheckResult> Failing, IReadOnlyList<Refusal> Notes)
{
    public bool Holds => Failing.Count == 0;
}

/// <summary>Row I of a form as it was known on the last day of the period, and as it is known now.</summary>
public sealed record SinceCutOff(Measure Measure, CoursePoint Then, CoursePoint Now);

/// <summary>What a statistician looks at: whether the forms hold, what came in after the period, and what is missing in the books.</summary>
/// <param name="Late">Matters with steps entered late since the period ended.</param>
/// <param name="Gaps">Open matters without officer, commune or parties.</param>
public sealed record Statistics(
    OverviewScope Scope, string UnitName, FormQuery Period, DateOnly End, IReadOnlyList<FormState> Forms, IReadOnlyList<SinceCutOff> Since, PickedMatters Late, IReadOnlyList<WatchFigure> Gaps, Units Units);

/// <summary>Draws up the statistician's dashboard.</summary>
public static class StatisticsBoard
{
    private static readonly KeptAnswers<Statistics> Kept = new(32);
    private static readonly Listing[] Gaps = [Listing.NoOfficer, Listing.NoCommune, Listing.NoParties];

    /// <exception cref="RefusedException">Those of <see cref="FormScope.ResolveAsync"/> and <see cref="OverviewScope.ResolveAsync"/>.</exception>
    public static async Task<Statistics> RunAsync(FormQuery period, DateOnly on, WatchLimits limits, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await OverviewScope.ResolveAsync(new OverviewQuestion(period.Unit, on, period.KnownOn), work, ct);
        return await Kept.OfAsync(work.Database, $"{scope.BoardKey}/{period.Year}/{period.Months}/{limits}", () => DrawAsync(period, scope, limits, work, ct));
    }

    private static async Task<Statistics> DrawAsync(FormQuery period, OverviewScope scope, WatchLimits limits, Work work, CancellationToken ct)
    {
        var on = scope.On;
        var query = period with { LastAct = scope.CutOff.Act };
        var checks = (await ReadChecks.RunAsync(query, work, ct)).Results.Where(result => result.Outcome is CheckOutcome.Holds or CheckOutcome.Fails).ToList();
        var forms = new List<FormState>();
        foreach (var kind in FormKind.All)
        {
            var printed = await PrintedForm.RunAsync(query with { Form = kind.Number }, work, ct);
            forms.Add(new FormState(kind.Number, checks.Count, [.. checks.Where(check => check.Cells.Any(cell => cell.Form == kind.Number))], printed.Notes));
        }

        var end = new Law.StatisticalYear(query.Year).EndOfMonth(query.Months);
        var since = new List<SinceCutOff>();
        foreach (var form in new[] { "01", "02" })
        {
            var now = await ReadYearCourse.RunAsync(query with { Form = form }, work, ct);
            var then = await ReadYearCourse.RunAsync(query with { Form = form, KnownOn = query.KnownOn < end ? query.KnownOn : end }, work, ct);
            since.Add(new SinceCutOff(now.Measure, then.Last, now.Last));
        }

        var late = end < on ? await ListMatters.PickAsync(scope, new MatterPick(Listing.LateKnown), query.Year, end.AddDays(1), limits, work, ct) : new PickedMatters(new MatterPick(Listing.LateKnown), []);
        var open = await ReadOpenMatters.RunAsync(scope, work, ct);
        var gaps = Gaps.Select(gap => PickOpenMatters.List(open, new MatterPick(gap), scope, limits)).Select(picked => new WatchFigure(
            picked.Pick.What, picked.Number, [.. picked.Matters.GroupBy(m => m.Officer).Select(g => (scope.OfficerCode(g.Key), scope.OfficerName(g.Key), (long)g.Count())).OrderByDescending(o => o.Item3)], null));
        return new Statistics(
            scope, scope.Tree.UnitName(scope.Unit, on), query, end, forms, since, late, [.. gaps], await UnitsBoard.RunAsync(query, on, limits, work, ct));
    }
}
