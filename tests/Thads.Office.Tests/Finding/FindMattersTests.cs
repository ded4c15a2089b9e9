using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Finding;
using Thads.Office.Matters;

namespace Thads.Office.Tests.Finding;

public sealed class FindMattersTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_matter_is_found_by_whatever_is_written_in_it_without_marks_and_capitals(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);

        Assert.Equal("126/D1", await office.FindAsync("dang"));
        Assert.Equal("126/D1", await office.FindAsync("ĐẶNG văn"));
        Assert.Equal("125/D1", await office.FindAsync("125/QĐ"));
        Assert.Equal("125/D1", await office.FindAsync("125/d1"));
        Assert.Equal("125/D1", await office.FindAsync("07/2025"));
        Assert.Equal("8/D2 125/D1", await office.FindAsync("079080001234"));
        Assert.Equal("8/D2 125/D1", await office.FindAsync("079080"));
        Assert.Equal("8/D2 125/D1", await office.FindAsync("doi can"));
        Assert.Equal("125/D1", await office.FindAsync("ngan hang dong a"));
        Assert.Equal("8/D2 125/D1", await office.FindAsync("tân lập"));
        Assert.Equal("8/D2 125/D1", await office.FindAsync("bình ơn")); // what the commune is now
        Assert.Equal("127/D1", await office.FindAsync("tên trên dòng")); // named on the line alone
        Assert.Equal("", await office.FindAsync("khong co ai"));
        Assert.Equal("", await office.FindAsync("/"));
        Assert.Equal("", await office.FindAsync("uyen")); // not the middle of a word
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_is_written_just_as_it_was_typed_comes_first_then_the_words_together(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);

        // 7/D2 is Bưởi Thị Nguyễn: the same words, apart. 126/D1 is Nguyen Thi Buoi.
        Assert.Equal("8/D2 125/D1 126/D1 7/D2", await office.FindAsync("Nguyễn Thị Bưởi"));
        Assert.Equal("126/D1 8/D2 125/D1 7/D2", await office.FindAsync("nguyen thi buoi"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Names_are_found_and_counted_in_the_units_a_person_sees_and_nowhere_else(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);

        Assert.Equal("125/D1", await office.FindAsync("079080001234", "D1"));
        Assert.Equal("8/D2", await office.FindAsync("079080001234", "D2"));
        Assert.Equal(3, (await office.FindAsync(new FindMatters.Input(new()), "D1")).Total);
        Assert.Equal(0, (await office.FindAsync(new FindMatters.Input(new() { Text = "buoi", States = [DocketState.InProgress] }), "T")).Total);
        Assert.Equal("code.unknown", await Procedure.SmallOffice.RefusedAsync(() => office.FindAsync(new FindMatters.Input(new() { Unit = "D2" }), "D1")));
        Assert.Equal("code.unknown", await Procedure.SmallOffice.RefusedAsync(() => office.FindAsync(new FindMatters.Input(new() { Officer = "O2" }), "D1")));
        Assert.Equal("code.unknown", await Procedure.SmallOffice.RefusedAsync(() => office.FindAsync(new FindMatters.Input(new() { Unit = "NO" }))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Who_holds_a_matter_now_decides_and_the_list_follows_every_step(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);
        await office.RecordAsync(new("125/D1", StepKind.Collected, PeopleOffice.Today, "1", 400));
        var step = await office.RecordAsync(new("126/D1", StepKind.NotEnforceable, PeopleOffice.Today.AddDays(-3)));
        await office.RecordAsync(new("127/D1", StepKind.Transferred, PeopleOffice.Today, ToUnit: "D2", ToOfficer: "O2"));

        Assert.Equal("125/D1 126/D1", Codes(await office.FindAsync(new FindMatters.Input(new() { Unit = "D1" }, new(MatterOrderBy.Left, true)))));
        Assert.Equal("127/D1", Codes(await office.FindAsync(new FindMatters.Input(new() { Officer = "O2", LeftFrom = 100 }))));
        Assert.Equal("126/D1", Codes(await office.FindAsync(new FindMatters.Input(new() { States = [DocketState.NotEnforceable] }))));
        Assert.Equal("", Codes(await office.FindAsync(new FindMatters.Input(new() { Officer = MatterFilter.Nobody }))));
        var collected = (await office.FindAsync(new FindMatters.Input(new() { LeftFrom = 600, LeftTo = 600 }))).Rows.Single();
        Assert.Equal(("125/D1", 1_000, 600, PeopleOffice.Today, "Nguyễn Thị Bưởi", 1, "Ngân hàng Đông Á"), (collected.Code, collected.Owed, collected.Left, collected.MovedOn, collected.Debtor, collected.Debtors, collected.Creditor));

        office.Today = PeopleOffice.Today.AddDays(1);
        await office.VoidAsync(new("126/D1", step, "nhầm"));
        Assert.Equal("", Codes(await office.FindAsync(new FindMatters.Input(new() { States = [DocketState.NotEnforceable] }))));
        Assert.Equal("8/D2 7/D2 126/D1", Codes(await office.FindAsync(new FindMatters.Input(new() { MovedBefore = PeopleOffice.Today }))));
        await office.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_party_that_comes_later_is_found(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);
        await office.TakeInAsync(new() { Parties = [new("L", "person", "Lý Đến Sau")], Roles = [new("127/D1", "", "L", "debtor"), new("125/D1", "", "L", "debtor")] });

        Assert.Equal("127/D1 125/D1", await office.FindAsync("ly den sau"));
        Assert.Equal(["Lý Đến Sau"], (await office.FindAsync(new FindMatters.Input(new() { Text = "127/D1" }))).Rows.Select(r => r.Debtor));
        Assert.Equal("125/D1", await office.FindAsync("125/qd-ccthads"));
        await office.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_matter_with_thousands_of_parties_is_found_by_each_of_them(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, PeopleOffice.Today);
        var many = Enumerable.Range(1, 12_000).ToList();
        await office.TakeInAsync(PeopleOffice.Set with
        {
            Parties = [.. PeopleOffice.Set.Parties, .. many.Select(i => new Brute.PartyRow($"X{i}", "person", $"Người Bị Hại Thứ {i}", $"{800_000_000_000 + i}", $"Số nhà {i} đường của người bị hại thứ {i}"))],
            Roles = [.. PeopleOffice.Set.Roles, .. many.Select(i => new Brute.RoleRow("125/D1", "", $"X{i}", "creditor"))],
        });

        Assert.Equal("125/D1", await office.FindAsync("người bị hại thứ 11999"));
        Assert.Equal("125/D1", await office.FindAsync("800000007777"));
        Assert.Equal(1, (await office.FindAsync(new FindMatters.Input(new() { Text = "nguoi bi hai" }))).Total);
        Assert.Equal(12_001, (await office.FindAsync(new FindMatters.Input(new() { Text = "nguoi bi hai" }))).Rows.Single().Creditors);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_place_beside_a_foreign_matter_tells_nothing(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);

        var after = await office.FindAsync(new FindMatters.Input(new(), After: new("7/D2", 2)), "D1");
        var nowhere = await office.FindAsync(new FindMatters.Input(new(), After: new("NO", 2)), "D1");

        Assert.Equal("127/D1 126/D1 125/D1", Codes(after));
        Assert.Equal((Codes(nowhere), nowhere.Before), (Codes(after), after.Before));
    }

    [Fact]
    public async Task Whoever_may_not_read_matters_finds_none()
    {
        await using var office = await PeopleOffice.OpenAsync(TestDatabases.Sqlite);
        await using var work = office.Work(Permissions.Administer);

        await Assert.ThrowsAsync<NotAllowedException>(() => FindMatters.CountAsync(new(), work, TestContext.Current.CancellationToken));
    }

    private static string Codes(FoundMatters found) => string.Join(' ', found.Rows.Select(r => r.Code));
}
