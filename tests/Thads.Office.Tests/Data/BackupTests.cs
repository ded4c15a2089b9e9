using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Data;

public sealed class BackupTests
{
    private static readonly DateOnly On = new(2026, 5, 4);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_backup_made_while_others_write_restores_to_books_that_verify_with_the_same_figures(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var office = await SmallOffice.OpenAsync(kind, actsPerBatch: 9);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(1, 3).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await office.RecordAsync(new("M1", StepKind.Collected, On, "1", 1));
            }
        })).ToList();
        await BackUpAsync(office, folder["a"]);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        await using var restored = await TestOffice.RestoredAsync(kind, office.Today, folder["a"]);

        await restored.VerifyAsync();
        var query = new FormQuery("02", "T", 2026);
        var then = await restored.FormAsync(query);
        Assert.Equal(WriteForm.Json(then, Language.English), WriteForm.Json(await office.FormAsync(query with { LastAct = then.LastAct }), Language.English));
        Assert.True((await office.FormAsync(query)).LastAct >= then.LastAct);
        Assert.Equal((await restored.FileAsync("M1")).Steps.Count + 1, await restored.RecordAsync(new("M1", StepKind.Collected, On, "1", 1)));
        Assert.False(File.Exists(folder["a.part"]));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Nothing_is_written_over(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var office = await SmallOffice.OpenAsync(kind);
        await BackUpAsync(office, folder["a"]);

        Assert.Equal("backup.exists", await SmallOffice.RefusedAsync(() => BackUpAsync(office, folder["a"])));
        Assert.Equal("restore.target-not-empty", await SmallOffice.RefusedAsync(() => RestoreAsync(folder["a"], office.Database)));
        await office.VerifyAsync();
    }

    [Fact]
    public async Task A_log_left_by_a_database_that_is_gone_is_not_played_into_the_restored_one()
    {
        using var folder = new TemporaryFolder();
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        await BackUpAsync(office, folder["a"]);
        await File.WriteAllTextAsync(folder["new.db-wal"], "left behind", TestContext.Current.CancellationToken);
        await using var target = Database.At(folder["new.db"]);

        Assert.Equal("restore.target-not-empty", await SmallOffice.RefusedAsync(() => RestoreAsync(folder["a"], target)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_backup_that_is_not_whole_or_is_none_is_refused_and_leaves_the_place_empty(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var office = await SmallOffice.OpenAsync(kind);
        await BackUpAsync(office, folder["a"]);
        var whole = await File.ReadAllBytesAsync(folder["a"], TestContext.Current.CancellationToken);
        (string Name, byte[] Bytes)[] damaged =
        [
            ("cut in half", whole[..(whole.Length / 2)]),
            ("cut at its end", whole[..^4096]),
            ("a page of zeros", [.. whole[..8192], .. new byte[8192], .. whole[16384..]]),
            ("a text", "xin chào"u8.ToArray()),
            ("empty", []),
        ];

        foreach (var (name, bytes) in damaged)
        {
            await File.WriteAllBytesAsync(folder[name], bytes, TestContext.Current.CancellationToken);
            await using var place = await TestDatabase.NewAsync(kind);
            await using var target = Database.At(place.Db);

            var refused = await SmallOffice.RefusedAsync(() => RestoreAsync(folder[name], target));

            Assert.True(refused is "backup.damaged" or "restore.not-a-backup" or "backup.tool-failed", $"{name}: {refused}");
            Assert.True(kind == TestDatabases.PostgreSql ? !await ExistsAsync(target) : !File.Exists(target.Path), name);
        }

        await using var other = Database.At(folder["other.db"]);
        Assert.Equal("import.no-source", await SmallOffice.RefusedAsync(() => RestoreAsync(folder["none"], other)));
        await File.WriteAllBytesAsync(folder["dump"], "PGDMP and more"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("restore.not-a-backup", await SmallOffice.RefusedAsync(() => RestoreAsync(folder["dump"], other)));
    }

    private static Task BackUpAsync(TestOffice office, string file) => Backup.RunAsync(office.Database, file, TestContext.Current.CancellationToken);

    private static Task RestoreAsync(string file, Database target) => Backup.RestoreAsync(file, target, TestContext.Current.CancellationToken);

    private static async Task<bool> ExistsAsync(Database target)
    {
        await using var connection = await target.OpenAsync(TestContext.Current.CancellationToken);
        return await Migrator.ExistsAsync(connection, TestContext.Current.CancellationToken);
    }
}
