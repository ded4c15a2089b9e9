using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Partners;
using Thads.Office.Units;

namespace Thads.People;

/// <summary>The bodies the sample office works with: the committees of its communes, and those of the district. Made up, like the whole office.</summary>
internal static class SamplePartners
{
    private static readonly (string Code, PartnerKind Kind, string Name)[] OfTheDistrict =
    [
        ("CA", PartnerKind.Police, "Công an huyện Mẫu Năm"), ("TAND", PartnerKind.Court, "Tòa án nhân dân huyện Mẫu Năm"), ("VKS", PartnerKind.Procuracy, "Viện kiểm sát nhân dân huyện Mẫu Năm"),
        ("PTP", PartnerKind.Department, "Phòng Tư pháp huyện Mẫu Năm"), ("PTC", PartnerKind.Department, "Phòng Tài chính – Kế hoạch huyện Mẫu Năm"),
        ("PTNMT", PartnerKind.Department, "Phòng Tài nguyên và Môi trường huyện Mẫu Năm"), ("UBND", PartnerKind.PeoplesCommittee, "Ủy ban nhân dân huyện Mẫu Năm"),
        ("HU", PartnerKind.PartyCommittee, "Huyện ủy Mẫu Năm"), ("HDND", PartnerKind.PeoplesCouncil, "Hội đồng nhân dân huyện Mẫu Năm"), ("MTTQ", PartnerKind.Front, "Ủy ban Mặt trận Tổ quốc huyện Mẫu Năm"),
        ("BHXH", PartnerKind.SocialInsurance, "Bảo hiểm xã hội huyện Mẫu Năm"), ("VPDK", PartnerKind.Registry, "Chi nhánh Văn phòng đăng ký đất đai huyện Mẫu Năm"),
        ("KBNN", PartnerKind.Treasury, "Kho bạc Nhà nước huyện Mẫu Năm"), ("CTHADS", PartnerKind.EnforcementAgency, "Cục Thi hành án dân sự tỉnh Ví Dụ"),
    ];

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        await using var asking = Work();
        var tree = await UnitTree.OfAsync(asking, ct);
        foreach (var commune in tree.Communes.Values.Where(commune => tree.UnitCode(commune.Unit) == FoundingDistrict.Unit).OrderBy(commune => commune.Code, StringComparer.Ordinal))
        {
            await KeepAsync(new(FoundingDistrict.Unit, "UB-" + commune.Code, PartnerKind.CommuneCommittee, "UBND " + commune.Name, commune.Code, EndedOn: commune.ValidTo));
        }

        foreach (var (code, kind, name) in OfTheDistrict)
        {
            await KeepAsync(new(FoundingDistrict.Unit, code, kind, name));
        }

        var banks = await (await asking.ConnectAsync(ct)).ListAsync("SELECT DISTINCT name FROM party WHERE code LIKE 'NH-%' ORDER BY name", r => r.GetString(0), ct);
        foreach (var (name, number) in banks.Select((name, i) => (name, i + 1)))
        {
            await KeepAsync(new(FoundingDistrict.Unit, $"NH{number}", PartnerKind.Bank, name));
        }

        async Task KeepAsync(KeepPartner.Input input)
        {
            await using var work = Work();
            await KeepPartner.RunAsync(input, work, ct);
        }

        Work Work() => new(database, Person.Operator("mẫu"), clock);
    }
}
