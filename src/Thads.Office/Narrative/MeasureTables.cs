using Thads.Office.Docket;
using Thads.Office.Documents;

namespace Thads.Office.Narrative;

/// <summary>The tables of a measure and of all sources: made of facts alone, so that a number is the same in a sentence and in a table.</summary>
internal static class MeasureTables
{
    private static readonly string[] Shown = ["total", "carried", "new", "due", "enforceable", "not_enforceable", "settled", "completed", "terminated", "rate", "carried_over", "separate"];

    public static void Refresh(FactBook book)
    {
        foreach (var measure in Enum.GetValues<Measure>())
        {
            book.Grids[Codes.CodeOf(measure)] = Table(book, Codes.CodeOf(measure), measure == Measure.Money);
        }
    }

    /// <summary>Every number of the report with where it comes from.</summary>
    public static Grid Sources(IEnumerable<Fact> facts) => new(
        "Nguồn của các số liệu",
        [new("title", "Số liệu", IsNumber: false, Width: 24), new("value", "Giá trị", Width: 11), new("source", "Lấy từ", IsNumber: false, Width: 34)],
        [.. facts.Select(fact => new GridRow([new TextRun(fact.Title), fact.Run(fact.IsChange ? fact.Cell + "\u00a0" + fact.Unit : fact.Text), new TextRun(SourceWords.Of(fact))]))]);

    private static Grid Table(FactBook book, string of, bool isMoney)
    {
        var hasBefore = book[$"{of}.before.total"] is not null;
        List<GridColumn> columns = [new("what", "Chỉ tiêu thống kê", IsNumber: false, Width: 26)];
        columns.AddRange(hasBefore
            ? [new("before", $"Năm {book.Texts["last_year"]}"), new("now", $"Năm {book.Texts["year"]}"), new("change", "Tăng, giảm"), new("percent", "Tăng, giảm %")]
            : [new("now", $"Năm {book.Texts["year"]}")]);
        var rows = new List<GridRow>();
        foreach (var cell in book[$"{of}.total"]?.Value > 0 || book[$"{of}.before.total"]?.Value > 0 ? Shown : [])
        {
            if (book[$"{of}.{cell}"] is not { } value)
            {
                continue;
            }

            var isRate = cell == "rate";
            List<TextRun> cells = [new(isRate ? "Tỷ lệ giải quyết xong / có điều kiện (%)" : MeasureFacts.Cells.First(c => c.Cell == cell).Title)];
            cells.AddRange(hasBefore
                ? [Run($"{of}.before.{cell}"), value.Run(value.Cell), Run($"{of}.change.{cell}"), isRate && book[$"{of}.change.rate"] is not null ? new TextRun("điểm %") : Run($"{of}.percent.{cell}")]
                : [value.Run(value.Cell)]);
            rows.Add(new GridRow(cells, cell is "total" or "settled" or "rate"));
        }

        return new Grid($"Kết quả {(isMoney ? "về tiền (đơn vị tính: tỷ đồng)" : "về việc (đơn vị tính: việc)")}", columns, rows);

        TextRun Run(string key) => book[key] is { } fact ? fact.Run(fact.Cell) : new TextRun("–");
    }
}
