using Thads.Law;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;
using Thads.Office.Units;

namespace Thads.Office.Tests.Targets;

public sealed class AssignedTests
{
    [Theory]
    [InlineData(3_420, 4_029, 80_00, 0)]
    [InlineData(3_223, 4_029, 80_00, 1)] // 3.224 of 4.029 are 80,02 %
    [InlineData(8, 10, 80_00, 1)] // exactly 80,00 % is not above it
    [InlineData(0, 10, 80_00, 9)]
    [InlineData(0, 0, 80_00, 0)]
    [InlineData(80_004, 100_000, 80_00, 1)] // 80,004 % is printed 80,00 %; 80,005 % is printed 80,01 %
    [InlineData(10, 10, 100_00, 1)] // nothing is above 100 %: more than there is
    [InlineData(0, 9_000_000_000_000_000, 51_90, 4_671_450_000_000_000)] // no sum of đồng is too large
    public void What_is_missing_is_the_least_whole_number_printed_strictly_above(long settled, long enforceable, int hundredths, long missing)
    {
        var assigned = new Assigned(hundredths, Pace.Annual);

        Assert.Equal(missing, assigned.Missing(settled, enforceable));
        Assert.True(enforceable == 0 || Assigned.IsAbove(Money.Rate(settled + missing, enforceable), assigned.Value));
        Assert.True(missing == 0 || !Assigned.IsAbove(Money.Rate(settled + missing - 1, enforceable), assigned.Value));
    }

    [Fact]
    public void Above_is_strictly_above_for_every_small_office()
    {
        foreach (var hundredths in new[] { 0, 1, 38_00, 51_95, 80_00, 83_33, 99_99 })
        {
            for (var enforceable = 1; enforceable <= 120; enforceable++)
            {
                var least = Enumerable.Range(0, enforceable + 2).First(n => Money.Rate(n, enforceable) > hundredths / 100m);
                Assert.Equal(least, new Assigned(hundredths, Pace.Annual).Missing(0, enforceable));
            }
        }
    }

    [Theory]
    [InlineData(BreakDown.Reach)]
    [InlineData(BreakDown.Equal)]
    public void When_every_officer_is_above_what_was_proposed_the_unit_is_above_its_own(BreakDown how)
    {
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var officers = Enumerable.Range(0, random.Next(1, 9)).Select(i => (Enforceable: (long)random.Next(1, 900), Settled: 0L))
                .Select(o => o with { Settled = random.NextInt64(o.Enforceable) }).ToList();
            var board = Board(officers, random.Next(50_00, 98_00));
            var target = board.Whole.Matters.Target!.Assigned;
            var proposed = ProposeTargets.Of(board, Measure.Matters, how);

            var least = officers.Select((o, i) => o.Settled + new Assigned((int)(proposed[i].Percent!.Value * 100), Pace.Annual).Missing(o.Settled, o.Enforceable)).Sum();

            Assert.True(least > officers.Sum(o => o.Enforceable) || Assigned.IsAbove(Money.Rate(least, officers.Sum(o => o.Enforceable)), target.Value) || how == BreakDown.Equal, $"round {round}: {least}");
            Assert.All(proposed, p => Assert.Equal(p.Percent, decimal.Round(p.Percent!.Value, 2, MidpointRounding.AwayFromZero)));
            Assert.Equal(how == BreakDown.Reach ? Math.Min(board.Whole.Matters.Missing!.Value, officers.Sum(o => o.Enforceable - o.Settled)) : proposed.Sum(p => p.Share), proposed.Sum(p => p.Share));
        }
    }

    [Fact]
    public void Both_ways_to_compare_a_period_stand_beside_each_other()
    {
        // HCMC in six months of 2025: 45,49 %, printed as 3,54 above half of 83,90 (statistics, 6.3).
        var standing = new TargetStanding(Measure.Matters, 6, new TargetRow(1, 0, 2025, Measure.Matters, new Assigned(83_90, Pace.Prorata), null, null, null, 1), 45_49, 100_00);

        Assert.Equal((45.49m, 41.95m, 3.54m), (standing.Rate, standing.Compared, standing.Margin));
        Assert.Equal((-38.41m, 3.54m), (standing.MarginOfYear, standing.MarginProRata));
    }

    private static TargetFigures Board(List<(long Enforceable, long Settled)> officers, int hundredths)
    {
        var row = new TargetRow(1, 0, 2020, Measure.Matters, new Assigned(hundredths, Pace.Annual), null, null, null, 1);
        TargetLine Line(string? officer, long settled, long enforceable) =>
            new("D", officer, "", 0, false, new TargetStanding(Measure.Matters, 12, officer is null ? row : null, settled, enforceable), new TargetStanding(Measure.Money, 12, null, 0, 0));
        return new TargetFigures(
            new FormQuery("04", "D", 2020), "", new(2020, 9, 30), new DocketCutOff(1, null), new UnitTree(), null!,
            [Line(null, officers.Sum(o => o.Settled), officers.Sum(o => o.Enforceable)), .. officers.Select((o, i) => Line($"O{i}", o.Settled, o.Enforceable))], []);
    }
}
