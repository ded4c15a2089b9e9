using Thads.Office.Figures;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Exchange;

/// <summary>A second import: of the same, of more, of what contradicts.</summary>
public sealed class ImportAgainTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_same_set_in_any_order_changes_nothing(string kind)
    {
        var set = RandomSets.Make(71, 60, Today);
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(set);
        var before = await office.ReadAsync(RowCounts.OfAsync);

        for (var seed = 0; seed < 2; seed++)
        {
            var again = await office.TakeInAsync(set, new Random(seed));

            Assert.Null(again.Act);
            Assert.All(again.Reconciliation, unit => Assert.Equal((unit.InFiles.Matters, unit.InFiles.Steps, unit.InFiles.Money), (unit.InBooks.Matters, unit.InBooks.Steps, unit.InBooks.Money)));
        }

        Assert.Equal(before, await office.ReadAsync(RowCounts.OfAsync));
        await office.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_day_of_voiding_added_to_a_row_voids_it_and_a_cut_off_before_still_counts_it(string kind)
    {
        using var set = Folders.Good();
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.ImportAsync(set.Path);
        using var voided = Folders.Of(("steps", "matter,line,step,on,voided_on,amount\nM1,1,collected,2024-03-04,2025-02-03,4000000\n"));

        Assert.Equal("", (await office.ImportAsync(voided.Path)).Said());

        Assert.Equal((0, 4_000_000), (await CompletedAsync(office, null), await CompletedAsync(office, new(2025, 2, 2))));
        Assert.Null((await office.ImportAsync(voided.Path)).Act);
        await office.VerifyAsync();

        // It was voided once; a file that knows nothing of it, or another day, contradicts.
        Assert.Equal("steps:2:voided_on row.voided-otherwise", (await office.ImportAsync(set.Path)).Said());
        voided.Replace("steps", "2025-02-03", "2025-02-04");
        Assert.Equal("steps:2:voided_on row.voided-otherwise", (await office.ImportAsync(voided.Path)).Said());
    }

    [Theory]
    [InlineData("matters", "1/QĐ", "9/QĐ", "matters:2:decision_number row.contradicts")]
    [InlineData("matters", "M1,D1,O1", "M1,D1,", "matters:2:officer row.contradicts")]
    [InlineData("matters", "2024-01-16,,", "2024-01-16,2024-01-17,", "matters:3:known_on row.contradicts")]
    [InlineData("obligations", "M1,1,debt,0,10000000", "M1,1,debt,0,10000001", "obligations:2:amount row.contradicts")]
    [InlineData("obligations", "trả nợ", "trả", "obligations:2:what row.contradicts")]
    [InlineData("obligations", "M2,1,court_fee,1", "M2,1,court_fee,0", "obligations:4:state_revenue row.contradicts")]
    [InlineData("units", "Tỉnh Ví Dụ", "Tỉnh Khác", "units:3:code row.contradicts")]
    [InlineData("officers", "O1,Người Mẫu 1", "O1,Người Mẫu 9", "officers:2:code row.contradicts")]
    public async Task A_row_that_says_something_else_than_the_books_is_refused_in_the_column_that_does(string file, string there, string now, string refused)
    {
        using var set = Folders.Good();
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        await office.ImportAsync(set.Path);
        set.Replace(file, there, now);

        Assert.Equal(refused, (await office.ImportAsync(set.Path)).Said());
    }

    [Fact]
    public async Task Of_equal_rows_the_nth_of_the_file_is_the_nth_of_the_books()
    {
        using var set = Folders.Good();
        const string Row = "M1,1,collected,2024-05-06,,,1000000,,,";
        set.Add("steps", Row, Row);
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        await office.ImportAsync(set.Path);
        Assert.Equal(6_000_000, await CompletedAsync(office, null));

        set.Add("steps", Row);
        Assert.Equal("", (await office.ImportAsync(set.Path)).Said());

        Assert.Equal(7_000_000, await CompletedAsync(office, null));
        Assert.Equal("step 5", (await office.ReadAsync(RowCounts.OfAsync)).Single(c => c.StartsWith("step ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_row_that_takes_the_ground_from_a_step_in_the_books_is_refused_and_the_answer_names_that_step()
    {
        using var set = Folders.Good();
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        await office.ImportAsync(set.Path);
        using var before = Folders.Of(("steps", "matter,line,step,on,amount\nM1,1,collected,2024-02-01,7000000\n"));

        var result = await office.ImportAsync(before.Path);

        Assert.Equal("steps:2:step step.stands-on-it", result.Said());
        Assert.Contains("'collected' of 04/03/2024 stands on this row", result.Refused[0].In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_line_ends_blanks_and_quotes_make_no_difference()
    {
        using var set = Folders.Good();
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        await office.ImportAsync(set.Path);
        foreach (var file in new[] { "units", "officers", "matters", "obligations", "steps" })
        {
            var quoted = set.Text(file).TrimEnd('\n').Split('\n').Select(row => string.Join(" , ", row.Split(',')).Split(" , ").Select(cell => $"\" {cell}\t\""));
            set.Put(file, "\uFEFF" + string.Join("\r\n\r\n", quoted.Select(cells => string.Join(',', cells))));
        }

        var again = await office.ImportAsync(set.Path);

        Assert.Equal("", again.Said());
        Assert.Null(again.Act);
    }

    [Fact]
    public async Task A_file_of_another_name_and_an_empty_folder_are_refused()
    {
        using var set = Folders.Good();
        using var empty = new TemporaryFolder();
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        set.Put("step", "matter,line,step,on\n");

        Assert.Equal("step:1: file.unknown", (await office.ImportAsync(set.Path)).Said());
        Assert.Equal("import.nothing", (await Assert.ThrowsAsync<RefusedException>(() => office.ImportAsync(empty.Path))).Refusal.Code);
        Assert.Equal("import.no-source", (await Assert.ThrowsAsync<NotFoundException>(() => office.ImportAsync(empty["none"]))).What.Code);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Amounts_whose_sum_no_number_of_the_books_can_hold_are_refused_where_the_sum_is_passed(string kind)
    {
        using var set = Folders.Good();
        set.Add("obligations", [.. Enumerable.Range(3, 1100).Select(line => $"M1,{line},debt,0,9000000000000000,,,")]);
        await using var office = await TestOffice.NewAsync(kind, Today);

        var result = await office.ImportAsync(set.Path);

        Assert.False(result.Imported);
        Assert.Equal((449L, "amount", "amount.sum-too-large"), (result.Refused[0].Line, result.Refused[0].Column, result.Refused[0].Why.Code));
        set.Put("obligations", string.Join('\n', set.Text("obligations").Split('\n').Take(448)));
        Assert.Equal("", (await office.ImportAsync(set.Path)).Said());
        await office.VerifyAsync();
    }

    private static async Task<decimal?> CompletedAsync(TestOffice office, DateOnly? knownOn)
    {
        var report = await office.FormAsync(new FormQuery("02", "D1", 2024, KnownOn: knownOn));
        return report.Rows[0].Cells[report.Columns.Index().Single(c => c.Item.Cell == "completed").Index];
    }
}
