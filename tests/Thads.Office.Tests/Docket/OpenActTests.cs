using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Docket;

public sealed class OpenActTests
{
    private static readonly DateOnly On = new(2026, 5, 4);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_act_says_who_when_and_what_it_wrote_into_which_matter(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.RecordAsync(new("M1", StepKind.NotEnforceable, On, "1"));
        office.Today = office.Today.AddDays(1);
        await office.VoidAsync(new("M1", 1, "ghi nhầm"));

        var import = await OpenAsync(office, 1);
        var recorded = await OpenAsync(office, 2);
        var voided = await OpenAsync(office, 3);

        Assert.Equal(("set-imported", "test", 2L), (import.Act.Kind, import.Act.Person, import.Total));
        Assert.Equal([("M1", true, 0), ("M2", true, 0)], import.Shown.Select(one => (one.Matter.Code, one.Docketed, one.Steps.Count)));
        var one = Assert.Single(recorded.Shown);
        Assert.Equal(("step-recorded", "M1", false, StepKind.NotEnforceable, 0), (recorded.Act.Kind, one.Matter.Code, one.Docketed, Assert.Single(one.Steps).Kind, one.VoidedSteps.Count));
        Assert.Equal(("step-voided", "ghi nhầm"), (voided.Act.Kind, voided.Act.Reason));
        Assert.Equal((0, 1), (voided.Shown[0].Steps.Count, voided.Shown[0].VoidedSteps.Count));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_long_act_is_read_a_page_at_a_time(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);

        Assert.Equal([(2L, "M1")], (await OpenAsync(office, 1, take: 1)).Shown.Select(one => (2L, one.Matter.Code)));
        Assert.Equal(["M2"], (await OpenAsync(office, 1, skip: 1)).Shown.Select(one => one.Matter.Code));
        Assert.Equal(2, (await OpenAsync(office, 1, skip: 1)).Total);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_act_that_wrote_into_no_matter_one_sees_is_not_there(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.RecordAsync(new("M1", StepKind.NotEnforceable, On, "1"));
        var elsewhere = new HashSet<int> { 3 };

        Assert.Equal("act.unknown", await SmallOffice.RefusedAsync(() => OpenAsync(office, 1, by: office.Work(units: elsewhere))));
        Assert.Equal("act.unknown", await SmallOffice.RefusedAsync(() => OpenAsync(office, 2, by: office.Work(units: elsewhere))));
        Assert.Equal("act.unknown", await SmallOffice.RefusedAsync(() => OpenAsync(office, 99)));
        await Assert.ThrowsAsync<NotAllowedException>(() => OpenAsync(office, 1, by: office.Work(Permissions.ReadActs)));
    }

    private static async Task<OpenedAct> OpenAsync(TestOffice office, long act, int skip = 0, int take = 100, Work? by = null)
    {
        await using var work = by ?? office.Work();
        return await OpenAct.RunAsync(new(act, skip, take), work, TestContext.Current.CancellationToken);
    }
}
