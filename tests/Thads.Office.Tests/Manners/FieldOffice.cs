using Thads.Office.Acts;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Manners;

/// <summary>
/// A province P with D1 (communes X1, X2; officers O1, O2) and D2 (commune Y1), told until 10 November 2020. Of D1 in 2020: M1 of free will, M2 after persuasion with its commune, M3 after persuasion of the
/// office alone, M4 by coercion, M5 ended without a word, M6 terminated; M7 persuaded in vain, its coercion put off in April; M8 ended in 2019. N1 of D2 ended of free will.
/// </summary>
internal static class FieldOffice
{
    public static readonly DateOnly Today = new(2020, 11, 10);

    public static readonly ExchangeSet Set = new()
    {
        Units = [new("P", "Cục tỉnh", "province", ""), new("D1", "Chi cục Một", "district", "P"), new("D2", "Chi cục Hai", "district", "P"), new("OLD", "Chi cục cũ", "district", "P", null, new(2018, 9, 30))],
        Communes = [new("X1", "Xã Mẫu Một", "D1"), new("X2", "Xã Mẫu Hai", "D1"), new("Y1", "Xã Mẫu Khác", "D2")],
        Officers = [new("O1", "Người Một", "D1", "enforcer"), new("O2", "Người Hai", "D1", "enforcer"), new("O9", "Người Khác", "D2", "enforcer")],
        Matters =
        [
            .. Enumerable.Range(1, 8).Select(i => new MatterRow($"M{i}", "D1", i > 4 ? "O2" : "O1", new(2018, 11, i)) { Commune = i == 5 ? "" : i % 2 == 0 ? "X2" : "X1" }),
            new MatterRow("N1", "D2", "O9", new(2019, 11, 4)) { Commune = "Y1" },
        ],
        Obligations = [.. new[] { "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "N1" }.Select((code, i) => new ObligationRow(code, "1", 1000 * (i + 1)))],
        Steps =
        [
            new("M8", "1", "collected", new(2019, 4, 3)) { Amount = 8000, Manner = "free_will" },
            new("M1", "1", "collected", new(2019, 11, 20)) { Amount = 1000, Manner = "free_will" },
            new("M2", "1", "collected", new(2020, 3, 12)) { Amount = 2000, Manner = "persuasion" },
            new("M3", "1", "collected", new(2020, 6, 2)) { Amount = 3000, Manner = "persuasion" },
            new("M4", "1", "collected", new(2020, 7, 9)) { Amount = 4000, Manner = "coercion" },
            new("M5", "1", "collected", new(2020, 7, 10)) { Amount = 5000, KnownOn = new(2020, 10, 20) },
            new("M6", "1", "terminated", new(2020, 8, 3)),
            new("N1", "1", "collected", new(2020, 8, 4)) { Amount = 9000, Manner = "free_will" },
        ],
        Events =
        [
            new("M2", "", "persuaded", new(2020, 3, 2)) { Result = "agreed", Partner = "X2" },
            new("M3", "", "persuaded", new(2020, 5, 25)) { Result = "agreed" },
            new("M7", "", "persuaded", new(2020, 2, 3)) { Result = "refused", Partner = "X1" },
            new("M7", "", "persuaded", new(2020, 2, 4)) { Result = "agreed", VoidedOn = new(2020, 2, 6) },
            new("M4", "", "coercion_decided", new(2020, 5, 4)), new("M4", "", "coercion_planned", new(2020, 6, 1)), new("M4", "", "coercion_held", new(2020, 7, 8)),
            new("M7", "", "coercion_planned", new(2020, 3, 20)), new("M7", "", "coercion_put_off", new(2020, 4, 6)),
            new("N1", "", "persuaded", new(2020, 7, 1)) { Result = "agreed", Partner = "Y1" },
        ],
    };

    public static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(Set);
        return office;
    }

    /// <summary>Somebody who belongs to a unit and has these rights over it and what lies below.</summary>
    public static async Task<Person> OfAsync(this TestOffice office, string unit, Permissions may)
    {
        var tree = await office.TreeAsync();
        var id = tree.UnitOf(unit)!.Value;
        return new Person(unit, may, tree.ScopeOf(id, Today)) { Unit = id, Account = 7 };
    }
}
