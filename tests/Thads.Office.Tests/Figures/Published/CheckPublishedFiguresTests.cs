using Thads.Office.Figures.Published;

namespace Thads.Office.Tests.Figures.Published;

public sealed class CheckPublishedFiguresTests
{
    [Theory]
    [InlineData("P01", "total=8169 carried=2548 new=5621", true)]
    [InlineData("P01", "total=8168 carried=2548 new=5621", false)]
    [InlineData("P02", "due=923541 total=936046 delegated=12004 withdrawn=501", true)]
    [InlineData("P02", "due=923542 total=936046 delegated=12004 withdrawn=501", false)]
    [InlineData("P02", "due=90 total=100 delegated=1 withdrawn=2 pulled_up=3 returned=4", true)]
    [InlineData("P02", "due=94 total=100 delegated=1 withdrawn=2 pulled_up=3 returned=4", false)]
    [InlineData("P03", "regime=06-2019 due=18819 enforceable=13409 not_enforceable=5255 postponed_suspended=155", true)]
    [InlineData("P03", "regime=05/2024 due=18820 enforceable=13409 not_enforceable=5255 postponed_suspended=155", false)]
    [InlineData("P03", "due=18664 enforceable=13409 not_enforceable=5255", true)]
    [InlineData("P03", "due=18665 enforceable=13409 not_enforceable=5255", true)]
    [InlineData("P03", "due=18663 enforceable=13409 not_enforceable=5255", false)]
    [InlineData("P04", "regime=08/2015 due=78593 enforceable=54681 not_enforceable=23912", true)]
    [InlineData("P04", "regime=08-2015 due=78594 enforceable=54681 not_enforceable=23912", false)]
    [InlineData("P05a", "carried_over=358855 due=728227 settled=369372", true)]
    [InlineData("P05a", "carried_over=358856 due=728227 settled=369372", false)]
    [InlineData("P05b", "carried_over_enforceable=210041 enforceable=579413 settled=369372", true)]
    [InlineData("P05b", "carried_over_enforceable=210040 enforceable=579413 settled=369372", false)]
    [InlineData("P06", "rate=84.88 settled=3420 enforceable=4029", true)]
    [InlineData("P06", "rate=84.89 settled=3420 enforceable=4029", false)]
    [InlineData("P07", "margin=4.88 rate=84.88 target=80", true)]
    [InlineData("P07", "margin=4.98 rate=84.88 target=80", false)]
    [InlineData("P08", "rate_change=8.04 rate=84.88 previous_rate=76.84", true)]
    [InlineData("P08", "rate_change=8.14 rate=84.88 previous_rate=76.84", false)]
    [InlineData("P09", "settled=5 enforceable=5 due=5 total=5", true)]
    [InlineData("P09", "settled=6 enforceable=5", false)]
    [InlineData("P09", "enforceable=6 due=5", false)]
    [InlineData("P09", "due=6 total=5", false)]
    [InlineData("P09", "settled=6 total=5", false)]
    [InlineData("P09", "settled=-1 total=5", false)]
    [InlineData("P10", "settled_change=52 settled=2095 previous_settled=2043", true)]
    [InlineData("P10", "settled_change=53 settled=2095 previous_settled=2043", false)]
    public void A_rule_holds_when_the_figures_satisfy_its_identity(string rule, string cells, bool holds) =>
        Assert.Equal(holds, Rows.Check(rule, cells)?.Holds);

    [Theory]
    [InlineData("P01", "total=8169 carried=2548")]
    [InlineData("P02", "total=936046 due=923541")]
    [InlineData("P03", "due=18819 enforceable=13409 postponed_suspended=155")]
    [InlineData("P03", "regime=08-2015 due=10 enforceable=6 not_enforceable=4")]
    [InlineData("P04", "regime=06-2019 due=10 enforceable=6 not_enforceable=4")]
    [InlineData("P04", "due=10 enforceable=6 not_enforceable=4")]
    [InlineData("P06", "rate=84.88 settled=3420")]
    [InlineData("P07", "rate=84.88 target=80")]
    [InlineData("P08", "rate_change=8.04 rate=84.88")]
    [InlineData("P09", "settled=3420 carried=4")]
    [InlineData("P10", "settled_change=11.7 settled=180.7")]
    public void A_rule_with_a_missing_figure_is_not_listed(string rule, string cells) =>
        Assert.Null(Rows.Check(rule, cells));

