using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.People;
using Thads.Office.Units;

namespace Thads.People;

/// <summary>Somebody one may be in the sample office.</summary>
public sealed record SamplePerson(string Name, string FullName, Role Role, string Unit);

/// <summary>The accounts of the sample office. They have no password: one enters by the buttons of the first page, on the same machine alone.</summary>
internal static class SamplePeople
{
    /// <summary>Account, officer in the books (null = none), role, unit, and the name of those who are no officers. Made up, like the whole office.</summary>
    private static readonly (string Name, string? Officer, Role Role, string Unit, string FullName)[] All =
    [
        ("thu-truong", "LD02", Role.Head, FoundingDistrict.Unit, ""),
        ("pho-thu-truong", "LD03", Role.Deputy, FoundingDistrict.Unit, ""),
        ("chap-hanh-vien", "CHV07", Role.Enforcer, FoundingDistrict.Unit, ""),
        ("thu-ky", "TK01", Role.Clerk, FoundingDistrict.Unit, ""),
        ("ke-toan", "KT01", Role.Accountant, FoundingDistrict.Unit, ""),
        ("thong-ke", "TH01", Role.Statistician, FoundingDistrict.Unit, ""),
        ("thu-ky-ban-chi-dao", null, Role.CommitteeSecretary, FoundingDistrict.Unit, "Mẫu Thị Ghi"),
        ("quan-tri", null, Role.Administrator, "", "Mẫu Văn Máy"),
        ("kiem-tra", null, Role.Auditor, FoundingDistrict.Province, "Mẫu Thị Soát"),
        ("lanh-dao-tinh", null, Role.Head, FoundingDistrict.Province, "Mẫu Văn Tỉnh"),
    ];

    public static IEnumerable<string> Names => All.Select(person => person.Name);

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        foreach (var person in All)
        {
            await using var work = new Work(database, Person.Operator("mẫu"), clock);
            var tree = await UnitTree.OfAsync(work, ct);
            var fullName = person.Officer is null ? person.FullName : tree.OfficerName(tree.OfficerOf(person.Officer)!.Value, work.Today);
            await CreateAccount.RunAsync(new(person.Name, fullName, person.Officer), work, ct);
            await using var role = new Work(database, Person.Operator("mẫu"), clock);
            await GiveRole.RunAsync(new(person.Name, person.Role, person.Unit.Length == 0 ? null : person.Unit), role, ct);
        }

        await using var signing = new Work(database, Person.Operator("mẫu"), clock);
        await DelegateSigning.RunAsync(
            new("pho-thu-truong", FoundingDistrict.Unit, "giấy mời, giấy giới thiệu, thông báo lịch tiếp dân", "12/GUQ-CCTHADS ngày 02/11/2020", FoundingDistrict.Today.AddDays(-7), FoundingDistrict.Today.AddDays(50)),
            signing, ct);
    }

    public static async Task<IReadOnlyList<SamplePerson>> ListAsync(Work work, CancellationToken ct)
    {
        var accounts = (await Accounts.ListAsync(await work.ConnectAsync(ct), ct)).ToDictionary(account => account.Name);
        var tree = await UnitTree.OfAsync(work, ct);
        return [.. All.Where(person => accounts.ContainsKey(person.Name)).Select(person => new SamplePerson(
            person.Name, accounts[person.Name].FullName, person.Role, tree.UnitOf(person.Unit) is { } unit ? tree.UnitName(unit, work.Today) : ""))];
    }
}
