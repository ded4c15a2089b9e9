namespace Thads.Office.Tests.Exchange;

/// <summary>`--skip-bad`: what is sound comes in, the rest is written out to be mended.</summary>
public sealed class SkipBadTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_matter_with_one_bad_row_is_left_out_whole_and_comes_in_when_its_folder_is_mended(string kind)
    {
        using var set = Folders.Good();
        using var bad = new TemporaryFolder();
        set.Add("steps", "M2,1,collected,2024-05-01,,,400000,,,\"quá \"\"tay\"\"\"");
        await using var office = await TestOffice.NewAsync(kind, Today);

        var result = await office.ImportAsync(set.Path, bad.Path);

        Assert.True(result.Imported);
        Assert.Equal(1, result.LeftOutMatters);
        Assert.Equal(["matters.csv", "obligations.csv", "steps.csv"], Folders.Texts(bad.Path).Keys);
        Assert.Equal(3, File.ReadLines(bad["steps.csv"]).Count());
        Assert.Equal(
            "\"amount: Khoản 1: số tiền 400.000 đ lớn hơn số còn phải thi hành 300.000 đ.\",M2,1,collected,2024-05-01,,,400000,,,\"quá \"\"tay\"\"\"",
            File.ReadLines(bad["steps.csv"]).Last());
        Assert.StartsWith("x_reason,matter,line,step,", bad.Text("steps"), StringComparison.Ordinal);
        await office.VerifyAsync();

        // Mended as it is, with its column of reasons.
        bad.Replace("steps", ",400000,", ",300000,");
        Assert.Equal("", (await office.ImportAsync(bad.Path)).Said());
        set.Replace("steps", ",400000,", ",300000,");
        Assert.Null((await office.ImportAsync(set.Path)).Act);
        await office.VerifyAsync();
    }

    [Fact]
    public async Task What_stands_on_a_refused_unit_is_left_out_with_it()
    {
        using var set = Folders.Good();
        using var bad = new TemporaryFolder();
        set.Add("units", "D2,Huyện Hai,distrikt,T1,,", "R2,Phòng Hai,room,D2,,", "A,A,room,B,,", "B,B,room,A,,");
        set.Add("officers", "O3,Người 3,D2,enforcer,,", "O4,Người 4,R2,enforcer,,", "O5,Người 5,A,enforcer,,");
        set.Add("matters", "M3,R2,O4,,2024-01-16,,ex_officio,civil,0,0,0,,,,", "M4,A,O5,,2024-01-16,,ex_officio,civil,0,0,0,,,,");
        set.Add("obligations", "M3,1,debt,0,5,,,", "M4,1,debt,0,5,,,");
        set.Put("communes", "code,name,unit,valid_from,valid_to,successor\nK1,Một,D1,,2025-06-30,K2\nK2,Hai,D1,,2025-06-30,K3\nK3,Ba,D2,,,\nK4,Bốn,D1,,,\n");
        set.Put("unit_succession", "from,to,on\nD1,D2,2025-07-01\n");
        set.Put("targets", "unit,officer,year,measure,value,pace\nD2,,2025,matters,80,annual\nD1,,2025,matters,80,annual\n");
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);

        var result = await office.ImportAsync(set.Path, bad.Path);

        Assert.True(result.Imported);
        Assert.Equal(
            ["A", "B", "D2", "R2"],
            File.ReadLines(bad["units.csv"]).Skip(1).Select(row => row.Split('"')[2].Split(',')[1]).Order(StringComparer.Ordinal));
        Assert.Equal(3 + 1, File.ReadLines(bad["officers.csv"]).Count());
        Assert.Equal(3 + 1, File.ReadLines(bad["communes.csv"]).Count());
        Assert.Equal(2, result.LeftOutMatters);
        Assert.Equal(["unit 3", "officer 2", "commune 1", "unit_succession 0", "target 1", "matter 2"], await office.ReadAsync(async connection =>
            (await RowCounts.OfAsync(connection)).Where(c => c.Split(' ')[0] is "unit" or "officer" or "commune" or "unit_succession" or "target" or "matter")
                .OrderBy(c => Array.IndexOf(["unit", "officer", "commune", "unit_succession", "target", "matter"], c.Split(' ')[0]))));
        await office.VerifyAsync();

        bad.Replace("units", "distrikt", "district");
        bad.Replace("units", ",A,A,room,B", ",A,A,room,D1");
        Assert.Equal("", (await office.ImportAsync(bad.Path)).Said());
        await office.VerifyAsync();
    }

    [Fact]
    public async Task Without_a_folder_only_the_row_that_is_wrong_is_named_and_not_what_follows_from_it()
    {
        using var set = Folders.Good();
        set.Replace("units", "D1,Huyện Mẫu Một,district", "D1,Huyện Mẫu Một,distrikt");
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);

        Assert.Equal("units:4:kind cell.word", (await office.ImportAsync(set.Path)).Said());
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_refused()
    {
        using var set = Folders.Good();
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.ImportAsync(set.Path, set.Path));

        Assert.Equal("skip-bad.not-empty", refused.Refusal.Code);
    }

    [Fact]
    public async Task Where_nothing_is_refused_no_folder_is_made()
    {
        using var set = Folders.Good();
        using var bad = new TemporaryFolder();
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);

        Assert.True((await office.ImportAsync(set.Path, bad["left-out"])).Imported);
        Assert.False(Directory.Exists(bad["left-out"]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_once_and_stops_everything()
    {
        using var set = Folders.Good();
        using var bad = new TemporaryFolder();
        set.Replace("units", "code,name", "code,nom");
        set.Put("communes", "code,name,unit,size\nK1,Một,D1,1\n");
        set.Replace("officers", ",enforcer,", ",enforcer,,");
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);

        var result = await office.ImportAsync(set.Path, bad["left-out"]);

        Assert.False(result.Imported);
        Assert.Equal("communes:1:size header.unknown\nofficers:2: csv.columns\nofficers:3: csv.columns\nunits:1:name header.missing\nunits:1:nom header.unknown", result.Said());
        Assert.Equal(0, await office.ReadAsync(async c => (await RowCounts.OfAsync(c)).Count(count => !count.EndsWith(" 0", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_column_of_ones_own_goes_with_the_rows_whatever_its_name()
    {
        using var set = Folders.Good();
        using var bad = new TemporaryFolder();
        set.Put("steps", "matter,line,step,on,\"x_a,\"\"b\"\"\"\nM1,1,collected,2024-03-04,\"1,\"\"2\"\"\"\n");
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        Assert.Equal("steps:2:amount step.needs-amount", (await office.ImportAsync(set.Path, bad.Path)).Said());

        bad.Replace("steps", ",on,", ",on,amount,");
        bad.Replace("steps", "2024-03-04", "2024-03-04,5");
        Assert.Equal("", (await office.ImportAsync(bad.Path)).Said());

        using var exported = new TemporaryFolder();
        await office.ExportAsync(exported.Path);
        Assert.Contains(",note,\"x_a,\"\"b\"\"\"\nM1,1,collected,2024-03-04,,,5,,,,,\"1,\"\"2\"\"\"\n", exported.Text("steps"), StringComparison.Ordinal);
    }
}
