using Thads.Office.Figures.Published;

namespace Thads.Office.Tests.Figures.Published;

public sealed class ProposeRepairsTests
{
    [Fact]
    public void The_money_of_the_founding_report_is_reconciled_by_a_base_of_330_1()
    {
        var row = Rows.Checked("measure=tien total=604.7 eligible=310.1 done=180.7 rate=54.75 target=38 margin=16.75 done_change=11.7 rate_change=7.99 precision=0.1");

        Assert.Equal(Verdict.Inconsistent, row.Verdict);
        Assert.Equal([new(Figure.Enforceable, "eligible", "310.1", "330.1")], row.Repairs);
    }

    [Fact]
    public void Changes_come_before_swaps_columns_in_their_order_and_places_from_the_left_ten_at_most()
    {
        var row = Rows.Checked("settled=21 total=19");
        var all = ProposeRepairs.Of(row.Row, row.Checks).ToList();

        Assert.Equal(["29", "39", "49", "59", "69", "79", "89", "99", "11", "91", "12"], all.Select(repair => repair.Suggested));
        Assert.Equal(8, all.FindIndex(repair => repair.Figure == Figure.Settled));
        Assert.Equal(all.Take(10), row.Repairs);
    }

    [Theory]
    // A single digit changed, at any place, and neighbours swapped.
    [InlineData("total=21 carried=10 new=2", "carried 10→19; total 21→12", "")]
    // No leading 0: 010 and 07 would add up.
    [InlineData("total=100 carried=10 new=0", "", "010")]
    [InlineData("total=70 carried=5 new=2", "", "07")]
    // A lone 0 before the point is no leading 0.
    [InlineData("rate=1.41 target=0 margin=0.41", "rate 1.41→0.41; target 0→1; margin 0.41→1.41", "")]
    // 81.5 is not 8.15 with two places swapped: not across the point. 18.5 it is.
    [InlineData("precision=0.1 total=81.5 carried=10 new=8.5", "total 81.5→18.5", "")]
    [InlineData("precision=0.1 total=85.1 carried=80 new=1.5", "", "81.5")]
    // The mark, the sign and the decimals stay.
    [InlineData("precision=10 total=>1300 carried=1000 new=200", "total >1300→>1200; carried 1000→1100; carried 1000→1090; new 200→300; new 200→290", "")]
    [InlineData("rate=77.00 target=81 margin=-3.00", "rate 77.00→78.00; target 81→80; margin -3.00→-4.00", "")]
    // Every rule must hold afterwards, not only the one that failed.
    [InlineData("total=12 carried=5 new=6 due=12 delegated=0", "carried 5→6; new 6→7", "11")]
    public void A_slip_that_would_explain_the_row_is_proposed(string cells, string proposed, string never)
    {
        var row = Rows.Checked(cells);

        Assert.Equal(Verdict.Inconsistent, row.Verdict);
        Assert.Equal(proposed, string.Join("; ", row.Repairs.Select(r => $"{r.Column} {r.Printed}→{r.Suggested}")));
        Assert.DoesNotContain(row.Repairs, repair => repair.Suggested == never);
    }

    [Fact]
    public void A_row_that_can_be_true_needs_no_repair() =>
        Assert.Empty(Rows.Checked("total=5 carried=2 new=3").Repairs);

    [Fact]
    public void A_repair_never_blames_what_no_failing_rule_speaks_of() =>
        Assert.DoesNotContain(Rows.Checked("total=12 carried=5 new=6 rate=84.88 target=80 margin=4.88").Repairs, repair => repair.Figure is Figure.Rate or Figure.Target or Figure.Margin);
}
