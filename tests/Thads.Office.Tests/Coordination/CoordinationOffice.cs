using Thads.Office.Acts;
using Thads.Office.Partners;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Coordination;

/// <summary>
/// Two districts of a province on 10 November 2020, with a commune, the police and a bank. Matters of D1: OLD (docketed 2009), B1 and B2 of a bank, C of corruption, L with three lines, S settled in August 2020;
/// E1 is D2's.
/// </summary>
internal static class CoordinationOffice
{
    public static readonly DateOnly Today = new(2020, 11, 10);

    public static readonly ExchangeSet Set = new()
    {
        Units = [new("T", "Tỉnh", "province", ""), new("D1", "Chi cục Một", "district", "T"), new("D2", "Chi cục Hai", "district", "T")],
        Communes = [new("X01", "Xã Một", "D1"), new("X02", "Xã Hai", "D1")],
        Officers = [new("O1", "Người Một", "D1", "enforcer"), new("O2", "Người Hai", "D1", "enforcer"), new("O3", "Người Ba", "D2", "enforcer")],
        Matters =
        [
            new("OLD", "D1", "O1", new(2009, 11, 10)) { Commune = "X01" }, new("B1", "D1", "O1", new(2018, 3, 5)) { CreditInstitution = true, Commune = "X01" },
            new("B2", "D1", "O2", new(2020, 10, 20)) { CreditInstitution = true, Commune = "X02" }, new("C", "D1", "O2", new(2020, 2, 3)) { Corruption = true, Type = "criminal", Commune = "X02" },
            new("L", "D1", "O1", new(2019, 12, 2)) { Commune = "X02" }, new("S", "D1", "O1", new(2020, 1, 6)) { CreditInstitution = true, Commune = "X01" }, new("E1", "D2", "O3", new(2015, 11, 2)),
        ],
        Obligations =
        [
            new("OLD", "1", 700), new("B1", "1", 5_000_000_000, Creditor: "Ngân hàng Mẫu A"), new("B2", "1", 900, Creditor: "Ngân hàng Mẫu B"), new("C", "1", 300), new("L", "1", 10), new("L", "2", 20), new("L", "3", 30),
            new("S", "1", 400, Creditor: "Ngân hàng Mẫu A"), new("E1", "1", 50),
        ],
        Steps = [new("B1", "1", "collected", new(2020, 7, 1)) { Amount = 1_000_000_000 }, new("S", "1", "collected", new(2020, 8, 3)) { Amount = 400, Manner = "persuasion" }],
        Events =
        [
            new("S", "", "persuaded", new(2020, 7, 20)) { Result = "agreed", Partner = "X01" }, new("OLD", "", "persuaded", new(2020, 5, 6)) { Result = "refused", Partner = "X01" },
            new("C", "", "coercion_put_off", new(2020, 4, 20)), new("B1", "", "persuaded", new(2019, 5, 6)) { Result = "refused", Partner = "X01" },
        ],
    };

    public static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(Set);
        foreach (var partner in new KeepPartner.Input[]
        {
            new("D1", "UB-X01", PartnerKind.CommuneCommittee, "UBND Xã Một", "X01"), new("D1", "UB-X02", PartnerKind.CommuneCommittee, "UBND Xã Hai", "X02"), new("D1", "CA", PartnerKind.Police, "Công an huyện"),
            new("D1", "NH1", PartnerKind.Bank, "Ngân hàng Mẫu A"), new("D2", "CA2", PartnerKind.Police, "Công an huyện Hai"), new("D1", "HU", PartnerKind.PartyCommittee, "Huyện ủy"),
            new("D1", "CU", PartnerKind.Department, "Phòng cũ", EndedOn: new(2019, 12, 31)),
        })
        {
            await office.DoAsync(work => KeepPartner.RunAsync(partner, work, default));
        }

        return office;
    }

    /// <summary>Somebody of a unit with these rights over it and what lies below.</summary>
    public static async Task<Person> OfAsync(TestOffice office, string unit, Permissions may = Permissions.All, string officer = "")
    {
        var tree = await office.TreeAsync();
        var id = tree.UnitOf(unit)!.Value;
        return new Person(unit + officer, may, tree.ScopeOf(id, Today)) { Unit = id, Account = 7, Officer = officer.Length == 0 ? 0 : tree.OfficerOf(officer)!.Value };
    }
}
