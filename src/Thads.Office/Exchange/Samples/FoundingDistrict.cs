using Thads.Law;
using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>
/// The made-up office whose statistical year 2020 gives the figures of the founding story, told until 10 November 2020.
/// What is promised and how it is made: docs/sample-office.md.
/// </summary>
public static class FoundingDistrict
{
    /// <summary>Code of the district whose year it is.</summary>
    public const string Unit = FoundingTree.District;

    /// <summary>Code of its province.</summary>
    public const string Province = FoundingTree.Province;

    /// <summary>The statistical year of the story.</summary>
    public const int Year = 2020;

    private const string Mistaken = "ghi nhầm hồ sơ";
    private static readonly DateOnly LateStepOn = new(2020, 9, 28);
    private static readonly DateOnly LateStepKnownOn = new(2020, 10, 12);

    /// <summary>The day until which it is told.</summary>
    public static DateOnly Today => FoundingPlan.Today;

    /// <summary>Writes the exchange set into the folder. The same seed gives the same bytes.</summary>
    public static void Write(string folder, int seed = 2020) => Make(seed).Write(folder);

    private static SampleSet Make(int seed)
    {
        var random = new SampleRandom(seed);
        var intake = new Intake(random);
        var seats = new Seats(FoundingTree.Holders);
        var book = Survivors.Of(
            random,
            intake,
            FoundingPlan.FirstDay,
            FoundingPlan.DecisionsBegin,
            FoundingPlan.BooksBegin,
            FoundingPlan.Survivors,
            FoundingPlan.SurvivorStates);
        Seat(random, book);
        foreach (var plan in FoundingPlan.Years)
        {
            new YearRun(random, plan, intake, seats).Tell(book, (fresh, fates) => SeatNew(random, plan, fresh, fates));
            if (plan.Year == 2020)
            {
                ShareLoad(random, book);
            }
        }

        MoneyCalibration.Apply(random, book);
        var matters = SampleBook.Finish(random, book, seats, FoundingPlan.Today, day => day < FoundingPlan.BooksBegin);
        LateStep(matters);
        var people = new People(random, FoundingTree.NameOf(FoundingTree.District), "tỉnh Ví Dụ", FoundingTree.CommunesOf);
        people.Introduce(matters);
        var events = new EventsOfMatter(random, FoundingPlan.Today, FoundingTree.CommuneOn);
        foreach (var matter in matters)
        {
            events.Tell(matter);
        }

        Mend(matters);
        var set = new SampleSet { Matters = matters, People = people, Seats = seats };
        FoundingTree.Fill(set);
        var province = new ProvinceFigures(random);
        province.Fill(set);
        Assert(set, province);
        return set;
    }

    private static void Seat(SampleRandom random, IEnumerable<SampleMatter> matters)
    {
        foreach (var matter in matters)
        {
            var isFormer = matter.DecidedOn < FoundingTree.FormerHandsOver.AddDays(-10) && random.Chance(2);
            var seat = random.Below(FoundingTree.FormerSeat);
            matter.Seats.Add((matter.DecidedOn, isFormer ? FoundingTree.FormerSeat : seat));
            if (isFormer)
            {
                matter.Seats.Add((FoundingTree.FormerHandsOver, seat));
            }
        }
    }

    /// <summary>In 2020 each enforcer gets as many new matters as bring the year's total to its share; in other years chance decides.</summary>
    private static void SeatNew(SampleRandom random, YearPlan plan, IReadOnlyList<SampleMatter> fresh, IReadOnlyDictionary<SampleMatter, DocketState> fates)
    {
        if (plan.Year != 2020)
        {
            Seat(random, fresh);
            return;
        }

        var missing = FoundingPlan.MattersOfOfficers2020.ToArray();
        missing[FoundingPlan.LoadFrom] += FoundingPlan.LoadShared;
        missing[FoundingPlan.LoadTo] -= FoundingPlan.LoadShared;
        foreach (var (matter, fate) in fates)
        {
            if (matter.Seats.Count > 0 && fate != DocketState.Separate)
            {
                missing[matter.SeatOn(plan.First)]--;
            }
        }

        foreach (var matter in fresh)
        {
            var seat = random.Weighted(missing);
            matter.Seats.Add((matter.DecidedOn, seat));
            missing[seat]--;
        }
    }

