using Thads.Office.Tests.Exchange.Samples;

namespace Thads.Office.Tests.Exchange;

/// <summary>Small exchange sets as text: what a test changes in a good one is the whole of its story.</summary>
internal static class Folders
{
    /// <summary>The good set of samples/bad in a folder of its own.</summary>
    public static TemporaryFolder Good()
    {
        var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Path.Combine(SampleFolder.Committed("bad"), "good")))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }

        return folder;
    }

    public static TemporaryFolder Of(params (string File, string Text)[] files)
    {
        var folder = new TemporaryFolder();
        foreach (var (file, text) in files)
        {
            folder.Put(file, text);
        }

        return folder;
    }

    public static void Put(this TemporaryFolder folder, string file, string text) => File.WriteAllText(folder[file + ".csv"], text);

    public static void Add(this TemporaryFolder folder, string file, params string[] rows) => File.AppendAllLines(folder[file + ".csv"], rows);

    public static void Replace(this TemporaryFolder folder, string file, string old, string replaced)
    {
        var text = File.ReadAllText(folder[file + ".csv"]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(folder[file + ".csv"], text.Replace(old, replaced, StringComparison.Ordinal));
    }

    public static string Text(this TemporaryFolder folder, string file) => File.ReadAllText(folder[file + ".csv"]);

    /// <summary>All files of a folder, name and text.</summary>
    public static SortedDictionary<string, string> Texts(string folder) =>
        new(Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f), File.ReadAllText), StringComparer.Ordinal);

    public static string Said(this Thads.Office.Exchange.ImportResult result) =>
        string.Join('\n', result.Refused.Select(r => $"{Path.GetFileNameWithoutExtension(r.File)}:{r.Line}:{r.Column} {r.Why.Code}").Order(StringComparer.Ordinal));
}
