using CsCheck;
using Thads.Law;
using Thads.Office.Figures;

namespace Thads.Office.Tests.Figures;

public sealed class PrintedFormTests
{
    private static readonly FormSet Forms = FormSet.Named("06-2019");
    private static readonly string[] Into = ["carried", "new"];
    private static readonly string[] OutOf = ["delegated", "withdrawn", "pulled_up", "returned"];
    private static readonly string[] Settled = ["completed", "terminated", "reduced"];
    private static readonly string[] Stocks = ["in_progress", "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended"];
    private static readonly string[] Leaves = [.. Into, .. OutOf, .. Settled, .. Stocks, "delegated_in", "separate"];

    [Fact]
    public void Rounded_to_thousands_a_row_adds_up_and_differs_in_its_largest_stock_only() =>
        Gen.Long[0, 9_000_000_000].Array[Leaves.Length].Sample(amounts =>
        {
            var exact = new long[Forms.Columns.Count];
            foreach (var (cell, amount) in Leaves.Zip(amounts))
            {
                exact[Forms.ColumnOf(cell)] = amount;
            }

            exact[Forms.ColumnOf("carried")] += Due(exact, OutOf.Concat(Settled).Concat(Stocks)) - Due(exact, Into);

            var printed = PrintedForm.Rounded(Forms, exact);

            Assert.Equal(Due(printed, OutOf.Concat(Settled).Concat(Stocks)), Due(printed, Into));
            var largest = Stocks.Select(Forms.ColumnOf).Max(column => new Money(exact[column]).Thousands);
            var differing = Leaves.Where(cell => printed[Forms.ColumnOf(cell)] != new Money(exact[Forms.ColumnOf(cell)]).Thousands).ToList();
            Assert.True(differing.Count <= 1);
            Assert.All(differing, cell => Assert.Equal((true, largest), (Stocks.Contains(cell), new Money(exact[Forms.ColumnOf(cell)]).Thousands)));
        });

    private static long Due(long[] cells, IEnumerable<string> of) => of.Sum(cell => cells[Forms.ColumnOf(cell)]);
}
