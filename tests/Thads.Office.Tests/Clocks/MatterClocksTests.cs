using Thads.Law.Tables;
using Thads.Office.Clocks;
using Thads.Office.Matters;

namespace Thads.Office.Tests.Clocks;

/// <summary>Which limits the steps of a matter open and end, each by its article; how long they are is tested with the law.</summary>
public sealed class MatterClocksTests
{
    private static readonly MatterClocks Rules = new(LawBook.BuiltIn, IdleMonths: 6, StoppedMonths: 6);
    private static readonly DateOnly Decided = new(2020, 3, 2);

    [Fact]
    public void A_decision_opens_the_notice_and_any_later_sign_of_life_ends_it()
    {
        Assert.Equal(("D009", new DateOnly(2020, 3, 5), true), One(File(), Decided, "D009"));
        Assert.Equal(new DateOnly(2020, 3, 4), Ended(File(Event(EventKind.Notified, 2020, 3, 4)), "D009"));
        Assert.Equal(new DateOnly(2020, 6, 1), Ended(File(Event(EventKind.Persuaded, 2020, 6, 1)), "D009"));
        Assert.Equal(new DateOnly(2020, 4, 1), Ended(File(Step(StepKind.Withdrawn, 2020, 4, 1)), "D009"));
    }

    [Fact]
    public void The_voluntary_period_is_the_others_turn_and_its_end_opens_the_first_verification()
    {
        var notified = Event(EventKind.Notified, 2020, 3, 4);
        var running = Of(File(notified), new(2020, 3, 10));
        Assert.Equal((ClockTurn.Others, new DateOnly(2020, 3, 16)), (running.Single(clock => clock.Code == "D011").Turn, running.Single(clock => clock.Code == "D011").DueOn)); // 14 March is a Saturday
        Assert.DoesNotContain(running, clock => clock.Code == "D012");

        var over = Of(File(notified), new(2020, 3, 17));
        Assert.Equal(new DateOnly(2020, 3, 16), over.Single(clock => clock.Code == "D011").EndedOn);
        Assert.Equal((new DateOnly(2020, 3, 16), new DateOnly(2020, 3, 26), (DateOnly?)null), Facts(over, "D012"));

        Assert.Equal(new DateOnly(2020, 3, 20), Ended(File(notified, Event(EventKind.Verified, 2020, 3, 20)), "D012"));
        Assert.DoesNotContain(Of(File(notified, Step(StepKind.Collected, 2020, 3, 9, 1000)), new(2020, 4, 30)), clock => clock.Code == "D012");
    }

