using Thads.Office.Reports;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Reports;

/// <summary>On random books full of late, voided and split histories: what changed between two cut-offs is explained to the last đồng.</summary>
public sealed class CompareVersionsTests
{
    private static readonly DateOnly Today = new(2027, 3, 15);

    private static int Sets => TestRun.IsLong ? 300 : 5;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Old_and_the_moves_in_between_make_new(string kind)
    {
        var changes = 0;
        for (var seed = 0; seed < Sets; seed++)
        {
            var (first, second, _) = RandomSets.Split(RandomSets.Make(seed, 60, Today), seed);
            await using var office = await TestOffice.NewAsync(kind, Today);
            await office.TakeInAsync(first, new Random(seed));
            var random = new Random(seed);
            var versions = new List<(ReportAddress Address, long First)>();
            foreach (var unit in first.Units.Select(u => u.Code).Distinct())
            {
                var address = new ReportAddress(unit, null, random.Next(2019, 2027), random.Next(1, 13));
                var known = address.End.AddDays(random.Next(0, 900));
                if (await Procedure.SmallOffice.RefusedAsync(async () => versions.Add((address, await office.CloseAsync(address, known < Today ? known : Today)))) is not ("" or "report.unit-not-valid"))
                {
                    Assert.Fail("Only a unit that is not there may be refused.");
                }
            }

            Assert.NotEmpty(versions);
            await office.TakeInAsync(second, new Random(seed + 1));
            foreach (var (address, before) in versions)
            {
                var closed = await office.VersionAsync(before);
                Assert.Equal(closed.Hash, await office.AgainAsync(closed)); // whatever came in since
                var compared = await office.ChangesAsync(before, await office.CloseAsync(address));
                foreach (var cell in compared.Cells)
                {
                    changes++;
                    Assert.Equal(cell.New ?? 0, (cell.Old ?? 0) + cell.Difference);
                    Assert.True(cell.Rest == 0, $"set {seed}, {address}, {cell.Name}: {cell.Old} → {cell.New}, the moves say {cell.Matters.Sum(m => m.Counted)}");
                    Assert.All(cell.Matters, matter => Assert.Equal(matter.Counted, matter.Moves.Sum(m => m.Counted)));
                }
            }
        }

        Assert.InRange(changes, 100, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_no_move_explains_is_said_to_be_the_rest(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var before = await office.CloseAsync(ReportOffice.OfP);

        // B begins to work in the system: its file no longer counts.
        await office.TakeInAsync(new ExchangeSet { Matters = [new("B1", "B", "", new(2020, 3, 2))], Obligations = [new("B1", "1", 6)] });
        var changes = await office.ChangesAsync(before, await office.CloseAsync(ReportOffice.OfP));
        var total = changes.Cells.Single(c => c.Name == new CellName("04", "unit:P", "total"));

        Assert.Equal((104m, 5m, -99m, -100m), (total.Old!.Value, total.New!.Value, total.Difference, total.Rest));
        Assert.Equal(("B1", 1L), (total.Matters.Single().Code, total.Matters.Single().Counted));
    }
}
