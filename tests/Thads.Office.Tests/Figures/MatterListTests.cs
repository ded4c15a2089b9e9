using Thads.Office.Figures;
using Thads.Office.Figures.Lists;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Figures;

public sealed class MatterListTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_list_agrees_with_its_cells_and_says_who_held_each_matter_then(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(RandomSets.Make(77, 200, Today));
        await using var work = office.Work();
        var listed = 0;
        foreach (var (unit, year, months, known) in new (string, int, int, DateOnly?)[] { ("C", 2026, 12, null), ("P1", 2024, 6, null), ("C", 2025, 10, new(2025, 9, 1)) })
        {
            foreach (var list in ListKind.All)
            {
                var found = await ReadMatterList.RunAsync(new FormQuery("01", unit, year, months, KnownOn: known), list, work, TestContext.Current.CancellationToken);
                var (form01, form02) = (await office.FormAsync(found.Query), await office.FormAsync(found.Query with { Form = "02" }));
                decimal Cell(FormReport form) => form.Rows.Single(r => r.Row == list.Row).Cells[FormSet.Named(form.Regime).ColumnOf(list.Cell)]!.Value;

                Assert.Equal(Cell(form01), found.Lines.Sum(l => l.Counted));
                Assert.Equal(Cell(form02), found.Lines.Sum(l => l.Money));
                listed += found.Lines.Count;

                // In a list of one state every matter that counts stood in that state: by its steps alone, not by the moves the cell is summed from.
                if (list.Cell is "separate" or "in_progress")
                {
                    var facts = await ReadMatterList.FactsAsync(found, found.Lines, await work.ConnectAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
                    Assert.All(found.Lines.Where(l => l.Counted == 1), l => Assert.Equal(list.Cell, Codes.CodeOf(facts[l.Id].Stood.State)));
                }
            }
        }

        Assert.True(listed > 100, $"only {listed} listed: the sets ask for too little");
    }
}
