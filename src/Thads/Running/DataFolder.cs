namespace Thads.Running;

/// <summary>Folders of the office's own: whoever reads the keys can make cookies, and whoever reads the books knows everything.</summary>
internal static class DataFolder
{
    /// <summary>Made, where it is not there, for the program's own user alone.</summary>
    public static DirectoryInfo Make(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
