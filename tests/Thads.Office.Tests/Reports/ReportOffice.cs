using Thads.Office.Acts;
using Thads.Office.Reports;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Reports;

/// <summary>A province P with the districts A (on the system, officers O1 and O2) and B (by file), told until 10 November 2020; period of report: year 2020, 12 months.</summary>
internal static class ReportOffice
{
    public static readonly DateOnly Today = new(2020, 11, 10);
    public static readonly ReportAddress OfA = new("A", null, 2020, 12);
    public static readonly ReportAddress OfP = new("P", null, 2020, 12);
    public static readonly ReportAddress OfO1 = new("A", "O1", 2020, 12);

    public static readonly ExchangeSet Set = new()
    {
        Units = [new("P", "Cục tỉnh", "province", ""), new("A", "Chi cục A", "district", "P"), new("B", "Chi cục B", "district", "P"), new("OLD", "Chi cục cũ", "district", "P", null, new(2019, 12, 31))],
        Officers = [new("O1", "Người Một", "A", "enforcer"), new("O2", "Người Hai", "A", "enforcer"), new("O9", "Người Đi", "A", "enforcer", null, new(2018, 12, 31))],
        Matters =
        [
            new("A1", "A", "O1", new(2019, 11, 5)), new("A2", "A", "O1", new(2020, 1, 6), "ex_officio", "criminal"), new("A3", "A", "O2", new(2019, 3, 4), "ex_officio", "criminal"),
            new("A4", "A", "O2", new(2020, 9, 1)),
        ],
        Obligations = [new("A1", "1", 1_499_500), new("A2", "1", 700_250), new("A3", "1", 2_000_000), new("A4", "1", 900_000)],
        Steps = [new("A1", "1", "collected", new(2020, 5, 6)) { Amount = 1_499_500 }, new("A3", "1", "not_enforceable", new(2020, 2, 3))],
        Figures =
        [
            new("B", 2020, 12, "06-2019", "matters", new Dictionary<string, string>
            {
                ["total"] = "100", ["carried"] = "30", ["new"] = "70", ["due"] = "100", ["enforceable"] = "80", ["settled"] = "60", ["rate"] = "75.00",
            }),
            new("B", 2020, 12, "06-2019", "money", new Dictionary<string, string> { ["total"] = "5000000", ["due"] = "5000000", ["enforceable"] = "4000000", ["settled"] = "1000000" }),
        ],
    };

    public static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(Set);
        return office;
    }

    public static async Task<long> CloseAsync(this TestOffice office, ReportAddress address, DateOnly? knownOn = null, Person? by = null) =>
        await office.AskAsync(work => CloseReport.RunAsync(new(address, knownOn), work, default), by);

    public static async Task<ReportVersion> VersionAsync(this TestOffice office, long id, Person? by = null) => await office.AskAsync(work => ReadReports.ByIdAsync(id, work, default), by);

    public static async Task SendAsync(this TestOffice office, long id, string number, DateOnly? on = null) =>
        await office.DoAsync(work => SendReport.RunAsync(new(id, number, on), work, default));

    public static async Task ReasonAsync(this TestOffice office, long id, string reason, params CellName[] cells) =>
        await office.DoAsync(work => GiveReason.RunAsync(new(id, cells, reason), work, default));

    public static async Task<VersionChanges> ChangesAsync(this TestOffice office, long before, long after)
    {
        var (one, other) = (await office.VersionAsync(before), await office.VersionAsync(after));
        return await office.AskAsync(work => CompareVersions.RunAsync(one, other, work, default));
    }

    /// <summary>The stored text and its hash, as they lie in the database.</summary>
    public static async Task<(string Content, string Hash)> StoredAsync(this TestOffice office, long id) => await office.AskAsync(async work =>
    {
        var rows = await Thads.Office.Data.Sql.ListAsync(await work.ConnectAsync(default), "SELECT content, hash FROM report_closed WHERE id = @id", r => (r.GetString(0), r.GetString(1)), default, ("id", id));
        return rows.Single();
    });

    /// <summary>The same version drawn up anew at its cut-off.</summary>
    public static async Task<string> AgainAsync(this TestOffice office, ReportVersion version) => await office.AskAsync(async work =>
    {
        var place = await ReportPlace.ResolveAsync(version.Address, work, default);
        var again = await CloseReport.DrawAsync(place, new(version.LastAct, version.KnownOn, version.TreeAct), version.Regime, work, default);
        return ReportContent.HashOf(ReportContent.Write(again with { Maker = version.Maker }));
    });
}
