using Thads.Office.Tests;
using static Thads.Tests.Safe.Killing;

namespace Thads.Tests.Safe;

/// <summary>The program is killed while several record steps in it.</summary>
public sealed class RecordingKilledTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Every_step_that_was_acknowledged_is_there(string kind)
    {
        await using var place = await TestDatabase.NewAsync(kind);
        ManyMatters.Write(folder["set"], 20);
        Assert.Equal(0, (await ThadsProcess.RunAsync("import", folder["set"], "--db", place.Db)).Code);
        var before = await StepsAsync(place.Db);
        var acknowledged = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var told = folder[$"told{kill}"];
            var process = RecordUntilKilled.Start(place.Db, told);
            await UntilAsync(() => process.HasExited || (File.Exists(told) && new FileInfo(told).Length > 0));
            await KillAsync(process, Some(TimeSpan.FromMilliseconds(600)));

            // The last line may be cut off: it was not yet said.
            var lines = (await File.ReadAllTextAsync(told, TestContext.Current.CancellationToken)).Split('\n')[..^1];
            Assert.NotEmpty(lines);
            acknowledged += lines.Length;
            var steps = await StepsAsync(place.Db);
            Assert.All(lines.Select(line => line.Split(' ')), line => Assert.Contains(int.Parse(line[1], null), steps[line[0]]));
            Assert.InRange(steps.Sum(s => s.Count()) - before.Sum(s => s.Count()), lines.Length, lines.Length + RecordUntilKilled.Writers);
            before = steps;
        }

        Assert.Equal(20, await SoundAsync(place.Db));
        Report($"{kind}: recording killed {Kills} times, {acknowledged} steps acknowledged, none lost");
    }
}
