using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.People;
using Thads.Office.Units;

namespace Thads.Office.Tests;

/// <summary>What tests of administration have in common.</summary>
internal static class Administering
{
    public static async Task DoAsync(this TestOffice office, Func<Work, Task> act, Permissions may = Permissions.All, IReadOnlySet<int>? units = null)
    {
        await using var work = office.Work(may, units);
        await act(work);
    }

    public static async Task<T> AskAsync<T>(this TestOffice office, Func<Work, Task<T>> ask, Person? by = null)
    {
        await using var work = office.As(by ?? new Person("test", Permissions.All));
        return await ask(work);
    }

    public static async Task DoAsAsync(this TestOffice office, Person by, Func<Work, Task> act)
    {
        await using var work = office.As(by);
        await act(work);
    }

    /// <summary>A piece of work of a person as they are.</summary>
    public static Work As(this TestOffice office, Person person) => new(office.Database, person, OfficeClock.StartingOn(office.Today, TimeProvider.System));

    /// <summary>The person behind an account, as signing in finds them today.</summary>
    public static async Task<Person> PersonAsync(this TestOffice office, string name) => await office.AskAsync(async work =>
        await ReadPerson.OfAsync((await Accounts.FindAsync(await work.ConnectAsync(default), name, default))!, work, default));

    /// <summary>Creates an account with roles; unit null = the whole tree.</summary>
    public static async Task AccountAsync(this TestOffice office, string name, params (Role Role, string? Unit)[] roles)
    {
        await office.DoAsync(work => CreateAccount.RunAsync(new(name, "Người " + name), work, default));
        foreach (var (role, unit) in roles)
        {
            await office.DoAsync(work => GiveRole.RunAsync(new(name, role, unit), work, default));
        }
    }

    public static async Task<UnitTree> TreeAsync(this TestOffice office) => await office.AskAsync(work => UnitTree.OfAsync(work, default));

    /// <summary>What the last act of a kind changed, a line each.</summary>
    public static async Task<List<string>> ChangesAsync(this TestOffice office, string kind) => await office.ReadAsync(connection => connection.ListAsync(
        "SELECT subject, field, before_value, after_value FROM act_change WHERE act = (SELECT max(seq) FROM act WHERE kind = @kind) ORDER BY number",
        r => $"{r.GetString(0)} {r.GetString(1)} {r.TextOrNone(2)} → {r.TextOrNone(3)}", default, ("kind", kind)));
}
