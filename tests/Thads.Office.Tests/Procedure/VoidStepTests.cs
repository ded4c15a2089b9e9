using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Procedure;

namespace Thads.Office.Tests.Procedure;

public sealed class VoidStepTests
{
    private static readonly DateOnly On = new(2026, 5, 4);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_step_that_was_a_mistake_no_longer_counts_from_today_and_stays_as_it_was_written(string kind)
    {
        await using var office = await WithTwoStepsAsync(kind);

        await office.VoidAsync(new("M1", 2, "ghi nhầm việc", SeenVersion: 3, IdempotencyKey: "k"));
        await office.VoidAsync(new("M1", 2, "ghi nhầm việc", SeenVersion: 3, IdempotencyKey: "k"));

        var file = await office.FileAsync("M1");
        Assert.Equal((On, office.Today, 4L), (file.Steps[1].On, file.Steps[1].VoidedOn, file.Steps[1].VoidAct));
        Assert.Equal("step-voided ghi nhầm việc", await office.ReadAsync(async c =>
            (await c.ListAsync("SELECT kind, reason FROM act WHERE seq = 4", r => $"{r.GetString(0)} {r.GetString(1)}", default)).Single()));
        Assert.Equal(2, await office.ReadAsync(c => c.ValueAsync<long>("SELECT count(*) FROM step", default)));
        await office.VerifyAsync();
    }

    [Fact]
    public async Task What_may_not_be_voided_is_refused_with_its_reason()
    {
        await using var office = await WithTwoStepsAsync(TestDatabases.Sqlite);
        var rows = await office.ReadAsync(Exchange.RowCounts.OfAsync);

        Assert.Equal("step.unknown", await RefusedAsync(new("M1", 3, "x")));
        Assert.Equal("void.needs-reason", await RefusedAsync(new("M1", 2, " ")));
        Assert.Equal("step.stands-on-it", await RefusedAsync(new("M1", 1, "x")));
        Assert.Equal("matter.changed", await RefusedAsync(new("M1", 2, "x", SeenVersion: 2)));
        Assert.Equal("matter.unknown", await RefusedAsync(new("M9", 1, "x")));
        Assert.Equal("matter.unknown", await RefusedAsync(new("M1", 2, "x"), office.Work(units: new HashSet<int> { 3 })));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.VoidAsync(new("M1", 2, "x"), office.Work(Permissions.ReadMatters)));
        Assert.Equal(rows, await office.ReadAsync(Exchange.RowCounts.OfAsync));

        await office.VoidAsync(new("M1", 2, "x"));
        Assert.Equal("step.voided", await RefusedAsync(new("M1", 2, "x")));
        await office.RecordAsync(new("M1", StepKind.Paused, On, "3"));
        Assert.Equal("void.same-day", await RefusedAsync(new("M1", 3, "x")));

        Task<string> RefusedAsync(VoidStep.Input input, Work? by = null) => SmallOffice.RefusedAsync(() => office.VoidAsync(input, by));
    }

    /// <summary>Line 1 is not enforceable, then separate; recorded yesterday.</summary>
    private static async Task<TestOffice> WithTwoStepsAsync(string kind)
    {
        var office = await SmallOffice.OpenAsync(kind);
        await office.RecordAsync(new("M1", StepKind.NotEnforceable, On, "1"));
        await office.RecordAsync(new("M1", StepKind.Separated, On, "1"));
        office.Today = office.Today.AddDays(1);
        return office;
    }
}
