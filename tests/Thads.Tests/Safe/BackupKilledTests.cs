using Thads.Office.Tests;
using static Thads.Tests.Safe.Killing;

namespace Thads.Tests.Safe;

/// <summary>The program is killed while it makes a backup.</summary>
public sealed class BackupKilledTests : IDisposable
{
    private const int Matters = 1500;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_backup_is_there_whole_or_not_at_all(string kind)
    {
        ManyMatters.Write(folder["set"], Matters);
        await using var place = await TestDatabase.NewAsync(kind);
        Assert.Equal(0, (await ThadsProcess.RunAsync("import", folder["set"], "--db", place.Db)).Code);
        var usual = await TimeAsync(() => ThadsProcess.RunAsync("backup", folder["first"], "--db", place.Db));
        var (whole, absent) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var file = folder[$"b{kill}"];
            var process = ThadsProcess.Start([], "backup", file, "--db", place.Db);
            if (kill % 2 == 0)
            {
                // In the very writing of it.
                await UntilAsync(() => File.Exists(file + ".part") || process.HasExited);
            }

            await KillAsync(process, kill % 2 == 0 ? Some(TimeSpan.FromMilliseconds(60)) : Some(usual * 1.1));
            if (!File.Exists(file))
            {
                absent++;
                continue;
            }

            whole++;
            await using var other = await TestDatabase.NewAsync(kind);
            Assert.Equal(0, (await ThadsProcess.RunAsync("restore", file, "--db", other.Db)).Code);
            Assert.Equal(Matters, await SoundAsync(other.Db));
        }

        Assert.Equal(0, (await ThadsProcess.RunAsync("backup", folder["b-last"], "--db", place.Db)).Code);
        Assert.Equal(Matters, await SoundAsync(place.Db));
        Report($"{kind}: backup killed {Kills} times, {absent} files absent, {whole} whole");
    }
}
