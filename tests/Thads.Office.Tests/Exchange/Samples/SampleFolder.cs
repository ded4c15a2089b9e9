using System.Security.Cryptography;

namespace Thads.Office.Tests.Exchange.Samples;

/// <summary>A sample written into a folder of its own, and read back the plain way: no sample has a comma or a quote in a cell.</summary>
public sealed class SampleFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("thads-sample-").FullName;

    public SampleFolder(Action<string> write) => write(_path);

    public static string Committed(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Thads.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine([folder.FullName, "samples", .. parts]);
    }

    public SortedDictionary<string, string> Hashes() => Hashes(_path);

    public static SortedDictionary<string, string> Hashes(string folder) => new(
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(_path, file + ".csv"));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    public IEnumerable<string> Files() => Directory.GetFiles(_path).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
