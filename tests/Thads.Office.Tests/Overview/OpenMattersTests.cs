using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Overview;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Overview;

/// <summary>The open matters of a day against matters lived through one by one (Brute/), and against the forms.</summary>
public sealed class OpenMattersTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_open_matters_of_any_day_are_those_of_the_second_computation(string kind)
    {
        for (var seed = 500; seed < (TestRun.IsLong ? 520 : 502); seed++)
        {
            var set = RandomSets.Make(seed, 120, Today);
            await using var office = await TestOffice.NewAsync(kind, Today);
            await office.TakeInAsync(set);
            var random = new Random(seed);
            for (var question = 0; question < 25; question++)
            {
                var on = Today.AddDays(-random.Next(question % 3 == 0 ? 1 : 3000));
                DateOnly? known = question % 2 == 0 ? null : Today.AddDays(-random.Next(2000));
                var unit = new[] { "C", "P1", "D1", "D5", "R1" }[question % 5];

                var found = (await OpenAsync(office, new OverviewQuestion(unit, on, known))).Open
                    .Select(m => Told(m.Matter.Code, m.Unit, m.Officer, m.Matter.State, m.Matter.Left, m.Matter.LeftSeparate, m.Matter.Since, m.Matter.StepOn, m.Matter.EventOn, m.Matter.BareLines));
                Assert.Equal(Expected(set, unit, on, known), found.Order(StringComparer.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_stock_of_a_last_day_is_that_of_the_forms(string kind)
    {
        var set = RandomSets.Make(77, 150, Today);
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(set);
        foreach (var (year, months) in new[] { (2019, 12), (2021, 5), (2025, 12), (2026, 3), (2026, 12) })
        {
            foreach (var unit in new[] { "C", "P1", "D5", "R1" })
            {
                var (scope, open) = await OpenAsync(office, new OverviewQuestion(unit, BruteForms.EndOf(year, months)));
                var stock = Stock.Of([.. open.Select(m => m.Matter)], scope, WatchLimits.Default);
                Assert.Equal(await RowAsync(office, "02", unit, year, months, "separate"), open.Sum(m => m.Matter.LeftSeparate));
                foreach (var (state, held) in stock.States)
                {
                    Assert.Equal(await RowAsync(office, "01", unit, year, months, Codes.CodeOf(state)), held.Matters);
                }

                Assert.Equal(stock.Separate, stock.States[^1].Held);
                foreach (var (form, quantity) in new (string, Func<Held, long>)[] { ("01", held => held.Matters), ("02", held => held.Left) })
                {
                    var live = await RowAsync(office, form, unit, year, months, "carried_over");
                    Assert.Equal(live, quantity(stock.Live));
                    Assert.Equal(live, stock.Ages.Sum(row => quantity(row.Live)));
                    Assert.Equal(live, stock.DocketYears.Sum(row => quantity(row.Live)));
                    Assert.Equal(live, stock.Officers.Sum(row => quantity(row.Live)));
                }
            }
        }
    }

    [Theory]
    [InlineData("2010-11-10", "2020-11-09", 9, AgeBand.SixToNine)] // the day before the anniversary
    [InlineData("2010-11-10", "2020-11-10", 10, AgeBand.TenAndMore)]
    [InlineData("2020-02-29", "2021-02-28", 1, AgeBand.OneToTwo)] // a leap day has its anniversary on the 28th
    [InlineData("2020-10-01", "2020-10-01", 0, AgeBand.UnderOne)]
    [InlineData("2017-11-11", "2020-11-10", 2, AgeBand.OneToTwo)]
    public void The_age_of_a_matter_is_counted_in_whole_years(string decided, string on, int years, AgeBand band)
    {
        Assert.Equal(years, Age.Years(DateOnly.Parse(decided, Words.Format), DateOnly.Parse(on, Words.Format)));
        Assert.Equal(band, Age.BandOf(DateOnly.Parse(decided, Words.Format), DateOnly.Parse(on, Words.Format)));
    }

    private static async Task<decimal?> RowAsync(TestOffice office, string form, string unit, int year, int months, string cell)
    {
        var report = await office.FormAsync(new FormQuery(form, unit, year, months));
        return report.Rows[0].Cells[report.Columns.ToList().FindIndex(c => c.Cell == cell)];
    }

    internal static async Task<(OverviewScope Scope, List<(OpenMatter Matter, string Unit, string Officer)> Open)> OpenAsync(TestOffice office, OverviewQuestion question)
    {
        await using var work = office.Work();
        var ct = TestContext.Current.CancellationToken;
        var scope = await OverviewScope.ResolveAsync(question, work, ct);
        var open = await ReadOpenMatters.RunAsync(scope, work, ct);
        return (scope, [.. open.Select(m => (m, scope.Tree.UnitCode(m.Unit), scope.OfficerCode(m.Officer) ?? ""))]);
    }

    /// <summary>Every matter lived through up to the day, and a line for each that is open in the scope.</summary>
    private static IEnumerable<string> Expected(ExchangeSet set, string unit, DateOnly on, DateOnly? known)
    {
        var scope = BruteForms.ScopeOf(set, unit, on);
        var steps = BruteForms.KnownSteps(set, known);
        var events = set.Events.Where(e => e.On <= on && (known is null ? e.VoidedOn is null : (e.KnownOn ?? e.On) <= known && !(e.VoidedOn <= known))).ToLookup(e => e.Matter);
        var told = new List<string>();
        foreach (var row in set.Matters.Where(m => m.DecidedOn <= on && (known is null || m.KnownSince <= known)))
        {
            var lines = set.Obligations.Where(o => o.Matter == row.Code).ToList();
            var life = new BruteMatter(row, lines);
            var since = row.DecidedOn;
            var taken = steps.GetValueOrDefault(row.Code, []).Where(s => s.On <= on).ToList();
            foreach (var step in taken)
            {
                var before = life.State;
                life.Take(step);
                since = life.State == before ? since : step.On;
            }

            if (BruteMatter.IsOpen(life.State) && scope.Contains(life.Account.Unit))
            {
                var work = taken.Where(s => s.Step is not ("reassigned" or "transferred")).ToList();
                told.Add(Told(
                    row.Code, life.Account.Unit, life.Account.Officer, Codes.TryRead<DocketState>(life.State, out var state) ? state : throw new InvalidOperationException(life.State),
                    (long)life.Lines.Where(l => BruteMatter.IsLive(l.State)).Sum(l => l.Remainder), (long)life.Lines.Where(l => l.State == "separate").Sum(l => l.Remainder), since, work.Count == 0 ? null : work.Max(s => s.On),
                    events.Contains(row.Code) ? events[row.Code].Max(e => e.On) : null, lines.Count(l => !work.Exists(s => s.Line.Length == 0 || s.Line == l.Line))));
            }
        }

        return told.Order(StringComparer.Ordinal);
    }

    private static string Told(string code, string unit, string officer, DocketState state, long left, long apart, DateOnly since, DateOnly? step, DateOnly? happened, int bare) =>
        $"{code} {unit}/{officer} {state} {left} and {apart} since {since:yyyy-MM-dd} step {step:yyyy-MM-dd} event {happened:yyyy-MM-dd} bare {bare}";
}
