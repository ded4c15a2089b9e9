using Thads.Law;
using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>
/// One statistical year of an office: deals out to every matter how it shall stand at the year's end, to the counts of
/// the plan, and has the histories written that lead there.
/// </summary>
internal sealed class YearRun(SampleRandom random, YearPlan plan, Intake intake, Seats seats)
{
    private static readonly DocketState[] Settled = [DocketState.Completed, DocketState.Terminated];

    private readonly Histories _histories = new(random, plan);
    private readonly Dictionary<SampleMatter, DocketState> _fates = [];
    private readonly HashSet<SampleMatter> _comingBack = [];
    private List<SampleMatter> _undecided = [];

    /// <summary>Tells the year. `seatNew` gives the year's new matters their territories, knowing the others and their fates.</summary>
    public void Tell(List<SampleMatter> book, Action<IReadOnlyList<SampleMatter>, IReadOnlyDictionary<SampleMatter, DocketState>> seatNew)
    {
        var live = book.Where(matter => matter.State.IsLive).ToList();
        CloseSomeOfTheSeparate(book);
        var resumed = random.Take(book.Where(m => m.State == DocketState.Separate), plan.SeparateResumed, _ => 1, "resumed");
        var restored = Reopen(book);
        var fresh = Docket();
        _comingBack.UnionWith(resumed);
        _comingBack.UnionWith(restored);
        _undecided = [.. live, .. resumed, .. restored, .. fresh];
        book.AddRange(fresh);

        List<SampleMatter> decided = [.. _undecided];
        DealFates();
        seatNew(fresh, _fates);
        CloseAndRestore(live);
        WriteHistories(decided);
    }

    private List<SampleMatter> Docket()
    {
        var days = Days(plan.New, plan.Coming);
        var early = days.Where(day => day < plan.First.AddDays(200)).ToList();
        List<SampleMatter> fresh = [];
        foreach (var (reserve, count) in plan.Reserves)
        {
            for (var i = 0; i < count; i++)
            {
                var day = random.Pick(early);
                early.Remove(day);
                days.Remove(day);
                fresh.Add(intake.BankDebt(day, random.Chance(60) ? "commercial" : "civil", 1_000_000_000, reserve));
            }
        }

        fresh.AddRange(days.Select(intake.Any));
        return [.. fresh.OrderBy(matter => matter.DecidedOn)];
    }

    private List<SampleMatter> Reopen(List<SampleMatter> book)
    {
        var restored = random.Take(
            book,
            plan.Restored,
            m => m.Lines.Count == 1 && m.State is DocketState.Terminated or DocketState.Withdrawn or DocketState.Delegated
                && m.LastOn < plan.First.AddDays(-60) && !m.Steps.Exists(step => step.Step == "separated") && seats.IsSteady(m, m.LastOn, plan.Last) ? 1 : 0,
            "restored");
        foreach (var matter in restored)
        {
            matter.Restore(SampleCalendar.Pick(random, plan.First.AddDays(20), plan.First.AddDays(180)), matter.Lines[0]);
        }

        return restored;
    }

    private void CloseSomeOfTheSeparate(List<SampleMatter> book)
    {
        var untouched = book.Where(m => m.State == DocketState.Separate && !m.IsTouched);
        foreach (var matter in random.Take(untouched, plan.SeparateClosed, _ => 1, "ended in the separate book"))
        {
            var isReturned = matter.IsOnRequest && plan.Last > Histories.LawOf2025;
            matter.Change(
                SampleCalendar.Pick(random, isReturned && plan.First < Histories.LawOf2025 ? Histories.LawOf2025 : plan.First.AddDays(10), plan.Last),
                isReturned ? DocketState.Returned : random.Chance(70) ? DocketState.Terminated : DocketState.Withdrawn);
        }
    }

