using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>Writes the steps of one year of a matter, lawful ones, from where it stands to where it shall stand.</summary>
internal sealed class Histories(SampleRandom random, YearPlan plan)
{
    public static readonly DateOnly LawOf2025 = new(2026, 7, 1);

    /// <summary>Completed or terminated on this very day.</summary>
    public void Settle(SampleMatter matter, DocketState fate, DateOnly day)
    {
        if (fate == DocketState.Terminated)
        {
            matter.Change(day, DocketState.Terminated);
            return;
        }

        if (matter.Reserve == Reserve.None)
        {
            Detour(matter, day);
            PayInPart(matter, day, percent: 20);
        }

        Complete(matter, day);
    }

    /// <summary>Any end of the year but being settled.</summary>
    public void Lead(SampleMatter matter, DocketState fate)
    {
        switch (fate)
        {
            case DocketState.InProgress:
                StayInProgress(matter);
                break;
            case DocketState.PostponedByAgreement or DocketState.Paused or DocketState.NotEnforceable or DocketState.Postponed or DocketState.Suspended:
                if (matter.State != fate)
                {
                    ComeTo(matter, fate);
                }

                break;
            case DocketState.Separate:
                matter.Change(Pick(SpanOfSeparation(matter)!.Value), DocketState.Separate);
                break;
            case DocketState.Returned:
                matter.Change(Pick(SpanOfReturn(matter)!.Value), DocketState.Returned);
                break;
            case DocketState.Delegated or DocketState.Withdrawn or DocketState.PulledUp:
                matter.Change(DayFor(matter, lead: 10, plan.Last), fate);
                break;
            default:
                throw new InvalidOperationException($"{fate} is not led to here.");
        }
    }

    /// <summary>
    /// When in this year it may go to the separate book: a year after the decision that it is not enforceable (two from
    /// 2026-07-01, and then only ex officio), verified twice since; null when it may not.
    /// </summary>
    public (DateOnly First, DateOnly Last)? SpanOfSeparation(SampleMatter matter)
    {
        if (matter.NotEnforceableSince is not { } since)
        {
            return null;
        }

        var underOldLaw = Span(since.AddYears(1).AddDays(3), LawOf2025.AddDays(-1));
        return underOldLaw ?? (matter.IsOnRequest ? null : Span(Later(since.AddYears(2).AddDays(3), LawOf2025), plan.Last));
    }

    /// <summary>When in this year the request may be given back: from 2026-07-01, two years after the decision that it is not enforceable.</summary>
    public (DateOnly First, DateOnly Last)? SpanOfReturn(SampleMatter matter) =>
        matter.NotEnforceableSince is { } since && matter.IsOnRequest && !matter.IsTouched
            ? Span(Later(since.AddYears(2).AddDays(3), LawOf2025), plan.Last)
            : null;

    private (DateOnly First, DateOnly Last)? Span(DateOnly first, DateOnly last)
    {
        var from = Later(first, plan.First.AddDays(1));
        var to = last < plan.Last ? last : plan.Last;
        return from.AddDays(12) <= to ? (from, to) : null;
    }

    private void StayInProgress(SampleMatter matter)
    {
        if (matter.Reserve != Reserve.None || Room(matter, plan.Last) < 30)
        {
            return;
        }

        if (matter.State != DocketState.InProgress)
        {
            matter.Change(DayFor(matter, lead: 5, plan.Last.AddDays(-5)), DocketState.InProgress);
        }

        PayInPart(matter, plan.Last, percent: 30);
        if (matter.Lines.Count > 1 && matter.Lines[1].State == DocketState.InProgress && Room(matter, plan.Last) > 60 && random.Chance(20))
        {
            matter.Change(DayFor(matter, lead: 45, plan.Last), DocketState.NotEnforceable, matter.Lines[1]);
        }
    }

    private void ComeTo(SampleMatter matter, DocketState fate)
    {
        var isPlain = matter.Reserve != Reserve.None;
        if (matter.State != DocketState.InProgress)
        {
            matter.Change(DayFor(matter, lead: 2, plan.Last.AddDays(-20)), DocketState.InProgress);
        }
        else if (!isPlain && Room(matter, plan.Last) > 150)
        {
            PayInPart(matter, plan.Last.AddDays(-50), percent: 12);
        }

        // Notice, ten days of free will and a first verification come before the first decision.
        var age = matter.LastOn.DayNumber - matter.DecidedOn.DayNumber;
        matter.Change(DayFor(matter, lead: Math.Max(12, 28 - age), plan.Last), fate);
    }

