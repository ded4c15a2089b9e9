using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Thads.Office.Data;

/// <summary>The two databases the product keeps its books in.</summary>
public enum DatabaseKind
{
    Sqlite = 1,
    Postgres = 2,
}

/// <summary>
/// Where the books are: a path is a SQLite file (made if it is not there), a text with `Host=` a PostgreSQL connection
/// string (exchange format 1, "Every command that touches a database takes --db").
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource? _postgres;
    private static readonly ConditionalWeakTable<sqlite3, sqlite3> SetUp = [];
    private readonly SemaphoreSlim _writer = new(1);
    private readonly string _sqlite = "";

    private Database(DatabaseKind kind, string path, string connectionString)
    {
        Kind = kind;
        Path = path;
        if (kind == DatabaseKind.Postgres)
        {
            _postgres = NpgsqlDataSource.Create(Prepared(connectionString));
        }
        else
        {
            _sqlite = connectionString;
        }
    }

    public DatabaseKind Kind { get; }

    /// <summary>The SQLite file; empty for PostgreSQL.</summary>
    public string Path { get; }

    /// <summary>How the database is named to people: the file, or host and name without the password.</summary>
    public string Name => _postgres is null ? Path : DescribePostgres(_postgres.ConnectionString);

    /// <summary>The connection string of PostgreSQL, for its own tools (pg_dump); empty for SQLite.</summary>
    public string PostgresConnectionString { get; private init; } = "";

    /// <exception cref="RefusedException">`db.bad`: the text is neither a usable path nor a connection string.</exception>
    public static Database At(string text)
    {
        try
        {
            return text.Contains("Host=", StringComparison.OrdinalIgnoreCase)
                ? new Database(DatabaseKind.Postgres, "", text) { PostgresConnectionString = text }
                : AtPath(System.IO.Path.GetFullPath(text));
        }
        catch (ArgumentException bad)
        {
            throw new RefusedException(new Refusal("db.bad", bad.Message));
        }
    }

    /// <summary>An open connection with our settings. The caller disposes of it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct = default)
    {
        if (_postgres is not null)
        {
            return await _postgres.OpenConnectionAsync(ct);
        }

        var connection = new SqliteConnection(_sqlite);
        await connection.OpenAsync(ct);
        // A pooled handle has its settings already.
        if (SetUp.TryAdd(connection.Handle!, connection.Handle!))
        {
            await using var command = connection.CreateCommand();
            // FULL: an act that was answered is on the disk. The cache is per connection, 64 MB at most. Recursive: only then does a row that
            // INSERT OR REPLACE would write over meet the guard against deletion. Whoever finds the file locked by another program
            // tries again after milliseconds, not after the 150 of the provider.
            command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY;";
            await command.ExecuteNonQueryAsync(ct);
        }

        return connection;
    }

    /// <summary>SQLite has one writer: those of this program wait here in their order instead of asking the file again and again.</summary>
    public async Task<IDisposable?> TakeTurnAsync(CancellationToken ct)
    {
        if (Kind == DatabaseKind.Postgres)
        {
            return null;
        }

        await _writer.WaitAsync(ct);
        return new Turn(_writer);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
        else
        {
            // Pooled handles keep the file open; whoever disposes of the database may move or delete it.
            await using var connection = new SqliteConnection(_sqlite);
            SqliteConnection.ClearPool(connection);
        }
    }

    private static Database AtPath(string path)
    {
        if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return new Database(DatabaseKind.Sqlite, path, new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Cache = SqliteCacheMode.Private,
            DefaultTimeout = 60,
        }.ToString());
    }

    /// <summary>The few statements of our acts are prepared once per connection, unless the connection string says otherwise.</summary>
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ContainsKey("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 60;
        }

        return settings.ToString();
    }

    private static string DescribePostgres(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{parts.Host}:{parts.Port}/{parts.Database}";
    }

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        private SemaphoreSlim? _writer = writer;

        public void Dispose() => Interlocked.Exchange(ref _writer, null)?.Release();
    }
}
