namespace Thads.Office.Exchange.Samples;

/// <summary>Makes a told book ready to be written: handovers, days of knowledge, codes and numbers of decisions.</summary>
internal static class SampleBook
{
    /// <summary>Rooms of the province took the place of the agencies of the districts.</summary>
    private static readonly DateOnly RoomsBegin = new(2025, 7, 1);

    /// <param name="isThinned">Of matters decided then only some are in the book: their numbers have gaps.</param>
    public static List<SampleMatter> Finish(SampleRandom random, IEnumerable<SampleMatter> book, Seats seats, DateOnly today, Func<DateOnly, bool> isThinned)
    {
        List<SampleMatter> matters = [.. book.OrderBy(matter => matter.DecidedOn)];
        Dictionary<(string, int), (int Code, int Decision)> numbers = [];
        foreach (var matter in matters)
        {
            seats.HandOver(matter, today);
            matter.IsUnassigned = matter.Steps.Count == 0 && matter.DecidedOn > today.AddDays(-4);
            Lag(random, matter, today);
            var unit = seats.Of(matter, matter.DecidedOn).Unit;
            var year = Law.StatisticalYear.Of(matter.DecidedOn).Year;
            var (code, decision) = numbers.GetValueOrDefault((unit, year));
            decision += isThinned(matter.DecidedOn) ? random.Between(1, 9) : 1;
            numbers[(unit, year)] = (++code, decision);
            matter.Code = $"{unit}-{year}-{code:D4}";
            matter.DecisionNumber = $"{decision}/QĐ-{(matter.DecidedOn < RoomsBegin ? "CCTHADS" : "THADS")}";
        }

        return matters;
    }

    /// <summary>Some things are written down a few days later, always within the month.</summary>
    private static void Lag(SampleRandom random, SampleMatter matter, DateOnly today)
    {
        if (random.Chance(8) && Later(random, matter.DecidedOn, today) is { } known && matter.Steps.TrueForAll(step => step.On >= known))
        {
            matter.KnownOn = known;
        }

        foreach (var step in matter.Steps.Where(_ => random.Chance(12)))
        {
            step.KnownOn = Later(random, step.On, today);
        }
    }

    private static DateOnly? Later(SampleRandom random, DateOnly on, DateOnly today)
    {
        var known = SampleCalendar.OnOrAfter(on.AddDays(random.Between(1, 3)));
        return known.Month == on.Month && known <= today ? known : null;
    }
}