    private void DealFates()
    {
        foreach (var matter in _undecided.Where(m => m.Reserve != Reserve.None).ToList())
        {
            Decide(matter, FateOfReserve(matter));
        }

        Deal(DocketState.Separate, plan.Separated, WeightOfSeparate);
        Deal(DocketState.Returned, plan.Returned, m => _histories.SpanOfReturn(m) is null ? 0 : 1);
        Deal(DocketState.Delegated, plan.Delegated, m => m.IsTouched || Room(m) < 25 ? 0 : IsNew(m) ? 3 : 1);
        Deal(DocketState.Withdrawn, plan.Withdrawn, m => m.IsTouched || Room(m) < 15 ? 0 : IsNew(m) ? 2 : 1);
        Deal(DocketState.PulledUp, plan.PulledUp, m => m.IsTouched || Room(m) < 30 ? 0 : m.IsOnRequest ? 5 : 1);
        Deal(DocketState.Terminated, plan.Terminated, m => m.IsTouched || Room(m) < (IsNew(m) ? 45 : 20) ? 0 : 5 + m.Hardness / 10);
        Deal(DocketState.NotEnforceable, plan.NotEnforceable, WeightOfNotEnforceable);
        Deal(DocketState.PostponedByAgreement, plan.ByAgreement, m => Stays(m, DocketState.PostponedByAgreement, m.IsOnRequest ? 6 : 0));
        Deal(DocketState.Paused, plan.Paused, m => Stays(m, DocketState.Paused, m.IsOnRequest ? 3 : 1));
        Deal(DocketState.Postponed, plan.Postponed, m => Stays(m, DocketState.Postponed, 2));
        Deal(DocketState.Suspended, plan.Suspended, m => Stays(m, DocketState.Suspended, m.IsOnRequest ? 4 : 1));

        // The rest is completed or goes on.
        var goesOn = _undecided.Count - (plan.Completed - Reserved(DocketState.Completed));
        foreach (var matter in random.Take(_undecided, goesOn, WeightOfInProgress, $"in progress in {plan.Year}"))
        {
            Decide(matter, DocketState.InProgress);
        }

        foreach (var matter in _undecided.ToList())
        {
            Decide(matter, DocketState.Completed);
        }
    }

    private void Deal(DocketState fate, int count, Func<SampleMatter, int> weight)
    {
        foreach (var matter in random.Take(_undecided, count - Reserved(fate), m => _comingBack.Contains(m) ? 0 : weight(m), $"{fate} in {plan.Year}"))
        {
            Decide(matter, fate);
        }
    }

    private void Decide(SampleMatter matter, DocketState fate)
    {
        _fates.Add(matter, fate);
        _undecided.Remove(matter);
    }

    private int Reserved(DocketState fate) => _fates.Count(pair => pair.Value == fate && pair.Key.Reserve != Reserve.None);

    private DocketState FateOfReserve(SampleMatter matter) => (matter.Reserve, plan.Year) switch
    {
        (Reserve.Settled2019, 2019) or (Reserve.Settled2020, 2020) => DocketState.Completed,
        (Reserve.Enforceable2019, 2020) or (Reserve.Total2020, 2020) => DocketState.NotEnforceable,
        _ => matter.State,
    };

    private int WeightOfInProgress(SampleMatter matter) => matter.Hardness + (matter.IsBank ? 200 : 0) + Room(matter) switch
    {
        < 20 => 1_000_000,
        < 60 => 170,
        < 120 => 80,
        _ => 20,
    };

    private int WeightOfSeparate(SampleMatter matter) => _histories.SpanOfSeparation(matter) is null ? 0
        : 1 + (plan.Last.DayNumber - matter.NotEnforceableSince!.Value.DayNumber) / 30;

    private int WeightOfNotEnforceable(SampleMatter matter) => matter.State == DocketState.NotEnforceable ? 400
        : Room(matter) < (IsNew(matter) ? 50 : 25) ? 0
        : IsNew(matter) ? 1 + matter.Hardness * matter.Hardness / 25
        : 40 + matter.Hardness;

    private int Stays(SampleMatter matter, DocketState state, int otherwise) => matter.State == state ? 300 : Room(matter) < 30 ? 0 : otherwise;

    private bool IsNew(SampleMatter matter) => matter.DecidedOn >= plan.First;

