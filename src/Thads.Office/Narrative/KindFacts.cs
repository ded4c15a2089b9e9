using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Documents;
using Thads.Office.Figures;

namespace Thads.Office.Narrative;

/// <summary>The year by kinds of judgments, and what is followed by itself: credit institutions, corruption, State revenue. From the books alone.</summary>
internal static class KindFacts
{
    private static readonly (string Row, string Key, string Title)[] Special =
    [
        ("II.1", "ex_officio", "chủ động thi hành án"), ("II.2", "on_request", "thi hành án theo yêu cầu"), ("IV.1", "credit", "án tín dụng, ngân hàng"), ("IV.2", "corruption", "án tham nhũng, kinh tế"),
        ("IV.3", "revenue", "thu ngân sách nhà nước"),
    ];

    private static readonly (string Cell, string Title)[] Cells =
    [
        ("total", "Tổng số"), ("due", "Phải thi hành"), ("enforceable", "Có điều kiện"), ("settled", "Giải quyết xong"), ("carried_over", "Chuyển kỳ sau"), ("separate", "Theo dõi riêng"),
    ];

    public static async Task AddAsync(FactBook book, NarrativeQuery query, long act, Work work, CancellationToken ct)
    {
        var asked = new FormQuery("01", query.Unit, query.Year, query.Months, KnownOn: query.KnownOn, LastAct: act);
        var matters = await ReadForm.RunAsync(asked, work, ct);
        var money = await ReadForm.RunAsync(asked with { Form = "02" }, work, ct);
        foreach (var report in new[] { matters, money })
        {
            var of = Codes.CodeOf(report.Measure);
            var noun = report.Measure == Measure.Money ? "về tiền" : "về việc";
            foreach (var (row, key, title) in Special)
            {
                foreach (var (cell, said) in Cells)
                {
                    var value = Cell(report, row, cell);
                    var source = new FactSource(SourceKind.Cell, query.Year, report.Form, row, cell);
                    if (report.Measure == Measure.Money)
                    {
                        book.Money($"{key}.{of}.{cell}", $"{said}, {title}, {noun}", (long?)value, source);
                    }
                    else
                    {
                        book.Matters($"{key}.{of}.{cell}", $"{said}, {title}, {noun}", (long?)value, source);
                    }
                }

                book.Percent($"{key}.{of}.rate", $"Tỷ lệ, {title}, {noun}", Cell(report, row, "rate"), new FactSource(SourceKind.Cell, query.Year, report.Form, row, "rate"));
            }
        }

        book.Grids["types"] = Types(book, matters, money);
    }

    private static Grid Types(FactBook book, FormReport matters, FormReport money)
    {
        var rows = matters.Rows.Where(row => (row.Depth == 1 && row.Row.StartsWith("III.", StringComparison.Ordinal)) || row.Row == "I")
            .Where(row => Cell(matters, row.Row, "total") > 0).OrderBy(row => row.Row == "I").ToList();
        return new Grid(
            "Kết quả theo loại bản án, quyết định (việc; tỷ đồng)",
            [
                new("kind", "Loại", IsNumber: false, Width: 20), new("total", "Tổng số (việc)"), new("enforceable", "Có điều kiện"), new("settled", "Xong"), new("rate", "Tỷ lệ %"),
                new("money", "Có điều kiện (tiền)"), new("money_settled", "Xong (tiền)"), new("money_rate", "Tỷ lệ %"),
            ],
            [.. rows.Select(row => new GridRow(
                [
                    new TextRun(row.Label), Run(matters, row.Row, "total"), Run(matters, row.Row, "enforceable"), Run(matters, row.Row, "settled"), Run(matters, row.Row, "rate"),
                    Run(money, row.Row, "enforceable"), Run(money, row.Row, "settled"), Run(money, row.Row, "rate"),
                ], row.Row == "I"))]);

        TextRun Run(FormReport report, string row, string cell) => FactSource.Run(
            cell == "rate" ? FactBook.Written(Cell(report, row, cell)) : book.Written((long?)Cell(report, row, cell), report.Measure == Measure.Money), report.Form, row, cell);
    }

    private static decimal? Cell(FormReport report, string row, string cell) => report.Rows.First(r => r.Row == row).Cells[FormSet.Named(report.Regime).ColumnOf(cell)];
}
