using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Procedure;
using Thads.Office.Worklist;
using Input = Thads.Office.Procedure.RecordProceeding.Input;

namespace Thads.Office.Tests.Procedure;

/// <summary>Each form of the procedure is one act: what it needs, what the law of its day forbids, and what follows.</summary>
public sealed class RecordProceedingTests
{
    private static readonly DateOnly Old = new(2026, 6, 29);
    private static readonly DateOnly New = new(2026, 8, 3);
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, Input, string> Refusals => new()
    {
        { "a form that is there", new("dance", "M1", New), "procedure.unknown" },
        { "a matter that is there", new("verified", "M9", New, Result: EventResult.Able), "matter.unknown" },
        { "a law that knows it", new("returned", "M1", Old), "procedure.not-in-law" },
        { "a ground", new("not-enforceable", "M1", New), "procedure.needs-ground" },
        { "a ground of its law", new("not-enforceable", "M1", Old, Ground: "bad-debt"), "procedure.ground" },
        { "a result", new("verified", "M1", New), "procedure.needs-result" },
        { "a result of its kind", new("verified", "M1", New, Result: EventResult.Agreed), "event.result" },
        { "a partner who is there", new("verified", "M1", New, Result: EventResult.Able, Partner: "nobody"), "code.unknown" },
        { "a day that has come", new("verified", "M1", SmallOffice.Today.AddDays(1), Result: EventResult.Able), "day.future" },
        { "a day after the decision", new("verified", "M1", SmallOffice.Decided.AddDays(-1), Result: EventResult.Able), "step.before-decision" },
        { "a line that is there", new("verified", "M1", New, "7", Result: EventResult.Able), "line.unknown" },
        { "a time", new("coercion-held", "M1", New), "procedure.needs-time" },
        { "a time by day", new("coercion-held", "M1", New, At: new(22, 0)), "procedure.night" },
        { "a working day", new("coercion-held", "M1", new(2026, 9, 2), At: new(9, 0)), "procedure.rest-day" },
        { "a time away from Tet with forces", new("coercion-held", "M1", new(2026, 3, 2), At: new(9, 0), Forces: true), "procedure.tet" },
        { "a last day after the first", new("postponed-by-agreement", "M1", New, Until: New.AddDays(-1)), "procedure.until-before" },
        { "no last day where none can be", new("suspended", "M1", New, Ground: "protest", Until: New), "procedure.takes-no-until" },
        { "a short number", new("terminated", "M1", New, Ground: "debtor-died", Document: new string('x', 201)), "procedure.long-document" },
        { "what a step needs", new("collected", "M1", New), "step.needs-line" },
        { "an officer who is there", new("reassigned", "M1", New, ToOfficer: "O9"), "code.unknown" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_may_not_be_recorded_is_refused_with_its_reason_and_nothing_is_written(string needs, Input input, string code)
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        Assert.Equal((needs, code), (needs, await SmallOffice.RefusedAsync(() => office.DoAsync(w => RecordProceeding.RunAsync(input, w, None)))));
        var board = await office.AskAsync(w => PreviewProceeding.ReadAsync("M1", w, None));
        Assert.Equal((0, 0, 0), (board.File.Steps.Count, board.File.Events.Count, board.Proceedings.Count));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_matter_is_led_through_both_laws_and_its_limits_follow(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await RecordAsync(office, new("notified", "M1", new(2025, 11, 5), Document: "12/TB"));
        await RecordAsync(office, new("verified", "M1", new(2025, 11, 26), Result: EventResult.Unable));
        await RecordAsync(office, new("not-enforceable", "M1", Old, Ground: "no-means", Document: "5/QĐ"));
        await RecordAsync(office, new("verified", "M1", New, Result: EventResult.Able, Note: "có tài sản"));
        var before = await office.AskAsync(w => PreviewProceeding.ReadAsync("M1", w, None));
        var told = PreviewProceeding.Of(before, ProcedureForm.Find("resumed")!, new("resumed", "M1", New), SmallOffice.Today);
        await RecordAsync(office, new("resumed", "M1", New, SeenVersion: before.Version));
        var after = await office.AskAsync(w => PreviewProceeding.ReadAsync("M1", w, None));

        Assert.Equal((DocketState.NotEnforceable, DocketState.InProgress), (told.Before, told.After));
        Assert.Equal(["D023"], told.Ended.Where(clock => clock.Code == "D023").Select(clock => clock.Code));
        Assert.Equal(DocketState.InProgress, after.State);
        Assert.Equal(["no-means"], after.Proceedings.Select(one => one.Ground).OfType<string>());
        Assert.Equal(["12/TB", "5/QĐ"], after.Proceedings.Select(one => one.Document).OfType<string>());
        Assert.Contains("L08 Đ44.2", before.Clocks.First(clock => clock is { Code: "D023", EndedOn: not null }).Deadline!.Rule.Row.Article, StringComparison.Ordinal);
        Assert.Contains("L25 Đ38.3", before.Clocks.Single(clock => clock is { Code: "D023", IsOpen: true }).Deadline!.Rule.Row.Article, StringComparison.Ordinal);
        Assert.Equal("matter.changed", await SmallOffice.RefusedAsync(() => office.DoAsync(w => RecordProceeding.RunAsync(new("paused", "M1", New, SeenVersion: before.Version), w, None))));
        await office.VerifyAsync();
    }

    [Fact]
    public async Task A_form_sent_twice_records_once()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        var input = new Input("verified", "M1", New, Result: EventResult.Able, IdempotencyKey: "k1");
        await RecordAsync(office, input);
        await RecordAsync(office, input);

        Assert.Single((await office.AskAsync(w => PreviewProceeding.ReadAsync("M1", w, None))).File.Events);
    }

    [Fact]
    public async Task An_event_that_was_a_mistake_no_longer_counts_and_stays_as_it_was_written()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite, SmallOffice.Today.AddDays(-3));
        await RecordAsync(office, new("notified", "M1", new(2025, 11, 5)));
        Assert.Equal("void.same-day", await VoidAsync(1, "x"));
        office.Today = SmallOffice.Today;
        Assert.Equal("void.needs-reason", await VoidAsync(1, " "));
        Assert.Equal("event.unknown", await VoidAsync(2, "x"));
        Assert.Equal("", await VoidAsync(1, "nhầm việc"));
        Assert.Equal("event.voided", await VoidAsync(1, "x"));
        var board = await office.AskAsync(w => PreviewProceeding.ReadAsync("M1", w, None));

