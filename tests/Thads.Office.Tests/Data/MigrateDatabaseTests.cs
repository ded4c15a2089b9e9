using Thads.Office.Data;

namespace Thads.Office.Tests.Data;

public sealed class MigrateDatabaseTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_migration_that_ran_with_other_contents_or_that_is_not_known_stops_the_start(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, new(2026, 11, 20));
        await office.ReadAsync(c => c.RunAsync("INSERT INTO migration (name, hash, ran_at) VALUES ('9999-from-the-future', 'x', 'x')", default));
        Assert.Equal("migrate.newer", await Procedure.SmallOffice.RefusedAsync(() => MigrateAsync(office.Database)));

        await office.ReadAsync(c => c.RunAsync("DELETE FROM migration WHERE name = '9999-from-the-future'", default));
        Assert.Empty((await MigrateAsync(office.Database)).Ran);
        await office.ReadAsync(c => c.RunAsync("UPDATE migration SET hash = 'x' WHERE name LIKE '0003%'", default));
        Assert.Equal("migrate.changed", await Procedure.SmallOffice.RefusedAsync(() => MigrateAsync(office.Database)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_database_that_held_something_is_backed_up_before_it_is_migrated_and_many_at_once_do_it_once(string kind)
    {
        await using var place = await TestDatabase.NewAsync(kind, OldAsync);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var database = Database.At(place.Db);
            return await MigrateAsync(database);
        })));

        var backups = results.Select(r => r.Backup).OfType<string>().ToList();
        try
        {
            Assert.Equal(Names(kind).Skip(3), Assert.Single(results, r => r.Ran.Count > 0).Ran);
            Assert.NotNull(Assert.Single(results, r => r.Ran.Count > 0).Backup);
            foreach (var backup in backups)
            {
                await using var restored = await TestDatabase.NewAsync(kind);
                await using var database = Database.At(restored.Db);
                await Backup.RestoreAsync(backup, database, TestContext.Current.CancellationToken);
                Assert.Superset(Names(kind).Take(3).ToHashSet(), (await RanAsync(database)).ToHashSet());
            }

            await using var now = Database.At(place.Db);
            Assert.Equal(Names(kind), await RanAsync(now));
        }
        finally
        {
            backups.ForEach(File.Delete);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_new_database_is_made_once_by_many_at_once_and_needs_no_backup(string kind)
    {
        await using var place = await TestDatabase.NewAsync(kind);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var database = Database.At(place.Db);
            return await MigrateAsync(database);
        })));

        Assert.Equal(Names(kind), Assert.Single(results, r => r.Ran.Count > 0).Ran);
        Assert.All(results, r => Assert.Null(r.Backup));
    }

    [Fact]
    public async Task Another_programs_file_is_left_alone()
    {
        await using var place = await TestDatabase.NewAsync(TestDatabases.Sqlite);
        await using var database = Database.At(place.Db);
        await using (var connection = await database.OpenAsync(TestContext.Current.CancellationToken))
        {
            await connection.RunAsync("CREATE TABLE photo (id integer)", TestContext.Current.CancellationToken);
        }

        Assert.Equal("db.not-ours", await Procedure.SmallOffice.RefusedAsync(() => MigrateAsync(database)));
    }

    private static Task<MigrateDatabase.Result> MigrateAsync(Database database) =>
        MigrateDatabase.RunAsync(database, TimeProvider.System, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Names(string kind) =>
        Migrator.For(kind == TestDatabases.Sqlite ? DatabaseKind.Sqlite : DatabaseKind.Postgres).Select(m => m.Name);

    private static async Task<List<string>> RanAsync(Database database)
    {
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ListAsync("SELECT name FROM migration ORDER BY name", r => r.GetString(0), TestContext.Current.CancellationToken);
    }

    /// <summary>As an older program left it: the first three migrations.</summary>
    private static async Task OldAsync(string db)
    {
        await using var database = Database.At(db);
        await using var connection = await database.OpenAsync();
        await connection.RunAsync("CREATE TABLE migration (name text NOT NULL PRIMARY KEY, hash text NOT NULL, ran_at text NOT NULL)", default);
        foreach (var migration in Migrator.For(database.Kind).Take(3))
        {
            await connection.RunAsync(System.Text.RegularExpressions.Regex.Replace(migration.Sql, @"/\* sqlite: (.*?) \*/", connection.IsPostgres() ? "" : "$1"), default);
            await connection.RunAsync("INSERT INTO migration (name, hash, ran_at) VALUES (@name, @hash, 'then')", default, ("name", migration.Name), ("hash", migration.Hash));
        }
    }
}
