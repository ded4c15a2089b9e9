using Thads.Office.Acts;
using Thads.Office.Comparison;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Comparison;

public sealed class CompareUnitsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly IReadOnlyList<ComparedPeriod> Periods = [new(2019, 12), new(2020, 6), new(2020, 12), new(2024, 12), new(2025, 9), new(2026, 12)];

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_nation_has_one_total_however_it_is_organised_and_its_rows_add_up_to_it(string kind)
    {
        for (var seed = 61; seed < 64; seed++)
        {
            await using var office = await TestOffice.NewAsync(kind, Today);
            await office.TakeInAsync(WithReports(RandomSets.Make(seed, 90, Today)));
            var then = await CompareAsync(office, new("C", true, [], Periods));
            var now = await CompareAsync(office, new("C", true, [], Periods, Organised.Now));

            Assert.Equal(then.Columns, now.Columns);
            for (var column = 0; column < then.Columns.Count; column++)
            {
                foreach (var measure in new[] { Measure.Matters, Measure.Money })
                {
                    foreach (var cell in ComparedUnits.Cells)
                    {
                        Assert.Equal(then.Value(then.Rows[0], column, measure, cell), now.Value(now.Rows[0], column, measure, cell));
                        if (cell != "rate")
                        {
                            Assert.All(new[] { then, now }, view => Assert.Equal(
                                view.Value(view.Rows[0], column, measure, cell), view.Rows.Skip(1).Sum(row => view.Value(row, column, measure, cell) ?? 0)));
                        }
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task As_organised_then_every_row_is_the_unit_s_own_form(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(RandomSets.Make(65, 120, Today));
        var view = await CompareAsync(office, new("P1", true, ["P2"], [new(2019, 12), new(2021, 12), new(2026, 12)]));
        var checkedRows = 0;
        foreach (var row in view.Rows.Where(row => row.Kind != ComparedKind.Rest))
        {
            for (var column = 0; column < view.Columns.Count; column++)
            {
                if (view.Value(row, column, Measure.Matters, "total") is not null)
                {
                    var at = view.Columns[column];
                    Assert.True(row.IsForm[column]);
                    foreach (var (form, measure) in new[] { ("01", Measure.Matters), ("02", Measure.Money) })
                    {
                        var report = await office.FormAsync(new FormQuery(form, row.Code, at.Period.Year, at.Period.Months, Regime: at.Set.Regime));
                        Assert.Equal(report.Rows[0].Cells, row.Sums[column]!.Of(measure));
                        checkedRows++;
                    }
                }
            }
        }

        Assert.True(checkedRows > 12, $"{checkedRows}");
        Assert.Contains(view.Rows, row => row.Code == "P2");
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task As_organised_now_a_successor_has_the_past_figures_of_its_predecessors(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(RandomSets.Make(66, 120, Today));
        var period = new[] { new ComparedPeriod(2024, 12) };
        var now = await CompareAsync(office, new("R1", false, [], period, Organised.Now));
        var then = await CompareAsync(office, new("R1", false, ["D1", "D2", "D3"], period));

        // R1 succeeded D1 and D3 in 2025, and D3 had succeeded D2: in 2024 these two were R1's.
        Assert.Null(then.Rows[0].Sums[0]);
        Assert.Equal(["D1", "D3"], then.Rows.Skip(1).Select(row => row.Code));
        foreach (var cell in ComparedUnits.Cells.Where(cell => cell != "rate"))
        {
            Assert.Equal(then.Rows.Skip(1).Sum(row => then.Value(row, 0, Measure.Matters, cell)!.Value), now.Value(now.Rows[0], 0, Measure.Matters, cell));
            Assert.Equal(then.Rows.Skip(1).Sum(row => then.Value(row, 0, Measure.Money, cell)!.Value), now.Value(now.Rows[0], 0, Measure.Money, cell));
        }

        Assert.False(now.Rows[0].IsForm[0]);
    }

    [Fact]
    public async Task A_report_by_file_goes_along_with_its_unit_into_the_unit_of_today_and_is_counted_once()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        var units = RandomSets.Make(67, 0, Today);
        await office.TakeInAsync(WithReports(units));

        var then = await CompareAsync(office, new("C", true, ["D1"], [new(2020, 12)]));
        var now = await CompareAsync(office, new("C", true, ["R1"], [new(2020, 12)], Organised.Now));

        Assert.Equal((130, 60), (then.Value(then.Rows.Single(row => row.Code == "D1"), 0, Measure.Matters, "settled"), then.Value(then.Rows.Single(row => row.Code == "D1"), 0, Measure.Money, "settled")));
        Assert.Equal(130, now.Value(now.Rows.Single(row => row.Code == "R1"), 0, Measure.Matters, "settled"));
        Assert.Equal(1, now.Rows.Single(row => row.Code == "R1").Sums[0]!.Reported);
        Assert.Equal(130, then.Value(then.Rows[0], 0, Measure.Matters, "settled"));
        Assert.Null(then.Value(then.Rows[0], 0, Measure.Matters, "separate")); // Not in the file: not known, and no nought.
    }

    [Fact]
    public async Task A_file_cannot_be_counted_again_by_another_circular()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        var cells = new Dictionary<string, string> { ["settled"] = "130", ["enforceable"] = "150", ["total"] = "200" };
        await office.TakeInAsync(RandomSets.Make(67, 0, Today) with { Figures = [new("D1", 2019, 12, "08-2015", "matters", cells), new("D1", 2020, 12, "06-2019", "matters", cells)] });

        var view = await CompareAsync(office, new("D1", false, [], [new(2019, 12), new(2020, 12), new(2025, 6)]));
        decimal?[] Of(string cell) => [.. view.Columns.Select((_, i) => view.Value(view.Rows[0], i, Measure.Matters, cell))];

        // 2019 by its own circular, then by that of 2025; 2020 by its own, then by that of 2025, which counts as it did.
        Assert.Equal([130, 130, 130, 130, null], Of("settled"));
        Assert.Equal([150, null, 150, 150, null], Of("enforceable"));
        Assert.Equal([86.67m, null, 86.67m, 86.67m, null], Of("rate"));
    }

    [Fact]
    public async Task Across_circulars_a_period_is_counted_both_ways_and_each_change_alike()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        await office.TakeInAsync(RandomSets.Make(68, 150, Today));
        var view = await CompareAsync(office, new("C", false, [], [new(2019, 12), new(2020, 12)]));

        Assert.Equal([("2019", "08-2015", false), ("2019", "06-2019", true), ("2020", "06-2019", false)], view.Columns.Select(c => (c.Period.ToString(), c.Set.Regime, c.IsAsNow)));
        Assert.Equal([(0, 2), (1, 2)], view.Pairs);
        var summary = await office.AskAsync(work => YearSummary.RunAsync(new FormQuery("01", "C", 2020), work, default));
        foreach (var measure in summary.Measures)
        {
            Assert.Equal(new ComparedChange(true, measure.AsThen.PointsChange), view.Change(view.Rows[0], view.Pairs[0], measure.Measure, "rate"));
            Assert.Equal(new ComparedChange(true, measure.AsNow!.PointsChange), view.Change(view.Rows[0], view.Pairs[1], measure.Measure, "rate"));
            Assert.False(view.Change(view.Rows[0], view.Pairs[0], measure.Measure, "settled").IsPoints);
        }
    }

    [Theory]
    [InlineData("2019, 2020", "2019 2020")]
    [InlineData("2016-2018", "2016 2017 2018")]
    [InlineData("2020/6;2019/12 2020", "2019 2020/6 2020")]
    [InlineData("2020, 2020", "2020")]
    [InlineData("", "compare.no-period")]
    [InlineData("2020/13", "compare.period")]
    [InlineData("2020-2016", "compare.period")]
    [InlineData("hai nghìn", "compare.period")]
    [InlineData("1990-2020", "compare.too-many")]
    [InlineData("1900-9998", "compare.period")]
    public void Periods_are_read_as_people_type_them(string typed, string expected) =>
        Assert.Equal(expected, CompareQuery.Read(typed, 12, out var periods)?.Code ?? string.Join(' ', periods));

    [Fact]
    public async Task Whoever_sees_one_unit_compares_that_one_alone()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        await office.TakeInAsync(RandomSets.Make(69, 60, Today));
        var tree = await office.TreeAsync();
        var one = new Person("x", Permissions.ReadFigures, new HashSet<int> { tree.UnitOf("D5")!.Value });
        Task<ComparedUnits> Ask(CompareQuery query) => office.AskAsync(work => CompareUnits.RunAsync(query, work, default), one);

        await Assert.ThrowsAsync<NotFoundException>(() => Ask(new("P1", true, [], [new(2020, 12)])));
        await Assert.ThrowsAsync<NotFoundException>(() => Ask(new("D5", false, ["D1"], [new(2020, 12)])));
        Assert.Equal(["D5"], (await Ask(new("D5", true, [], [new(2020, 12)], Organised.Now))).Rows.Select(row => row.Code));
    }

    private static ExchangeSet WithReports(ExchangeSet set) => set with
    {
        Figures = [
            new("D1", 2020, 12, "06-2019", "matters", new Dictionary<string, string> { ["settled"] = "130", ["enforceable"] = "150", ["total"] = "200" }),
            new("D1", 2020, 12, "06-2019", "money", new Dictionary<string, string> { ["settled"] = "60", ["enforceable"] = "90", ["total"] = "100" }),
        ],
    };

    private static async Task<ComparedUnits> CompareAsync(TestOffice office, CompareQuery query) => await office.AskAsync(work => CompareUnits.RunAsync(query, work, default));
}
