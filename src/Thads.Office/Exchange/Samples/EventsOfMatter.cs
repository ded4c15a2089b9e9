namespace Thads.Office.Exchange.Samples;

/// <summary>
/// What happened around the steps of a matter: notice to the debtor, verifications in their rhythm of six months,
/// publication, persuasion with the commune, coercion planned, held and, in the spring of 2020, put off.
/// </summary>
internal sealed class EventsOfMatter(SampleRandom random, DateOnly today, Func<string, DateOnly, string> communeOn)
{
    private static readonly DateOnly CovidBegins = new(2020, 4, 1);
    private static readonly DateOnly CovidEnds = new(2020, 9, 30);
    private static readonly HashSet<string> EndsIdleness = ["resumed", "separated", "terminated", "delegated", "withdrawn", "pulled_up", "returned"];

    private SampleMatter _matter = null!;
    private DateOnly _floor;
    private bool _isPublished;

    public void Tell(SampleMatter matter)
    {
        _matter = matter;
        _floor = SampleCalendar.OnOrAfter(matter.DecidedOn.AddDays(random.Between(2, 6)));
        _isPublished = false;
        var steps = matter.Steps.Where(step => step.VoidedOn is null).ToList();
        if (steps.Count == 0 || steps[0].On >= _floor)
        {
            Add("notified", _floor);
        }

        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (step.Step == "not_enforceable")
            {
                var next = steps.FindIndex(i + 1, s => EndsIdleness.Contains(s.Step));
                Idle(step.On, next < 0 ? null : steps[next].On);
            }
            else if (_isPublished && step.Step != "separated" && EndsIdleness.Contains(step.Step))
            {
                Leave(step);
            }
            else if (step.Manner is not null and not "free_will" && (i == 0 || steps[i - 1].On < step.On || steps[i - 1].Manner is null))
            {
                BringAbout(step);
            }
        }

        if (matter.State == Docket.DocketState.InProgress && random.Chance(15))
        {
            Add("persuaded", Before(today, 10, 200), "refused", Commune(today));
        }

        List<SampleEvent> inOrder = [.. matter.Events.OrderBy(happened => happened.On)];
        matter.Events.Clear();
        matter.Events.AddRange(inOrder);
    }

    private void Idle(DateOnly decided, DateOnly? until)
    {
        if (random.Chance(20))
        {
            var asked = Before(decided, 6, 12);
            Add("persuaded", asked, "refused", Commune(asked));
        }

        _isPublished = true;
        Add("published", SampleCalendar.OnOrAfter(decided.AddDays(random.Between(1, 4))));
        var last = until ?? today;
        for (var on = Before(decided, 1, 4); on <= last; on = SampleCalendar.OnOrBefore(on.AddDays(random.Between(168, 180))))
        {
            Add("verified", on, "unable");
        }
    }

    private void Leave(SampleStep step)
    {
        _isPublished = false;
        if (step.Step == "resumed")
        {
            Add("verified", Before(step.On, 1, 2), "able");
        }

        Add("unpublished", SampleCalendar.OnOrAfter(step.On.AddDays(1)));
    }

    private void BringAbout(SampleStep step)
    {
        if (step.Manner == "persuasion")
        {
            var on = Before(step.On, 3, 15);
            Add("persuaded", on, "agreed", Commune(on));
            return;
        }

        var wasPutOff = step.Manner == "coercion" && step.On > CovidBegins && step.On <= CovidEnds && _floor < new DateOnly(2020, 2, 20) && !_isPublished;
        var held = Before(step.On, 2, 12);
        if (wasPutOff)
        {
            Add("coercion_decided", Before(new(2020, 3, 12), 0, 9));
            Add("coercion_planned", Before(new(2020, 3, 26), 0, 9));
            Add("coercion_put_off", Before(new(2020, 4, 20), 0, 18), note: "Covid-19");
        }
        else
        {
            Add("coercion_decided", Coerced(held, 22, 40));
        }

        if (step.Manner == "coercion")
        {
            Add("coercion_planned", Coerced(held, 12, 18));
            Add("coercion_held", held);
        }
    }

    /// <summary>A working day some days before, but not before the notice.</summary>
    private DateOnly Before(DateOnly day, int least, int most)
    {
        var on = SampleCalendar.OnOrBefore(day.AddDays(-random.Between(least, most)));
        return on < _floor ? _floor : on;
    }

    /// <summary>Nor before the ten days in which the debtor may pay of free will have passed.</summary>
    private DateOnly Coerced(DateOnly day, int least, int most)
    {
        var on = Before(day, least, most);
        var mayCoerce = SampleCalendar.OnOrAfter(_floor.AddDays(11));
        return on < mayCoerce ? mayCoerce : on;
    }

    private string Commune(DateOnly on) => communeOn(_matter.Commune, on);

    private void Add(string what, DateOnly on, string? result = null, string? partner = null, string? note = null)
    {
        if (on <= today)
        {
            _matter.Events.Add(new(what, on, result, partner, note));
        }
    }
}