    [Fact]
    public void Not_enforceable_opens_publication_and_verification_every_six_months_and_leaving_it_opens_the_removal()
    {
        MatterFile file = File(Event(EventKind.Notified, 2020, 3, 4), Event(EventKind.Verified, 2020, 4, 1), Step(StepKind.NotEnforceable, 2020, 4, 6));
        var unable = Of(file, new(2020, 5, 4));
        Assert.Equal((new DateOnly(2020, 4, 6), new DateOnly(2020, 4, 13), (DateOnly?)null), Facts(unable, "D020"));
        Assert.Equal((new DateOnly(2020, 4, 1), new DateOnly(2020, 10, 1), (DateOnly?)null), Facts(unable, "D023"));

        var verified = Of(With(file, Event(EventKind.Published, 2020, 4, 9), Event(EventKind.Verified, 2020, 9, 21)), new(2020, 10, 5));
        Assert.Equal(new DateOnly(2020, 4, 9), verified.Single(clock => clock.Code == "D020").EndedOn);
        Assert.Equal([(new DateOnly(2020, 4, 1), (DateOnly?)new DateOnly(2020, 9, 21)), (new DateOnly(2020, 9, 21), null)], verified.Where(clock => clock.Code == "D023").Select(clock => (clock.StartedOn, clock.EndedOn)));
        Assert.DoesNotContain(verified, clock => clock.Code == "D022");

        var resumed = Of(With(file, Event(EventKind.Published, 2020, 4, 9), Step(StepKind.Resumed, 2020, 11, 2)), new(2020, 11, 20));
        Assert.Equal((new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 4), (DateOnly?)null), Facts(resumed, "D022"));
        Assert.DoesNotContain(resumed, clock => clock.Code is "D020" or "D023" && clock.IsOpen);
        Assert.Equal(new DateOnly(2020, 11, 3), Ended(With(file, Event(EventKind.Published, 2020, 4, 9), Step(StepKind.Resumed, 2020, 11, 2), Event(EventKind.Unpublished, 2020, 11, 3)), "D022"));
    }

    [Fact]
    public void From_July_2026_on_a_request_may_be_returned_after_two_years_and_only_a_person_decides()
    {
        var file = File(Event(EventKind.Notified, 2024, 3, 4), Step(StepKind.NotEnforceable, 2024, 4, 8));
        Assert.DoesNotContain(Of(file, new(2026, 6, 30)), clock => clock.Code == "D026");
        var proposed = Of(file, new(2026, 7, 1)).Single(clock => clock.Code == "D026");
        Assert.Equal((ClockTurn.Proposal, new DateOnly(2026, 4, 8)), (proposed.Turn, proposed.DueOn));
        Assert.DoesNotContain(Of(file with { Matter = file.Matter with { Basis = Basis.ExOfficio } }, new(2026, 7, 1)), clock => clock.Code == "D026");
    }

    [Fact]
    public void A_postponement_with_a_last_day_opens_going_on_and_one_without_is_remembered()
    {
        var file = File(Event(EventKind.Notified, 2020, 3, 4), Step(StepKind.Postponed, 2020, 5, 4));
        var until = Rules.Of(file, [new(false, 2, "postponed", null, null, null, false, new(2020, 8, 3))], new(2020, 8, 20));
        var reminder = Of(file, new(2020, 8, 20)).Single(clock => clock.Code == "house.stopped");

        Assert.Equal((new DateOnly(2020, 8, 3), new DateOnly(2020, 8, 10), (DateOnly?)null), Facts(until, "D029"));
        Assert.Equal((ClockTurn.House, new DateOnly(2020, 11, 4)), (reminder.Turn, reminder.DueOn));
    }

    [Fact]
    public void What_is_voided_or_not_known_yet_opens_nothing_and_every_open_limit_has_a_form_that_settles_it()
    {
        var voided = Event(EventKind.Notified, 2020, 3, 4) with { VoidedOn = new(2020, 3, 9) };
        Assert.DoesNotContain(Of(File(voided), new(2020, 4, 1)), clock => clock.Code == "D011");

        MatterFile[] files =
        [
            File(), File(Event(EventKind.Notified, 2020, 3, 4)), File(Event(EventKind.Notified, 2020, 3, 4), Step(StepKind.NotEnforceable, 2020, 4, 6)), File(Step(StepKind.Suspended, 2020, 4, 6)),
            File(Event(EventKind.Notified, 2020, 3, 4), Event(EventKind.Verified, 2020, 4, 1)),
        ];
        Assert.All(files.SelectMany(file => Of(file, new(2026, 8, 3))), clock => Assert.NotNull(Thads.Office.Procedure.ProcedureForm.Find(clock.Settles)));
        Assert.All(files, file => Assert.Contains(Of(file, new(2026, 8, 3)), clock => clock.IsOpen));
        Assert.DoesNotContain(Of(File(Step(StepKind.Terminated, 2020, 4, 6)), new(2026, 8, 3)), clock => clock.IsOpen);
    }

    private static IReadOnlyList<Clock> Of(MatterFile file, DateOnly today) => Rules.Of(file, [], today);

    private static (string, DateOnly, bool) One(MatterFile file, DateOnly today, string code)
    {
        var clock = Of(file, today).Single(one => one.Code == code);
        return (clock.Code, clock.DueOn, clock.IsOpen);
    }

    private static DateOnly? Ended(MatterFile file, string code) => Of(file, new(2020, 12, 31)).Single(clock => clock.Code == code).EndedOn;

    private static (DateOnly, DateOnly, DateOnly?) Facts(IEnumerable<Clock> clocks, string code)
    {
        var clock = clocks.Single(one => one.Code == code);
        return (clock.StartedOn, clock.DueOn, clock.EndedOn);
    }

    private static MatterEvent Event(EventKind kind, int year, int month, int day) => new(1, kind, 0, new(year, month, day), new(year, month, day), null, null, null, null);

    private static Step Step(StepKind kind, int year, int month, int day, long amount = 0) => new(1, kind, amount > 0 ? 1 : 0, new(year, month, day), new(year, month, day), Amount: amount);

    private static MatterFile File(params object[] happened) => With(
        MatterFile.New(new Matter(
            Guid.NewGuid(), "M", 1, 1, null, Decided, Decided, Basis.OnRequest, JudgmentType.Civil, false, false, false, null, null, null, null, null, null, null,
            [new(1, "1", ObligationKind.Debt, false, 1000, null, null, null, null)], null, 1)), happened);

    /// <summary>Numbers run through steps and events together here, so that a test can name them.</summary>
    private static MatterFile With(MatterFile file, params object[] happened)
    {
        var number = file.Steps.Count + file.Events.Count;
        foreach (var one in happened)
        {
            number++;
            file = one is Step step ? file with { Steps = [.. file.Steps, step with { Number = number }] } : file with { Events = [.. file.Events, (MatterEvent)one with { Number = number }] };
        }

        return file;
    }
}