    [Theory]
    // A printed x with a step: both ends belong to it. The parts stand for 9 to 11.
    [InlineData("P01", "precision=1 carried=5 new=5 total=8.5", true)]
    [InlineData("P01", "precision=1 carried=5 new=5 total=8.4", false)]
    [InlineData("P01", "precision=1 carried=5 new=5 total=11.5", true)]
    [InlineData("P01", "precision=1 carried=5 new=5 total=11.6", false)]
    // "Trên 8" is 8 up to but not 9; "gần 12" is over 11.
    [InlineData("P01", "precision=1 carried=5 new=5 total=>8", false)]
    [InlineData("P01", "precision=1 carried=5 new=5 total=>8.1", true)]
    [InlineData("P01", "precision=1 carried=5 new=5 total=>11", true)]
    [InlineData("P01", "precision=1 carried=5 new=5 total=<12", false)]
    [InlineData("P01", "precision=1 carried=5 new=5 total=<11.9", true)]
    [InlineData("P01", "precision=1 carried=5 new=5 total=<9", true)]
    [InlineData("P01", "precision=1 carried=5 new=5 total=<8.9", false)]
    // Money without a step is in whole units of what it is printed in, a count is exact.
    [InlineData("P01", "measure=money carried=5 new=5 total=11", true)]
    [InlineData("P01", "measure=tien carried=5 new=5 total=12", false)]
    [InlineData("P01", "measure=matters carried=5 new=5 total=11", false)]
    [InlineData("P01", "carried=5 new=5 total=11", false)]
    [InlineData("P01", "measure=money precision=0 carried=5 new=5 total=11", false)]
    // A marked count without a step: within its last place.
    [InlineData("P01", "carried=5 new=5 total=>10", true)]
    [InlineData("P01", "carried=5 new=5 total=<10", true)]
    [InlineData("P01", "carried=5 new=5 total=>9", false)]
    [InlineData("P01", "carried=5 new=5 total=<11", false)]
    // Half away from zero: 84,885 is printed as 84,89 and 84,875 as 84,88.
    [InlineData("P06", "settled=84885 enforceable=100000 rate=84.89", true)]
    [InlineData("P06", "settled=84885 enforceable=100000 rate=84.88", false)]
    [InlineData("P06", "settled=84875 enforceable=100000 rate=84.88", true)]
    [InlineData("P06", "settled=84875 enforceable=100000 rate=84.87", false)]
    // The decimals of the rate itself decide how much it stands for.
    [InlineData("P06", "settled=1 enforceable=3 rate=33", true)]
    [InlineData("P06", "settled=1 enforceable=3 rate=33.0", false)]
    [InlineData("P06", "settled=1 enforceable=3 rate=33.3", true)]
    [InlineData("P06", "settled=1 enforceable=3 rate=>33.3", true)]
    [InlineData("P06", "settled=1 enforceable=3 rate=>33.4", false)]
    [InlineData("P06", "settled=1 enforceable=4 rate=<25", true)]
    [InlineData("P06", "settled=1 enforceable=4 rate=>25", true)]
    [InlineData("P06", "settled=1 enforceable=4 rate=>24", false)]
    [InlineData("P06", "settled=1 enforceable=4 rate=<26", false)]
    // The step of the row does not widen a rate.
    [InlineData("P06", "precision=100 settled=100000 enforceable=400000 rate=26", false)]
    [InlineData("P06", "precision=100 settled=100000 enforceable=400000 rate=25", true)]
    // Settled 40 stands for 39,5 to 40,5 and enforceable 100 for 99,5 to 100,5: rates from 39,3 to 40,703….
    [InlineData("P06", "precision=1 settled=40 enforceable=100 rate=39.30", true)]
    [InlineData("P06", "precision=1 settled=40 enforceable=100 rate=39.29", false)]
    [InlineData("P06", "precision=1 settled=40 enforceable=100 rate=40.70", true)]
    [InlineData("P06", "precision=1 settled=40 enforceable=100 rate=40.71", false)]
    // Of an empty base there is no rate: only a printed 0 of 0 is let pass.
    [InlineData("P06", "settled=0 enforceable=0 rate=0.00", true)]
    [InlineData("P06", "settled=0 enforceable=0 rate=84.88", false)]
    [InlineData("P06", "settled=5 enforceable=0 rate=0.00", false)]
    [InlineData("P06", "precision=1 settled=0 enforceable=0 rate=84.88", true)]
    [InlineData("P06", "settled=-5 enforceable=-10 rate=50", true)]
    [InlineData("P06", "settled=-5 enforceable=-10 rate=-50", false)]
    // The rate 40 stands for 39,5 up to but not 40,5; the target is exact, whatever word stands before it.
    [InlineData("P07", "rate=40 target=38 margin=2", true)]
    [InlineData("P07", "rate=40 target=>38 margin=2", true)]
    [InlineData("P07", "rate=40 target=38 margin=1", false)]
    [InlineData("P07", "rate=40 target=38 margin=3", false)]
    [InlineData("P07", "rate=40 target=42 margin=-3", true)]
    [InlineData("P07", "rate=40 target=42 margin=-1", false)]
    [InlineData("P07", "rate=40 target=40 margin=0", true)]
    [InlineData("P07", "rate=40 target=41 margin=0", false)]
    [InlineData("P07", "rate=40 target=39 margin=0", false)]
    [InlineData("P07", "rate=40 target=39 margin=-0", false)]
    [InlineData("P07", "rate=<40 target=41.5 margin=-1", false)]
    [InlineData("P07", "rate=<40 target=41.5 margin=-2", true)]
    [InlineData("P07", "rate=<40 target=40.5 margin=0", false)]
    // Two rounded rates: 83,88 − 83,25 is anything between 0,62 and 0,64, ends excluded.
    [InlineData("P08", "rate=83.88 previous_rate=83.25 rate_change=0.62", true)]
    [InlineData("P08", "rate=83.88 previous_rate=83.25 rate_change=0.64", true)]
    [InlineData("P08", "rate=83.88 previous_rate=83.25 rate_change=0.61", false)]
    [InlineData("P08", "rate=83.88 previous_rate=83.25 rate_change=0.65", false)]
    [InlineData("P08", "rate=-10 previous_rate=0 rate_change=-11", true)]
    // The chain is judged at once: each neighbour could pass, all three cannot.
    [InlineData("P09", "precision=1 settled=10 enforceable=9", true)]
    [InlineData("P09", "precision=1 enforceable=9 due=8", true)]
    [InlineData("P09", "precision=1 settled=10 enforceable=9 due=8", false)]
    [InlineData("P09", "precision=1 settled=10 enforceable=>10 due=10", true)]
    [InlineData("P09", "precision=1 settled=>10 enforceable=<10", true)]
    [InlineData("P09", "precision=1 settled=<11 enforceable=>9", false)]
    [InlineData("P09", "precision=1 settled=<11 enforceable=<10", false)]
    [InlineData("P09", "precision=1 settled=<0 total=0", true)]
    [InlineData("P09", "precision=1 settled=>-1 total=5", false)]
    public void The_ends_of_the_ranges_decide(string rule, string cells, bool holds) =>
        Assert.Equal(holds, Rows.Check(rule, cells)?.Holds);

