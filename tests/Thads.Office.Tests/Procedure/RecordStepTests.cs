using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;
using Input = Thads.Office.Procedure.RecordStep.Input;

namespace Thads.Office.Tests.Procedure;

public sealed class RecordStepTests
{
    private static readonly DateOnly On = new(2026, 5, 4);
    private static readonly DateOnly Later = new(2026, 8, 3);

    /// <summary>What comes before (accepted), what is refused, the code.</summary>
    public static TheoryData<string, Input[], Input, string> Refusals => new()
    {
        { "a line", [], new("M1", StepKind.Collected, On, null, 5), "step.needs-line" },
        { "a line to restore", [], new("M1", StepKind.Restored, On), "step.needs-line" },
        { "no line in a handover", [], new("M1", StepKind.Reassigned, On, "1", ToOfficer: "O2"), "step.takes-no-line" },
        { "an amount", [], new("M1", StepKind.Reduced, On, "1"), "step.needs-amount" },
        { "an amount below zero", [], new("M1", StepKind.Collected, On, "1", -5), "step.needs-amount" },
        { "no amount", [], new("M1", StepKind.Paused, On, "1", 5), "step.takes-no-amount" },
        { "no amount below zero", [], new("M1", StepKind.Paused, On, "1", -5), "step.takes-no-amount" },
        { "an amount that is too large", [], new("M1", StepKind.Increased, On, "1", 9_000_000_000_000_001), "cell.amount-too-large" },
        { "an officer", [], new("M1", StepKind.Reassigned, On), "step.needs-officer" },
        { "a unit", [], new("M1", StepKind.Transferred, On, ToOfficer: "O3"), "step.needs-unit" },
        { "no unit", [], new("M1", StepKind.Reassigned, On, ToUnit: "D2", ToOfficer: "O3"), "step.takes-no-unit" },
        { "no officer", [], new("M1", StepKind.Paused, On, ToOfficer: "O2"), "step.takes-no-officer" },
        { "no manner", [], new("M1", StepKind.Paused, On, Manner: Manner.Coercion), "step.takes-no-manner" },
        { "a day that has come", [], new("M1", StepKind.Paused, SmallOffice.Today.AddDays(1)), "day.future" },
        { "a day after the decision", [], new("M1", StepKind.Paused, SmallOffice.Decided.AddDays(-1)), "step.before-decision" },
        { "a known matter", [], new("M9", StepKind.Paused, On), "matter.unknown" },
        { "a known line", [], new("M1", StepKind.Paused, On, "9"), "line.unknown" },
        { "a known officer", [], new("M1", StepKind.Reassigned, On, ToOfficer: "O9"), "code.unknown" },
        { "a known unit", [], new("M1", StepKind.Transferred, On, ToUnit: "D9", ToOfficer: "O3"), "code.unknown" },
        { "no more than is left", [new("M1", StepKind.Collected, On, "1", 400)], new("M1", StepKind.Collected, On, "1", 601), "step.above-remainder" },
        { "no more reduced than is left", [], new("M1", StepKind.Reduced, On, "3", 51), "step.above-remainder" },
        { "an open line", [new("M1", StepKind.Collected, On, "3", 50)], new("M1", StepKind.Paused, On, "3"), "step.line-closed" },
        { "a line at all", [new("M2", StepKind.Performed, On)], new("M2", StepKind.Paused, On), "step.no-line" },
        { "another state", [new("M1", StepKind.Paused, On, "1")], new("M1", StepKind.Paused, On, "1"), "step.already" },
        { "not enforceable before separate", [], new("M2", StepKind.Separated, On, "1"), "step.separate-from" },
        {
            "resumed before collected", [new("M2", StepKind.NotEnforceable, On), new("M2", StepKind.Separated, On)],
            new("M2", StepKind.Collected, On, "1", 5), "step.line-separate"
        },
        { "ex officio from July 2026", [new("M1", StepKind.NotEnforceable, On)], new("M1", StepKind.Separated, Later), "law.separate-on-request" },
        { "the law of 2025", [], new("M1", StepKind.Returned, new(2026, 6, 30)), "law.return-before-2026" },
        { "on request", [], new("M2", StepKind.Returned, Later), "law.return-ex-officio" },
        { "a closed line to restore", [], new("M1", StepKind.Restored, On, "1"), "step.line-open" },
        { "one that was not completed", [new("M1", StepKind.Performed, On, "1")], new("M1", StepKind.Restored, On, "1"), "step.not-restorable" },
        { "another officer", [], new("M1", StepKind.Reassigned, On, ToOfficer: "O1"), "step.where-it-is" },
        { "another account", [], new("M1", StepKind.Transferred, On, ToUnit: "D1", ToOfficer: "O1"), "step.where-it-is" },
        { "an officer of the unit", [], new("M1", StepKind.Reassigned, On, ToOfficer: "O3"), "officer.not-in-unit" },
        { "an officer still there", [], new("M1", StepKind.Reassigned, new(2026, 4, 1), ToOfficer: "O2"), "officer.not-in-unit" },
        { "a unit still there", [], new("M1", StepKind.Transferred, new(2026, 7, 1), ToUnit: "D2", ToOfficer: "O3"), "unit.not-valid" },
        {
            "the ground of a later step", [new("M1", StepKind.Collected, Later, "1", 1000)],
            new("M1", StepKind.Reduced, On, "1", 1), "step.stands-on-it"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_may_not_be_is_refused_with_its_reason_and_nothing_is_written(string wanted, Input[] before, Input input, string code)
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        foreach (var earlier in before)
        {
            await office.RecordAsync(earlier);
        }

        var rows = await office.ReadAsync(Exchange.RowCounts.OfAsync);
        Assert.Equal((wanted, code), (wanted, await SmallOffice.RefusedAsync(() => office.RecordAsync(input))));
        Assert.Equal(rows, await office.ReadAsync(Exchange.RowCounts.OfAsync));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_step_enters_known_today_and_the_matter_stands_where_it_leads(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);

        Assert.Equal(1, await office.RecordAsync(new("M1", StepKind.Collected, On, "1", 400, Manner: Manner.FreeWill, Note: " phiếu 7 ")));
        Assert.Equal(2, await office.RecordAsync(new("M1", StepKind.Reassigned, new(2026, 3, 2), ToOfficer: "O2")));

        var file = await office.FileAsync("M1");
        Assert.Equal(new Step(1, StepKind.Collected, 1, On, SmallOffice.Today, null, 400, 0, 0, Manner.FreeWill, "phiếu 7", null, 2), file.Steps[0]);
        Assert.Equal(("M1 3", "step-recorded test"), await office.ReadAsync(async c => (
            (await c.ListAsync("SELECT m.code, n.version FROM matter_now n JOIN matter m ON m.id = n.matter_id WHERE n.officer_id = 2", r => $"{r.GetString(0)} {r.GetInt32(1)}", default)).Single(),
            (await c.ListAsync("SELECT kind, person FROM act WHERE seq = 3", r => $"{r.GetString(0)} {r.GetString(1)}", default)).Single())));
        await office.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Without_the_right_nothing_happens_and_who_belongs_elsewhere_sees_no_matter(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var input = new Input("M1", StepKind.Paused, On);

        await Assert.ThrowsAsync<NotAllowedException>(() => office.RecordAsync(input, office.Work(Permissions.All & ~Permissions.RecordSteps)));
        Assert.Equal("matter.unknown", await SmallOffice.RefusedAsync(() => office.RecordAsync(input, office.Work(units: new HashSet<int> { 1, 3 }))));
        Assert.Equal(1, await office.RecordAsync(input, office.Work(units: new HashSet<int> { 2 })));

        // Handed over, it is the other unit's to see.
        await office.RecordAsync(new("M1", StepKind.Transferred, On, ToUnit: "D2", ToOfficer: "O3"));
        var resumed = new Input("M1", StepKind.Resumed, On);
        Assert.Equal("matter.unknown", await SmallOffice.RefusedAsync(() => office.RecordAsync(resumed, office.Work(units: new HashSet<int> { 2 }))));
        Assert.Equal(3, await office.RecordAsync(resumed, office.Work(units: new HashSet<int> { 3 })));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_stale_form_is_refused_with_both_versions_and_a_repeated_one_is_not(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var input = new Input("M1", StepKind.Paused, On, SeenVersion: 1, IdempotencyKey: "a");
        Assert.Equal(1, await office.RecordAsync(input));

        var stale = await Assert.ThrowsAsync<RefusedException>(() => office.RecordAsync(input with { Kind = StepKind.Postponed, IdempotencyKey = "b" }));

        Assert.Equal("matter.changed", stale.Refusal.Code);
        Assert.Equal<object>(["M1", 1, 2], stale.Refusal.Arguments);
        Assert.Equal(1, await office.RecordAsync(input));
        Assert.Single((await office.FileAsync("M1")).Steps);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_key_that_was_used_for_something_else_is_refused(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.RecordAsync(new("M1", StepKind.Paused, On, IdempotencyKey: "a"));
        office.Today = office.Today.AddDays(1);

        Assert.Equal("act.key-taken", await SmallOffice.RefusedAsync(() => office.RecordAsync(new("M2", StepKind.Paused, On, IdempotencyKey: "a"))));
        Assert.Equal("act.key-taken", await SmallOffice.RefusedAsync(() => office.VoidAsync(new("M1", 1, "nhầm", IdempotencyKey: "a"))));
        await office.VoidAsync(new("M1", 1, "nhầm", IdempotencyKey: "b"));
        Assert.Equal("act.key-taken", await SmallOffice.RefusedAsync(() => office.RecordAsync(new("M1", StepKind.Paused, On, IdempotencyKey: "b"))));
        await office.VerifyAsync();
    }
}
