using System.Globalization;
using Thads.Http;
using Thads.Law.Tables;
using Thads.Office;

namespace Thads.Administration;

/// <summary>A row of the tables of law as pages show it.</summary>
internal static class LawRowText
{
    /// <summary>"D003 · new"; the day itself where rows are days; "–" where the table has one row for a day.</summary>
    public static string Key(LawRow row) =>
        LawTables.Find(row.Table)!.OfDays ? PageText.Day(row.From) : row.Key.Split('/', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? string.Join(" · ", parts) : "–";

    public static string Days(LawRow row) => row.To == row.From ? PageText.Day(row.From) : $"{PageText.Day(row.From)} – {(row.To is { } to ? PageText.Day(to) : "")}".TrimEnd();

    /// <summary>What it says beside its key, words in one language.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Cells(LawRow row, Language language)
    {
        var (table, other) = (LawTables.Find(row.Table)!, language == Language.English ? "_vi" : "_en");
        return row.Cells.Where(cell => table.Columns.Contains(cell.Key) && !table.Key.Contains(cell.Key) && cell.Value.Length > 0 && !cell.Key.EndsWith(other, StringComparison.Ordinal))
            .Select(cell => KeyValuePair.Create(cell.Key, cell.Value.Length > 4 && long.TryParse(cell.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? PageText.Number(amount) : cell.Value));
    }

    /// <summary>Of a cell's own words, and of letters of the alphabet; null = of the page.</summary>
    public static string? LanguageOf(string column) => column.EndsWith("_vi", StringComparison.Ordinal) || column == "letter" ? "vi" : null;

    /// <summary>The letter đ of an article is Vietnamese in either language.</summary>
    public static string? LanguageOfArticle(LawRow row) => row.Article.Contains('đ', StringComparison.Ordinal) ? "vi" : null;

    public static string Address(LawRow row) => $"/admin/law/{row.Table}/tick?row={Uri.EscapeDataString(row.Id)}";
}