    [Theory]
    [InlineData("P01", "total=8000 carried=2548 new=5621", "8169", "8000")]
    [InlineData("P01", "precision=0.1 total=604.7 carried=300.25 new=300", "600.25", "604.7")]
    [InlineData("P03", "due=18819 enforceable=13409 not_enforceable=5255", "≥ 18664", "18819")]
    [InlineData("P06", "rate=84.88 settled=3420 enforceable=4029", "84.88", "84.88")]
    [InlineData("P06", "rate=>84 settled=3420 enforceable=4029", "85", ">84")]
    [InlineData("P06", "rate=84.88 settled=5 enforceable=0", null, "84.88")]
    [InlineData("P06", "rate=84.88 settled=0 enforceable=0", "0.00", "84.88")]
    [InlineData("P07", "margin=-3 rate=78 target=80.50", "-2.50", "-3")]
    [InlineData("P09", "done=3420 eligible=4029 total=5211", "0 ≤ done ≤ eligible ≤ total", "3420; 4029; 5211")]
    public void A_check_says_what_the_other_figures_give_and_what_was_printed(string rule, string cells, string? expected, string printed)
    {
        var check = Rows.Check(rule, cells)!;

        Assert.Equal((expected, printed), (check.Expected, check.Printed));
    }

    [Theory]
    [InlineData("total=5 carried=2 new=3", Verdict.Ok)]
    [InlineData("total=5 carried=2 new=3 due=6", Verdict.Inconsistent)]
    [InlineData("total=5 rate=84.88", Verdict.Unverifiable)]
    [InlineData("year=2020", Verdict.Unverifiable)]
    public void A_row_has_one_of_three_verdicts(string cells, Verdict verdict) =>
        Assert.Equal(verdict, Rows.Checked(cells).Verdict);

    [Fact]
    public void Figures_of_any_size_are_computed_exactly()
    {
        const string Big = "9999999999999999999999999999999999999999";

        Assert.True(Rows.Check("P09", $"settled={Big} total={Big}")!.Holds);
        Assert.False(Rows.Check("P09", $"settled={Big} total={Big[..^1]}8")!.Holds);
        Assert.True(Rows.Check("P06", $"settled={Big} enforceable={Big} rate=100.00000000000000000000000000000000")!.Holds);
        Assert.False(Rows.Check("P06", $"settled={Big[..^3]}899 enforceable={Big} rate=100.000000000000000000000000000000000000")!.Holds);
    }
}
