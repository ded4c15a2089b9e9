using Thads.Office.Figures;

namespace Thads.Office.Tests.Figures;

public sealed class IndicatorTests
{
    [Theory]
    [InlineData("fair_matters", 3_420, 5_000, 366, "68.4")]
    [InlineData("clearance", 3_420, 0, 366, null)] // of nothing
    [InlineData("disposition", 1_771, 3_420, 366, "190")] // 189,53 days
    [InlineData("congestion", 5_211, 3_420, 366, "1.5237")] // 152,37 %
    [InlineData("clearance", -1, 10, 366, null)] // what is new may be negative where matters were handed over in the year they came
    public void Our_measures_are_quotients_of_two_cells_and_none_of_nothing(string code, long part, long whole, int days, string? value)
    {
        var indicator = Indicator.All.Single(i => i.Code == code);

        Assert.Equal(value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), indicator.Of(part, whole, days));
    }
}