    /// <summary>On the way it may stand still for a while.</summary>
    private void Detour(SampleMatter matter, DateOnly day)
    {
        if (matter.OpenLines.Any(line => line.State != DocketState.InProgress))
        {
            matter.Change(DayFor(matter, lead: 2, day.AddDays(-3)), DocketState.InProgress);
        }
        else if (Room(matter, day) > 130 && random.Chance(16))
        {
            var state = random.Weighted([7, 3, 3, 2, 1]) switch
            {
                0 => DocketState.NotEnforceable,
                1 => DocketState.Postponed,
                2 => DocketState.PostponedByAgreement,
                3 => DocketState.Paused,
                _ => DocketState.Suspended,
            };
            matter.Change(DayFor(matter, lead: 28, day.AddDays(-70)), state);
            matter.Change(DayFor(matter, lead: 20, day.AddDays(-10)), DocketState.InProgress);
        }
    }

    private void PayInPart(SampleMatter matter, DateOnly before, int percent)
    {
        var line = matter.OpenLines.MaxBy(l => l.Remainder);
        if (line is null || line.State != DocketState.InProgress || line.Remainder < 2_000_000 || Room(matter, before) < 40)
        {
            return;
        }

        if (random.Chance(percent))
        {
            var part = line.Remainder * random.Between(15, 60) / 100 / 100_000 * 100_000;
            var on = DayFor(matter, lead: 12, before.AddDays(-8));
            matter.Collect(line, on, part, Manner(matter, on));
        }

        if (line.IsStateRevenue && line.Remainder < 5_000_000 && line.IsPerformed && Room(matter, before) > 30 && random.Chance(20))
        {
            matter.Reduce(line, DayFor(matter, lead: 10, before.AddDays(-4)), line.Remainder / 2);
        }
        else if (matter.IsOnRequest && Room(matter, before) > 30 && random.Chance(2))
        {
            matter.Increase(line, DayFor(matter, lead: 8, before.AddDays(-4)), 500_000L * random.Between(1, 20));
        }
    }

    private void Complete(SampleMatter matter, DateOnly day)
    {
        var manner = Manner(matter, day);
        List<SampleLine> open = [.. matter.OpenLines];
        foreach (var line in open)
        {
            var isLast = line == open[^1];
            if (line.Amount == 0 || line.Kind is "return_property" or "act" || (matter.IsOnRequest && matter.Reserve == Reserve.None && random.Chance(6)))
            {
                matter.Perform(line, day, manner);
            }
            else if (matter.IsTouched && matter.Reserve == Reserve.None && random.Chance(line.IsStateRevenue ? 8 : 3))
            {
                EndWithoutPay(matter, line, day);
            }
            else
            {
                var on = !isLast && matter.LastOn < day.AddDays(-20) && random.Chance(40) ? DayFor(matter, lead: 8, day) : day;
                matter.Collect(line, on, line.Remainder, on == day ? manner : Manner(matter, on));
            }
        }
    }

    /// <summary>The rest of a line is remitted, given up or delegated, where something of the matter was performed.</summary>
    private void EndWithoutPay(SampleMatter matter, SampleLine line, DateOnly day)
    {
        if (line.IsStateRevenue)
        {
            matter.Reduce(line, day, line.Remainder);
        }
        else
        {
            matter.Change(day, random.Chance(70) ? DocketState.Terminated : DocketState.Delegated, line);
        }
    }

    private string Manner(SampleMatter matter, DateOnly day)
    {
        var age = day.DayNumber - matter.DecidedOn.DayNumber;
        var mayCoerce = age > 75 && !Enumerable.Range(0, 31).Any(back => SampleCalendar.IsClosedToCoercion(day.AddDays(-back)));
        return random.Weighted([62, age > 25 ? 27 : 0, age > 60 ? 7 : 0, mayCoerce ? 5 : 0]) switch
        {
            0 => "free_will",
            1 => "persuasion",
            2 => "coercion_ordered",
            _ => "coercion",
        };
    }

    /// <summary>A working day of the year, at least so many days after the last step (or as late as can be).</summary>
    private DateOnly DayFor(SampleMatter matter, int lead, DateOnly last)
    {
        var first = Later(matter.LastOn.AddDays(lead), plan.First.AddDays(1));
        if (SampleCalendar.OnOrAfter(first) > SampleCalendar.OnOrBefore(last))
        {
            var only = SampleCalendar.OnOrBefore(last);
            return only >= matter.LastOn && only >= plan.First ? only
                : throw new InvalidOperationException($"No day left in {plan.Year} after {matter.LastOn:O} until {last:O}.");
        }

        return SampleCalendar.Pick(random, first, last);
    }

    private DateOnly Pick((DateOnly First, DateOnly Last) span) => SampleCalendar.Pick(random, span.First, span.Last);

    private int Room(SampleMatter matter, DateOnly before) => before.DayNumber - Later(matter.LastOn, plan.First).DayNumber;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
