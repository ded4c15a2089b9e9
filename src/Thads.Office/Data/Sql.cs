using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Thads.Office.Data;

/// <summary>
/// Plain SQL on an open connection, the same text on both databases. Parameters are named @a, @b…; a Guid is kept as 16
/// bytes by SQLite, and this is the one place that knows it.
/// </summary>
public static class Sql
{
    /// <summary>Runs a statement and returns the number of rows it touched.</summary>
    public static async Task<int> RunAsync(this DbConnection connection, string sql, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>One value, or the default where there is none; of several statements that of the last.</summary>
    public static async Task<T?> ValueAsync<T>(this DbConnection connection, string sql, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        T? value;
        do
        {
            value = await reader.ReadAsync(ct) && !await reader.IsDBNullAsync(0, ct) ? reader.GetFieldValue<T>(0) : default;
        }
        while (await reader.NextResultAsync(ct));
        return value;
    }

    /// <summary>All rows, each through <paramref name="map"/>.</summary>
    public static async Task<List<T>> ListAsync<T>(
        this DbConnection connection, string sql, Func<DbDataReader, T> map, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        var rows = new List<T>();
        await using var command = connection.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>Row by row, without holding them.</summary>
    public static async Task EachAsync(this DbConnection connection, string sql, Action<DbDataReader> take, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            take(reader);
        }
    }

    /// <summary>One view of the books for several readings, while others go on writing.</summary>
    public static async Task<DbTransaction> SnapshotAsync(this DbConnection connection, CancellationToken ct) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);

    /// <summary>A command with its parameters. SQLite's belongs to the transaction that is open on the connection by itself.</summary>
    public static DbCommand Command(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value switch
            {
                null => DBNull.Value,
                Guid id when connection is SqliteConnection => id.ToByteArray(bigEndian: true),
                Enum e => Convert.ToInt32(e, System.Globalization.CultureInfo.InvariantCulture),
                _ => value,
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static Guid Id(this DbDataReader reader, int column) =>
        reader is SqliteDataReader ? new Guid(reader.GetFieldValue<byte[]>(column), bigEndian: true) : reader.GetGuid(column);

    public static DateOnly Day(this DbDataReader reader, int column) => reader.GetFieldValue<DateOnly>(column);

    public static DateOnly? DayOrNone(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    /// <summary>UTC.</summary>
    public static DateTime Moment(this DbDataReader reader, int column) => DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);

    public static DateTime? MomentOrNone(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Moment(column);

    public static string? TextOrNone(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? NumberOrNone(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    /// <summary>Our own numbers, written into the text of a query: `1,2,3`, or `-1` for none.</summary>
    public static string List(IEnumerable<int> numbers)
    {
        var text = string.Join(',', numbers);
        return text.Length == 0 ? "-1" : text;
    }

    public static bool IsPostgres(this DbConnection connection) => connection is NpgsqlConnection;

    /// <summary>Whether a write failed because a unique key is there already.</summary>
    public static bool IsDuplicate(DbException failure) => failure switch
    {
        PostgresException p => p.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException s => s.SqliteExtendedErrorCode is 1555 or 2067,
        _ => false,
    };
}
