using Thads.Law;
using Thads.Law.Deadlines;
using Thads.Law.Tables;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.LawTicks;
using Thads.Office.Matters;
using Thads.Office.Settings;

namespace Thads.Office.Clocks;

/// <summary>
/// The time limits of a matter, drawn from its steps and events each time anew: a change of the calendar, a late step or a voided one moves them all. Every limit that is
/// opened has an end; how long it is, and under which law, is the catalogue's to say (Thads.Law).
/// </summary>
/// <param name="IdleMonths">After so many months in which nothing was done the office reminds itself.</param>
/// <param name="StoppedMonths">After so many months of a postponement without a last day it reminds itself.</param>
public sealed record MatterClocks(LawBook Book, int IdleMonths, int StoppedMonths)
{
    private const string Notify = "D009";
    private const string Voluntary = "D011";
    private const string FirstVerification = "D012";
    private const string Publish = "D020";
    private const string Unpublish = "D022";
    private const string Reverify = "D023";
    private const string ReturnRequest = "D026";
    private const string Resume = "D029";
    private const string Idle = Clock.House + "idle";
    private const string Stood = Clock.House + "stopped";

    /// <summary>As the office has decided its reminders, with the tables it answers from.</summary>
    public static async Task<MatterClocks> OfAsync(Work work, CancellationToken ct)
    {
        var settings = await OfficeSettings.OfAsync(work, 0, work.Today, ct);
        return new(await LawInForce.OfAsync(work, ct), settings.Number(SettingList.WatchIdle), settings.Number(SettingList.WatchStopped));
    }

    /// <summary>All limits of a matter by what is known on a day, in the order of their start.</summary>
    /// <param name="proceedings">What its steps were recorded with: the last day of a postponement stands there.</param>
    public IReadOnlyList<Clock> Of(MatterFile file, IReadOnlyCollection<Proceeding> proceedings, DateOnly today)
    {
        var story = new MatterStory(file, today);
        List<Clock> clocks = [.. OfTheBeginning(story, today), .. NotEnforceable(story, today), .. Stopped(story, proceedings)];
        if (story.Stretches.Any(one => one is { State: DocketState.InProgress, To: null }) && !clocks.Any(clock => clock is { IsOpen: true, Turn: ClockTurn.Ours or ClockTurn.Others }))
        {
            var last = story.Touched.Count == 0 ? story.Matter.DecidedOn : story.Touched[^1];
            clocks.Add(new(Idle, [], last, last.AddMonths(IdleMonths), ClockTurn.House, "verified", null, null));
        }

        return [.. clocks.OrderBy(clock => clock.StartedOn).ThenBy(clock => clock.Code, StringComparer.Ordinal)];
    }

    /// <summary>Notice of the decision, the voluntary period, the first verification (NT-01, NT-10, VF-01).</summary>
    private IEnumerable<Clock> OfTheBeginning(MatterStory story, DateOnly today)
    {
        var decided = story.Matter.DecidedOn;
        var notified = story.FirstOf(EventKind.Notified, decided);
        // What was done later shows that the notice was given, even where nobody wrote it down.
        yield return Made(Notify, [], decided, ClockTurn.Ours, "notified", notified ?? (story.Touched.Count > 0 ? story.Touched[0] : story.ClosedOn));
        if (notified is not { } noticed)
        {
            yield break;
        }

        var left = story.LeftInProgress(noticed);
        var voluntary = Made(Voluntary, [], noticed, ClockTurn.Others, "collected", left);
        if (voluntary.IsOpen && today > voluntary.DueOn)
        {
            voluntary = voluntary with { EndedOn = voluntary.DueOn };
        }

        yield return voluntary;
        if (!(left <= voluntary.DueOn) && today > voluntary.DueOn)
        {
            yield return Made(FirstVerification, [], voluntary.DueOn, ClockTurn.Ours, "verified", Earlier(story.FirstOf(EventKind.Verified, noticed), left));
        }
    }

    /// <summary>Publication and its removal, periodic verification, the two years of the returned request (VF-08, VF-21, VF-23, EV-30).</summary>
    private IEnumerable<Clock> NotEnforceable(MatterStory story, DateOnly today)
    {
        foreach (var unable in story.Stretches.Where(one => one.State == DocketState.NotEnforceable))
        {
            var published = story.FirstOf(EventKind.Published, unable.From);
            yield return Made(Publish, unable.Lines, unable.From, ClockTurn.Ours, "published", Earlier(published, unable.To));
            if (unable.To is { } over && published <= over && !story.Stretches.Any(one => one.State is DocketState.NotEnforceable or DocketState.Separate && one.From <= over && !(one.To <= over)))
            {
                yield return Made(Unpublish, unable.Lines, over, ClockTurn.Ours, "unpublished", story.FirstOf(EventKind.Unpublished, over));
            }

            var verified = story.DaysOf(EventKind.Verified).ToList();
            List<DateOnly> bases = [verified.Where(day => day <= unable.From).Select(day => (DateOnly?)day).LastOrDefault() ?? unable.From, .. verified.Where(day => day > unable.From && !(day > unable.To)).Distinct()];
            for (var i = 0; i < bases.Count; i++)
            {
                yield return Made(Reverify, unable.Lines, bases[i], ClockTurn.Ours, "verified", i + 1 < bases.Count ? bases[i + 1] : unable.To);
            }

            if (story.Matter.Basis == Basis.OnRequest && LegalRegime.IsUnderLaw2025(today))
            {
                yield return Made(ReturnRequest, unable.Lines, unable.From, ClockTurn.Proposal, "returned", unable.To, Regime.New);
            }
        }
    }

    /// <summary>A postponement or suspension ends on its last day, and the office goes on within the limit (EV-05); without a last day the office reminds itself.</summary>
    private IEnumerable<Clock> Stopped(MatterStory story, IReadOnlyCollection<Proceeding> proceedings)
    {
        foreach (var stopped in story.Stretches.Where(one => one.State is DocketState.Postponed or DocketState.PostponedByAgreement or DocketState.Paused or DocketState.Suspended))
        {
            if (proceedings.FirstOrDefault(one => !one.IsEvent && one.Number == stopped.Step)?.Until is { } until)
            {
                // Gone on before its last day: nothing was opened.
                if (stopped.To < until)
                {
                    continue;
                }

                yield return Made(Resume, stopped.Lines, until, ClockTurn.Ours, "resumed", stopped.To);
            }
            else
            {
                yield return new(Stood, stopped.Lines, stopped.From, stopped.From.AddMonths(StoppedMonths), ClockTurn.House, "resumed", null, stopped.To);
            }
        }
    }

    private Clock Made(string code, IReadOnlyList<int> lines, DateOnly start, ClockTurn turn, string settles, DateOnly? ended, Regime? regime = null)
    {
        var deadline = Deadlines.Of(Book, new(code, start, null, regime)).Try(out var found, out _) ? found : null;
        return new(code, lines, start, deadline?.Due ?? start, turn, settles, deadline, ended);
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;
}
