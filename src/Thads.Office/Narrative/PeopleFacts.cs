using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Documents;
using Thads.Office.Figures;

namespace Thads.Office.Narrative;

/// <summary>Who did the work: the units below side by side, or the enforcers of the unit, and the caseload of one.</summary>
internal static class PeopleFacts
{
    public static async Task AddAsync(FactBook book, NarrativeQuery query, UnitFigures now, Work work, CancellationToken ct)
    {
        var total = now.Long(Measure.Matters, "total");
        var settled = now.Long(Measure.Matters, "settled");
        var derived = new FactSource(SourceKind.Year, query.Year);
        if (now.Whole.Enforcers is > 0 and var enforcers)
        {
            book.Count("enforcers", "Số chấp hành viên", enforcers, derived);
            book.Matters("load.total", "Bình quân số việc một chấp hành viên", total / enforcers, derived);
            book.Matters("load.settled", "Bình quân số việc giải quyết xong một chấp hành viên", settled / enforcers, derived);
        }

        if (now.Direct.Any())
        {
            book.Count("units", "Số đơn vị trực thuộc có số liệu", now.Direct.Count(), derived);
            book.Grids["units"] = Units(book, now);
            return;
        }

        var asked = new FormQuery("04", query.Unit, query.Year, query.Months, KnownOn: query.KnownOn, LastAct: now.LastAct);
        var matters = await ReadForm.RunAsync(asked, work, ct);
        var money = await ReadForm.RunAsync(asked with { Form = "05" }, work, ct);
        book.Grids["officers"] = Officers(book, matters, money);
    }

    private static Grid Units(FactBook book, UnitFigures now)
    {
        var shown = now.Direct.Select(unit => (Unit: unit, IsTotal: false)).Append((Unit: now.Whole, IsTotal: true));
        return new Grid(
            "Kết quả của các đơn vị (việc; tỷ đồng)",
            [
                new("unit", "Đơn vị", IsNumber: false, Width: 24), new("total", "Tổng số (việc)"), new("enforceable", "Có điều kiện"), new("settled", "Xong"), new("rate", "Tỷ lệ %"),
                new("money", "Có điều kiện (tiền)"), new("money_settled", "Xong (tiền)"), new("money_rate", "Tỷ lệ %"),
            ],
            [.. shown.Select(row => new GridRow(
                [
                    new TextRun(row.IsTotal ? "Tổng cộng" : row.Unit.IsReported ? row.Unit.Name + " (báo cáo bằng tệp)" : row.Unit.Name), Number(row.Unit, Measure.Matters, "total"), Number(row.Unit, Measure.Matters, "enforceable"),
                    Number(row.Unit, Measure.Matters, "settled"), Rate(row.Unit, Measure.Matters), Number(row.Unit, Measure.Money, "enforceable"), Number(row.Unit, Measure.Money, "settled"), Rate(row.Unit, Measure.Money),
                ], row.IsTotal))]);

        TextRun Number(UnitFigure unit, Measure measure, string cell) => Run(unit, measure, cell, book.Written((long?)now.Cell(unit, measure, cell), measure == Measure.Money));
        TextRun Rate(UnitFigure unit, Measure measure) => Run(unit, measure, "rate", FactBook.Written(now.Cell(unit, measure, "rate")));
        static TextRun Run(UnitFigure unit, Measure measure, string cell, string text) => FactSource.Run(text, measure == Measure.Money ? "05" : "04", $"unit:{unit.Code}", cell);
    }

    private static Grid Officers(FactBook book, FormReport matters, FormReport money)
    {
        var set = FormSet.Named(matters.Regime);
        var rows = matters.Rows.Where(row => row.Row.StartsWith("officer:", StringComparison.Ordinal) && (row.Cells[set.ColumnOf("total")] > 0 || row.Cells[set.ColumnOf("settled")] > 0))
            .OrderByDescending(row => row.Cells[set.ColumnOf("total")]).ThenBy(row => row.Row, StringComparer.Ordinal);
        return new Grid(
            "Kết quả của từng chấp hành viên (việc; tỷ đồng)",
            [
                new("officer", "Chấp hành viên", IsNumber: false, Width: 22), new("total", "Tổng số (việc)"), new("enforceable", "Có điều kiện"), new("settled", "Xong"), new("rate", "Tỷ lệ %"),
                new("money", "Có điều kiện (tiền)"), new("money_settled", "Xong (tiền)"), new("money_rate", "Tỷ lệ %"),
            ],
            [.. rows.Select(row => new GridRow(
                [
                    new TextRun(row.Label), Number(matters, row, "total"), Number(matters, row, "enforceable"), Number(matters, row, "settled"), Rate(matters, row),
                    Number(money, row, "enforceable"), Number(money, row, "settled"), Rate(money, row),
                ]))]);

        static decimal? Cell(FormReport report, FormRow row, string cell) => report.Rows.FirstOrDefault(r => r.Row == row.Row)?.Cells[FormSet.Named(report.Regime).ColumnOf(cell)];
        TextRun Number(FormReport report, FormRow row, string cell) => FactSource.Run(book.Written((long?)Cell(report, row, cell), report.Measure == Measure.Money), report.Form, row.Row, cell);
        static TextRun Rate(FormReport report, FormRow row) => FactSource.Run(FactBook.Written(Cell(report, row, "rate")), report.Form, row.Row, "rate");
    }
}
