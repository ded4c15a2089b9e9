using Thads.Office.Docket;
using Thads.Office.Ranking;

namespace Thads.Office.Tests.Ranking;

/// <summary>Points and grades from values, by the scheme of 2015.</summary>
public sealed class ScoringTests
{
    private static readonly Scheme Of2015 = Scheme.Find("2015")!;

    [Theory]
    [InlineData("matters", "84.88", "45")]      // above 80: the maximum and no more
    [InlineData("matters", "80", "45")]
    [InlineData("matters", "72", "40.5")]       // 90 % of the target
    [InlineData("matters", "79.99", "44.99")]   // 44,994…
    [InlineData("matters", "0", "0")]
    [InlineData("money", "19", "22.5")]         // half of 38
    public void Proportional_points_are_the_share_of_the_target_capped(string criterion, string rate, string points) =>
        Assert.Equal(Number(points), Points(criterion, criterion == "matters" ? Number(rate) : 80, criterion == "money" ? Number(rate) : 38, 3));

    [Theory]
    [InlineData(3, 15)]    // at the target
    [InlineData(4.99, 16)] // one full point above
    [InlineData(20, 20)]   // capped
    [InlineData(2.99, 13)] // one begun point below
    [InlineData(-10, 0)]   // never below 0
    public void Steps_give_and_take_by_the_percentage_point(double reduction, double points) => Assert.Equal((decimal)points, Points("carried-over", 80, 38, (decimal)reduction));

    [Theory]
    [InlineData(81, 39, 3, 120, 10)]  // all three met, above the mean of 100
    [InlineData(81, 39, 3, 100, 0)]   // not above the mean
    [InlineData(80, 39, 3, 120, 0)]   // "trên 80": 80 is not above
    public void The_bonus_asks_for_all_targets_and_a_large_caseload(double rate, double money, double reduction, int total, int points) =>
        Assert.Equal(points, Points("large-caseload", (decimal)rate, (decimal)money, (decimal)reduction, total, 100));

    [Fact]
    public void Without_the_other_units_or_a_target_the_figures_say_nothing()
    {
        Assert.Null(Points("large-caseload", 81, 39, 3, 120, mean: null));
        Assert.Null(Scoring.Points(Of2015.Criterion("matters")!, Results(80, 38, 3, assigned: false), Unit(80, 38, 3, 100, assigned: false), new Dictionary<CellOf, decimal>()));
        Assert.Null(Points("tasks", 81, 39, 3));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, -15)]
    [InlineData(5, -20)]
    public void Points_off_per_breach_have_an_end(int breaches, int points) => Assert.Equal(points, Scoring.Deducted(Of2015.Criterion("breaches")!, breaches));

    [Theory]
    [InlineData(180, 81, 39, 3, "A", "")]
    [InlineData(179.99, 81, 39, 3, "B", "")]
    [InlineData(190, 81, 37, 3, "B", "A")]          // one target missed by 1: B, whatever the points
    [InlineData(170, 81, 23.01, 3, "B", "")]        // two met, the third 14,99 below
    [InlineData(170, 81, 23, 3, "C", "B")]          // 15 below is too much
    [InlineData(170, 81, 33.01, -1.99, "B", "")]    // one met, the others less than 5 below
    [InlineData(170, 81, 33, -1.99, "C", "B")]
    [InlineData(170, 70, 30, 1, "C", "B")]          // none met
    [InlineData(139.99, 81, 39, 3, "D", "")]
    [InlineData(-20, 81, 39, 3, "D", "")]           // points off below 0
    public void The_grade_is_the_best_whose_points_and_conditions_hold(double points, double rate, double money, double reduction, string grade, string passedOver)
    {
        var proposed = Scoring.Grade(Of2015, (decimal)points, Results((decimal)rate, (decimal)money, (decimal)reduction))!;

        Assert.Equal(grade, proposed.Grade.Code);
        Assert.Equal(passedOver, string.Join(',', proposed.PassedOver.Select(over => over.Code)));
    }

    [Fact]
    public void Who_misses_a_target_that_knocks_out_gets_no_better_grade()
    {
        var strict = Of2015 with { KnockOuts = [new KnockOut("money", "C", new Cited("test", Mark.OurDefault))] };

        Assert.Equal("C", Scoring.Grade(strict, 170, Results(81, 37, 3))!.Grade.Code);
        Assert.Equal("B", Scoring.Grade(strict, 170, Results(81, 39, 3))!.Grade.Code);
        Assert.Equal("D", Scoring.Grade(strict, 100, Results(81, 37, 3))!.Grade.Code);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static decimal? Points(string criterion, decimal rate, decimal money, decimal reduction, int total = 100, decimal? mean = 100) => Scoring.Points(
        Of2015.Criterion(criterion)!, Results(rate, money, reduction), Unit(rate, money, reduction, total), mean is { } known ? new Dictionary<CellOf, decimal> { [RankedUnits.Total] = known } : []);

    private static List<TargetResult> Results(decimal rate, decimal money, decimal reduction, bool assigned = true)
    {
        var unit = Unit(rate, money, reduction, 100, assigned);
        return [.. Of2015.Targets.Select(target => TargetResult.Of(target, unit))];
    }

    /// <summary>Targets 80 and 38; the carried over of the year before is 10.000.</summary>
    private static UnitValues Unit(decimal rate, decimal money, decimal reduction, int total, bool assigned = true)
    {
        var carried = new CellOf(Measure.Matters, "carried_over");
        return new UnitValues(
            "D1", "Một", false, new Dictionary<CellOf, decimal?> { [RankedUnits.Rate] = rate, [RankedUnits.MoneyRate] = money, [RankedUnits.Total] = total, [carried] = 10_000 - reduction * 100 },
            new Dictionary<CellOf, decimal?> { [carried] = 10_000 }, assigned ? new Dictionary<Measure, decimal> { [Measure.Matters] = 80, [Measure.Money] = 38 } : []);
    }
}
