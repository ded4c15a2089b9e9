using System.IO.Compression;

namespace Thads.Tests;

/// <summary>What a workbook says: its sheets and shared texts, without the times of the package.</summary>
internal static class WorkbookText
{
    public static string Of(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Join('\n', zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal) || entry.FullName == "xl/sharedStrings.xml").OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry =>
        {
            using var text = new StreamReader(entry.Open());
            return $"{entry.FullName}: {text.ReadToEnd()}";
        }));
    }
}
