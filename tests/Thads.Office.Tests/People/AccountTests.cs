using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;

namespace Thads.Office.Tests.People;

public sealed class AccountTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_account_begins_without_a_password_and_with_a_code_that_is_not_kept_in_clear(string kind)
    {
        await using var office = await PeopleOffice.NewAsync(kind, Today);
        await using var work = office.Work();
        var created = await CreateAccount.RunAsync(new(" Nguyen.Van.A ", " Nguyễn Văn A "), work, TestContext.Current.CancellationToken);

        var account = await office.ReadAsync(c => Accounts.FindAsync(c, "NGUYEN.VAN.A", default));

        Assert.Equal(("nguyen.van.a", "Nguyễn Văn A", null), (account!.Name, account.FullName, account.PasswordHash));
        Assert.DoesNotContain(created.Code, account.CodeHash!, StringComparison.Ordinal);
        Assert.True(account.Opens(created.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), work.Now));
        Assert.False(account.Opens(created.Code, work.Now + TimeSpan.FromDays(3)));
        Assert.False(account.Opens(OneTimeCode.New(), work.Now));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_account_that_cannot_be_is_refused(string kind)
    {
        await using var office = await PeopleOffice.NewAsync(kind, Today);
        await office.AccountAsync("lan", "Lan", "CHV1");

        Assert.Equal("account.bad-name", await RefusedAsync(new("Lê Lan", "Lan")));
        Assert.Equal("account.bad-name", await RefusedAsync(new("ab", "Lan")));
        Assert.Equal("account.no-full-name", await RefusedAsync(new("lan2", " ")));
        Assert.Equal("account.name-taken", await RefusedAsync(new("LAN", "Lan")));
        Assert.Equal("account.officer-taken", await RefusedAsync(new("lan2", "Lan", "CHV1")));
        Assert.Equal("code.unknown", await RefusedAsync(new("lan2", "Lan", "NOBODY")));
        Assert.Single(await office.ReadAsync(c => Accounts.ListAsync(c, default)));

        async Task<string> RefusedAsync(CreateAccount.Input input)
        {
            await using var work = office.Work();
            return (await Assert.ThrowsAsync<RefusedException>(() => CreateAccount.RunAsync(input, work, TestContext.Current.CancellationToken))).Refusal.Code;
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_role_that_cannot_be_given_is_refused(string kind)
    {
        await using var office = await PeopleOffice.NewAsync(kind, Today);
        await office.AccountAsync("lan", "Lan");
        await office.RoleAsync(new("lan", Role.Clerk, "D1", new(2026, 1, 1), new(2026, 12, 31)));

        Assert.Equal("role.has-it", await RefusedAsync(new("lan", Role.Clerk, "D1", new(2026, 12, 31)), office.Work()));
        Assert.Equal("period.ends-before", await RefusedAsync(new("lan", Role.Clerk, "D1", new(2027, 2, 1), new(2027, 1, 1)), office.Work()));
        var herself = (await office.PersonAsync("lan")) with { Grants = [new Grant(Permissions.Administer, null)] };
        Assert.Equal("role.to-oneself", await RefusedAsync(new("LAN", Role.Head, "D1"), office.WorkOf(herself)));
        await office.RoleAsync(new("lan", Role.Clerk, "D1", new(2027, 1, 1)));

        static async Task<string> RefusedAsync(GiveRole.Input input, Work work)
        {
            await using (work)
            {
                return (await Assert.ThrowsAsync<RefusedException>(() => GiveRole.RunAsync(input, work, TestContext.Current.CancellationToken))).Refusal.Code;
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_role_holds_from_its_first_to_its_last_day(string kind)
    {
        await using var office = await PeopleOffice.NewAsync(kind, Today);
        await office.AccountAsync("lan", "Lan");
        await office.RoleAsync(new("lan", Role.Statistician, "D1", new(2026, 3, 1), new(2026, 6, 30)));

        foreach (var (day, holds) in new[] { (new DateOnly(2026, 2, 28), false), (new(2026, 3, 1), true), (new(2026, 6, 30), true), (new(2026, 7, 1), false) })
        {
            office.Today = day;
            Assert.Equal(holds, (await office.PersonAsync("lan")).May.HasFlag(Permissions.Exchange));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_role_over_a_unit_sees_what_lies_below_it_and_what_it_succeeded(string kind)
    {
        await using var office = await PeopleOffice.NewAsync(kind, Today);
        await office.AccountAsync("lan", "Lan");
        await office.RoleAsync(new("lan", Role.Head, "P1"));
        await office.AccountAsync("hoa", "Hoa");
        await office.RoleAsync(new("hoa", Role.Auditor, "D2"));
        var tree = await office.ReadAsync(c => UnitTree.LoadAsync(c, default));
        var (lan, hoa) = (await office.PersonAsync("lan"), await office.PersonAsync("hoa"));

        Assert.Equal(["D1", "D2", "OLD", "P1"], tree.Units.Where(lan.Sees).Select(tree.UnitCode).Order(StringComparer.Ordinal));
        Assert.Equal(["D2", "OLD"], tree.Units.Where(hoa.Sees).Select(tree.UnitCode).Order(StringComparer.Ordinal));
        Assert.False(hoa.MayIn(tree.UnitOf("D2")!.Value, Permissions.Exchange));
        Assert.True(lan.MayIn(tree.UnitOf("OLD")!.Value, Permissions.Exchange));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_administrator_of_a_unit_takes_over_nobody_from_above(string kind)
    {
        await using var office = await PeopleOffice.NewAsync(kind, Today);
        await office.AccountAsync("may", "Máy");
        await office.RoleAsync(new("may", Role.Administrator, "D1"));
        await office.AccountAsync("sep", "Sếp");
        await office.RoleAsync(new("sep", Role.Head, "P1"));
        await office.AccountAsync("ban", "Bạn");
        await office.RoleAsync(new("ban", Role.Clerk, "D1"));
        var administrator = await office.PersonAsync("may");

        await Assert.ThrowsAsync<NotFoundException>(() => office.AsAsync(administrator, work => GiveCode.RunAsync("sep", work, TestContext.Current.CancellationToken)));
        await Assert.ThrowsAsync<NotFoundException>(() => office.AsAsync(administrator, work => GiveRole.RunAsync(new("sep", Role.Clerk, "D1"), work, TestContext.Current.CancellationToken)));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.AsAsync(administrator, work => GiveRole.RunAsync(new("ban", Role.Clerk, "D2"), work, TestContext.Current.CancellationToken)));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.AsAsync(administrator, work => GiveRole.RunAsync(new("ban", Role.Head, null), work, TestContext.Current.CancellationToken)));
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$", await office.AsAsync(administrator, work => GiveCode.RunAsync("ban", work, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_session_holds_until_it_is_ended_out_of_time_or_its_account_changes(string kind)
    {
        await using var office = await PeopleOffice.NewAsync(kind, Today);
        await office.AccountAsync("lan", "Lan");
        var now = new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
        var account = (await office.ReadAsync(c => Accounts.FindAsync(c, "lan", default)))!;
        var session = await office.ReadAsync(c => Sessions.StartAsync(c, account, now, "127.0.0.1", "thử", default));

        Assert.Equal("lan", (await OfAsync(now.AddHours(11)))?.Name);
        Assert.Null(await OfAsync(now.AddHours(12)));
        Assert.Null(await office.ReadAsync(c => Sessions.AccountOfAsync(c, Guid.CreateVersion7(), now, default)));
        await office.ReadAsync(async c =>
        {
            account.Stamp = "new";
            await Accounts.SaveAsync(c, account, default);
            return 0;
        });
        Assert.Null(await OfAsync(now));
        await office.ReadAsync(async c =>
        {
            await Sessions.GoOnAsync(c, session, account, default);
            return 0;
        });
        Assert.NotNull(await OfAsync(now));
        await office.ReadAsync(async c =>
        {
            await Sessions.EndAllAsync(c, account.Id, now, default);
            return 0;
        });
        Assert.Null(await OfAsync(now));

        Task<Account?> OfAsync(DateTime at) => office.ReadAsync(c => Sessions.AccountOfAsync(c, session, at, default));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_recovery_code_works_once(string kind)
    {
        await using var office = await PeopleOffice.NewAsync(kind, Today);
        await office.AccountAsync("lan", "Lan");
        var account = (await office.ReadAsync(c => Accounts.FindAsync(c, "lan", default)))!;
        var codes = await office.ReadAsync(c => RecoveryCodes.RenewAsync(c, account, default));

        Assert.Equal(10, codes.Distinct().Count());
        Assert.True(await UseAsync(codes[3]));
        Assert.False(await UseAsync(codes[3]));
        Assert.Equal(9, await office.ReadAsync(c => RecoveryCodes.LeftAsync(c, account, default)));
        await office.ReadAsync(c => RecoveryCodes.RenewAsync(c, account, default));
        Assert.False(await UseAsync(codes[4]));

        Task<bool> UseAsync(string code) => office.ReadAsync(c => RecoveryCodes.UseAsync(c, account, code, default));
    }
}
