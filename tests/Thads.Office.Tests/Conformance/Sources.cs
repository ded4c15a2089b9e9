namespace Thads.Office.Tests.Conformance;

/// <summary>The files of this working copy, as people write them: nothing built, fetched or kept by git.</summary>
internal static class Sources
{
    private static readonly string[] NotWritten = ["bin", "obj", ".git", ".vs", "TestResults", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with slashes, of the files under a folder ("" for all) that end so.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        FilesIn(new DirectoryInfo(Path.Combine(Root, folder)))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Where(path => endings.Length == 0 || endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder) => folder.GetFiles().Concat(
        folder.GetDirectories().Where(inner => !NotWritten.Contains(inner.Name)).SelectMany(FilesIn));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Thads.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No Thads.slnx above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
