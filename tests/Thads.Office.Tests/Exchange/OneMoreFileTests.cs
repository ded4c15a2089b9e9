namespace Thads.Office.Tests.Exchange;

/// <summary>What `samples/bad` has no set for: the good set with one file more, or another, and the one refusal that it brings.</summary>
public sealed class OneMoreFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("obligations", "matter,line,kind,state_revenue,amount\nM1,1,debt,2,5\nM1,2,act,0,0\nM2,1,fine,1,5\n", "2:state_revenue cell.flag")]
    [InlineData("communes", "code,name,unit\nK1,Xã M\0ột,D1\n", "2:name cell.nul")]
    [InlineData("communes", "code,name,unit,valid_from,valid_to\nK1,Xã Một,D1,2024-01-02,2024-01-01\n", "2:valid_to period.ends-before")]
    [InlineData("unit_succession", "from,to,on\nD1,D1,2025-07-01\n", "2:to succession.itself")]
    [InlineData("unit_succession", "from,to,on\nD1,T1,2025-07-01\nD1,TW,2025-07-01\n", "3:to row.contradicts")]
    [InlineData("events", "matter,event,on,result\nM1,notified,2024-02-01,able\n", "2:result event.result")]
    [InlineData("events", "matter,event,on,result\nM1,verified,2024-02-01,agreed\n", "2:result event.result")]
    [InlineData("events", "matter,event,on,result\nM1,verified,2024-02-01,able\nM1,persuaded,2024-02-02,maybe\n", "3:result cell.word")]
    [InlineData("targets", "unit,year,measure,value\nD1,20x5,matters,80\n", "2:year cell.number")]
    [InlineData("targets", "unit,year,measure,value\nD1,2025,matters,\"80,5\"\n", "2:value cell.percent")]
    [InlineData("targets", "unit,year,measure,value\nD1,2025,matters,80.555\n", "2:value cell.percent")]
    [InlineData("figures", "unit,year,months,measure,total\nD1,2020,13,matters,1\n", "2:months cell.number")]
    [InlineData("figures", "unit,year,months,measure,total\nD1,2020,12,matters,1.234.567\n", "2:total cell.figure")]
    public async Task A_row_that_says_what_cannot_be_is_refused_at_its_place(string file, string text, string refused)
    {
        using var set = Folders.Good();
        set.Put(file, text);
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);

        Assert.Equal($"{file}:{refused}", (await office.ImportAsync(set.Path)).Said());
    }
}
