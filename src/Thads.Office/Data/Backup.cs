using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Thads.Office.Data;

/// <summary>
/// Backup and restore. SQLite: `VACUUM INTO` a new file while others work, then an integrity check of it; never a copy of a live
/// file. PostgreSQL: its own pg_dump and pg_restore, in the custom format.
/// </summary>
public static class Backup
{
    /// <summary>Beside a SQLite file, or in the current folder: name and UTC moment.</summary>
    /// <param name="mark">What tells apart two that are made in the same second.</param>
    public static string NameFor(Database database, DateTime nowUtc, string mark = "")
    {
        var stamp = nowUtc.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture) + mark;
        return database.Kind == DatabaseKind.Sqlite
            ? Path.Combine(Path.GetDirectoryName(database.Path)!, $"{Path.GetFileNameWithoutExtension(database.Path)}-{stamp}.backup")
            : Path.GetFullPath($"thads-{stamp}.pgdump");
    }

    /// <summary>Writes a backup to a file that is not there yet. The file appears whole or not at all.</summary>
    /// <exception cref="RefusedException">`backup.exists`, `backup.no-tool`, `backup.tool-failed`, `backup.damaged`.</exception>
    public static async Task RunAsync(Database database, string file, CancellationToken ct)
    {
        RefusedException.ThrowIf(File.Exists(file) ? new Refusal("backup.exists", file) : null);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var part = file + ".part";
        File.Delete(part);
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await using (var connection = await database.OpenAsync(ct))
            {
                await connection.RunAsync("VACUUM INTO @file", ct, ("file", part));
            }

            await CheckAsync(part, ct);
        }
        else
        {
            await ToolAsync("pg_dump", database, ["--format=custom", $"--file={part}"], ct);
        }

        FlushToDisk(part);
        File.Move(part, file);
    }

    /// <summary>Puts a backup into an empty place: a SQLite path that is not there, or a PostgreSQL database without our tables.</summary>
    /// <exception cref="RefusedException">`restore.target-not-empty`, `restore.not-a-backup`, `backup.damaged`, `backup.no-tool`, `backup.tool-failed`.</exception>
    public static async Task RestoreAsync(string file, Database target, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            throw new NotFoundException(new Refusal("import.no-source", file));
        }

        var isSqlite = await IsSqliteAsync(file, ct);
        RefusedException.ThrowIf(isSqlite == (target.Kind == DatabaseKind.Sqlite) ? null : new Refusal("restore.not-a-backup", file));
        if (target.Kind == DatabaseKind.Sqlite)
        {
            // A log left behind by a database that is gone would be played into the one that is restored.
            RefusedException.ThrowIf(File.Exists(target.Path) || File.Exists(target.Path + "-wal") ? new Refusal("restore.target-not-empty", target.Name) : null);
            await CheckAsync(file, ct);
            var part = target.Path + ".part";
            File.Copy(file, part, overwrite: true);
            FlushToDisk(part);
            File.Move(part, target.Path);
            return;
        }

        await using (var connection = await target.OpenAsync(ct))
        {
            RefusedException.ThrowIf(await Migrator.ExistsAsync(connection, ct) ? new Refusal("restore.target-not-empty", target.Name) : null);
        }

        await ToolAsync("pg_restore", target, ["--no-owner", "--exit-on-error", "--single-transaction", file], ct);
    }

    /// <summary>Neither VACUUM INTO nor a copy waits for the disk.</summary>
    private static void FlushToDisk(string file)
    {
        using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static async Task<bool> IsSqliteAsync(string file, CancellationToken ct)
    {
        var head = new byte[16];
        await using var stream = File.OpenRead(file);
        await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return head.AsSpan().StartsWith("SQLite format 3"u8);
    }

    /// <summary>The file is a whole SQLite database of ours.</summary>
    private static async Task CheckAsync(string file, CancellationToken ct)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            await connection.OpenAsync(ct);
            var found = await connection.ValueAsync<string>("PRAGMA integrity_check", ct);
            RefusedException.ThrowIf(found == "ok" ? null : new Refusal("backup.damaged", file, found ?? ""));
            RefusedException.ThrowIf(await Migrator.ExistsAsync(connection, ct) ? null : new Refusal("restore.not-a-backup", file));
        }
        catch (SqliteException damaged)
        {
            throw new RefusedException(new Refusal("backup.damaged", file, damaged.Message));
        }
    }

    private static async Task ToolAsync(string tool, Database database, string[] arguments, CancellationToken ct)
    {
        var at = new NpgsqlConnectionStringBuilder(database.PostgresConnectionString);
        var start = new ProcessStartInfo(tool) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[$"--host={at.Host}", $"--port={at.Port}", $"--username={at.Username}", $"--dbname={at.Database}", "--no-password", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // The password goes by the environment, where other people of the machine do not see it.
        start.Environment["PGPASSWORD"] = at.Password;
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardError.ReadToEndAsync(ct);
            await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            var error = await said;
            RefusedException.ThrowIf(process.ExitCode == 0 ? null : new Refusal("backup.tool-failed", tool, error.Trim()));
        }
        catch (Win32Exception)
        {
            throw new RefusedException(new Refusal("backup.no-tool", tool));
        }
    }
}
