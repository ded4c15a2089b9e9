using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Settings;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.People;

/// <summary>Who may sign: the head of the unit, and those to whom it is given for a time, by a document. D1 has a head, a deputy and a clerk; D2 a head; T a head.</summary>
public sealed class SigningTests
{
    private static readonly DateOnly Today = SmallOffice.Today;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_head_gives_the_deputy_the_signing_for_a_time_and_it_ends_early_by_act(string kind)
    {
        await using var office = await OpenAsync(kind);
        var head = await office.PersonAsync("truong-1");
        Assert.False((await office.PersonAsync("pho-1")).MayIn(1, Permissions.Sign));

        var number = await office.AskAsync(w => DelegateSigning.RunAsync(Given(), w, None), head);

        Assert.True((await office.PersonAsync("pho-1")).May.HasFlag(Permissions.Sign));
        Assert.Equal(["pho-1: giấy mời 2026-11-20..2026-11-30", "truong-1: head .."], await WhoAsync(office, Today));
        Assert.Equal(["truong-1: head .."], await WhoAsync(office, Today.AddDays(11)));
        Assert.Equal(["pho-1 signing  → giấy mời", "pho-1 valid-from  → 2026-11-20", "pho-1 last-day  → 2026-11-30"], await office.ChangesAsync("signing-delegated"));
        Assert.Equal("signing.has-it", await RefusedAsync(office, head, Given()));

        await office.DoAsAsync(head, w => EndDelegation.RunAsync(new(number, Today.AddDays(-1), "đi công tác về"), w, None));

        Assert.False((await office.PersonAsync("pho-1")).May.HasFlag(Permissions.Sign));
        Assert.Equal(["truong-1: head .."], await WhoAsync(office, Today));
        Assert.Equal("signing.ended-already", await SmallOffice.RefusedAsync(() => office.DoAsAsync(head, w => EndDelegation.RunAsync(new(number, Today), w, None))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Nobody_gives_the_signing_of_another_unit_and_who_has_it_passes_it_on_to_nobody(string kind)
    {
        await using var office = await OpenAsync(kind);
        var number = await office.AskAsync(w => DelegateSigning.RunAsync(Given(), w, None), await office.PersonAsync("truong-1"));

        foreach (var name in new[] { "truong-2", "truong-t", "pho-1", "quan-tri-2" })
        {
            var person = await office.PersonAsync(name);
            await Assert.ThrowsAsync<NotAllowedException>(() => office.AskAsync(w => DelegateSigning.RunAsync(Given() with { Account = "thu-ky-1" }, w, None), person));
            Assert.Equal("signing.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(person, w => EndDelegation.RunAsync(new(number, Today), w, None))));
        }

        Assert.Equal("unit.unknown", await SmallOffice.RefusedAsync(async () => await office.AskAsync(w => WhoMaySign.RunAsync(new("D1", Today), w, None), await office.PersonAsync("truong-2"))));
    }

    [Fact]
    public async Task A_delegation_that_cannot_be_is_refused()
    {
        await using var office = await OpenAsync(TestDatabases.Sqlite);
        var head = await office.PersonAsync("truong-1");

        Assert.Equal("signing.needs-matters", await RefusedAsync(office, head, Given() with { Matters = " " }));
        Assert.Equal("signing.needs-document", await RefusedAsync(office, head, Given() with { Document = "" }));
        Assert.Equal("period.ends-before", await RefusedAsync(office, head, Given() with { To = Today.AddDays(-3) }));
        Assert.Equal("signing.over", await RefusedAsync(office, head, Given() with { From = Today.AddDays(-9), To = Today.AddDays(-1) }));
        Assert.Equal("role.to-oneself", await RefusedAsync(office, head, Given() with { Account = "truong-1" }));
        Assert.Equal("account.unknown", await RefusedAsync(office, head, Given() with { Account = "truong-2" }));
        Assert.Equal("account.unknown", await RefusedAsync(office, head, Given() with { Account = "nobody" }));
        Assert.Equal("signing.deputies-only", await RefusedAsync(office, head, Given() with { Account = "thu-ky-1" }));
        await office.DoAsync(w => BlockAccount.RunAsync(new("pho-1", "thử"), w, None));
        Assert.Equal("account.unknown", await RefusedAsync(office, head, Given()));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Whom_it_may_be_given_to_is_what_the_unit_decided(string kind)
    {
        await using var office = await OpenAsync(kind);
        await office.DoAsync(w => ChangeSetting.RunAsync(new(SettingList.SigningDelegates, "D1", SettingList.AnyoneOfTheUnit, Today), w, None));

        await office.AskAsync(async w => await DelegateSigning.RunAsync(Given() with { Account = "thu-ky-1" }, w, None), await office.PersonAsync("truong-1"));

        Assert.True((await office.PersonAsync("thu-ky-1")).May.HasFlag(Permissions.Sign));
        Assert.Equal("signing.deputies-only", await RefusedAsync(office, await office.PersonAsync("truong-2"), Given() with { Unit = "D2", Account = "thu-ky-2" }));
    }

    private static DelegateSigning.Input Given() => new("pho-1", "D1", "giấy mời", "QĐ 5 ngày 19/11/2026", Today, Today.AddDays(10));

    private static async Task<string> RefusedAsync(TestOffice office, Person by, DelegateSigning.Input input) =>
        await SmallOffice.RefusedAsync(() => office.AskAsync(w => DelegateSigning.RunAsync(input, w, None), by));

    private static async Task<List<string>> WhoAsync(TestOffice office, DateOnly day) =>
        [.. (await office.AskAsync(w => WhoMaySign.RunAsync(new("D1", day), w, None))).Select(s => $"{s.Account}: {s.Delegation?.Matters ?? "head"} {s.From:yyyy-MM-dd}..{s.To:yyyy-MM-dd}").Order(StringComparer.Ordinal)];

    private static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await SmallOffice.OpenAsync(kind);
        await office.AccountAsync("truong-1", (Role.Head, "D1"));
        await office.AccountAsync("pho-1", (Role.Deputy, "D1"));
        await office.AccountAsync("thu-ky-1", (Role.Clerk, "D1"));
        await office.AccountAsync("truong-2", (Role.Head, "D2"));
        await office.AccountAsync("thu-ky-2", (Role.Clerk, "D2"));
        await office.AccountAsync("truong-t", (Role.Head, "T"));
        await office.AccountAsync("quan-tri-2", (Role.Administrator, "D2"));
        return office;
    }
}
