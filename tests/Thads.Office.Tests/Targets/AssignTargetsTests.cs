using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Overview;
using Thads.Office.Targets;
using Thads.Office.Tests.Exchange;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Targets;

public sealed class AssignTargetsTests
{
    private static readonly DateOnly Today = SmallOffice.Today;

    private static AssignTargets.Input Input(params AssignTargets.Row[] rows) => new(2026, "Cục THADS tỉnh", "12/QĐ-CTHADS", new(2025, 12, 15), rows);

    private static AssignTargets.Row Row(string unit, decimal percent, string? officer = null, Measure measure = Measure.Matters) => new(unit, officer, measure, percent);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_is_assigned_later_supersedes_and_a_past_cut_off_keeps_the_target_of_then(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.DoAsync(work => AssignTargets.RunAsync(Input(Row("D1", 80m), Row("D1", 80m, "O1")), work, default));
        var first = await office.ReadAsync(c => c.ValueAsync<long>("SELECT max(seq) FROM act", default));
        await office.DoAsync(work => AssignTargets.RunAsync(Input(Row("D1", 82.5m)) with { Decision = "30/QĐ", DecidedOn = new(2026, 3, 2) }, work, default));

        Assert.Equal(82.5m, await TargetAsync(office, new("01", "D1", 2026)));
        Assert.Equal(80m, await TargetAsync(office, new("01", "D1", 2026) { LastAct = first }));
        Assert.Equal(80m, await TargetAsync(office, new("01", "D1", 2026, KnownOn: new(2026, 3, 1))));
        Assert.Equal(82.5m, await TargetAsync(office, new("01", "D1", 2026, KnownOn: new(2026, 3, 2))));
        Assert.Null(await TargetAsync(office, new("01", "D1", 2026, KnownOn: new(2025, 12, 14))));
        Assert.Equal(80m, await TargetAsync(office, new("01", "D1", 2026, Officer: "O1")));
        Assert.Null(await TargetAsync(office, new("02", "D1", 2026)));

        var board = await office.AskAsync(work => TargetBoard.RunAsync(new FormQuery("04", "D1", 2026), work, default));
        Assert.Equal(["30/QĐ 82.50 True", "12/QĐ-CTHADS 80.00 True", "12/QĐ-CTHADS 80.00 False"],
            board.History.Select(row => FormattableString.Invariant($"{row.Decision} {row.Assigned.Value:0.00} {board.Book.Holds(row)}")));
        Assert.All(board.History, row => Assert.Equal("Cục THADS tỉnh", row.Authority));
        Assert.Equal(["D1 2026 target-matters 80,00 % (annual) → 82,50 % (annual)"], await office.ChangesAsync("targets-assigned"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Every_reader_of_targets_gives_the_one_that_holds(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.DoAsync(work => AssignTargets.RunAsync(Input(Row("D1", 70m), Row("D1", 60m, "O1")), work, default));
        await office.DoAsync(work => AssignTargets.RunAsync(Input(Row("D1", 81m), Row("D1", 61m, "O1")) with { Decision = "13/QĐ", DecidedOn = new(2026, 1, 5) }, work, default));
        var period = new FormQuery("01", "D1", 2026);

        Assert.Equal(81m, (await office.AskAsync(work => ReadYearCourse.RunAsync(period, work, default))).Target!.Value);
        Assert.Equal(81m, (await office.AskAsync(work => YearSummary.RunAsync(period, work, default))).Measures[0].Target!.Value);
        Assert.Equal(81m, (await office.AskAsync(work => UnitsBoard.RunAsync(period with { Unit = "T" }, Today, WatchLimits.Default, work, default))).Lines.Single(line => line.Code == "D1").Matters.Compared);
        Assert.Equal(61m, (await office.AskAsync(work => ReadCaseload.RunAsync(period, work, default))).Officers.Single(officer => officer.Code == "O1").Target);
    }

    public static TheoryData<string, AssignTargets.Input> Refused => new()
    {
        { "target.unit-ended", Input(Row("D2", 80m)) with { DecidedOn = new(2026, 7, 1) } },
        { "target.unit-not-then", Input(Row("D2", 80m)) with { Year = 2027 } },
        { "report.unit", Input(Row("NOBODY", 80m)) },
        { "report.officer", Input(Row("D1", 80m, "NOBODY")) },
        { "target.officer-not-here", Input(Row("D1", 80m, "O3")) },
        { "target.officer-not-here", Input(Row("D1", 80m, "O2")) with { Year = 2027, DecidedOn = new(2026, 11, 1) } },
        { "target.officer-ended", Input(Row("D1", 80m, "O2")) with { DecidedOn = new(2026, 4, 1) } },
        { "target.value", Input(Row("D1", 100.01m)) },
        { "target.value", Input(Row("D1", -0.01m)) },
        { "target.decimals", Input(Row("D1", 80.125m)) },
        { "target.twice", Input(Row("D1", 80m), Row("D1", 81m)) },
        { "target.day-to-come", Input(Row("D1", 80m)) with { DecidedOn = Today.AddDays(1) } },
        { "target.no-number", Input(Row("D1", 80m)) with { Decision = " " } },
        { "target.no-authority", Input(Row("D1", 80m)) with { Authority = "" } },
        { "target.nothing", Input() },
        { "target.year", Input(Row("D1", 80m)) with { Year = 2029 } }, // 20/11/2026 is of the year 2027: 2028 is the last.
        { "target.year", Input(Row("D1", 80m)) with { Year = 1992 } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_assigned_is_refused_with_its_reason(string code, AssignTargets.Input input)
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);

        Assert.Equal(code, await SmallOffice.RefusedAsync(() => office.DoAsync(work => AssignTargets.RunAsync(input, work, default))));
        Assert.Equal(0, await office.ReadAsync(c => c.ValueAsync<long>("SELECT count(*) FROM target", default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_earlier_decision_does_not_supersede_a_later_one_and_the_same_again_is_no_change(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var input = Input(Row("D1", 80m)) with { IdempotencyKey = "k1" };
        await office.DoAsync(work => AssignTargets.RunAsync(input, work, default));
        await office.DoAsync(work => AssignTargets.RunAsync(input, work, default));

        Assert.Equal(1, await office.ReadAsync(c => c.ValueAsync<long>("SELECT count(*) FROM target", default)));
        Assert.Equal("target.same", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AssignTargets.RunAsync(input with { IdempotencyKey = "k2" }, work, default))));
        Assert.Equal("target.later-holds", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AssignTargets.RunAsync(
            Input(Row("D1", 79m)) with { Decision = "11/QĐ", DecidedOn = new(2025, 12, 14) }, work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Targets_are_assigned_by_whoever_directs_the_unit(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var ids = await office.ReadAsync(c => c.ListAsync("SELECT code, id FROM unit", r => (Code: r.GetString(0), Id: r.GetInt32(1)), default));
        var (one, other) = (ids.Single(u => u.Code == "D1").Id, ids.Single(u => u.Code == "D2").Id);
        const Permissions Reads = Permissions.ReadFigures | Permissions.ReadMatters;

        // One who sees both and directs only the other; one who does not see the unit at all.
        var elsewhere = new Person("test", [new Grant(Reads, new HashSet<int> { one, other }), new Grant(Permissions.Direct, new HashSet<int> { other })]);
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(elsewhere, work => AssignTargets.RunAsync(Input(Row("D1", 80m)), work, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsync(work => AssignTargets.RunAsync(Input(Row("D1", 80m)), work, default), Reads | Permissions.Direct, new HashSet<int> { other }));
        await office.DoAsync(work => AssignTargets.RunAsync(Input(Row("D1", 80m)), work, default), Reads | Permissions.Direct, new HashSet<int> { one });
        await Assert.ThrowsAsync<NotFoundException>(() => office.AskAsync(work => TargetBoard.RunAsync(new FormQuery("04", "D1", 2026), work, default), new Person("x", Reads, new HashSet<int> { other })));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_exchange_set_takes_out_what_holds_and_brings_in_what_was_known(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        var set = SmallOffice.Set with { Targets = [new("D1", "", 2026, "matters", 80m, "annual", "12/QĐ", new(2025, 12, 15))] };
        await office.TakeInAsync(set);
        await office.DoAsync(work => AssignTargets.RunAsync(Input(Row("D1", 82.5m)) with { Decision = "30/QĐ", DecidedOn = new(2026, 3, 2) }, work, default));
        using var folder = new TemporaryFolder();
        await office.ExportAsync(folder.Path + "/out");

        var said = await File.ReadAllLinesAsync(folder.Path + "/out/targets.csv", TestContext.Current.CancellationToken);
        Assert.Equal(["D1,,2026,matters,82.5,annual,30/QĐ,2026-03-02,Cục THADS tỉnh"], said[1..]);
        await using var copy = await TestOffice.NewAsync(kind, Today);
        Assert.True((await copy.ImportAsync(folder.Path + "/out")).Imported);
        Assert.Equal(82.5m, await TargetAsync(copy, new("01", "D1", 2026)));

        // What was superseded is known, and changes nothing; what was never assigned contradicts.
        Assert.Null((await office.TakeInAsync(set)).Act);
        Assert.Null((await office.ImportAsync(folder.Path + "/out")).Act);
        using var other = new TemporaryFolder();
        (set with { Targets = [set.Targets[0] with { Value = 81m }] }).WriteTo(other.Path);
        Assert.Equal("targets:2:value row.contradicts", (await office.ImportAsync(other.Path)).Said());
    }

    private static async Task<decimal?> TargetAsync(TestOffice office, FormQuery query) => await office.AskAsync(async work =>
        (await TargetBook.AssignedAsync(await FormScope.ResolveAsync(query, work, default), work, default))?.Value);
}
