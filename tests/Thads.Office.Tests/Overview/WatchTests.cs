using Thads.Office.Matters;
using Thads.Office.Overview;
using Thads.Office.Procedure;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Overview;

/// <summary>What is watched and why, matter by matter; and that acts recorded meanwhile are seen at once.</summary>
public sealed class WatchTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly ExchangeSet Set = new()
    {
        Units = [new("D1", "Một", "district", "")],
        Officers = [new("O1", "Người 1", "D1", "enforcer"), new("O2", "Người 2", "D1", "enforcer")],
        Matters =
        [
            new("OLD", "D1", "O1", Today.AddYears(-10)), new("NINE", "D1", "O1", Today.AddYears(-10).AddDays(1)), new("NEW", "D1", "O2", Today.AddMonths(-3)),
            new("BARE", "D1", "O2", Today.AddMonths(-3).AddDays(-1)), new("IDLE", "D1", "O2", new(2025, 1, 10)), new("STOP", "D1", "", new(2025, 11, 3)),
            new("LINES", "D1", "O1", new(2026, 10, 5)), new("LAST", "D1", "O1", new(2026, 3, 2)),
        ],
        Obligations =
        [
            .. new[] { "OLD", "NINE", "NEW", "BARE", "IDLE", "STOP", "LAST" }.Select((code, i) => new ObligationRow(code, "1", 1_000 * (i + 1))),
            new("LINES", "1", 500), new("LINES", "2", 300),
        ],
        Steps =
        [
            new("OLD", "1", "collected", new(2026, 11, 2)) { Amount = 10 }, new("NINE", "1", "collected", new(2026, 11, 2)) { Amount = 10 },
            new("IDLE", "1", "collected", new(2025, 11, 19)) { Amount = 10 }, new("STOP", "", "postponed", new(2026, 5, 19)),
            new("LINES", "2", "collected", new(2026, 11, 3)) { KnownOn = new(2026, 11, 11), Amount = 10 }, new("LAST", "1", "terminated", new(2026, 9, 26)),
        ],
        Events = [new("OLD", "", "verified", new(2026, 11, 1))],
    };

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_is_watched_is_watched_from_the_day_after_its_limit(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(Set);

        Assert.Equal(["OLD"], await CodesAsync(office, Listing.TenYears));
        Assert.Equal(["BARE"], await CodesAsync(office, Listing.Untouched));
        Assert.Equal(["IDLE"], await CodesAsync(office, Listing.Idle));
        Assert.Equal(["IDLE"], await CodesAsync(office, Listing.LongIdle));
        Assert.Equal(["STOP"], await CodesAsync(office, Listing.Stopped));
        Assert.Equal(["LINES"], await CodesAsync(office, Listing.ForgottenLine));
        Assert.Equal(["LINES"], await CodesAsync(office, Listing.Late, year: 2027));
        Assert.Equal(["LAST"], await CodesAsync(office, Listing.YearEnd));
        Assert.Equal(["STOP"], await CodesAsync(office, Listing.NoOfficer));
        Assert.Equal(["STOP", "IDLE", "BARE", "NEW", "NINE", "OLD", "LINES"], await CodesAsync(office, Listing.Largest, inOrder: true));
        Assert.Equal(["STOP", "IDLE"], await CodesAsync(office, Listing.Largest, WatchLimits.Default with { Largest = 2 }, inOrder: true));

        office.Today = Today.AddDays(1);
        Assert.Equal(["NINE", "OLD"], await CodesAsync(office, Listing.TenYears));
        Assert.Equal(["BARE", "NEW"], await CodesAsync(office, Listing.Untouched));
        Assert.Equal([], await CodesAsync(office, Listing.TenYears, WatchLimits.Default with { OldYears = 11 }));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_step_recorded_meanwhile_is_seen_at_once(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today, actsPerBatch: 2);
        await office.TakeInAsync(Set);
        Assert.Equal(["IDLE"], await CodesAsync(office, Listing.Idle));

        await office.RecordAsync(new RecordStep.Input("IDLE", StepKind.Collected, Today, "1", 5));
        Assert.Equal([], await CodesAsync(office, Listing.Idle));
        Assert.Equal(7, (await CodesAsync(office, Listing.Open)).Count);

        await office.RecordAsync(new RecordStep.Input("NEW", StepKind.Terminated, Today));
        await office.RecordAsync(new RecordStep.Input("STOP", StepKind.Reassigned, Today, ToOfficer: "O1"));
        Assert.Equal(6, (await CodesAsync(office, Listing.Open)).Count);
        Assert.Equal([], await CodesAsync(office, Listing.NoOfficer));

        office.Today = Today.AddDays(1);
        Assert.Equal(6, (await CodesAsync(office, Listing.Open)).Count);
        await office.VoidAsync(new VoidStep.Input("NEW", 1, "nhầm việc"));
        Assert.Equal(7, (await CodesAsync(office, Listing.Open)).Count);
        await office.TakeInAsync(Set with { Matters = [new("MORE", "D1", "O1", Today)], Obligations = [new("MORE", "1", 1)], Steps = [], Events = [] });
        Assert.Equal(8, (await CodesAsync(office, Listing.Open)).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Every_figure_to_watch_is_the_length_of_its_list_and_the_sum_of_its_officers(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, new(2026, 11, 23));
        await office.TakeInAsync(RandomSets.Make(51, 200, new(2026, 11, 23)));
        await using var work = office.Work();
        var ct = TestContext.Current.CancellationToken;
        var limits = new WatchLimits(StoppedMonths: 1, UntouchedMonths: 1, IdleMonths: 1, LongIdleMonths: 2, UnverifiedMonths: 1, OldYears: 5, LateDays: 1, YearEndDays: 90);
        var question = new OverviewQuestion("C", new(2026, 11, 23));
        var figures = await WatchFigures.RunAsync(await OverviewScope.ResolveAsync(question, work, ct), 2026, null, limits, work, ct);
        foreach (var figure in figures)
        {
            var (_, listed) = await ListMatters.RunAsync(question, new MatterPick(figure.What), 2026, null, limits, work, ct);

            Assert.Equal(figure.Number, listed.Number);
            Assert.Equal(figure.Number, figure.Officers.Sum(officer => officer.Number));
            foreach (var (code, _, number) in figure.Officers)
            {
                var (_, own) = await ListMatters.RunAsync(question, new MatterPick(figure.What, Officer: code ?? MatterPick.None), 2026, null, limits, work, ct);
                Assert.True(own.Number == number, $"{figure.What} of {code}: {own.Number}, not {number}");
            }
        }

        Assert.True(figures.Count(figure => figure.Number > 0) >= 7, string.Join(' ', figures.Select(f => $"{f.What}={f.Number}")));
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(TestOffice office, Listing what, WatchLimits? limits = null, int year = 2026, bool inOrder = false)
    {
        await using var work = office.Work();
        var (_, picked) = await ListMatters.RunAsync(
            new OverviewQuestion("D1", office.Today), new MatterPick(what), year, null, limits ?? WatchLimits.Default, work, TestContext.Current.CancellationToken);
        var codes = picked.Matters.Select(m => m.Code);
        return [.. inOrder ? codes : codes.Order(StringComparer.Ordinal)];
    }
}
