using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.People;
using Thads.Office.Settings;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.People;

public sealed class RoleActsTests
{
    private static readonly DateOnly Today = SmallOffice.Today;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTime Now = TimeProvider.System.GetUtcNow().UtcDateTime;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_role_that_is_ended_is_gone_the_day_after_its_last_and_its_history_stays(string kind)
    {
        await using var office = await OpenAsync(kind);
        var number = await office.AskAsync(w => GiveRole.RunAsync(new("anh", Role.Clerk, "D1"), w, None));
        Assert.True((await office.PersonAsync("anh")).May.HasFlag(Permissions.RecordSteps));

        await office.DoAsync(w => EndRole.RunAsync(new(number, Today.AddDays(-1), "Chuyển công tác"), w, None));

        Assert.Equal(Permissions.None, (await office.PersonAsync("anh")).May);
        var file = await office.AskAsync(w => ReadAccount.RunAsync(new("anh", Now), w, None));
        Assert.Equal((Role.Clerk, Today.AddDays(-1), "Chuyển công tác"), (file.Roles[0].Given.Role, file.Roles[0].Given.ValidTo, file.Roles[0].Ended!.Reason));
        Assert.Equal(["anh role clerk D1 .. → clerk D1 ..2026-11-19"], await office.ChangesAsync("role-ended"));
        Assert.Equal("role.ended-already", await RefusedAsync(office, w => EndRole.RunAsync(new(number, Today), w, None)));
        Assert.Equal("role.unknown", await RefusedAsync(office, w => EndRole.RunAsync(new(999, Today), w, None)));
        var other = await office.AskAsync(w => GiveRole.RunAsync(new("anh", Role.Clerk, "D1", Today), w, None));
        Assert.Equal("role.end-in-past", await RefusedAsync(office, w => EndRole.RunAsync(new(other, Today.AddDays(-2)), w, None)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_last_administrator_of_the_whole_tree_is_neither_ended_nor_blocked(string kind)
    {
        await using var office = await OpenAsync(kind);
        await office.AccountAsync("mot", (Role.Administrator, null));
        await office.AccountAsync("hai", (Role.Administrator, null));
        var (one, two) = (await NumberAsync("mot"), await NumberAsync("hai"));

        // Both at once: one of them stays.
        var outcomes = await Task.WhenAll(new[] { one, two }.Select(n => SmallOffice.RefusedAsync(() => office.DoAsync(w => EndRole.RunAsync(new(n, Today.AddDays(-1)), w, None)))));

        Assert.Equal(["", "role.last-administrator"], outcomes.Order(StringComparer.Ordinal));
        var left = outcomes[0].Length == 0 ? "hai" : "mot";
        Assert.Equal("role.last-administrator", await RefusedAsync(office, w => BlockAccount.RunAsync(new(left, "thử"), w, None)));
        await office.AccountAsync("bat", (Role.Administrator, null));
        await office.DoAsync(w => BlockAccount.RunAsync(new(left, "nghỉ việc"), w, None));
        Assert.Equal("role.last-administrator", await RefusedAsync(office, w => BlockAccount.RunAsync(new("bat", "thử"), w, None)));

        async Task<int> NumberAsync(string name) => (await office.AskAsync(w => ReadAccount.RunAsync(new(name, Now), w, None))).Roles[0].Given.Number;
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Blocking_ends_every_session_and_who_was_signing_in_does_not_open_it_again(string kind)
    {
        await using var office = await OpenAsync(kind);
        var (stale, session) = await office.ReadAsync(async c =>
        {
            var account = (await Accounts.FindAsync(c, "anh", None))!;
            return (account, await Sessions.StartAsync(c, account, Now, "10.0.0.1", "Trình duyệt", None));
        });

        await office.DoAsync(w => BlockAccount.RunAsync(new("anh", "mất máy"), w, None));

        Assert.Null(await office.ReadAsync(c => Sessions.AccountOfAsync(c, session, Now, None)));
        await office.ReadAsync(async c =>
        {
            await Accounts.SaveAsync(c, stale, None);
            return 0;
        });
        Assert.True((await office.ReadAsync(c => Accounts.FindAsync(c, "anh", None)))!.Blocked);
        Assert.Equal("account.blocked-already", await RefusedAsync(office, w => BlockAccount.RunAsync(new("anh", "lại"), w, None)));
        Assert.Equal("reason.missing", await RefusedAsync(office, w => UnblockAccount.RunAsync(new("anh", ""), w, None)));
        await office.DoAsync(w => UnblockAccount.RunAsync(new("anh", "đã tìm thấy"), w, None));
        Assert.Equal("account.not-blocked", await RefusedAsync(office, w => UnblockAccount.RunAsync(new("anh", "lại"), w, None)));
        await office.AccountAsync("mot", (Role.Administrator, null));
        var self = await office.PersonAsync("mot");
        await office.AccountAsync("hai", (Role.Administrator, null));
        Assert.Equal("account.block-oneself", await SmallOffice.RefusedAsync(() => office.DoAsAsync(self, w => BlockAccount.RunAsync(new("mot", "thử"), w, None))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_administrator_of_one_unit_sees_and_touches_only_those_whose_roles_lie_in_it(string kind)
    {
        await using var office = await OpenAsync(kind);
        await office.AccountAsync("quan-tri-1", (Role.Administrator, "D1"));
        await office.AccountAsync("binh", (Role.Clerk, "D1"));
        await office.AccountAsync("chi", (Role.Clerk, "D1"), (Role.Clerk, "D2"));
        await office.AccountAsync("dung", (Role.Clerk, "D2"));
        var person = await office.PersonAsync("quan-tri-1");
        var roles = await office.ReadAsync(c => RolesGiven.ListAsync(c, None));
        await office.AskAsync(w => CreateAccount.RunAsync(new("moi", "Người mới"), w, None), person);

        Assert.Equal(["binh", "moi", "quan-tri-1"], (await office.AskAsync(w => ListPeople.RunAsync(new(), w, None), person)).Select(p => p.Account.Name));
        Assert.Equal(["binh"], (await office.AskAsync(w => ListPeople.RunAsync(new("D1", Role.Clerk), w, None), person)).Select(p => p.Account.Name));
        foreach (var name in new[] { "anh", "chi", "dung" })
        {
            Assert.Equal("account.unknown", await SmallOffice.RefusedAsync(() => office.AskAsync(w => ReadAccount.RunAsync(new(name, Now), w, None), person)));
            Assert.Equal("account.unknown", await SmallOffice.RefusedAsync(() => office.AskAsync(w => GiveCode.RunAsync(name, w, None), person)));
            Assert.Equal("account.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(person, w => BlockAccount.RunAsync(new(name, "thử"), w, None))));
        }

        Assert.Equal("role.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(person, w => EndRole.RunAsync(new(roles.Single(r => r.Account == roles[^1].Account).Number, Today), w, None))));
        await Assert.ThrowsAsync<NotFoundException>(() => office.AskAsync(w => ListPeople.RunAsync(new("D2"), w, None), person));
        Assert.Empty((await office.AskAsync(w => ReadSignIns.RunAsync(new(Now.AddDays(-1), Now.AddDays(1), "dung"), w, None), person)).Lines);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_record_of_sign_ins_shows_unknown_names_to_who_looks_after_the_whole_tree_only(string kind)
    {
        await using var office = await OpenAsync(kind);
        await office.AccountAsync("quan-tri-1", (Role.Administrator, "D1"));
        await office.AccountAsync("binh", (Role.Clerk, "D1"));
        await office.ReadAsync(async c =>
        {
            var binh = (await Accounts.FindAsync(c, "binh", None))!.Id;
            var an = (await Accounts.FindAsync(c, "anh", None))!.Id;
            foreach (var (account, outcome) in new (int?, SignInOutcome)[] { (binh, SignInOutcome.WrongPassword), (binh, SignInOutcome.SignedIn), (an, SignInOutcome.SignedIn), (null, SignInOutcome.UnknownName) })
            {
                await Sessions.RecordAsync(c, account, Now, outcome, "10.0.0.2", None);
            }

            return 0;
        });
        var query = new ReadSignIns.Query(Now.AddDays(-1), Now.AddDays(1));

        var all = await office.AskAsync(w => ReadSignIns.RunAsync(query, w, None));
        var mine = await office.AskAsync(w => ReadSignIns.RunAsync(query, w, None), await office.PersonAsync("quan-tri-1"));
        var page = await office.AskAsync(w => ReadSignIns.RunAsync(query with { Skip = 1, Take = 2 }, w, None));

        Assert.Equal((4, "UnknownName SignedIn SignedIn WrongPassword"), (all.Count, string.Join(' ', all.Lines.Select(l => l.Outcome))));
        Assert.Equal((2, "binh SignedIn, binh WrongPassword"), (mine.Count, string.Join(", ", mine.Lines.Select(l => $"{l.Account} {l.Outcome}"))));
        Assert.Equal((4, "anh binh"), (page.Count, string.Join(' ', page.Lines.Select(l => l.Account))));
        Assert.Equal(1, (await office.AskAsync(w => ReadSignIns.RunAsync(query with { Outcome = SignInOutcome.WrongPassword }, w, None))).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Sent_twice_an_account_is_created_once_and_the_second_answer_has_a_code_that_works(string kind)
    {
        await using var office = await OpenAsync(kind);
        var first = await office.AskAsync(w => CreateAccount.RunAsync(new("moi", "Người mới", null, "k1"), w, None));
        var second = await office.AskAsync(w => CreateAccount.RunAsync(new("moi", "Người mới", null, "k1"), w, None));

        var account = (await office.ReadAsync(c => Accounts.FindAsync(c, "moi", None)))!;
        Assert.Equal(first.Id, second.Id);
        Assert.True(account.Opens(second.Code, account.CodeUntil!.Value.AddMinutes(-1)));
        Assert.Equal(1, await office.ReadAsync(c => c.ValueAsync<long>("SELECT count(*) FROM act WHERE kind = 'account-created' AND idempotency_key = 'k1'", None)));
        Assert.Equal("act.key-taken", await RefusedAsync(office, w => CreateAccount.RunAsync(new("khac", "Người khác", null, "k1"), w, None)));
        await office.AskAsync(w => GiveCode.RunAsync("moi", w, None, "k2"));
        Assert.Equal("act.key-taken", await RefusedAsync(office, w => GiveCode.RunAsync("anh", w, None, "k2")));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_one_time_code_lives_as_long_as_the_office_decided(string kind)
    {
        await using var office = await OpenAsync(kind);
        await office.DoAsync(w => ChangeSetting.RunAsync(new(SettingList.CodeDays, null, "7", Today), w, None));

        await office.AskAsync(w => GiveCode.RunAsync("anh", w, None));

        var until = (await office.ReadAsync(c => Accounts.FindAsync(c, "anh", None)))!.CodeUntil!.Value;
        Assert.Equal(Today.AddDays(7), DateOnly.FromDateTime(OfficeClock.OnTheWall(until)));
    }

    private static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await SmallOffice.OpenAsync(kind);
        await office.AccountAsync("anh");
        return office;
    }

    private static Task<string> RefusedAsync(TestOffice office, Func<Work, Task> act) => SmallOffice.RefusedAsync(() => office.DoAsync(act));
}
