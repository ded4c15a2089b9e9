using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Documents;
using Thads.Office.Figures;

namespace Thads.Office.Narrative;

/// <summary>The matters of credit institutions, a row per bank: the matters behind the row "Tổ chức tín dụng" of forms 01 and 02, by their creditor.</summary>
internal static class BankFacts
{
    public const string Row = "IV.1";

    /// <summary>More matters than this are not opened one by one for a report.</summary>
    private const int Most = 20_000;

    public static async Task AddAsync(FactBook book, NarrativeQuery query, long act, Work work, CancellationToken ct)
    {
        if (!work.Person.May.HasFlag(Permissions.ReadMatters) || book["credit.matters.total"]?.Computed is not (> 0 and <= Most))
        {
            return;
        }

        var banks = await BanksAsync(await work.ConnectAsync(ct), ct);
        var counted = new Dictionary<string, long[]>(StringComparer.Ordinal);
        (string Form, string Cell)[] cells = [("01", "total"), ("01", "enforceable"), ("01", "settled"), ("02", "total"), ("02", "enforceable"), ("02", "settled")];
        for (var i = 0; i < cells.Length; i++)
        {
            var explained = await ExplainCell.RunAsync(new FormQuery(cells[i].Form, query.Unit, query.Year, query.Months, KnownOn: query.KnownOn, LastAct: act), Row, cells[i].Cell, work, ct);
            foreach (var matter in explained.Matters)
            {
                var bank = banks.GetValueOrDefault(matter.Id) ?? "";
                (counted.TryGetValue(bank, out var sums) ? sums : counted[bank] = new long[cells.Length])[i] += matter.Counted;
            }
        }

        if (counted.Keys.All(bank => bank.Length == 0))
        {
            return;
        }

        var rows = counted.OrderBy(b => b.Key.Length == 0).ThenByDescending(b => b.Value[3]).ThenBy(b => b.Key, StringComparer.Ordinal).ToList();
        book.Count("banks", "Số tổ chức tín dụng có việc thi hành án", rows.Count(b => b.Key.Length > 0), new FactSource(SourceKind.Cell, query.Year, "01", Row, "total"));
        book.Grids["banks"] = new Grid(
            "Án tín dụng, ngân hàng theo từng tổ chức (việc; tỷ đồng)",
            [
                new("bank", "Tổ chức tín dụng", IsNumber: false, Width: 24), new("total", "Tổng số (việc)"), new("enforceable", "Có điều kiện"), new("settled", "Xong"), new("rate", "Tỷ lệ %"),
                new("money", "Tổng số (tiền)"), new("money_settled", "Xong (tiền)"), new("money_rate", "Tỷ lệ %"),
            ],
            [
                .. rows.Select(b => Of(book, b.Key.Length == 0 ? "Chưa ghi tên" : b.Key, b.Value, isTotal: false)),
                Of(book, "Tổng cộng", [.. Enumerable.Range(0, cells.Length).Select(i => rows.Sum(b => b.Value[i]))], isTotal: true),
            ]);
    }

    private static GridRow Of(FactBook book, string name, long[] sums, bool isTotal) => new(
        [
            new TextRun(name), new TextRun(book.Written(sums[0], false)), new TextRun(book.Written(sums[1], false)), new TextRun(book.Written(sums[2], false)), new TextRun(FactBook.Written(FactBook.Share(sums[2], sums[1]))),
            new TextRun(book.Written(sums[3], true)), new TextRun(book.Written(sums[5], true)), new TextRun(FactBook.Written(FactBook.Share(sums[5], sums[4]))),
        ], isTotal);

    /// <summary>The creditor of each matter of a credit institution, as its first line names it.</summary>
    private static async Task<Dictionary<Guid, string>> BanksAsync(DbConnection connection, CancellationToken ct)
    {
        var banks = new Dictionary<Guid, string>();
        await connection.EachAsync(
            "SELECT o.matter_id, o.creditor FROM obligation o JOIN matter m ON m.id = o.matter_id WHERE m.credit_institution = 1 AND o.creditor IS NOT NULL ORDER BY o.matter_id, o.number",
            r => banks.TryAdd(r.Id(0), r.GetString(1)), ct);
        return banks;
    }
}
