using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Finding;

public sealed class MatterListTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Books_of_before_get_their_list_when_they_are_migrated(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, PeopleOffice.Today);
        await office.TakeInAsync(RandomSets.Make(7, 700, PeopleOffice.Today));
        var before = await RowsAsync(office);
        await office.ReadAsync(c => c.RunAsync(
            $"""
            DROP TABLE saved_view; {(kind == TestDatabases.Sqlite ? "DROP TABLE matter_word;" : "")} DROP TABLE matter_text; DROP TABLE matter_list;
            DELETE FROM migration WHERE name LIKE '0008%'
            """, TestContext.Current.CancellationToken));

        var migrated = await MigrateDatabase.RunAsync(office.Database, TimeProvider.System, TestContext.Current.CancellationToken);
        File.Delete(migrated.Backup!);

        Assert.Equal(before, await RowsAsync(office));
        Assert.Equal(700, before.Count(row => row.StartsWith("list ", StringComparison.Ordinal)));
        await office.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_list_that_is_not_what_the_books_say_is_found_by_verifying(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);
        await office.VerifyAsync();
        await office.ReadAsync(c => c.RunAsync(
            """
            UPDATE matter_list SET remainder = remainder + 1 WHERE code = '125/D1';
            DELETE FROM matter_list WHERE code = '126/D1';
            DELETE FROM matter_text WHERE number = (SELECT number FROM matter_list WHERE code = '127/D1');
            UPDATE matter_list SET debtor = 'Ai khác' WHERE code = '7/D2'
            """, TestContext.Current.CancellationToken));

        await using var work = office.Work();
        var book = await VerifyBook.RunAsync(work, TestContext.Current.CancellationToken);

        Assert.Equal(["verify.list 125/D1", "verify.list 126/D1", "verify.list 127/D1", "verify.list 7/D2"], book.Faults.Select(f => $"{f.Code} {f.Arguments[0]}"));
    }

    private static async Task<List<string>> RowsAsync(TestOffice office) => await office.ReadAsync(async c =>
    {
        var ct = TestContext.Current.CancellationToken;
        var list = await c.ListAsync(
            "SELECT l.code, l.unit_id, l.officer_id, l.state, l.docket_year, l.class, l.owed, l.remainder, l.moved_on, l.debtor, l.creditors, l.number FROM matter_list l ORDER BY l.number",
            r => "list " + string.Join('|', Enumerable.Range(0, r.FieldCount).Select(r.GetValue)), ct);
        list.AddRange(await c.ListAsync("SELECT t.id, t.number, t.key, t.written FROM matter_text t ORDER BY t.id", r => $"text {r.GetInt32(0)}|{r.GetInt32(1)}|{r.GetString(2)}|{r.GetString(3)}", ct));
        return list;
    });
}
