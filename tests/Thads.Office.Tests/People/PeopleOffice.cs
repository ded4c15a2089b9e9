using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.People;

namespace Thads.Office.Tests.People;

/// <summary>A province P1 with districts D1 and D2; D2 succeeded OLD. One enforcer serves in D1.</summary>
internal sealed class PeopleOffice : IAsyncDisposable
{
    private readonly TestOffice _office;

    private PeopleOffice(TestOffice office) => _office = office;

    public DateOnly Today
    {
        get => _office.Today;
        set => _office.Today = value;
    }

    public static async Task<PeopleOffice> NewAsync(string kind, DateOnly today)
    {
        var office = await TestOffice.NewAsync(kind, today);
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "units.csv"),
        [
            "code,name,kind,parent,valid_from,valid_to", "TW,Trung ương,central,,2000-01-01,", "P1,Tỉnh,province,TW,2000-01-01,", "D1,Huyện Một,district,P1,2000-01-01,",
            "D2,Huyện Hai,district,P1,2000-01-01,", "OLD,Huyện Cũ,district,TW,2000-01-01,2019-12-31", "P2,Tỉnh khác,province,TW,2000-01-01,",
        ]);
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "unit_succession.csv"), ["from,to,on", "OLD,D2,2020-01-01"]);
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "officers.csv"), ["code,name,unit,title,valid_from,valid_to", "CHV1,Mẫu Thị Hành,D1,enforcer,2010-01-01,"]);
        var result = await office.ImportAsync(folder.Path);
        Assert.True(result.Imported, string.Join('\n', result.Refused.Select(row => row.In(Language.English))));
        return new PeopleOffice(office);
    }

    public Work Work() => _office.Work();

    public Work WorkOf(Person person) => new(_office.Database, person, OfficeClock.StartingOn(Today, TimeProvider.System));

    public async Task<T> AsAsync<T>(Person person, Func<Work, Task<T>> act)
    {
        await using var work = WorkOf(person);
        return await act(work);
    }

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read) => _office.ReadAsync(read);

    public async Task AccountAsync(string name, string fullName, string? officer = null)
    {
        await using var work = Work();
        await CreateAccount.RunAsync(new(name, fullName, officer), work, default);
    }

    public async Task RoleAsync(GiveRole.Input input)
    {
        await using var work = Work();
        await GiveRole.RunAsync(input, work, default);
    }

    /// <summary>As the program finds them when they sign in today.</summary>
    public async Task<Person> PersonAsync(string name)
    {
        await using var work = WorkOf(new Person("", []));
        var account = await Accounts.FindAsync(await work.ConnectAsync(default), name, default);
        return await ReadPerson.OfAsync(account!, work, default);
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();
}
