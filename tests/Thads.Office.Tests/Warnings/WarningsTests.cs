using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;
using Thads.Office.Tests.Brute;
using Thads.Office.Tests.Manners;
using Thads.Office.Tests.Narrative;
using Thads.Office.Tests.Procedure;
using Thads.Office.Warnings;

namespace Thads.Office.Tests.Warnings;

/// <summary>
/// Whether a target is in reach, since when not, and where it is lost. The office: D1 settles 40 of 50 matters a year, evenly, since 2016 (30 of 40 in the first); in 2020 nothing more is known from April on
/// until July: three matters of April were entered in June. D2 reports 2020 by file.
/// </summary>
public sealed class WarningsTests
{
    private static readonly DateOnly July = new(2020, 7, 10);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task It_fell_out_of_reach_at_the_month_end_at_which_the_books_of_then_said_so(string kind)
    {
        await using var office = await OpenAsync(kind, July);
        var warning = (await office.AskAsync(work => ReadWarnings.RunAsync(new("D1", 2020), work, default))).Whole.Matters;

        Assert.Equal(9, warning.Points.Count);
        Assert.All(warning.Points.Take(6), point => Assert.Equal(WarningLevel.InReach, point.Level));
        Assert.Equal((20L, 20L, 23L), (warning.Points[6].Settled, warning.Points[7].Settled, warning.Points[8].Settled)); // of April and May what was known on their last days
        Assert.Equal((WarningLevel.OutOfReach, WarningSign.ForecastHigh, new DateOnly(2020, 4, 30)), (warning.Level!.Value, warning.By!.Value, warning.Since!.On));
        Assert.Equal([new DateOnly(2019, 10, 31), new DateOnly(2020, 4, 30)], warning.Turns.Select(point => point.On));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_day_of_knowledge_gives_the_warning_of_then(string kind)
    {
        await using var office = await OpenAsync(kind, July);
        var march = (await office.AskAsync(work => ReadWarnings.RunAsync(new("D1", 2020, new(2020, 4, 2)), work, default))).Whole.Matters;
        var nothing = (await office.AskAsync(work => ReadWarnings.RunAsync(new("D1", 2020, new(2019, 10, 20)), work, default)));

        Assert.Equal((6, WarningLevel.InReach, null), (march.Points.Count, march.Level!.Value, march.Since));
        Assert.Equal((0, null), (nothing.Months, nothing.Whole.Matters.Level));
        Assert.Empty(nothing.Behind[Measure.Matters]);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_year_that_is_over_says_how_it_ended_and_how_it_looked_on_the_way(string kind)
    {
        await using var office = await OpenAsync(kind, new(2020, 11, 10));
        var board = await office.AskAsync(work => ReadWarnings.RunAsync(new("D1", 2020), work, default));
        var warning = board.Whole.Matters;

        Assert.True(board.IsOver);
        Assert.Equal((12, WarningLevel.Reached, null), (warning.Points.Count, warning.Level!.Value, warning.Since));
        Assert.Contains(warning.Points, point => point.Level == WarningLevel.OutOfReach);
        Assert.Equal(80.00m, warning.Rate);
        Assert.Equal("report.not-begun", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadWarnings.RunAsync(new("D1", 2030), work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_is_missing_and_what_could_be_settled_are_those_of_the_gap(string kind)
    {
        await using var office = await OpenAsync(kind, July);
        var warning = (await office.AskAsync(work => ReadWarnings.RunAsync(new("D1", 2020), work, default))).Whole.Matters;
        var gap = await office.AskAsync(work => FindGap.RunAsync(new FormQuery("01", "D1", 2020), Measure.Matters, work, default));

        Assert.Equal((gap.Missing, gap.Candidates, gap.Lines.Count), (warning.Reach!.Missing, warning.Reach.Candidates, warning.Reach.Matters));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Units_stand_side_by_side_and_those_by_file_are_marked_and_foretell_nothing(string kind)
    {
        await using var office = await OpenAsync(kind, new(2020, 11, 10));
        var board = await office.AskAsync(work => ReadWarnings.RunAsync(new("P", 2020), work, default));

        Assert.Equal(["P", "D1", "D2"], board.Units.Select(unit => unit.Code));
        var byFile = board.Units[2];
        Assert.Equal((true, WarningLevel.Missed, new DateOnly(2020, 9, 30)), (byFile.IsReported, byFile.Matters.Level!.Value, byFile.Matters.Since?.On ?? default));
        Assert.Null(Assert.Single(byFile.Matters.Points).Forecast); // one report, of the whole year
        Assert.Equal((null, null), (byFile.Matters.Reach, byFile.Money.Target));
        Assert.Null(board.Whole.Matters.Level); // nothing was assigned to the province
        Assert.Equal([("D2", 10L, 100.00m), ("D1", 0L, 0m)], FindBehind.Of(new Assigned(8000, Pace.Annual), 12, [.. new[] { ("D1", 40L, 50L), ("D2", 70L, 100L) }.Select(part => Part(part.Item1, null, part.Item2, part.Item3))]).Select(part => (part.Unit, part.Behind, part.Share ?? 0)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_the_officers_are_behind_and_ahead_adds_up_to_the_unit(string kind)
    {
        await using var office = await OpenAsync(kind, July);
        var board = await office.AskAsync(work => ReadWarnings.RunAsync(new("D1", 2020), work, default));
        var target = board.Whole.Matters.Target!.Assigned;
        var parts = board.Behind[Measure.Matters];
        var whole = FindBehind.Of(target, 9, [Part("D1", null, parts.Sum(part => part.Settled), parts.Sum(part => part.Enforceable))])[0].Behind;

        Assert.Equal(["O1", "O2"], parts.Select(part => part.Officer).Order());
        Assert.InRange(parts.Sum(part => part.Behind) - whole, -1, 1); // each is a whole matter
        Assert.True(parts[0].Behind > 0);
        Assert.InRange(parts.Sum(part => part.Share ?? 0), 99.98m, 100.02m);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_gets_no_warning_and_a_new_act_another_answer(string kind)
    {
        await using var office = await OpenAsync(kind, July);
        var other = await office.OfAsync("D2", Permissions.All);
        async Task<WarningBoard> Ask(string unit, Person? by = null) => await office.AskAsync(work => ReadWarnings.RunAsync(new(unit, 2020), work, default), by);

        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => Ask("D1", other)));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => Ask("P", other)));
        Assert.Equal(77.00m, (await Ask("D1")).Whole.Matters.Target!.Assigned.Value);
        await office.DoAsync(work => AssignTargets.RunAsync(new(2020, "Cục", "9/QĐ", new(2020, 7, 1), [new("D1", null, Measure.Matters, 40)]), work, default));
        var after = (await Ask("D1")).Whole.Matters;
        Assert.Equal((40.00m, WarningLevel.InReach), (after.Target!.Assigned.Value, after.Level!.Value));
    }

    [Theory]
    [InlineData(2d, 5d, null, null, null, WarningLevel.InReach, null)]
    [InlineData(-3d, 5d, null, null, null, WarningLevel.Doubtful, WarningSign.ForecastCentral)]
    [InlineData(0d, 5d, null, null, null, WarningLevel.Doubtful, WarningSign.ForecastCentral)] // "trên" is strictly above
    [InlineData(-9d, -1d, null, null, null, WarningLevel.OutOfReach, WarningSign.ForecastHigh)]
    [InlineData(null, null, -2.99, null, null, WarningLevel.InReach, null)]
    [InlineData(null, null, -3.00, null, null, WarningLevel.Doubtful, WarningSign.Pace)]
    [InlineData(null, null, -10.00, null, null, WarningLevel.OutOfReach, WarningSign.Pace)]
    [InlineData(2d, 5d, null, -0.01, null, WarningLevel.OutOfReach, WarningSign.Reachable)]
    [InlineData(2d, 5d, null, 0.01, null, WarningLevel.InReach, null)]
    public void The_worst_level_that_applies_counts(double? central, double? high, double? pace, double? reachable, double? low, WarningLevel level, WarningSign? by)
    {
        var signs = new[] { (WarningSign.ForecastCentral, central), (WarningSign.ForecastHigh, high), (WarningSign.Pace, pace), (WarningSign.Reachable, reachable), (WarningSign.ForecastLow, low) }
            .Where(sign => sign.Item2 is not null).ToDictionary(sign => sign.Item1, sign => (decimal)sign.Item2!.Value);

        Assert.Equal((level, by), WarningRule.Current.Of(signs));
    }

    [Fact]
    public async Task The_sample_district_fell_out_of_reach_in_April_2020_and_reached_its_target_all_the_same()
    {
        await using var office = await NarrativeOffice.NewAsync(TestDatabases.Sqlite);
        await using var work = office.Work();
        var warning = (await ReadWarnings.RunAsync(new("D05", 2020), work, TestContext.Current.CancellationToken)).Whole.Matters;

        Assert.Equal((84.88m, WarningLevel.Reached), (warning.Rate!.Value, warning.Level!.Value));
        Assert.NotEqual(WarningLevel.OutOfReach, warning.Points[5].Level); // end of March
        Assert.Equal((new DateOnly(2020, 4, 30), WarningLevel.OutOfReach), (warning.Points[6].On, warning.Points[6].Level));
        var next = (await ReadWarnings.RunAsync(new("D05", 2021), work, TestContext.Current.CancellationToken)).Whole.Matters;
        Assert.Equal((1, WarningLevel.Doubtful, new DateOnly(2020, 10, 31)), (next.Points.Count, next.Level!.Value, next.Since!.On));
    }

    private static PartBehind Part(string unit, string? officer, long settled, long enforceable) => new(unit, officer, unit, false, true, settled, enforceable, Money.Rate(settled, enforceable));

    private static async Task<TestOffice> OpenAsync(string kind, DateOnly today)
    {
        var office = await TestOffice.NewAsync(kind, today);
        var all = Enumerable.Range(2016, 5).SelectMany(year => Enumerable.Range(0, 40).Select(i => (Code: $"{year}-{i:00}", Decided: new DateOnly(year - 1, 10, 1)))).ToList();
        var waiting = new Queue<(string Code, DateOnly Decided)>(all);
        var steps = new List<StepRow>();
        for (var year = 2016; year <= 2020; year++)
        {
            var done = 0;
            for (var month = 1; month <= 12; month++)
            {
                var start = month == 1 ? new StatisticalYear(year).Start : new StatisticalYear(year).EndOfMonth(month - 1).AddDays(1);
                var until = year == 2020 && month is 8 or 9 ? done : (year == 2016 ? 30 : 40) * month / 12;
                for (; done < until; done++)
                {
                    var on = start.AddDays(9);
                    steps.Add(new StepRow(waiting.Dequeue().Code, "1", "collected", on) { Amount = 1000, KnownOn = year == 2020 && month == 7 ? new(2020, 6, 5) : null });
                }
            }
        }

        await office.TakeInAsync(new ExchangeSet
        {
            Units = [new("P", "Cục tỉnh", "province", ""), new("D1", "Chi cục Một", "district", "P"), new("D2", "Chi cục Hai", "district", "P")],
            Officers = [new("O1", "Người Một", "D1", "enforcer"), new("O2", "Người Hai", "D1", "enforcer")],
            Matters = [.. all.Select((matter, i) => new MatterRow(matter.Code, "D1", i % 2 == 0 ? "O1" : "O2", matter.Decided))],
            Obligations = [.. all.Select(matter => new ObligationRow(matter.Code, "1", 1000))],
            Steps = steps.Where(step => step.On <= today && step.KnownSince <= today).ToList(),
            Targets = [new("D1", "", 2020, "matters", 77, "annual"), new("D2", "", 2020, "matters", 75, "annual")],
            Figures = today < new DateOnly(2020, 10, 1) ? [] : [new("D2", 2020, 12, "06-2019", "matters", new Dictionary<string, string> { ["total"] = "100", ["due"] = "100", ["enforceable"] = "100", ["settled"] = "70", ["carried_over"] = "30", ["separate"] = "0" })],
        });
        return office;
    }
}
