using System.Diagnostics;
using System.Text.Json;

namespace Thads.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-doctor-").FullName;

    [Fact]
    public async Task Looking_whether_all_is_there_makes_no_database()
    {
        var file = Path.Combine(_folder, "nowhere.db");

        var (_, findings) = await RunAsync("--db", file);

        Assert.Contains(findings, finding => finding.Health == "warning" && finding.Says.Contains(file, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task What_is_no_database_is_found_and_left_as_it_was()
    {
        var file = Path.Combine(_folder, "letters.db");
        await File.WriteAllTextAsync(file, "no database but long enough to be looked at as if it were one, page by page", TestContext.Current.CancellationToken);

        var (code, findings) = await RunAsync("--db", file);

        Assert.Equal(6, code);
        Assert.Contains(findings, finding => finding.Health == "bad");
        Assert.StartsWith("no database", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, List<(string Health, string Says)> Findings)> RunAsync(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "thads.dll"), "doctor", "--json", .. options]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var answer = await JsonDocument.ParseAsync(process.StandardOutput.BaseStream);
        await process.WaitForExitAsync();
        return (process.ExitCode, [.. answer.RootElement.GetProperty("findings").EnumerateArray().Select(f => (f.GetProperty("health").GetString()!, f.GetProperty("says").GetString()!))]);
    }
}
