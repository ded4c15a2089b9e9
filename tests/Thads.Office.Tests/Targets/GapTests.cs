using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Targets;

public sealed class GapTests
{
    private static readonly DateOnly Today = new(2026, 6, 20);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_could_be_settled_is_what_the_form_has_enforceable_and_not_settled(string kind)
    {
        for (var seed = 41; seed < 45; seed++)
        {
            await using var office = await OfficeAsync(kind, seed);
            foreach (var unit in new[] { "P1", "R1", "D5", "C" })
            {
                var matters = await GapAsync(office, unit, Measure.Matters);
                var money = await GapAsync(office, unit, Measure.Money);

                Assert.Equal(matters.Enforceable - matters.Settled, matters.Candidates + matters.Blocked);
                Assert.Equal(money.Enforceable - money.Settled, (await ReachableAsync(office, money)).Sum(matter => matter.Left));
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_list_is_the_shortest_head_of_its_order_that_brings_the_unit_strictly_over(string kind)
    {
        await using var office = await OfficeAsync(kind, 41);
        var found = 0;
        foreach (var unit in new[] { "P1", "R1", "R2", "D5", "C" })
        {
            foreach (var measure in new[] { Measure.Matters, Measure.Money })
            {
                var gap = await GapAsync(office, unit, measure);
                if (gap.IsEnough && gap.Lines.Count > 0)
                {
                    found++;
                    var last = measure == Measure.Matters ? 1 : gap.Lines[^1].Matter.Left;
                    Assert.True(gap.RateAfter > gap.Target.Value);
                    Assert.False(Money.Rate(gap.Settled + gap.Gained - last, gap.Enforceable) > gap.Target.Value);
                }

                Assert.Equal(gap.Lines, measure == Measure.Matters
                    ? gap.Lines.OrderBy(line => line.Effort).ThenBy(line => line.Matter.Left).ThenBy(line => line.Matter.Matter.DecidedOn).ThenBy(line => line.Matter.Matter.Code, StringComparer.Ordinal)
                    : gap.Lines.OrderByDescending(line => (decimal)line.Matter.Left / line.Effort).ThenBy(line => line.Effort).ThenBy(line => line.Matter.Matter.DecidedOn).ThenBy(line => line.Matter.Matter.Code, StringComparer.Ordinal));
            }
        }

        Assert.True(found > 2, $"{found} gaps");
    }

    [Fact]
    public async Task The_list_of_an_officer_is_of_their_own_matters_and_needs_a_target_of_their_own()
    {
        await using var office = await OfficeAsync(TestDatabases.Sqlite, 42);
        await using var work = office.Work();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => FindGap.RunAsync(new FormQuery("01", "D5", 2026, 9, Officer: "oMa"), Measure.Matters, work, TestContext.Current.CancellationToken));
        Assert.Equal("gap.no-target", refused.Refusal.Code);
        await office.DoAsync(w => AssignTargets.RunAsync(new(2026, "A", "9/QĐ", new(2026, 1, 5), [new("D5", "oMa", Measure.Matters, 99m)]), w, default));
        var gap = await FindGap.RunAsync(new FormQuery("01", "D5", 2026, 9, Officer: "oMa"), Measure.Matters, work, TestContext.Current.CancellationToken);
        Assert.All(gap.Lines, line => Assert.Equal("oMa", gap.Scope.OfficerCode(line.Matter.Matter.Officer)));
        Assert.Equal(gap.Enforceable - gap.Settled, gap.Candidates + gap.Blocked);
    }

    [Fact]
    public async Task Every_score_is_the_sum_of_its_reasons_and_a_closed_period_says_so()
    {
        await using var office = await OfficeAsync(TestDatabases.Sqlite, 43);
        var gap = await GapAsync(office, "C", Measure.Matters);
        var all = await ReachableAsync(office, gap);

        Assert.NotEmpty(all);
        Assert.All(all.Select(matter => EffortRule.Current.Of(matter, Today)), score => Assert.Equal(Math.Max(EffortRule.Current.Least, score.Why.Sum(reason => reason.Points)), score.Effort));
        Assert.True(all.SelectMany(matter => EffortRule.Current.Of(matter, Today).Why).Select(reason => reason.Mark).Distinct().Count() > 6);
        Assert.False(gap.IsOver);
        office.Today = new(2026, 10, 5);
        Assert.True((await GapAsync(office, "C", Measure.Matters)).IsOver);
    }

    [Fact]
    public async Task Whoever_sees_another_unit_finds_no_gap()
    {
        await using var office = await OfficeAsync(TestDatabases.Sqlite, 44);
        var tree = await office.TreeAsync();
        var other = new Person("x", Permissions.ReadFigures | Permissions.ReadMatters, new HashSet<int> { tree.UnitOf("R2")!.Value });

        await Assert.ThrowsAsync<NotFoundException>(() => office.AskAsync(work => FindGap.RunAsync(new FormQuery("01", "D5", 2026, 9), Measure.Matters, work, default), other));
    }

    private static async Task<TestOffice> OfficeAsync(string kind, int seed)
    {
        var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(RandomSets.Make(seed, 160, Today));
        var rows = new[] { "P1", "R1", "R2", "D5", "C" }.SelectMany(unit => new[] { Measure.Matters, Measure.Money }, (unit, measure) => new AssignTargets.Row(unit, null, measure, 55.5m)).ToList();
        await office.DoAsync(work => AssignTargets.RunAsync(new(2026, "Cục", "1/QĐ", new(2025, 12, 15), rows), work, default));
        return office;
    }

    private static async Task<TargetGap> GapAsync(TestOffice office, string unit, Measure measure) =>
        await office.AskAsync(work => FindGap.RunAsync(new FormQuery("01", unit, 2026, office.Today < new DateOnly(2026, 7, 1) ? 9 : 12), measure, work, default));

    private static async Task<IReadOnlyList<ReachableMatter>> ReachableAsync(TestOffice office, TargetGap gap) => await office.AskAsync(work => ReadReachable.RunAsync(gap.Scope, work, default));
}