    /// <summary>How many days of the year are left to something that has yet to happen.</summary>
    private int Room(SampleMatter matter) => plan.Last.DayNumber - Math.Max(plan.First.DayNumber, matter.LastOn.DayNumber);

    /// <summary>A few are closed and, on appeal or because the ground fell away, opened again within the year.</summary>
    private void CloseAndRestore(List<SampleMatter> live)
    {
        var some = random.Take(
            live,
            plan.ClosedAndRestored,
            m => m.State == DocketState.InProgress && m.Lines.Count == 1 && !m.IsTouched && m.Reserve == Reserve.None
                && _fates[m] is DocketState.InProgress or DocketState.Completed && seats.IsSteady(m, plan.First, plan.Last) ? 1 : 0,
            "closed and restored");
        foreach (var matter in some)
        {
            var closed = SampleCalendar.Pick(random, plan.First.AddDays(15), plan.First.AddDays(80));
            matter.Change(closed, random.Chance(60) ? DocketState.Terminated : DocketState.Withdrawn);
            matter.Restore(SampleCalendar.Pick(random, closed.AddDays(15), closed.AddDays(70)), matter.Lines[0]);
        }
    }

    private void WriteHistories(List<SampleMatter> matters)
    {
        foreach (var (matter, day) in SettlingDays([.. matters.Where(m => Settled.Contains(_fates[m]))]))
        {
            _histories.Settle(matter, _fates[matter], day);
        }

        foreach (var matter in matters.Where(m => !Settled.Contains(_fates[m])))
        {
            _histories.Lead(matter, _fates[matter]);
        }
    }

    /// <summary>Gives the days of the season to the matters, each to one that is ready by then (a small book may run ahead of it).</summary>
    private List<(SampleMatter Matter, DateOnly Day)> SettlingDays(List<SampleMatter> matters)
    {
        var ready = new Queue<(SampleMatter Matter, DateOnly On)>(matters.Select(m => (m, ReadyOn(m))).OrderBy(x => x.Item2));
        List<SampleMatter> waiting = [];
        List<(SampleMatter, DateOnly)> settled = [];
        foreach (var day in Days(matters.Count, plan.Season))
        {
            while (ready.TryPeek(out var next) && next.On <= day)
            {
                waiting.Add(ready.Dequeue().Matter);
            }

            if (waiting.Count == 0)
            {
                var (late, on) = ready.Dequeue();
                settled.Add((late, SampleCalendar.Pick(random, on, plan.Last)));
                continue;
            }

            var index = random.Chance(35) ? waiting.Count - 1 : random.Below(waiting.Count);
            settled.Add((waiting[index], day));
            waiting.RemoveAt(index);
        }

        return settled;
    }

    private DateOnly ReadyOn(SampleMatter matter)
    {
        if (matter.LastOn < plan.First)
        {
            var notified = matter.DecidedOn.AddDays(9);
            return matter.OpenLines.Any(line => line.State != DocketState.InProgress) ? plan.First.AddDays(14 + random.Below(20))
                : notified < plan.First ? plan.First
                : notified;
        }

        var lead = _fates[matter] == DocketState.Terminated ? 28 : 9;
        return matter.LastOn.AddDays(lead + random.Below(Math.Min(30, Room(matter) - lead - 1)));
    }

    /// <summary>So many working days, spread over the months by weight, in order.</summary>
    private List<DateOnly> Days(int count, int[] weights)
    {
        List<DateOnly> days = [];
        var all = weights.Sum();
        var passed = 0;
        for (var month = 0; month < StatisticalYear.Months; month++)
        {
            var before = (int)((long)count * passed / all);
            passed += weights[month];
            var inMonth = (int)((long)count * passed / all) - before;
            if (inMonth > 0)
            {
                var working = SampleCalendar.WorkingDays(plan.First.AddMonths(month), plan.Last);
                days.AddRange(Enumerable.Range(0, inMonth).Select(_ => random.Pick(working)).Order());
            }
        }

        return days;
    }
}
