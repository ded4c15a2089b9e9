using Thads.Office.Acts;
using Thads.Office.Partners;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Ranking;
using Thads.Office.Units;

namespace Thads.Office.Tests.Partners;

/// <summary>Bodies outside the office: added, said anew, seen by those whose locality it is.</summary>
public sealed class PartnerTests
{
    private static readonly KeepPartner.Input Police = new("D1", "CA", PartnerKind.Police, "Công an huyện Mẫu");

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_is_said_of_a_partner_last_holds_and_its_history_stays(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.DoAsync(work => AddCommune.RunAsync(new("X1", "Xã Mẫu Một", "D1"), work, default));
        await office.DoAsync(work => KeepPartner.RunAsync(Police, work, default));
        await office.DoAsync(work => KeepPartner.RunAsync(new("D1", "UB-X1", PartnerKind.CommuneCommittee, "UBND xã Mẫu Một", "X1"), work, default));
        await office.DoAsync(work => KeepPartner.RunAsync(Police with { Name = "Công an huyện Mẫu Mới", Contact = "Trực ban", IdempotencyKey = "k" }, work, default));
        await office.DoAsync(work => KeepPartner.RunAsync(Police with { Name = "Công an huyện Mẫu Mới", Contact = "Trực ban", IdempotencyKey = "k" }, work, default));
        Assert.Contains("CA name Công an huyện Mẫu → Công an huyện Mẫu Mới", await office.ChangesAsync("partner-kept"));
        await office.DoAsync(work => KeepPartner.RunAsync(Police with { Name = "Công an huyện Mẫu Mới", Contact = "Trực ban", EndedOn = new(2025, 2, 28) }, work, default));

        var book = await office.AskAsync(work => PartnerBook.OfAsync(work, default));

        Assert.Equal(["UBND xã Mẫu Một", "Công an huyện Mẫu Mới"], book.All.Select(partner => partner.Name));
        Assert.Equal("UB-X1", book.OfCommune("X1")?.Code);
        Assert.Equal((true, false), (book.Of("CA")!.IsThereOn(new(2025, 2, 28)), book.Of("CA")!.IsThereOn(new(2025, 3, 1))));
        Assert.Contains("CA last-day  → 2025-02-28", await office.ChangesAsync("partner-kept"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_locality_sees_no_partner_and_may_not_take_its_code(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.DoAsync(work => KeepPartner.RunAsync(Police, work, default));
        var other = await office.OfAsync("D2", Permissions.All);

        Assert.Empty((await office.AskAsync(work => PartnerBook.OfAsync(work, default), other)).All);
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => KeepPartner.RunAsync(Police with { Name = "x" }, work, default))));
        Assert.Equal("partner.taken", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => KeepPartner.RunAsync(Police with { Unit = "D2" }, work, default))));
        await Assert.ThrowsAsync<NotAllowedException>(async () => await office.DoAsAsync(await office.OfAsync("D1", Permissions.ReadFigures), work => KeepPartner.RunAsync(Police, work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_cannot_be_a_partner_is_refused(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.DoAsync(work => KeepPartner.RunAsync(Police, work, default));
        foreach (var (input, code) in new (KeepPartner.Input Input, string Code)[]
        {
            (Police, "partner.unchanged"),
            (Police with { Code = "C A" }, "code.bad"),
            (Police with { Name = " " }, "name.missing"),
            (Police with { Kind = PartnerKind.Court }, "partner.other"),
            (Police with { Code = "NEW", Commune = "X1" }, "partner.commune"),
            (Police with { Code = "NEW", Kind = PartnerKind.CommuneCommittee }, "partner.commune"),
            (Police with { Code = "NEW", Kind = PartnerKind.CommuneCommittee, Commune = "X1" }, "code.unknown"),
            (Police with { Unit = "NO" }, "report.unit"),
        })
        {
            Assert.Equal(code, await SmallOffice.RefusedAsync(() => office.DoAsync(work => KeepPartner.RunAsync(input, work, default))));
        }
    }
}
