using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>
/// A small made-up province under the law of 2025: rooms took the place of districts on 2025-07-01, requests are given
/// back and only ex officio matters go to the separate book from 2026-07-01. Told until 20 November 2026.
/// </summary>
public static class After2026
{
    /// <summary>Writes the exchange set into the folder. The same seed gives the same bytes.</summary>
    public static void Write(string folder, int seed = 2026) => Make(seed).Write(folder);

    private static SampleSet Make(int seed)
    {
        var random = new SampleRandom(seed);
        var intake = new Intake(random);
        var seats = new Seats(After2026Plan.Holders);
        var book = Survivors.Of(
            random,
            intake,
            After2026Plan.FirstDay,
            After2026Plan.DecisionsBegin,
            After2026Plan.BooksBegin,
            After2026Plan.Survivors,
            After2026Plan.SurvivorStates);
        Seat(random, book);
        foreach (var plan in After2026Plan.Years)
        {
            new YearRun(random, plan, intake, seats).Tell(book, (fresh, _) => Seat(random, fresh));
        }

        var matters = SampleBook.Finish(random, book, seats, After2026Plan.Today, day => day < After2026Plan.BooksBegin);
        var people = new People(random, "khu vực Mẫu", "tỉnh Ví Dụ", After2026Plan.CommunesOf);
        people.Introduce(matters);
        ShareJudgments(matters);
        var events = new EventsOfMatter(random, After2026Plan.Today, After2026Plan.CommuneOn);
        foreach (var matter in matters)
        {
            events.Tell(matter);
        }

        var set = new SampleSet { Matters = matters, People = people, Seats = seats };
        After2026Plan.Fill(set);
        Assert(matters);
        return set;
    }

    private static void Seat(SampleRandom random, IEnumerable<SampleMatter> matters)
    {
        foreach (var matter in matters)
        {
            matter.Seats.Add((matter.DecidedOn, random.Below(4)));
        }
    }

    /// <summary>One decision for each debtor: where a judgment binds two, two matters name it.</summary>
    private static void ShareJudgments(List<SampleMatter> matters)
    {
        var requests = matters.Where(m => m.IsOnRequest && m.DecidedOn >= Histories.LawOf2025).GroupBy(m => m.Type);
        foreach (var pair in requests.SelectMany(ofType => ofType.Chunk(2)).Where(pair => pair.Length == 2))
        {
            pair[1].Judgment = pair[0].Judgment;
            pair[1].Creditor = pair[0].Creditor;
        }
    }

    private static void Assert(List<SampleMatter> matters)
    {
        var cells = new SampleTally(matters, _ => null).Of(2026, Measure.Matters);
        if (cells is not { Total: 220, Settled: 116, Separate: 27 })
        {
            throw new InvalidOperationException($"The year 2026 came to {cells}.");
        }
    }
}
