namespace Thads.Office.Data;

/// <summary>Brings a database up to this program, after a backup when it held something before.</summary>
public static class MigrateDatabase
{
    /// <param name="Ran">Names of the migrations that ran now.</param>
    /// <param name="Backup">The backup made before them, or null for a new database or when nothing was pending.</param>
    public sealed record Result(IReadOnlyList<string> Ran, string? Backup);

    /// <exception cref="RefusedException">`migrate.newer`, `migrate.changed`, or the backup could not be made.</exception>
    public static async Task<Result> RunAsync(Database database, TimeProvider time, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var pending = await Migrator.PendingAsync(connection, ct);
        if (pending.Count == 0)
        {
            return new Result([], null);
        }

        string? backup = null;
        if (await Migrator.ExistsAsync(connection, ct))
        {
            backup = Backup.NameFor(database, time.GetUtcNow().UtcDateTime, $"-{Guid.CreateVersion7():N}");
            await Backup.RunAsync(database, backup, ct);
        }

        return new Result(await Migrator.RunAsync(connection, time, ct), backup);
    }
}
