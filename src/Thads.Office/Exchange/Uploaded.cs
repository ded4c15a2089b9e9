using System.IO.Compression;
using Thads.Office.Exchange.Workbooks;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange;

/// <summary>What somebody sent in.</summary>
public enum UploadKind
{
    /// <summary>An exchange set: a zip of CSV files, or a workbook with sheets of those names.</summary>
    Set = 1,

    /// <summary>A sheet of the office's own, a row per matter.</summary>
    Sheet = 2,
}

/// <summary>A file from outside, told by what is in it and not by its name, and unpacked with distrust.</summary>
public static class Uploaded
{
    private const int MostFiles = 40;

    /// <summary>What the file is, and where an exchange set lies then: the workbook itself, or the folder into which a zip was unpacked.</summary>
    /// <param name="name">How the file is named to people.</param>
    /// <exception cref="RefusedException">`upload.…`, `workbook.…`: it is nothing that can be brought in.</exception>
    public static (UploadKind Kind, string Source) Look(string path, string name, string unpackTo, WorkbookLimits? limits = null)
    {
        limits ??= WorkbookLimits.Default;
        Span<byte> head = stackalloc byte[4];
        int read;
        using (var file = WorkbookPackage.OpenFile(path))
        {
            read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }

        RefusedException.ThrowIf(read == 0 ? new Refusal("sheet.empty", name) : null);
        if (!head.SequenceEqual("PK\x03\x04"u8))
        {
            RefusedException.ThrowIf(IsText(path) || head.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? null : new Refusal("upload.unknown", name));
            return (UploadKind.Sheet, path);
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.GetEntry("[Content_Types].xml") is null)
            {
                Unpack(zip, name, unpackTo, limits);
                return (UploadKind.Set, unpackTo);
            }
        }
        catch (Exception damaged) when (WorkbookPackage.IsDamage(damaged))
        {
            throw new RefusedException(new Refusal("upload.damaged", name));
        }

        return (SheetNames(path, name, limits).Any(sheet => ExchangeSheets.FileOf(sheet) is not null) ? UploadKind.Set : UploadKind.Sheet, path);
    }

    private static IEnumerable<string> SheetNames(string path, string name, WorkbookLimits limits)
    {
        try
        {
            using var file = WorkbookPackage.OpenFile(path);
            using var package = WorkbookPackage.Open(file, name, limits);
            return package.ReadWorkbook().Sheets.Select(s => s.Name);
        }
        catch (Exception damaged) when (WorkbookPackage.IsDamage(damaged))
        {
            throw new RefusedException(new Refusal("workbook.damaged", name));
        }
    }

    /// <summary>The CSV files of a zip, whatever folder they are in; names lose their folders, so nothing lands elsewhere. Counted as it is unpacked, not as it is announced.</summary>
    private static void Unpack(ZipArchive zip, string name, string folder, WorkbookLimits limits)
    {
        var files = zip.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)).ToList();
        RefusedException.ThrowIf(
            files.Count == 0 ? new Refusal("upload.no-csv", name)
            : zip.Entries.Count > MostFiles ? new Refusal("upload.too-many-files", name, MostFiles)
            : files.Select(e => e.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < files.Count ? new Refusal("upload.file-twice", name) : null);
        Directory.CreateDirectory(folder);
        var (buffer, all) = (new byte[1 << 16], 0L);
        foreach (var file in files)
        {
            using var from = file.Open();
            using var to = new FileStream(Path.Combine(folder, Path.GetFileName(file.Name).ToLowerInvariant()), FileMode.CreateNew);
            var one = 0L;
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                (one, all) = (one + read, all + read);
                RefusedException.ThrowIf(
                    all > limits.UnpackedBytes ? new Refusal("workbook.too-big", name, limits.UnpackedBytes >> 20)
                    : one > 10 << 20 && one / limits.Ratio > file.CompressedLength ? new Refusal("workbook.swollen", name, file.Name) : null);
                to.Write(buffer, 0, read);
            }
        }
    }

    /// <summary>Whether the beginning of the file has no byte that no text has.</summary>
    private static bool IsText(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[4096];
        var read = file.Read(head);
        return head.AsSpan(0, read).IndexOf((byte)0) < 0 || head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
    }
}