    private static void ShareLoad(SampleRandom random, List<SampleMatter> book)
    {
        var day = FoundingTree.LoadIsShared;
        var shared = random.Take(
            book.Where(m => m.DecidedOn < day),
            FoundingPlan.LoadShared,
            m => m.SeatOn(day) == FoundingPlan.LoadFrom && m.IsOpenBefore(day) && !m.Steps.Exists(step => step.Step is "separated" or "restored") ? 1 : 0,
            "the load that is shared");
        foreach (var matter in shared)
        {
            matter.Seats.Add((day, FoundingPlan.LoadTo));
        }
    }

    /// <summary>Mistakes of earlier years, found and voided: they leave every figure known today as it is.</summary>
    private static void Mend(List<SampleMatter> matters)
    {
        foreach (var (year, step) in new[] { (2017, "collected"), (2018, "not_enforceable") })
        {
            var matter = matters.First(m =>
                m.DecidedOn.Year == year && m.Lines.Count == 1 && m.Steps is [{ Step: "collected", KnownOn: null }] && m.LastOn > m.DecidedOn.AddDays(70));
            var on = SampleCalendar.OnOrBefore(matter.LastOn.AddDays(-30));
            matter.Steps.Insert(0, new(step, on, matter.Lines[0])
            {
                Amount = step == "collected" ? matter.Lines[0].Amount : null,
                Manner = step == "collected" ? "free_will" : null,
                VoidedOn = SampleCalendar.OnOrAfter(on.AddDays(9)),
                Note = Mistaken,
            });
            matter.Events.Add(new("verified", on, "unable", Note: Mistaken, VoidedOn: SampleCalendar.OnOrAfter(on.AddDays(9))));
        }
    }

    /// <summary>Happened in the year 2020, known only after its first report.</summary>
    private static void LateStep(List<SampleMatter> matters)
    {
        var late = matters
            .First(m => m.Lines.Count == 1 && m.LastOn == LateStepOn && m.Steps[^1].Step == "collected" && m.Lines[0].Amount is > 3_000_000 and < 60_000_000)
            .Steps[^1];
        late.KnownOn = LateStepKnownOn;
        late.Note = "biên lai đến sau";
    }

    private static void Assert(SampleSet set, ProvinceFigures province)
    {
        var now = new SampleTally(set.Matters, m => set.Seats.Of(m, m.DecidedOn).Officer);
        var matters = now.Of(2020, Measure.Matters);
        var money = now.Of(2020, Measure.Money);
        var before = now.Of(2019, Measure.Matters);
        var moneyBefore = now.Of(2019, Measure.Money);
        var first = new SampleTally(set.Matters, m => set.Seats.Of(m, m.DecidedOn).Officer, new(2020, 10, 2)).Of(2020, Measure.Matters);
        long[] perOfficer = [.. FoundingTree.Holders.Select(holder => now.Of(2020, Measure.Matters, holder.Officer).Total).Where(total => total != 0).Order()];

        IReadOnlyList<(string What, object? Is, object? Shall)> promises =
        [
            ("total 2020", matters.Total, 5211L),
            ("separate 2020", matters.Separate, 999L),
            ("enforceable 2020", matters.Enforceable, 4029L),
            ("settled 2020", matters.Settled, 3420L),
            ("settled 2020 as first known", first.Settled, 3419L),
            ("money 2020", money.Total, MoneyCalibration.Total2020),
            ("money enforceable 2020", money.Enforceable, MoneyCalibration.Enforceable2020),
            ("money settled 2020", money.Settled, MoneyCalibration.Settled2020),
            ("rate of money 2020", Money.Rate(money.Settled, money.Enforceable), 54.75m),
            ("rate of matters 2019", Money.Rate(before.Settled, before.EnforceableBefore2020), 76.84m),
            ("rate of money 2019", Money.Rate(moneyBefore.Settled, moneyBefore.EnforceableBefore2020), 46.76m),
            ("money settled 2019", moneyBefore.Settled, MoneyCalibration.Settled2019),
            ("matters per enforcer 2020", string.Join(' ', perOfficer), string.Join(' ', FoundingPlan.MattersOfOfficers2020.Order())),
        ];
        if (promises.FirstOrDefault(promise => !Equals(promise.Is, promise.Shall)) is { What: not null } broken)
        {
            throw new InvalidOperationException($"{broken.What}: {broken.Is} and not {broken.Shall}.");
        }

        province.Assert(matters, money, perOfficer.Length);
    }
}
