using Thads.Office.Docket;
using Thads.Office.Overview;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Overview;

public sealed class WhatMovedTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Listing[] In = [Listing.Docketed, Listing.Reopened, Listing.HandedIn];
    private static readonly Listing[] Out = [Listing.Settled, Listing.Delegated, Listing.LeftOtherwise, Listing.HandedOut];

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_was_open_before_and_what_moved_make_what_is_open_after(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(RandomSets.Make(41, 200, Today));
        await using var work = office.Work();
        var ct = TestContext.Current.CancellationToken;
        var random = new Random(41);
        var moved = 0;
        for (var question = 0; question < 20; question++)
        {
            var last = Today.AddDays(-random.Next(2500));
            var first = last.AddDays(-random.Next(400));
            var scope = await OverviewScope.ResolveAsync(new OverviewQuestion(new[] { "C", "P1", "D1", "D5" }[question % 4], last, last), work, ct);
            var dayBefore = first.AddDays(-1);
            var before = await ReadOpenMatters.RunAsync(scope with { On = dayBefore, CutOff = scope.CutOff with { KnownOn = dayBefore } }, work, ct);
            var after = await ReadOpenMatters.RunAsync(scope, work, ct);
            var movement = await WhatMoved.RunAsync(first, scope, work, ct);

            Assert.Equal(after.Count, before.Count + In.Sum(what => movement.Number(what)) - Out.Sum(what => movement.Number(what)));
            foreach (var state in new[] { DocketState.NotEnforceable, DocketState.Suspended, DocketState.Separate })
            {
                Assert.All(movement.Moved.Where(m => m.State == state && m.What is Listing.NotEnforceable or Listing.Suspended or Listing.Separated), m => Assert.InRange(m.KnownOn, first, last));
            }

            moved += movement.Moved.Count;
        }

        Assert.True(moved > 300, $"Only {moved} matters moved.");
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Every_number_of_what_moved_is_the_sum_of_its_list_and_of_its_officers(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(RandomSets.Make(42, 200, Today));
        await using var work = office.Work();
        var ct = TestContext.Current.CancellationToken;
        var question = new OverviewQuestion("P1", new(2025, 6, 30), new(2025, 6, 30));
        var scope = await OverviewScope.ResolveAsync(question, work, ct);
        var movement = await WhatMoved.RunAsync(new(2024, 10, 1), scope, work, ct);
        foreach (var what in Enum.GetValues<Listing>().Where(l => l.IsMovement && l != Listing.LateKnown))
        {
            var (_, listed) = await ListMatters.RunAsync(question, new MatterPick(what), 2025, new(2024, 10, 1), WatchLimits.Default, work, ct);
            var officers = movement.Moved.Where(m => m.What == what).Select(m => scope.OfficerCode(m.Officer) ?? MatterPick.None).Distinct();

            Assert.Equal(movement.Number(what), listed.Number);
            Assert.Equal(listed.Number, officers.Sum(code => movement.Pick(new MatterPick(what, Officer: code), scope).Number));
        }

        Assert.Contains(movement.Moved, m => m.What == Listing.Collected && m.Manner is not null);
        Assert.Equal(
            movement.Number(Listing.Collected),
            Codes.All<Matters.Manner>().Append(MatterPick.None).Sum(manner => movement.Pick(new MatterPick(Listing.Collected, Manner: manner), scope).Number));
    }

    [Fact]
    public async Task Time_does_not_run_backwards()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        await office.TakeInAsync(RandomSets.Make(43, 5, Today));
        await using var work = office.Work();
        var ct = TestContext.Current.CancellationToken;

        async Task<string> RefusedAsync(OverviewQuestion question, DateOnly? since) => (await Assert.ThrowsAsync<RefusedException>(
            () => ListMatters.RunAsync(question, new MatterPick(Listing.Settled), 2026, since, WatchLimits.Default, work, ct))).Refusal.Code;
        Assert.Equal("overview.since", await RefusedAsync(new OverviewQuestion("C", Today), Today.AddDays(1)));
        Assert.Equal("overview.no-since", await RefusedAsync(new OverviewQuestion("C", Today), null));
        Assert.Equal("overview.day", await RefusedAsync(new OverviewQuestion("C", Today.AddDays(1)), Today));
    }
}
