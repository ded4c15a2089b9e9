using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Thads.Office.Finding;

namespace Thads.Office.Data;

/// <summary>
/// Numbered SQL files, embedded, run once each in their order, forward only. A file changed after it ran, or a database
/// that has run files this program does not know, stops the start with a sentence saying so.
/// </summary>
public static partial class Migrator
{
    public sealed record Migration(string Name, string Sql)
    {
        public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
    }

    /// <summary>The migrations of this program for a database, in their order.</summary>
    public static IReadOnlyList<Migration> For(DatabaseKind kind)
    {
        var other = kind == DatabaseKind.Sqlite ? ".postgres.sql" : ".sqlite.sql";
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.EndsWith(other, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Migration(name[Folder.Length..^".sql".Length], Read(assembly, name)))];
    }

    /// <summary>What the database still has to run. Refused when its history is not ours.</summary>
    /// <exception cref="RefusedException">`migrate.newer`, `migrate.changed` or `db.not-ours`.</exception>
    public static async Task<IReadOnlyList<Migration>> PendingAsync(DbConnection connection, CancellationToken ct)
    {
        var ours = For(KindOf(connection));
        if (!await ExistsAsync(connection, ct))
        {
            RefusedException.ThrowIf(await IsAnothersAsync(connection, ct) ? new Refusal("db.not-ours", connection.DataSource) : null);
            return ours;
        }

        var ran = await connection.ListAsync("SELECT name, hash FROM migration ORDER BY name", r => (Name: r.GetString(0), Hash: r.GetString(1)), ct);
        foreach (var (name, hash) in ran)
        {
            var known = ours.FirstOrDefault(m => m.Name == name)
                ?? throw new RefusedException(new Refusal("migrate.newer", name));
            RefusedException.ThrowIf(known.Hash == hash ? null : new Refusal("migrate.changed", name));
        }

        return [.. ours.Where(m => ran.All(r => r.Name != m.Name))];
    }

    /// <summary>Whether the database has ever been ours: a new one needs no backup before it is migrated.</summary>
    public static async Task<bool> ExistsAsync(DbConnection connection, CancellationToken ct) =>
        await connection.ValueAsync<long>(
            connection.IsPostgres()
                ? "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'migration'"
                : "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'", ct) > 0;

    /// <summary>A SQLite file in which another program keeps its tables. (A PostgreSQL database may be shared with others.)</summary>
    private static async Task<bool> IsAnothersAsync(DbConnection connection, CancellationToken ct) =>
        !connection.IsPostgres() && await connection.ValueAsync<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table'", ct) > 0;

    /// <summary>Runs what is pending, all in one transaction, and returns the names. Two programs that start at once do it once.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(DbConnection connection, TimeProvider time, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (connection.IsPostgres())
        {
            await connection.RunAsync("SELECT pg_advisory_xact_lock(7400001)", ct);
        }

        var pending = await PendingAsync(connection, ct);
        if (!await ExistsAsync(connection, ct))
        {
            await connection.RunAsync("CREATE TABLE migration (name text NOT NULL PRIMARY KEY, hash text NOT NULL, ran_at text NOT NULL)", ct);
        }

        foreach (var migration in pending)
        {
            await connection.RunAsync(For(connection, migration.Sql), ct);
            await connection.RunAsync("INSERT INTO migration (name, hash, ran_at) VALUES (@name, @hash, @at)", ct,
                ("name", migration.Name), ("hash", migration.Hash), ("at", time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (pending.Any(m => m.Name.StartsWith("0008-finding", StringComparison.Ordinal)))
        {
            // Books of before: search keys are made here and not by a database.
            await MatterList.FillAsync(connection, ct);
        }

        await transaction.CommitAsync(ct);
        return [.. pending.Select(m => m.Name)];
    }

    private const string Folder = "Thads.Office.Data.Migrations.";

    /// <summary>`/* sqlite: X */` is X on SQLite and nothing elsewhere; the rest is common SQL.</summary>
    private static string For(DbConnection connection, string sql) =>
        connection.IsPostgres() ? sql : SqliteOnly().Replace(sql, "$1");

    [GeneratedRegex(@"/\* sqlite: (.*?) \*/")]
    private static partial Regex SqliteOnly();

    private static DatabaseKind KindOf(DbConnection connection) => connection.IsPostgres() ? DatabaseKind.Postgres : DatabaseKind.Sqlite;

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }
}
