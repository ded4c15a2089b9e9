using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Targets;

public sealed class ForecastTests
{
    private static readonly DateOnly Today = new(2026, 6, 20);

    [Fact]
    public void Years_that_all_run_alike_foretell_this_one_exactly()
    {
        var past = Enumerable.Range(2016, 4).Select(year => Shape(year, 70, 100 + year)).ToList();

        for (var months = 1; months < 12; months++)
        {
            var (settled, enforceable) = Shape(2020, 70, 500).Months[months - 1];
            var forecast = Forecast.Of(past, months, settled, enforceable)!;
            Assert.InRange(forecast.Central, 69.5m, 70.5m); // Whole matters: half a matter of some hundred.
            Assert.InRange(forecast.High - forecast.Low, 0m, 2m);
            Assert.Equal(4, forecast.Years);
        }
    }

    [Fact]
    public void The_more_the_years_differ_the_wider_the_interval_and_the_same_books_give_the_same_numbers()
    {
        var calm = Of([70, 71, 70, 69, 70]);
        var wild = Of([50, 80, 60, 85, 70]);

        Assert.True(wild.High - wild.Low > 3 * (calm.High - calm.Low));
        Assert.Equal(wild, Of([50, 80, 60, 85, 70]));
        Assert.All(new[] { calm, wild }, f => Assert.True(f.Low <= f.Central && f.Central <= f.High && f.Low >= 0 && f.High <= 100));

        static YearForecast Of(int[] finals) => Forecast.Of(finals.Select((final, i) => Shape(2015 + i, final, 400)), 4, 100, 300)!;
    }

    [Fact]
    public void Too_little_history_gives_no_forecast()
    {
        Assert.Null(Forecast.Of([Shape(2018, 70, 100), Shape(2019, 72, 100)], 6, 30, 60));
        Assert.NotNull(Forecast.Of([Shape(2017, 70, 100), Shape(2018, 70, 100), Shape(2019, 72, 100)], 6, 30, 60));
        Assert.Null(Forecast.Of([Shape(2017, 70, 100), Shape(2018, 70, 100), Shape(2019, 72, 100)], 6, 0, 0));
    }

    [Fact]
    public void A_backtest_knows_nothing_of_the_year_it_tries()
    {
        List<YearShape> years = [Shape(2016, 70, 300), Shape(2017, 74, 320), Shape(2018, 71, 310), Shape(2019, 90, 330)];
        foreach (var month in Backtest.Of(years))
        {
            var (settled, enforceable) = years[3].Months[month.Months - 1];
            var forecast = Forecast.Of(years[..3], month.Months, settled, enforceable)!;
            Assert.Equal((1, Math.Abs(forecast.Central - years[3].Final!.Value), 19m),
                (month.Forecasts, month.Error, Math.Round(month.Naive, 0, MidpointRounding.AwayFromZero)));
            Assert.Equal(years[3].Final >= forecast.Low && years[3].Final <= forecast.High ? 1 : 0, month.Inside);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_forecast_stands_on_the_months_that_are_over_or_says_why_there_is_none(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(RandomSets.Make(81, 400, Today));
        async Task<ForecastOfYear> Ask(string unit, int year, int months = 12, DateOnly? known = null) =>
            await office.AskAsync(work => ForecastYear.RunAsync(new FormQuery("01", unit, year, months, KnownOn: known), Measure.Matters, work, default));

        var nation = await Ask("C", 2026);
        Assert.Equal((8, null), (nation.Months, nation.Why?.Code)); // To the end of May; June is not over.
        Assert.Equal(8, nation.Course!.Last.Months);
        Assert.Equal(nation.Forecast, (await Ask("C", 2026, 8)).Forecast);
        Assert.Equal(4, (await Ask("C", 2026, 4)).Months);
        Assert.Equal("forecast.over", (await Ask("C", 2025)).Why!.Code);
        Assert.Equal("forecast.no-month", (await Ask("C", 2026, known: new(2025, 10, 20))).Why!.Code);
    }

    [Fact]
    public async Task An_office_without_earlier_years_gets_no_forecast_and_the_reason()
    {
        await using var office = await Procedure.SmallOffice.OpenAsync(TestDatabases.Sqlite);

        var found = await office.AskAsync(work => ForecastYear.RunAsync(new FormQuery("01", "D1", 2027), Measure.Matters, work, default));

        Assert.Equal(("forecast.too-few", 1, null), (found.Why!.Code, found.Months, found.Forecast));
    }

    [Fact]
    public async Task Without_the_months_of_units_that_report_by_file_nothing_is_foretold()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        await office.TakeInAsync(RandomSets.Make(82, 0, Today));

        var found = await office.AskAsync(work => ForecastYear.RunAsync(new FormQuery("01", "C", 2026), Measure.Matters, work, default));

        Assert.Equal("forecast.by-file", found.Why!.Code);
        Assert.Null(found.Forecast);
    }

    /// <summary>A year that settles evenly up to a final percent, and whose base grows from half to the whole.</summary>
    private static YearShape Shape(int year, int final, int enforceable) => new(year, [.. Enumerable.Range(1, 12).Select(month =>
        ((long)(enforceable * final / 100.0 * month / 12), (long)(enforceable * (12 + month) / 24.0)))]);
}
