using Thads.Office.Acts;
using Thads.Office.Finding;

namespace Thads.Office.Tests.Finding;

public sealed class SavedViewsTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_view_is_kept_for_its_person_and_shared_with_their_office_alone(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);
        var (here, there) = ((await office.UnitsAsync("D1")).Single(), (await office.UnitsAsync("D2")).Single());

        await KeepAsync(office, 1, here, new("Của tôi", "state=in_progress", "code,left", IsDefault: true, Shared: false));
        await KeepAsync(office, 1, here, new("Cho cả phòng", "q=nguyen", "", IsDefault: false, Shared: true));
        await KeepAsync(office, 2, here, new("Của người kia", "bank=1", "", IsDefault: true, Shared: false));

        Assert.Equal(["Cho cả phòng shared own", "Của tôi default own"], await NamesAsync(office, 1, here));
        Assert.Equal(["Của người kia default own", "Cho cả phòng shared"], await NamesAsync(office, 2, here));
        Assert.Empty(await NamesAsync(office, 3, there));
        Assert.Empty(await NamesAsync(office, 0, here));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_name_keeps_the_last_view_there_is_one_default_and_only_its_keeper_gives_one_up(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);
        await KeepAsync(office, 1, 0, new("A", "bank=1", "", IsDefault: true, Shared: false));
        await KeepAsync(office, 1, 0, new("B", "q=x", "", IsDefault: true, Shared: false));
        await KeepAsync(office, 1, 0, new(" A ", "corruption=1", "code", IsDefault: false, Shared: false));

        var views = await ReadAsync(office, 1, 0);
        Assert.Equal(["A corruption=1", "B q=x"], views.Select(v => $"{v.Name} {v.Query}"));
        Assert.Equal(["B"], views.Where(v => v.IsDefault).Select(v => v.Name));

        await using (var other = Work(office, 2, 0))
        {
            await Assert.ThrowsAsync<NotFoundException>(() => RemoveView.RunAsync(views[0].Id, other, TestContext.Current.CancellationToken));
        }

        await using var own = Work(office, 1, 0);
        await RemoveView.RunAsync(views[0].Id, own, TestContext.Current.CancellationToken);
        Assert.Equal(["B default own"], await NamesAsync(office, 1, 0));
    }

    [Theory]
    [InlineData(0, 1, "A", false, "view.no-account")]
    [InlineData(1, 1, " ", false, "view.no-name")]
    [InlineData(1, 1, "1234567890123456789012345678901234567890123456789012345678901", false, "view.long-name")]
    [InlineData(1, 0, "A", true, "view.no-office")]
    [InlineData(1, 1, "A", true, null)]
    public void What_cannot_be_kept_is_refused(int account, int unit, string name, bool shared, string? code) =>
        Assert.Equal(code, SavedViews.WhyNot(new Person("x", Permissions.ReadMatters) { Account = account, Unit = unit }, name, "bank=1", shared)?.Code);

    private static async Task KeepAsync(TestOffice office, int account, int unit, SaveView.Input input)
    {
        await using var work = Work(office, account, unit);
        await SaveView.RunAsync(input, work, TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<SavedView>> ReadAsync(TestOffice office, int account, int unit)
    {
        await using var work = Work(office, account, unit);
        return await SavedViews.RunAsync(work, TestContext.Current.CancellationToken);
    }

    private static async Task<IEnumerable<string>> NamesAsync(TestOffice office, int account, int unit) =>
        (await ReadAsync(office, account, unit)).Select(v => v.Name + (v.IsDefault ? " default" : "") + (v.IsShared ? " shared" : "") + (v.IsOwn ? " own" : ""));

    private static Work Work(TestOffice office, int account, int unit) => new(
        office.Database, new Person("test", Permissions.ReadMatters) { Account = account, Unit = unit }, OfficeClock.StartingOn(office.Today, TimeProvider.System));
}
