using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Thads.Office.Tests;

public sealed class TestDatabasesTests
{
    private static int _prepared;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Each_test_writes_to_its_own_copy_of_what_was_prepared_once(string kind)
    {
        await using var one = await TestDatabase.NewAsync(kind, PrepareAsync);
        await using var other = await TestDatabase.NewAsync(kind, PrepareAsync);

        await RunAsync(one, "INSERT INTO thing VALUES (2)");

        Assert.Equal(2L, await RunAsync(one, "SELECT COUNT(*) FROM thing"));
        Assert.Equal(1L, await RunAsync(other, "SELECT COUNT(*) FROM thing"));
        Assert.InRange(_prepared, 1, TestDatabases.Kinds.Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_database_is_gone_with_its_test_even_where_a_connection_was_left_open(string kind)
    {
        var database = await TestDatabase.NewAsync(kind);
        await using var left = Connect(kind, database.Db);
        await left.OpenAsync(TestContext.Current.CancellationToken);

        await database.DisposeAsync();

        Assert.False(kind == TestDatabases.Sqlite
            ? Directory.Exists(Path.GetDirectoryName(database.Db))
            : await IsOnServerAsync(new NpgsqlConnectionStringBuilder(database.Db).Database!));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Its_name_is_what_a_command_takes_as_db(string kind)
    {
        await using var database = await TestDatabase.NewAsync(kind);

        Assert.Equal(kind == TestDatabases.PostgreSql, database.Db.Contains("Host=", StringComparison.Ordinal));
    }

    private static async Task PrepareAsync(string db)
    {
        Interlocked.Increment(ref _prepared);
        await RunAsync(db.Contains("Host=", StringComparison.Ordinal) ? TestDatabases.PostgreSql : TestDatabases.Sqlite, db,
            "CREATE TABLE thing (id integer); INSERT INTO thing VALUES (1)");
    }

    private static async Task<bool> IsOnServerAsync(string name) =>
        (long)(await RunAsync(TestDatabases.PostgreSql, TestDatabases.Server!, $"SELECT COUNT(*) FROM pg_database WHERE datname = '{name}'"))! == 1;

    private static Task<object?> RunAsync(TestDatabase database, string sql) => RunAsync(database.Kind, database.Db, sql);

    private static async Task<object?> RunAsync(string kind, string db, string sql)
    {
        await using var connection = Connect(kind, db);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static DbConnection Connect(string kind, string db) =>
        kind == TestDatabases.PostgreSql ? new NpgsqlConnection(db) : new SqliteConnection($"Data Source={db}");
}
