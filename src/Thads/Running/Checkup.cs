using System.Data.Common;
using Thads.Office;
using Thads.Office.Data;

namespace Thads.Running;

/// <summary>
/// Whether the program can do its work here: asked by `/health/ready`, by the page of whoever looks after the machine, and by `thads doctor`, which looks
/// at more. Makes nothing that is not there.
/// </summary>
internal static class Checkup
{
    private const long LeastFree = 2L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Finding>> RunAsync(Database database, string dataFolder, Language language, CancellationToken ct)
    {
        var findings = await DatabaseAsync(database, Health.Bad, language, ct);
        findings.Add(Space(dataFolder, language));
        if (database.Kind == DatabaseKind.Sqlite && Path.GetDirectoryName(database.Path) is { } folder && folder != dataFolder)
        {
            findings.Add(Space(folder, language));
        }

        findings.Add(Writable(dataFolder, language));
        findings.Add(Keys(dataFolder, language));
        return findings;
    }

    /// <summary>The database answers within seconds, and its migrations are ours.</summary>
    /// <param name="whenPending">How bad it is that a migration has not run: a command runs it, a site that is up does not.</param>
    public static async Task<List<Finding>> DatabaseAsync(Database database, Health whenPending, Language language, CancellationToken ct)
    {
        var what = Words.Say(language, "cli.doctor.database");
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(ct);
        soon.CancelAfter(Patience);
        try
        {
            await using var connection = await database.OpenAsync(soon.Token);
            await connection.ValueAsync<long>("SELECT 1", soon.Token);
            var pending = await Migrator.PendingAsync(connection, soon.Token);
            return
            [
                new(what, Health.Good, database.Name),
                new(Words.Say(language, "cli.doctor.migrations"), pending.Count == 0 ? Health.Good : whenPending, Words.Say(language, "cli.doctor.pending", pending.Count)),
            ];
        }
        catch (RefusedException refused)
        {
            return [new(what, Health.Bad, refused.Refusal.In(language))];
        }
        catch (DbException failed)
        {
            return [new(what, Health.Bad, failed.Message)];
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return [new(what, Health.Bad, Words.Say(language, "health.no-answer", (int)Patience.TotalSeconds))];
        }
    }

    public static Finding Space(string folder, Language language)
    {
        // A folder that is still to be made lies on the disk of the nearest one that is there.
        var there = Path.GetFullPath(folder);
        while (!Directory.Exists(there) && Path.GetDirectoryName(there) is { } above)
        {
            there = above;
        }

        var free = new DriveInfo(there).AvailableFreeSpace;
        return new(Words.Say(language, "cli.doctor.space", folder), free >= LeastFree ? Health.Good : Health.Bad, Words.Say(language, "cli.doctor.free", free >> 20));
    }

    /// <summary>Something can be written into the folder of data.</summary>
    public static Finding Writable(string folder, Language language)
    {
        var what = Words.Say(language, "health.folder", folder);
        if (!Directory.Exists(folder))
        {
            return new(what, Health.Warning, Words.Say(language, "health.not-yet"));
        }

        return Tried(what, language, () =>
        {
            using var file = new FileStream(Path.Combine(folder, $".tried-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            file.WriteByte(1);
            file.Flush(flushToDisk: true);
            return Words.Say(language, "health.writable");
        });
    }

    /// <summary>Without its keys the program signs everybody out.</summary>
    private static Finding Keys(string folder, Language language)
    {
        var keys = KeysOf(folder);
        var what = Words.Say(language, "health.keys");
        return Directory.Exists(keys)
            ? Tried(what, language, () => Words.Say(language, "health.keys-there", Directory.EnumerateFiles(keys, "key-*.xml").Select(File.ReadAllBytes).Count()))
            : new(what, Health.Bad, Words.Say(language, "health.keys-missing", keys));
    }

    /// <summary>Folder of the keys that cookies are signed with.</summary>
    public static string KeysOf(string dataFolder) => Path.Combine(dataFolder, "keys");

    private static Finding Tried(string what, Language language, Func<string> says)
    {
        try
        {
            return new(what, Health.Good, says());
        }
        catch (Exception io) when (io is IOException or UnauthorizedAccessException)
        {
            return new(what, Health.Bad, io.Message);
        }
    }
}
