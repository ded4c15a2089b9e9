using Thads.Office.Finding;
using Thads.Office.Matters;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Finding;

/// <summary>An office with people of many names, for tests of finding. Everyone is made up.</summary>
internal static class PeopleOffice
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static readonly ExchangeSet Set = new()
    {
        Units = [new("T", "Tỉnh", "province", ""), new("D1", "Một", "district", "T"), new("D2", "Hai", "district", "T")],
        Officers = [new("O1", "Người 1", "D1", "enforcer"), new("O2", "Người 2", "D2", "enforcer")],
        Communes = [new("K1", "Xã Tân Lập", "D1", null, new(2025, 6, 30), "K2"), new("K2", "Phường Bình Ơn", "D1", new(2025, 7, 1))],
        Parties =
        [
            new("B", "person", "Nguyễn Thị Bưởi", "079 080 001 234", "12 đường Đội Cấn, ấp 3", "K1"), new("D", "person", "Đặng Văn Đức"), new("N", "organisation", "Ngân hàng Đông Á"),
            new("M", "person", "Bưởi Thị Nguyễn"), new("P", "person", "Nguyen Thi Buoi"),
        ],
        Matters =
        [
            Matter("125/D1", "D1", "O1", 3) with { DecisionNumber = "125/QĐ-CCTHADS", JudgmentNumber = "07/2025/DS-ST", Commune = "K1" },
            Matter("126/D1", "D1", "O1", 4), Matter("127/D1", "D1", "", 5), Matter("7/D2", "D2", "O2", 6), Matter("8/D2", "D2", "O2", 7),
        ],
        Obligations =
        [
            new("125/D1", "1", 1_000), new("126/D1", "1", 500), new("127/D1", "1", 700, Debtor: "Trần Tên Trên Dòng", Creditor: "Hợp tác xã"), new("7/D2", "1", 50), new("8/D2", "1", 60),
        ],
        Roles =
        [
            new("125/D1", "", "B", "debtor"), new("125/D1", "", "N", "creditor"), new("126/D1", "", "D", "debtor"), new("126/D1", "1", "P", "debtor"), new("7/D2", "", "M", "debtor"),
            new("8/D2", "", "B", "debtor"),
        ],
    };

    public static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(Set);
        return office;
    }

    /// <summary>What somebody finds who sees these units; without any, who sees all.</summary>
    public static async Task<FoundMatters> FindAsync(this TestOffice office, FindMatters.Input input, params string[] units) =>
        await office.FindSeenAsync(input, units.Length == 0 ? null : units);

    /// <summary>What somebody finds who sees these units and no other; null = who sees all, empty = who sees none.</summary>
    public static async Task<FoundMatters> FindSeenAsync(this TestOffice office, FindMatters.Input input, string[]? units)
    {
        await using var work = office.Work(units: units is null ? null : await office.UnitsAsync(units));
        return await FindMatters.RunAsync(input, work, TestContext.Current.CancellationToken);
    }

    /// <summary>Codes of what is found by words, in the order in which they are shown.</summary>
    public static async Task<string> FindAsync(this TestOffice office, string text, params string[] units) =>
        string.Join(' ', (await office.FindAsync(new FindMatters.Input(new() { Text = text }), units)).Rows.Select(r => r.Code));

    public static async Task<IReadOnlySet<int>> UnitsAsync(this TestOffice office, params string[] codes) => await office.ReadAsync(async connection =>
    {
        var tree = await Office.Units.UnitTree.LoadAsync(connection, TestContext.Current.CancellationToken);
        return codes.Select(code => tree.UnitOf(code)!.Value).ToHashSet();
    });

    private static MatterRow Matter(string code, string unit, string officer, int day) => new(code, unit, officer, new DateOnly(2025, 11, day), Codes.CodeOf(Basis.OnRequest));
}
