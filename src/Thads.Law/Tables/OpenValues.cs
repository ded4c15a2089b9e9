using System.Text;

namespace Thads.Law.Tables;

/// <summary>Values that nobody has verified: what `docs/law/open-questions.md` lists and what a lawyer looks at first.</summary>
public static class OpenValues
{
    /// <summary>Rows from a secondary source, not verified or not announced, by table in the order of the file.</summary>
    public static IEnumerable<LawRow> Of(LawBook book) =>
        LawTables.All.SelectMany(book.Rows).Where(row => row.Trust.Level != TrustLevel.Read && !row.Trust.IsChecked);

    /// <summary>The list as the document has it: `thads law tables --unverified`. Days of one year stand together, they are many and of one source.</summary>
    public static string Markdown(LawBook book)
    {
        var text = new StringBuilder("| Table | What | Trust | Source |\n| --- | --- | --- | --- |\n");
        foreach (var group in Of(book).GroupBy(row => (row.Table, What: LawTables.Find(row.Table)!.OfDays ? $"{row.From.Year}" : row.Key, row.Trust.Level)))
        {
            var first = group.First();
            var days = LawTables.Find(first.Table)!.OfDays ? $"{group.Key.What}: {group.Count()} ngày" : $"{group.Key.What} ({string.Join(", ", group.Select(row => row.From.Year).Distinct())})";
            text.Append("| ").Append(group.Key.Table).Append(" | ").Append(days).Append(" | ").Append(group.Key.Level.Code).Append(" | ").Append(first.Source.Replace("|", "/", StringComparison.Ordinal)).Append(" |\n");
        }

        return text.ToString();
    }
}
