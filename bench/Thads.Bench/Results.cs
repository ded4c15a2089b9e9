using System.Globalization;
using System.Runtime.InteropServices;

namespace Thads.Bench;

/// <summary>What was measured, beside what was wanted.</summary>
internal sealed class Results
{
    private readonly List<(string What, string Target, string Measured, bool? IsMet)> _rows = [];

    /// <param name="isMet">Null where no number was named.</param>
    public void Add(string what, string target, string measured, bool? isMet = null)
    {
        _rows.Add((what, target, measured, isMet));
        Console.WriteLine($"  {what}: {measured}{(target.Length == 0 ? "" : $" (target {target})")}");
    }

    public void Note(string what, string measured) => Add(what, "", measured);

    public void Print(Options options)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{options.Matters:N0} matters; {Environment.ProcessorCount} processors ({Processor()}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}; load average {Load()}"));
        Console.WriteLine();
        Console.WriteLine("| what | target | measured | |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (what, target, measured, isMet) in _rows)
        {
            Console.WriteLine($"| {what} | {target} | {measured} | {(isMet is null ? "" : isMet.Value ? "met" : "**missed**")} |");
        }
    }

    /// <summary>How busy the machine is: 1, 5 and 15 minutes.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "?";

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "?"
        : RuntimeInformation.ProcessArchitecture.ToString();
}
