using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Ranking;

/// <summary>
/// A province P told until 10 November 2020. D1 works in the system: 10 matters of 2020, 8 settled. D2 and D3 report the same by file, D4 more; OLD ended in 2019, NEW reports nothing.
/// </summary>
internal static class RankingOffice
{
    public static readonly DateOnly Today = new(2020, 11, 10);
    public static readonly RankingQuery ByRates = new("P", 2020);
    public static readonly RankingQuery Of2015 = new("P", 2020, "2015");

    public static readonly ExchangeSet Set = new()
    {
        Units =
        [
            new("P", "Cục tỉnh", "province", ""), new("D1", "Chi cục Một", "district", "P"), new("D2", "Chi cục Hai", "district", "P"), new("D3", "Chi cục Ba", "district", "P"),
            new("D4", "Chi cục Bốn", "district", "P"), new("NEW", "Chi cục Mới", "district", "P"), new("OLD", "Chi cục cũ", "district", "P", null, new(2019, 12, 31)),
        ],
        Officers = [new("O1", "Người Một", "D1", "enforcer"), new("O2", "Người Hai", "D1", "enforcer")],
        Matters = [.. Enumerable.Range(1, 10).Select(i => new MatterRow($"M{i}", "D1", i > 6 ? "O2" : "O1", new(2019, 11, i), Type: i == 10 ? "commercial" : "civil"))],
        Obligations = [.. Enumerable.Range(1, 10).SelectMany(i => Enumerable.Range(1, i == 9 ? 12 : 1).Select(line => new ObligationRow($"M{i}", $"{line}", i == 9 ? 100_000_000 : 1_200_000_000)))],
        Steps = [.. Enumerable.Range(1, 8).Select(i => new StepRow($"M{i}", "1", "collected", new(2020, 5, i)) { Amount = 1_200_000_000 })],
        Events = [new("M1", "", "coercion_decided", new(2020, 3, 2)), new("M2", "", "coercion_held", new(2020, 3, 3)) { VoidedOn = new(2020, 3, 9) }],
        Targets = [.. new[] { "D1", "D2", "D3", "D4" }.SelectMany(unit => new[] { new TargetRow(unit, "", 2020, "matters", 78, "annual"), new TargetRow(unit, "", 2020, "money", 85, "prorata") })],
        Figures = [.. Reported("D2", 100, 80, 90), .. Reported("D3", 100, 80, 90), .. Reported("D4", 200, 180, 70)],
    };

    public static async Task<TestOffice> OpenAsync(string kind, DateOnly? today = null)
    {
        var office = await TestOffice.NewAsync(kind, today ?? Today);
        await office.TakeInAsync(Set);
        return office;
    }

    public static async Task<RankedUnits> RankedAsync(this TestOffice office, RankingQuery query, Person? by = null) => await office.AskAsync(work => ReadRanking.RunAsync(query, work, default), by);

    public static async Task<RankedUnitYear> YearAsync(this TestOffice office, RankingQuery query, Person? by = null) => await office.AskAsync(work => UnitYear.RunAsync(query, work, default), by);

    /// <summary>Somebody who belongs to a unit and has these rights over it and what lies below.</summary>
    public static async Task<Person> OfAsync(this TestOffice office, string unit, Permissions may)
    {
        var tree = await office.TreeAsync();
        var id = tree.UnitOf(unit)!.Value;
        return new Person(unit, may, tree.ScopeOf(id, Today)) { Unit = id, Account = 7 };
    }

    private static IEnumerable<FigureRow> Reported(string unit, int enforceable, int settled, int moneyRate)
    {
        Dictionary<string, string> Cells(long by, long done) => new()
        {
            ["total"] = $"{enforceable * by}",
            ["due"] = $"{enforceable * by}",
            ["enforceable"] = $"{enforceable * by}",
            ["settled"] = $"{done}",
            ["carried_over"] = $"{enforceable * by - done}",
            ["separate"] = "0",
            ["officers"] = "2",
        };
        yield return new(unit, 2020, 12, "06-2019", "matters", Cells(1, settled));
        yield return new(unit, 2020, 12, "06-2019", "money", Cells(1_000_000, enforceable * 10_000L * moneyRate));
        yield return new(unit, 2019, 12, "08-2015", "matters", Cells(1, settled - 10));
        yield return new(unit, 2019, 12, "08-2015", "money", Cells(1_000_000, enforceable * 10_000L));
    }
}
