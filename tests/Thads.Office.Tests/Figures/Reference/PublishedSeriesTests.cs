using Thads.Office.Docket;
using Thads.Office.Figures.Reference;

namespace Thads.Office.Tests.Figures.Reference;

public sealed class PublishedSeriesTests
{
    [Theory]
    [InlineData(2019, Measure.Matters, "78.59")]
    [InlineData(2019, Measure.Money, "35.43")]
    [InlineData(2020, Measure.Matters, "81.41")]
    [InlineData(2020, Measure.Money, "40.09")]
    [InlineData(2022, Measure.Matters, "82.50")]
    [InlineData(2022, Measure.Money, "45.54")]
    [InlineData(2023, Measure.Matters, "83.25")]
    [InlineData(2023, Measure.Money, "46.78")]
    [InlineData(2024, Measure.Matters, "83.88")]
    [InlineData(2024, Measure.Money, "51.84")]
    [InlineData(2025, Measure.Matters, "84.27")]
    [InlineData(2025, Measure.Money, "56.62")]
    public void The_latest_national_rate_of_a_year_is_the_final_one(int year, Measure measure, string rate) =>
        Assert.Equal(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture), PublishedSeries.Latest(year, measure, "rate")?.Value);

    [Fact]
    public void The_first_numbers_of_a_year_stay_beside_the_final_ones() =>
        Assert.Equal([83.24m, 83.25m], PublishedSeries.Of(2023, Measure.Matters).Where(value => value.Figure == "rate").Select(value => value.Value));

    [Fact]
    public void A_result_of_nine_months_is_not_the_result_of_the_year() =>
        Assert.Null(PublishedSeries.Latest(2017, Measure.Matters, "rate"));

    [Fact]
    public void A_target_worked_out_from_a_margin_does_not_pass_for_printed()
    {
        Assert.False(PublishedSeries.Latest(2020, Measure.Matters, "target")!.IsPrinted);
        Assert.True(PublishedSeries.Latest(2025, Measure.Matters, "target")!.IsPrinted);
    }

    [Fact]
    public void A_figure_stands_once_per_scope_period_and_vintage()
    {
        var twice = PublishedSeries.All.GroupBy(v => (v.Year, v.Months, v.Scope, v.Measure, v.Figure, v.Vintage)).Where(g => g.Count() > 1).Select(g => g.Key);

        Assert.Empty(twice);
        Assert.All(PublishedSeries.All, v => Assert.InRange(v.Year, 2017, 2025));
        Assert.All(PublishedSeries.All, v => Assert.InRange(v.Months, 1, 12));
        Assert.All(PublishedSeries.All, v => Assert.Contains(v.Unit, (string[])["matters", "thousand-dong", "billion-dong", "percent", "points"]));
        Assert.All(PublishedSeries.All, v => Assert.Contains(v.Mark, (string[])["", ">", "~"]));
    }

    [Fact]
    public void Percentages_and_only_they_lie_within_a_hundred() =>
        Assert.All(PublishedSeries.All.Where(v => v.Unit is "percent" or "points"), v => Assert.InRange(v.Value, -100m, 100m));
}
