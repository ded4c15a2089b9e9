namespace Thads.Office.Tests.Conformance;

/// <summary>A row of a table in a page of the docs; its cells are found by the heading of their column, in small letters.</summary>
internal sealed record MarkdownTable(string Page, int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string heading] => Cells.GetValueOrDefault(heading, "");

    public static IReadOnlyList<MarkdownTable> AllIn(string page) => Parse(page, Sources.Read(page));

    public static IReadOnlyList<MarkdownTable> Parse(string page, string text)
    {
        var rows = new List<MarkdownTable>();
        var lines = text.Split('\n');
        string[]? headings = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (!line.StartsWith('|'))
            {
                headings = null;
            }
            else if (headings is null)
            {
                headings = [.. CellsOf(line).Select(heading => heading.ToLowerInvariant())];
                i++;   // the line of dashes
            }
            else
            {
                var cells = headings.Zip(CellsOf(line)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
                rows.Add(new MarkdownTable(page, i + 1, cells));
            }
        }

        return rows;
    }

    public override string ToString() => $"{Page}, line {Line}";

    private static IEnumerable<string> CellsOf(string line) => line.Trim('|').Split('|').Select(cell => cell.Trim());
}
