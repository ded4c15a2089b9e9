using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.v3;

namespace Thads.Office.Tests;

/// <summary>
/// The databases every data test runs on: SQLite always, PostgreSQL where THADS_TEST_POSTGRES names a server.
/// <code>[Theory, MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]</code>
/// </summary>
public static class TestDatabases
{
    public const string Sqlite = "SQLite";
    public const string PostgreSql = "PostgreSQL";

    public static TheoryData<string> Kinds => Server is null ? [Sqlite] : [Sqlite, PostgreSql];

    /// <summary>Connection string of the server's own database, from which others are made.</summary>
    internal static string? Server => TestRun.Prepared("THADS_TEST_POSTGRES");
}

/// <summary>A fresh database for one test, gone when the test is.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(string Kind, MethodInfo? Prepare), Lazy<Task<string>>> Templates = new();

    private static int _made;

    private readonly string _place;

    private TestDatabase(string kind, string place)
    {
        Kind = kind;
        _place = place;
    }

    public string Kind { get; }

    /// <summary>What a command is given as --db: the path of a file that need not exist yet, or a connection string.</summary>
    public string Db => DbOf(Kind, _place);

    /// <param name="kind">One of <see cref="TestDatabases.Kinds"/>.</param>
    /// <param name="prepare">
    /// Fills an empty database whose --db text it is given: its tables, say. It runs once for all tests that name
    /// the same method, which must depend on nothing else; each of them gets a copy.
    /// </param>
    public static async Task<TestDatabase> NewAsync(string kind, Func<string, Task>? prepare = null)
    {
        if (kind == TestDatabases.Sqlite && TestDatabases.Server is null && IsOneOfTwoRows())
        {
            TestRun.LeftOut("the data tests on PostgreSQL");
        }

        var template = prepare is null ? null : await Templates.GetOrAdd((kind, prepare.Method), _ => new(() => PrepareAsync(kind, prepare))).Value;
        var place = NewPlace(kind);
        if (kind == TestDatabases.PostgreSql)
        {
            await OnServerAsync(template is null ? $"CREATE DATABASE {place}" : $"CREATE DATABASE {place} TEMPLATE {template}");
        }
        else if (template is not null)
        {
            foreach (var file in Directory.GetFiles(template).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            {
                File.Copy(file, Path.Combine(place, Path.GetFileName(file)));
            }
        }

        return new TestDatabase(kind, place);
    }

    public async ValueTask DisposeAsync() => await RemoveAsync(Kind, _place);

    internal static async Task DropTemplatesAsync()
    {
        foreach (var ((kind, _), template) in Templates.Where(t => t.Value.Value.IsCompletedSuccessfully))
        {
            await RemoveAsync(kind, await template.Value);
        }
    }

    private static async Task<string> PrepareAsync(string kind, Func<string, Task> prepare)
    {
        var place = NewPlace(kind);
        if (kind == TestDatabases.PostgreSql)
        {
            await OnServerAsync($"CREATE DATABASE {place}");
            await prepare(DbOf(kind, place));

            // A database is copied only while nobody is in it, a pooled connection of the preparation included.
            await OnServerAsync($"ALTER DATABASE {place} ALLOW_CONNECTIONS false");
            await OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{place}'");
        }
        else
        {
            await prepare(DbOf(kind, place));
        }

        return place;
    }

    /// <summary>The name of a database on the server, or a folder of the database's own, so that its companions go with it.</summary>
    private static string NewPlace(string kind) => kind == TestDatabases.PostgreSql
        ? $"thads_test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}"
        : Directory.CreateTempSubdirectory("thads-test-").FullName;

    private static string DbOf(string kind, string place) => kind == TestDatabases.PostgreSql
        ? new NpgsqlConnectionStringBuilder(TestDatabases.Server) { Database = place }.ConnectionString
        : Path.Combine(place, "office.db");

    private static async Task RemoveAsync(string kind, string place)
    {
        if (kind == TestDatabases.PostgreSql)
        {
            await OnServerAsync($"DROP DATABASE {place} WITH (FORCE)");
        }
        else
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(place, recursive: true);
        }
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var server = new NpgsqlConnection(TestDatabases.Server);
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Whether the running test got its kind as an argument, and so has a twin on PostgreSQL.</summary>
    private static bool IsOneOfTwoRows() =>
        TestContext.Current.Test is IXunitTest test && test.TestMethodArguments.Contains(TestDatabases.Sqlite);
}
