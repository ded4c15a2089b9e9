using System.Diagnostics;
using System.Text;

namespace Thads.Tests;

/// <summary>The program as a person or a script runs it: as a process of its own, in Vietnamese unless said otherwise.</summary>
internal static class ThadsProcess
{
    public sealed record Answer(int Code, string Output, string Notes)
    {
        /// <summary>What was said, for a message of a test; a stack trace is never said.</summary>
        public override string ToString() => $"exit {Code}\n{Output}\n{Notes}";
    }

    /// <summary>Folder of the sources.</summary>
    public static string Repository { get; } = FindRepository();

    public static Task<Answer> RunAsync(params string[] arguments) => RunInAsync([], arguments);

    /// <param name="environment">Variables set for the process.</param>
    public static async Task<Answer> RunInAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var notes = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var answer = new Answer(process.ExitCode, await output, await notes);
        Assert.DoesNotContain("   at ", answer.Notes, StringComparison.Ordinal);
        return answer;
    }

    public static Process Start((string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "thads.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in new[] { "LANG", "LC_ALL", "THADS_DB" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Thads.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No Thads.slnx above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
