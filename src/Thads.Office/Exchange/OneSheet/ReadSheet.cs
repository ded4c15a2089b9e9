using System.Text;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>Reads one sheet of an office: a workbook or a CSV file, told apart by what is in it and not by its name.</summary>
public static class ReadSheet
{
    /// <summary>A register of a large office in ten years. More is an exchange set's work.</summary>
    public const int MostRows = 200_000;

    /// <summary>A sheet that is wider is no register.</summary>
    public const int MostColumns = 300;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <param name="path">Where the file lies.</param>
    /// <param name="name">How it is named to the person.</param>
    /// <param name="sheet">Name of the sheet; null = the first that has rows.</param>
    /// <exception cref="RefusedException">`sheet.…` or `workbook.…`: what keeps it from being read.</exception>
    public static SheetText Run(string path, string name, string? sheet = null)
    {
        Span<byte> head = stackalloc byte[4];
        using (var file = WorkbookPackage.OpenFile(path))
        {
            file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }

        return head.StartsWith("PK"u8) || head.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? Workbook(path, name, sheet) : Csv(path, name);
    }

    private static SheetText Workbook(string path, string name, string? asked)
    {
        try
        {
            using var file = WorkbookPackage.OpenFile(path);
            using var package = WorkbookPackage.Open(file, name, WorkbookLimits.Default);
            var (from1904, sheets) = package.ReadWorkbook();
            using var styles = package.Styles();
            var formats = CellFormats.Read(styles);
            using var shared = package.SharedTexts();
            var texts = SharedTexts.Read(shared, name, WorkbookLimits.Default);
            var names = sheets.Select(s => s.Name).ToList();
            foreach (var (sheet, part) in sheets.Where(s => asked is null || s.Name == asked))
            {
                using var xml = package.Sheet(part);
                var rows = xml is null ? [] : Rows(new SheetReader(xml, sheet, texts, formats, from1904, WorkbookLimits.Default.RowCharacters, _ => { }), name);
                if (rows.Count > 0 || asked is not null)
                {
                    return new SheetText(sheet, names, rows);
                }
            }

            throw new RefusedException(asked is null ? new Refusal("sheet.empty", name) : new Refusal("sheet.no-sheet", asked, string.Join(", ", names)));
        }
        catch (Exception e) when (WorkbookPackage.IsDamage(e))
        {
            throw new RefusedException(new Refusal("workbook.damaged", name));
        }
    }

    private static List<SheetRow> Rows(SheetReader reader, string name)
    {
        var rows = new List<SheetRow>();
        reader.Read((number, cells) =>
        {
            RefusedException.ThrowIf(
                rows.Count == MostRows ? new Refusal("sheet.too-many-rows", name, MostRows)
                : cells.FindLastIndex(c => c.Length > 0) >= MostColumns ? new Refusal("sheet.too-wide", name, number, MostColumns) : null);
            rows.Add(new SheetRow(number, [.. cells.Take(MostColumns).Select((text, i) => new SheetCell(Plain(text), reader.Kinds[i]))]));
        });
        return rows;
    }

    private static SheetText Csv(string path, string name)
    {
        var rows = new List<SheetRow>();
        var separator = SeparatorOf(path);
        using var csv = new CsvReader(path, countRecords: true, separator);
        var record = new CsvRecord(separator);
        try
        {
            while (csv.Read(record))
            {
                RefusedException.ThrowIf(
                    rows.Count == MostRows ? new Refusal("sheet.too-many-rows", name, MostRows)
                    : record.Count > MostColumns ? new Refusal("sheet.too-wide", name, record.Line, MostColumns) : null);
                if (!record.IsEmpty)
                {
                    rows.Add(new SheetRow((int)record.Line, [.. Enumerable.Range(0, record.Count).Select(i => new SheetCell(Plain(record[i].ToString()), CellKind.Text))]));
                }
            }
        }
        catch (BadCsvException bad)
        {
            throw new RefusedException(new Refusal("sheet.not-csv", name, bad.Line, bad.Why));
        }

        RefusedException.ThrowIf(rows.Count == 0 ? new Refusal("sheet.empty", name) : null);
        return new SheetText(name, [name], rows);
    }

    /// <summary>The separator that the first lines have most of.</summary>
    private static char SeparatorOf(string path)
    {
        using var text = new StreamReader(path, Encoding.UTF8);
        var head = new char[8192];
        var read = text.ReadBlock(head, 0, head.Length);
        return Separators.MaxBy(separator => head.AsSpan(0, read).Count(separator));
    }

    /// <summary>Composed letters, one blank for any run of blanks and line ends, no invisible characters: two cells that look alike are alike.</summary>
    private static string Plain(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.IsNormalized() ? text : text.Normalize())
        {
            if (char.IsWhiteSpace(letter))
            {
                _ = plain.Length > 0 && plain[^1] != ' ' ? plain.Append(' ') : plain;
            }
            else if (letter is not ('\u200B' or '\uFEFF' or '\0'))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString().TrimEnd();
    }
}
