using System.Buffers;
using System.Text;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.Workbooks;

/// <summary>
/// Turns an exchange set that came as one workbook into the folder of CSV files that the import reads, without holding a
/// sheet in memory. The number of a record is the number of the row in its sheet: empty rows stay, as empty records.
/// </summary>
public static class WorkbookToFolder
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes a file for every sheet and returns why not: nothing when all is well; with any refusal no file is left behind.</summary>
    public static IReadOnlyList<Refusal> Convert(string workbook, string folder, WorkbookLimits? limits = null)
    {
        limits ??= WorkbookLimits.Default;
        var refusals = new List<Refusal>();
        var written = new List<string>();
        try
        {
            using var file = WorkbookPackage.OpenFile(workbook);
            Directory.CreateDirectory(folder);
            Convert(file, Path.GetFileName(workbook), folder, limits, refusals, written);
        }
        catch (RefusedException e)
        {
            refusals.Add(e.Refusal);
        }

        if (refusals.Count > 0)
        {
            written.ForEach(File.Delete);
        }

        return refusals;
    }

    private static void Convert(Stream file, string name, string folder, WorkbookLimits limits, List<Refusal> refusals, List<string> written)
    {
        using var package = Sound(name, () => WorkbookPackage.Open(file, name, limits));
        var (from1904, sheets) = Sound(name, package.ReadWorkbook);
        var files = FilesOf(sheets, refusal => Add(refusals, refusal, limits));
        if (refusals.Count > 0)
        {
            return;
        }

        using var styles = Sound(name, package.Styles);
        var formats = Sound(name, () => CellFormats.Read(styles));
        using var shared = Sound(name, package.SharedTexts);
        var texts = Sound(name, () => SharedTexts.Read(shared, name, limits));
        foreach (var (sheet, partId, exchangeFile) in files)
        {
            using var xml = Sound(name, () => package.Sheet(partId)) ?? throw new RefusedException(new("workbook.sheet-damaged", sheet, 0));
            var path = Path.Combine(folder, exchangeFile + ".csv");
            using var csv = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
            written.Add(path);
            var reader = new SheetReader(xml, sheet, texts, formats, from1904, limits.RowCharacters, refusal => Add(refusals, refusal, limits));
            Sound(name, () => Write(reader, csv));
        }
    }

    /// <summary>The exchange file of every sheet; the office's own sheets are passed over, sheets of another name refused.</summary>
    private static List<(string Sheet, string PartId, string File)> FilesOf(IReadOnlyList<(string Name, string PartId)> sheets, Action<Refusal> refuse)
    {
        var files = new List<(string, string, string)>();
        foreach (var (sheet, partId) in sheets.Where(sheet => !ExchangeSheets.IsOwn(sheet.Name)))
        {
            if (ExchangeSheets.FileOf(sheet) is not { } file)
            {
                refuse(new("workbook.sheet-unknown", sheet, string.Join(", ", ExchangeSheets.Names)));
            }
            else if (files.Exists(other => other.Item3 == file))
            {
                refuse(new("workbook.sheet-twice", file));
            }
            else
            {
                files.Add((sheet, partId, file));
            }
        }

        return files;
    }

    /// <summary>
    /// Records are as wide as the first row, so that empty cells at the end are there; a cell beyond it comes along if it
    /// holds something. Empty rows at the end of the sheet are left out.
    /// </summary>
    private static void Write(SheetReader reader, TextWriter csv)
    {
        var (rows, width) = (0, 0);
        reader.Read((row, cells) =>
        {
            var filled = cells.FindLastIndex(cell => cell.Length > 0) + 1;
            width = row == 1 ? filled : width;
            for (; rows < row - 1; rows++)
            {
                csv.WriteLine();
            }

            for (var column = 0; column < Math.Max(filled, width); column++)
            {
                csv.Write(column > 0 ? "," : "");
                WriteField(csv, column < cells.Count ? cells[column] : "");
            }

            csv.WriteLine();
            rows = row;
        });
    }

    private static void WriteField(TextWriter csv, string field)
    {
        if (field.AsSpan().ContainsAny(Quoted))
        {
            csv.Write('"');
            csv.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
            csv.Write('"');
        }
        else
        {
            csv.Write(field);
        }
    }

    private static void Add(List<Refusal> refusals, Refusal refusal, WorkbookLimits limits)
    {
        refusals.Add(refusal);
        if (refusals.Count >= limits.Refusals)
        {
            throw new RefusedException(new("workbook.more-refusals", limits.Refusals));
        }
    }

    private static void Sound(string workbook, Action read) => Sound(workbook, () =>
    {
        read();
        return true;
    });

    /// <summary>What the reader of a broken file throws becomes a refusal.</summary>
    private static T Sound<T>(string workbook, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (WorkbookPackage.IsDamage(e))
        {
            throw new RefusedException(new("workbook.damaged", workbook));
        }
    }
}
