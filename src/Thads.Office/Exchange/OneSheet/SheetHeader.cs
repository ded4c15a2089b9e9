using System.Security.Cryptography;
using System.Text;
using Thads.Office.Fields;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>The rows that name the columns, and what they name them.</summary>
/// <param name="FirstRow">Number of the first row of the header.</param>
/// <param name="Rows">1, or 2 where groups stand above their columns.</param>
/// <param name="Names">Per column from A; `group – column` where there are two; empty where nothing stands.</param>
/// <param name="FirstData">Number of the first row below: a row that only numbers the columns belongs to the header.</param>
public sealed record SheetHeader(int FirstRow, int Rows, IReadOnlyList<string> Names, int FirstData)
{
    private const int LooksInto = 40;

    /// <summary>What a mapping is remembered by: the names of the columns, marks and capitals apart.</summary>
    public string Signature => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Names.Where(n => n != SheetText.Reasons).Select(Key))).AsSpan())[..16]);

    /// <summary>The header where the most columns are named as offices name them; null where no row looks like one.</summary>
    public static SheetHeader? Find(SheetText sheet)
    {
        var best = (Score: 1, Header: (SheetHeader?)null);
        foreach (var row in sheet.Rows.Take(LooksInto))
        {
            foreach (var rows in (int[])[1, 2])
            {
                var header = At(sheet, row.Number, rows);
                var score = header is null ? 0 : HeaderWords.Score(header.Names);
                if (score > best.Score)
                {
                    best = (score, header);
                }
            }
        }

        return best.Header;
    }

    /// <summary>The header that begins on this row; null where there is none, or the second row is data.</summary>
    public static SheetHeader? At(SheetText sheet, int firstRow, int rows)
    {
        var at = sheet.Rows.Index().Where(r => r.Item.Number == firstRow).Select(r => r.Index).FirstOrDefault(-1);
        if (at < 0 || at + rows > sheet.Rows.Count || rows is not (1 or 2))
        {
            return null;
        }

        var (top, below) = (sheet.Rows[at], rows == 2 ? sheet.Rows[at + 1] : null);
        if (!IsOfText(top) || (below is not null && !IsOfText(below)))
        {
            return null;
        }

        var names = new List<string>();
        var (group, grouped) = ("", false);
        for (var column = 0; column < Math.Max(top.Cells.Count, below?.Cells.Count ?? 0); column++)
        {
            var (over, under) = (top[column].Text, below?[column].Text ?? "");
            group = over.Length > 0 ? over : group;
            grouped |= over.Length == 0 && under.Length > 0 && group.Length > 0;
            names.Add(under.Length == 0 ? over : group.Length == 0 ? under : $"{group} – {under}");
        }

        // Two rows are a header only where a group stands above more than one column, and the upper is no title.
        if (below is not null && (!grouped || top.Cells.Count(c => !c.IsEmpty) < 3))
        {
            return null;
        }

        while (names.Count > 0 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        var next = at + rows;
        var first = next < sheet.Rows.Count && NumbersColumns(sheet.Rows[next]) ? sheet.Rows[next].Number + 1 : sheet.Rows[at + rows - 1].Number + 1;
        return new SheetHeader(firstRow, rows, names, first);
    }

    /// <summary>Letters and digits without marks and capitals, all else as blanks.</summary>
    public static string Key(string text) =>
        string.Join(' ', string.Concat(SearchKey.Of(text).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The column of a name; -1 where there is none, or more than one.</summary>
    public int ColumnOf(string name)
    {
        var found = Names.Index().Where(n => Key(n.Item) == Key(name)).Select(n => n.Index).ToList();
        return found.Count == 1 ? found[0] : -1;
    }

    private static bool IsOfText(SheetRow row) => row.Cells.All(c => c.Kind == CellKind.Text && (c.Text.Length == 0 || !c.Text.All(char.IsAsciiDigit)));

    /// <summary>A row such as (1) (2) (3) or A B 1 2.</summary>
    private static bool NumbersColumns(SheetRow row)
    {
        var cells = row.Cells.Select(c => c.Text.Trim('(', ')', '[', ']')).Where(t => t.Length > 0).ToList();
        return cells.Count >= 3 && cells.All(t => t.Length <= 3 && (t.All(char.IsAsciiDigit) || (t.Length == 1 && char.IsAsciiLetterUpper(t[0]))))
            && cells.Where(t => t.All(char.IsAsciiDigit)).Select(int.Parse).ToList() is { Count: >= 2 } numbers && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }
}
