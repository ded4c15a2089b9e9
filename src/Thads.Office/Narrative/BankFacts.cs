using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Documents;
using Thads.Office.Figures;

namespace Thads.Office.Narrative;

/// <summary>The matters of credit institutions, a row per bank: the matters behind the row "Tổ chức tín dụng" of forms 01 and 02, by their creditor.</summary>
internal static class BankFacts
{
    internal const string Row = "IV.1";
    private static readonly bool[] Both = [false, true];
    private static readonly string[] Counted = ["total", "enforceable", "settled"];

    public static async Task AddAsync(FactBook book, NarrativeQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        if (!work.Person.May.HasFlag(Permissions.ReadMatters) || book["credit.matters.total"]?.Computed is not > 0)
        {
            return;
        }

        var connection = await work.ConnectAsync(ct);
        var banks = await BanksAsync(connection, ct);
        var changes = await ChangesAsync(scope, connection, ct);
        var counted = changes.GroupBy(change => banks.GetValueOrDefault(change.Matter) ?? "").ToDictionary(g => g.Key, g => Cells(scope.Set, g.ToList()), StringComparer.Ordinal);
        if (counted.Keys.All(bank => bank.Length == 0))
        {
            return;
        }

        var rows = counted.Where(b => b.Value.Any(cell => cell != 0)).OrderBy(b => b.Key.Length == 0).ThenByDescending(b => b.Value[3]).ThenBy(b => b.Key, StringComparer.Ordinal).ToList();
        book.Count("banks", "Số tổ chức tín dụng có việc thi hành án", rows.Count(b => b.Key.Length > 0), new FactSource(SourceKind.Cell, query.Year, "01", Row, "total"));
        book.Grids["banks"] = new Grid(
            "Án tín dụng, ngân hàng theo từng tổ chức (việc; tỷ đồng)",
            [
                new("bank", "Tổ chức tín dụng", IsNumber: false, Width: 24), new("total", "Tổng số (việc)"), new("enforceable", "Có điều kiện"), new("settled", "Xong"), new("rate", "Tỷ lệ %"),
                new("money", "Tổng số (tiền)"), new("money_settled", "Xong (tiền)"), new("money_rate", "Tỷ lệ %"),
            ],
            [
                .. rows.Select(b => Of(book, b.Key.Length == 0 ? "Chưa ghi tên" : b.Key, b.Key.Replace('|', ' '), b.Value, isTotal: false)),
                Of(book, "Tổng cộng", "", [.. Enumerable.Range(0, 6).Select(i => rows.Sum(b => b.Value[i]))], isTotal: true),
            ]);
    }

    /// <summary>Every change in the accounts of these units of a matter that a credit institution is a party of, matters and money alike.</summary>
    private static async Task<List<(Guid Matter, bool IsMoney, SummedChange Change)>> ChangesAsync(FormScope scope, DbConnection connection, CancellationToken ct)
    {
        var changes = new List<(Guid, bool, SummedChange)>();
        var units = Sql.List(scope.Units);
        await connection.EachAsync(
            $"""
            SELECT m.class, m.docket_year, {DocketBook.Columns}, m.matter_id FROM move m
            WHERE (m.class & {DocketClass.CreditInstitutionBit}) <> 0 AND (m.to_unit IN ({units}) OR (m.from_unit <> m.to_unit AND m.from_unit IN ({units})))
                AND m.happened_on <= @end AND m.act <= @act{(scope.CutOff.KnownOn is null ? "" : " AND m.known_on <= @known")}
            """,
            r =>
            {
                var (posted, matter) = (DocketBook.Read(r, 2), r.Id(15));
                DocketChange.Of(posted, r.GetInt32(0), r.GetInt32(1), (change, quantity) =>
                {
                    if (scope.Units.Contains(change.Unit))
                    {
                        changes.Add((matter, posted.Move.Line > 0, new SummedChange(posted.Move.On >= scope.Year.Start, 0, 0, change.Class, change.From, change.To, quantity)));
                    }
                });
            }, ct, ("end", scope.End), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue));
        return changes;
    }

    /// <summary>Total, enforceable and settled, in việc and in đồng.</summary>
    private static long[] Cells(FormSet set, List<(Guid Matter, bool IsMoney, SummedChange Change)> changes) =>
    [
        .. Both.SelectMany(isMoney =>
        {
            var cells = ReadForm.FromLeaves(set, ReadForm.Leaves(set, changes.Where(change => change.IsMoney == isMoney).Select(change => change.Change)));
            return Counted.Select(cell => (long)cells[set.ColumnOf(cell)]!.Value);
        }),
    ];

    /// <summary>The creditor of each matter of a credit institution, as its first line names it.</summary>
    internal static async Task<Dictionary<Guid, string>> BanksAsync(DbConnection connection, CancellationToken ct)
    {
        var banks = new Dictionary<Guid, string>();
        await connection.EachAsync(
            "SELECT o.matter_id, o.creditor FROM obligation o JOIN matter m ON m.id = o.matter_id WHERE m.credit_institution = 1 AND o.creditor IS NOT NULL ORDER BY o.matter_id, o.number",
            r => banks.TryAdd(r.Id(0), r.GetString(1)), ct);
        return banks;
    }

    private static GridRow Of(FactBook book, string name, string key, long[] sums, bool isTotal)
    {
        return new(
        [
            new TextRun(name), Run(sums[0], "01", "total"), Run(sums[1], "01", "enforceable"), Run(sums[2], "01", "settled"), new TextRun(FactBook.Written(FactBook.Share(sums[2], sums[1]))),
            Run(sums[3], "02", "total"), Run(sums[5], "02", "settled"), new TextRun(FactBook.Written(FactBook.Share(sums[5], sums[4]))),
        ], isTotal);

        TextRun Run(long quantity, string form, string cell)
        {
            var text = book.Written(quantity, form == "02");
            return isTotal ? FactSource.Run(text, form, Row, cell) : FactSource.Run(text, "own", "bank", $"{form}:{cell}:{key}");
        }
    }
}
