using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Campaigns;

/// <summary>
/// A province P told until 15 February 2021. In D1 officer O1 holds M1 to M40, which a campaign of June and July 2020 takes, and O2 holds M41 to M100, alike in every way. Of the list 33
/// were settled in the period: M1 to M33; beside it 12. What became of single ones:
/// M4 was terminated and restored in the period, M5 after it; M6 was settled by a step voided later; M30 was settled in the period and known in August; M34 was delegated; M35 was settled before the
/// first day; M36 has a payment; MNEW came in June. Each matter owes 1 million and is settled on a day of its own.
/// </summary>
internal static class CampaignOffice
{
    public static readonly DateOnly Today = new(2021, 2, 15);
    public static readonly DateOnly First = new(2020, 6, 1);
    public static readonly DateOnly Last = new(2020, 7, 31);

    public static readonly PlanCampaign.Input Planned = new(
        null, "D1", "Đợt thử", "1/KH", new(2020, 5, 20), First, Last, "Lãnh đạo Mẫu", "Thử", new CampaignScope { Officer = "O1" }, []);

    public static readonly ExchangeSet Set = new()
    {
        Units = [new("P", "Cục tỉnh", "province", ""), new("D1", "Chi cục Một", "district", "P"), new("D2", "Chi cục Hai", "district", "P")],
        Communes = [new("C1", "Xã Mẫu Một", "D1"), new("C2", "Xã Mẫu Hai", "D1")],
        Officers = [new("O1", "Người Một", "D1", "enforcer"), new("O2", "Người Hai", "D1", "enforcer"), new("O3", "Người Ba", "D2", "enforcer")],
        Matters =
        [
            .. Enumerable.Range(1, 100).Select(i => new MatterRow($"M{i}", "D1", i <= 40 ? "O1" : "O2", new(2019, 11, 1)) { Commune = i % 2 == 0 ? "C2" : "C1" }),
            new("MNEW", "D1", "O2", new(2020, 6, 5)), new("AGAIN", "D1", "O2", new(2020, 8, 3)), new("X1", "D2", "O3", new(2019, 11, 1)),
        ],
        Obligations = [.. Enumerable.Range(1, 100).Select(i => $"M{i}").Concat(["MNEW", "AGAIN", "X1"]).Select(code => new ObligationRow(code, "1", 1_000_000))],
        Parties = [new("P7", "person", "Người phải thi hành Bảy")],
        Roles = [new("M7", "1", "P7", "debtor"), new("AGAIN", "1", "P7", "debtor")],
        Steps =
        [
            .. Enumerable.Range(1, 33).Where(i => i is not (4 or 5 or 6 or 30)).Select(i => Paid($"M{i}", First.AddDays(i)) with { Manner = i <= 20 ? "free_will" : "persuasion" }),
            new("M4", "", "terminated", First.AddDays(4)), new("M4", "1", "restored", new(2020, 7, 20)),
            new("M5", "", "terminated", First.AddDays(5)), new("M5", "1", "restored", new(2020, 8, 20)),
            Paid("M6", First.AddDays(6)) with { VoidedOn = new(2020, 7, 1) },
            Paid("M30", First.AddDays(30)) with { KnownOn = new(2020, 8, 25) },
            new("M34", "", "delegated", First.AddDays(8)),
            Paid("M35", new(2020, 5, 10)),
            Paid("M36", First.AddDays(9)) with { Amount = 400_000 },
            .. Enumerable.Range(41, 12).Select(i => Paid($"M{i}", First.AddDays(i - 30))),
            .. Enumerable.Range(60, 6).Select(i => Paid($"M{i}", new(2020, 2, i - 55))),
            Paid("MNEW", new(2020, 7, 2)),
        ],
    };

    public static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(Set);
        return office;
    }

    /// <summary>With the campaign planned and its list closed.</summary>
    public static async Task<(TestOffice Office, int Campaign)> FrozenAsync(string kind)
    {
        var office = await OpenAsync(kind);
        var campaign = await office.AskAsync(work => PlanCampaign.RunAsync(Planned, work, default));
        await office.AskAsync(work => FreezeCampaign.RunAsync(new(campaign, First.AddDays(-1)), work, default));
        return (office, campaign);
    }

    public static Task<CampaignProgress> ProgressAsync(this TestOffice office, int campaign, DateOnly? on = null) => office.AskAsync(work => ReadProgress.RunAsync(campaign, on, work, default));

    public static Task<CampaignMeasure> MeasureAsync(this TestOffice office, int campaign, bool pinned = false) => office.AskAsync(work => MeasureCampaign.RunAsync(campaign, pinned, work, default));

    /// <summary>Somebody of a unit with these rights over it and what lies below.</summary>
    public static async Task<Person> OfAsync(this TestOffice office, string unit, Permissions may)
    {
        var tree = await office.TreeAsync();
        var id = tree.UnitOf(unit)!.Value;
        return new Person(unit, may, tree.ScopeOf(id, Today)) { Unit = id, Account = 7 };
    }

    private static StepRow Paid(string matter, DateOnly on) => new(matter, "1", "collected", on) { Amount = 1_000_000 };
}
