using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Figures;

/// <summary>What was read is kept between readings: they must never be those of other books, another day or other units.</summary>
public sealed class KeptReadingsTests
{
    private static readonly FormQuery Year = new("01", "T", 2026);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_act_after_a_reading_is_in_the_next_one_and_not_in_the_one_before_it(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var before = await office.FormAsync(Year);
        await office.RecordAsync(new("M1", StepKind.Collected, new(2026, 5, 4), "1", 1_000));
        var after = await office.FormAsync(Year with { Form = "02" });
        await office.RecordAsync(new("M1", StepKind.Collected, new(2026, 5, 5), "3", 50));

        var last = await office.FormAsync(Year with { Form = "02" });
        var again = await office.FormAsync(Year with { LastAct = before.LastAct });

        Assert.Equal(50, Cell(last, "settled") - Cell(after, "settled"));
        Assert.Equal(before.Rows.Select(row => string.Join(' ', row.Cells)), again.Rows.Select(row => string.Join(' ', row.Cells)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Whoever_sees_one_unit_reads_its_sums_after_somebody_read_those_of_all(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var all = await office.FormAsync(Year with { Form = "02" });
        await using var own = office.Work(units: new HashSet<int> { 1, 3 });
        var seen = await ReadForm.RunAsync(Year with { Form = "02" }, own, TestContext.Current.CancellationToken);

        Assert.Equal((1_750, 0), (Cell(all, "total"), Cell(seen, "total")));
    }

    [Fact]
    public async Task Another_day_of_knowledge_is_another_sum()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        await office.RecordAsync(new("M1", StepKind.Collected, new(2026, 5, 4), "1", 1_000));

        Assert.Equal(1_000, Cell(await office.FormAsync(Year with { Form = "02" }), "settled"));
        Assert.Equal(0, Cell(await office.FormAsync(Year with { Form = "02", KnownOn = office.Today.AddDays(-1) }), "settled"));
    }

    private static long Cell(FormReport report, string cell) => (long)report.Rows[0].Cells[FormSet.Named(report.Regime).ColumnOf(cell)]!.Value;
}