        Assert.Equal(new DateOnly(2025, 11, 5), Assert.Single(board.File.Events).On);
        Assert.DoesNotContain(board.Clocks, clock => clock.Code == "D011");

        async Task<string> VoidAsync(int number, string reason) => await SmallOffice.RefusedAsync(() => office.DoAsync(w => VoidEvent.RunAsync(new("M1", number, reason), w, None)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_worklist_of_a_day_holds_what_is_due_and_what_is_unknown_and_follows_what_is_recorded(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var unknown = await office.AskAsync(w => ReadWorklist.RunAsync(new("D1", "O1"), w, None));
        await RecordAsync(office, new("notified", "M1", new(2026, 11, 10)));
        var waiting = await office.AskAsync(w => ReadWorklist.RunAsync(new("D1", null), w, None));
        await RecordAsync(office, new("not-enforceable", "M1", new(2026, 11, 19), Ground: "no-means"));
        var due = await office.AskAsync(w => ReadWorklist.RunAsync(new("D1", "O1"), w, None));

        Assert.Equal([(WorkPile.Unknown, "M1"), (WorkPile.Unknown, "M2")], unknown.Items.Select(item => (item.Pile, item.Matter)));
        Assert.Equal((WorkPile.Others, "D011", 0), waiting.Items.Where(item => item.Matter == "M1").Select(item => (item.Pile, item.Clock!.Code, item.WorkingDays!.Value)).Single());
        Assert.Contains(due.Items, item => item is { Matter: "M1", Pile: WorkPile.Week, Clock.Code: "D020" });
        Assert.Equal("report.officer", await SmallOffice.RefusedAsync(() => office.AskAsync(w => ReadWorklist.RunAsync(new("D1", "O9"), w, None))));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.AskAsync(w => ReadWorklist.RunAsync(new("X", null), w, None))));
    }

    [Fact]
    public void Every_step_and_event_has_its_form_with_articles_and_known_grounds()
    {
        Assert.All(Enum.GetValues<StepKind>(), kind => Assert.NotNull(ProcedureForm.Of(kind)));
        Assert.All(Enum.GetValues<EventKind>(), kind => Assert.NotNull(ProcedureForm.Of(kind)));
        Assert.All(ProcedureForm.All.Where(form => form.Grounds is not null), form => Assert.All([Old, New], day => Assert.NotEmpty(form.GroundsOn(day))));
    }

    private static Task RecordAsync(TestOffice office, Input input) => office.DoAsync(w => RecordProceeding.RunAsync(input, w, None));
}
