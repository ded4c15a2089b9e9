using Thads.Law;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Figures;

/// <summary>A province with one district on the system (A), two that report by file (B, C) and one of which nothing is known (E).</summary>
public sealed class MixedFormTests
{
    private static readonly DateOnly Today = new(2020, 11, 10);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_unit_that_reports_by_file_is_counted_in_openly(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(Province());
        await using var work = office.Work();
        var mixed = await ReadMixedForm.RunAsync(new FormQuery("04", "P", 2020), work, TestContext.Current.CancellationToken);
        var set = FormSet.Named(mixed.Whole.Regime);
        decimal? Cell(FormReport form, string unit, string cell) => form.Rows.Single(r => r.Row == $"unit:{unit}").Cells[set.ColumnOf(cell)];

        Assert.Equal(["B", "C"], mixed.Reported.Select(r => r.Unit));
        Assert.Equal(["E"], mixed.Missing);
        Assert.Equal(2, Cell(mixed.Books, "P", "total"));
        Assert.Equal(2 + 100 + 50, Cell(mixed.Whole, "P", "total"));
        Assert.Equal(1 + 60 + 30, Cell(mixed.Whole, "P", "settled"));
        Assert.Equal(Money.Rate(91, 2 + 80 + 40), Cell(mixed.Whole, "P", "rate"));
        Assert.Equal(75m, Cell(mixed.Whole, "B", "rate"));
        Assert.Null(Cell(mixed.Whole, "P", "completed")); // no file says how much of what is settled was completed
        Assert.Null(Cell(mixed.Whole, "C", "separate")); // C says nothing of it…
        Assert.Null(Cell(mixed.Whole, "P", "separate")); // …so nobody knows it of the province
        Assert.Equal(7, Cell(mixed.Whole, "B", "separate"));
        Assert.Equal((true, 2), (mixed.Whole.Rows.Single(r => r.Row == "unit:B").IsReported, mixed.Whole.Rows[0].ReportedBelow));
        Assert.False(mixed.Whole.Rows.Single(r => r.Row == "unit:A").IsReported);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_unit_counts_by_its_file_or_by_the_books_and_never_by_both(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(Province());
        var lastAct = await office.ReadAsync(connection => connection.ValueAsync<long>("SELECT max(seq) FROM act", TestContext.Current.CancellationToken));

        // B begins to work in the system, with what it had.
        await office.TakeInAsync(new ExchangeSet { Matters = [new("B1", "B", "", new(2020, 3, 2))], Obligations = [new("B1", "1", 500_000)] });
        await using var work = office.Work();
        var figures = await ReadUnitFigures.RunAsync(new FormQuery("04", "P", 2020), work, TestContext.Current.CancellationToken);
        var before = await ReadUnitFigures.RunAsync(new FormQuery("04", "P", 2020, LastAct: lastAct), work, TestContext.Current.CancellationToken);

        Assert.Equal((false, 1m), (figures.Direct.Single(u => u.Code == "B").IsReported, figures.Cell(figures.Direct.Single(u => u.Code == "B"), Measure.Matters, "total")));
        Assert.Equal(2m + 1 + 50, figures.Cell(figures.Whole, Measure.Matters, "total"));
        Assert.Equal(2m + 100 + 50, before.Cell(before.Whole, Measure.Matters, "total")); // what was known then says what it said then
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Units_stand_side_by_side_in_both_measures_with_their_enforcers(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(Province());
        await using var work = office.Work();
        var figures = await ReadUnitFigures.RunAsync(new FormQuery("01", "P", 2020), work, TestContext.Current.CancellationToken);

        Assert.Equal(["A", "B", "C"], figures.Direct.Select(u => u.Code));
        Assert.Equal([1, 4, null], figures.Direct.Select(u => u.Enforcers));
        Assert.Null(figures.Whole.Enforcers); // C does not say
        Assert.Equal([3_000_000m, 90_000_000m, null], figures.Direct.Select(u => figures.Cell(u, Measure.Money, "total"))); // C reported no money
    }

    private static ExchangeSet Province() => new()
    {
        Units = [new("P", "Tỉnh", "province", ""), new("A", "Huyện A", "district", "P"), new("B", "Huyện B", "district", "P"), new("C", "Huyện C", "district", "P"), new("E", "Huyện E", "district", "P")],
        Officers = [new("CA", "Mẫu Văn A", "A", "enforcer")],
        Matters = [new("A1", "A", "CA", new(2020, 2, 3)), new("A2", "A", "CA", new(2020, 2, 3))],
        Obligations = [new("A1", "1", 1_000_000), new("A2", "1", 2_000_000)],
        Steps = [new("A1", "1", "performed", new(2020, 5, 4))],
        Figures =
        [
            Reported("B", "matters", ("total", 100), ("enforceable", 80), ("settled", 60), ("separate", 7), ("officers", 4)),
            Reported("C", "matters", ("total", 50), ("enforceable", 40), ("settled", 30)),
            Reported("B", "money", ("total", 90_000_000), ("enforceable", 60_000_000), ("settled", 30_000_000)),
        ],
    };

    private static FigureRow Reported(string unit, string measure, params (string Cell, long Value)[] cells) =>
        new(unit, 2020, 12, "06-2019", measure, cells.ToDictionary(c => c.Cell, c => c.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
