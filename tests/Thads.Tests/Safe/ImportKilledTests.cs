using Thads.Office.Tests;
using static Thads.Tests.Safe.Killing;

namespace Thads.Tests.Safe;

/// <summary>The program is killed while it imports, and starts again with books that verify.</summary>
public sealed class ImportKilledTests : IDisposable
{
    private const int Matters = 1500;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_import_is_there_whole_or_not_at_all(string kind)
    {
        ManyMatters.Write(folder["set"], Matters);
        var usual = await TimeAsync(kind, db => ["import", folder["set"], "--db", db]);
        var (whole, empty) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var place = await TestDatabase.NewAsync(kind);
            await KillAsync(ThadsProcess.Start([], "import", folder["set"], "--db", place.Db), Some(usual * 1.1));

            var matters = await SoundAsync(place.Db);
            Assert.True(matters is 0 or Matters, $"{matters} matters");
            _ = matters == 0 ? empty++ : whole++;
        }

        // And what was killed comes in the next time.
        await using var last = await TestDatabase.NewAsync(kind);
        await KillAsync(ThadsProcess.Start([], "import", folder["set"], "--db", last.Db), usual * 0.7);
        Assert.Equal(0, (await ThadsProcess.RunAsync("import", folder["set"], "--db", last.Db)).Code);
        Assert.Equal(Matters, await SoundAsync(last.Db));
        Report($"{kind}: import killed {Kills} times, {empty} books empty, {whole} whole");
    }
}
