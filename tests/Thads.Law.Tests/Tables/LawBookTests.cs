using Thads.Law.Parameters;
using Thads.Law.Tables;
using Catalogue = Thads.Law.Deadlines.Deadlines;

namespace Thads.Law.Tests.Tables;

/// <summary>Half a law is none: what is wrong with a table is named with its file and line, and an office's newer rows take their place by rule.</summary>
public sealed class LawBookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("law").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("holidays", "date,kind,name_vi,name_en\n2026-13-01,holiday,x,y\n", 2, "“2026-13-01” is no day yyyy-mm-dd")]
    [InlineData("holidays", "date,kind,name_vi,name_en\n2026-12-01,feast,x,y\n", 2, "“feast” is none of")]
    [InlineData("holidays", "date,kind,name_vi,name_en\n2026-12-01,holiday,x,\n", 2, "the column name_en is empty")]
    [InlineData("parameters", "key,region,value,unit,from\nBASE_SALARY,,much,VND/month,2027-07-01\n", 2, "the value is no number")]
    [InlineData("parameters", "key,region,value,unit,from\nREGION_MIN_WAGE,V,1,VND/month,2027-07-01\n", 2, "“V” is none of")]
    [InlineData("parameters", "key,region,value,unit,from,to\nBASE_SALARY,,1,VND/month,2027-07-01,2027-06-30\n", 2, "")]
    [InlineData("parameters", "key,region,value,unit,from,to\nNEW_KEY,,1,VND,2027-01-01,2027-01-31\nNEW_KEY,,2,VND,2027-02-02,\n", 3, "NEW_KEY/: there is no value from 01/02/2027 to 01/02/2027")]
    [InlineData("parameters", "key,region,value,unit,from,to\nNEW_KEY,,1,VND,2027-01-01,2027-01-31\nNEW_KEY,,2,VND,2027-01-31,\n", 3, "NEW_KEY/: from 31/01/2027 on it overlaps line 2")]
    [InlineData("deadlines", "code,regime,value,unit,before,events,from\nD500,new,3,WD,0,RequestReceived,2026-07-01\n", 2, "there is no code D500")]
    [InlineData("deadlines", "code,regime,value,unit,before,events,from\nD003,new,3,WD,0,FullMoon,2026-09-01\n", 2, "there is no event FullMoon")]
    [InlineData("deadlines", "code,regime,value,unit,before,events,from\nD003,new,3,moons,0,RequestReceived,2026-09-01\n", 2, "“moons” is none of")]
    [InlineData("fee-tiers", "above,up_to,base,percent,from\n5000000000,6000000000,150000000,2,2027-01-01\n", 2, "the next tier begins where this one ends")]
    [InlineData("weather", "a,b\n1,2\n", 0, "there is no table of this name")]
    [InlineData("holidays", "date,kind\n2026-12-01,holiday\n", 1, "")]
    [InlineData("holidays", "date,date,kind,name_vi,name_en\n2026-12-01,2026-12-01,holiday,x,y\n", 1, "the column date stands there twice")]
    public void What_is_wrong_is_named_with_file_and_line(string table, string text, int line, string why)
    {
        File.WriteAllText(Path.Combine(_folder, table + ".csv"), text);

        Assert.Null(LawBook.Load(_folder, out var errors));
        var error = Assert.Single(errors, one => line == 0 || one.Line == line);
        Assert.StartsWith(_folder, error.File, StringComparison.Ordinal);
        Assert.Contains(why, error.Why.En, StringComparison.Ordinal);
        Assert.NotEqual("", error.In().Vi);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        Assert.Null(LawBook.Load(Path.Combine(_folder, "none"), out var errors));
        Assert.Equal("there is no such folder", Assert.Single(errors).Why.En);
    }

    [Fact]
    public void A_holiday_swap_announced_a_week_ahead_moves_a_limit()
    {
        File.WriteAllText(Path.Combine(_folder, "holidays.csv"), "date,kind,name_vi,name_en\n2026-11-25,swap_off,Nghỉ hoán đổi,Day off in exchange\n2026-11-28,swap_work,Làm bù,Worked in exchange\n");
        var book = Load();

        Assert.Equal(new(2026, 12, 1), Due(LawBook.BuiltIn, "D003", new(2026, 11, 23)));
        Assert.Equal(new(2026, 12, 1), Due(book, "D003", new(2026, 11, 23)));
        Assert.Equal(new(2026, 11, 27), Due(LawBook.BuiltIn, "D009", new(2026, 11, 23)));
        Assert.Equal(new(2026, 11, 28), Due(book, "D009", new(2026, 11, 23)));
    }

    [Fact]
    public void A_later_row_ends_the_open_one_and_a_row_of_the_same_first_day_takes_its_place()
    {
        File.WriteAllText(Path.Combine(_folder, "parameters.csv"), "key,region,value,unit,from,to,article\nBASE_SALARY,,2700000,VND/month,2027-07-01,,NĐ mới\nREGION_MIN_WAGE,I,5400000,VND/month,2026-01-01,,NĐ sửa\n");
        var book = Load();

        Assert.Equal(2_530_000, Salary(book, new(2027, 6, 30)));
        Assert.Equal(2_700_000, Salary(book, new(2027, 7, 1)));
        Assert.Equal(5_400_000, Parameter.Of(book, "REGION_MIN_WAGE", "I", new(2026, 3, 1)).Value.Value.Amount.Units);
        Assert.Equal(2_530_000, Salary(LawBook.BuiltIn, new(2027, 7, 1)));
        Assert.Equal(new DateOnly(2027, 6, 30), book.Find("parameters/BASE_SALARY/@2026-07-01")!.To);

        static long Salary(LawBook of, DateOnly on) => Parameter.Of(of, "BASE_SALARY", null, on).Value.Value.Amount.Units;
    }

    [Fact]
    public void A_tick_holds_until_the_row_says_something_else()
    {
        const string Id = "parameters/REGION_MIN_WAGE/I@2026-01-01";
        var tick = new Tick(Id, LawBook.BuiltIn.Find(Id)!.Print, "Trần Thị Mẫu", new(2026, 11, 24), "Công báo 12");
        var ticked = LawBook.BuiltIn.With([tick]);
        File.WriteAllText(Path.Combine(_folder, "parameters.csv"), "key,region,value,unit,from\nREGION_MIN_WAGE,I,5400000,VND/month,2026-01-01\n");
        var changed = Load().With([tick]);

        Assert.True(ticked.Find(Id)!.Trust.IsChecked);
        Assert.Contains("Trần Thị Mẫu", ticked.Find(Id)!.Trust.In().Vi, StringComparison.Ordinal);
        Assert.True(Parameter.Of(ticked, "REGION_MIN_WAGE", "I", new(2026, 3, 1)).Value.Row.Trust.IsChecked);
        Assert.False(changed.Find(Id)!.Trust.IsChecked);
        Assert.False(LawBook.BuiltIn.Find(Id)!.Trust.IsChecked);
    }

    private LawBook Load() => LawBook.Load(_folder, out var errors) ?? throw new InvalidOperationException(string.Join('\n', errors.Select(error => error.In().En)));

    private static DateOnly Due(LawBook book, string code, DateOnly start) => Catalogue.Of(book, new(code, start)).Value.Due;
}
