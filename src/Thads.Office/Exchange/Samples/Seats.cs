namespace Thads.Office.Exchange.Samples;

/// <summary>From this day the matters of the territory are this officer's.</summary>
internal sealed record Holder(int Seat, DateOnly From, string Unit, string Officer);

/// <summary>Who holds which territory when. Officers leave and come; territories stay.</summary>
internal sealed class Seats(IReadOnlyList<Holder> holders)
{
    public Holder Of(SampleMatter matter, DateOnly day)
    {
        var seat = matter.SeatOn(day);
        return holders.Last(holder => holder.Seat == seat && holder.From <= day);
    }

    /// <summary>Whether one officer holds the matter all the time between two days.</summary>
    public bool IsSteady(SampleMatter matter, DateOnly from, DateOnly to) => Changes(matter, from).All(day => day > to);

    /// <summary>Writes the handovers into the histories: every open matter goes to the new officer on the day of the change.</summary>
    public void HandOver(SampleMatter matter, DateOnly last)
    {
        foreach (var day in Changes(matter, matter.DecidedOn).Where(day => day <= last && matter.IsOpenBefore(day)))
        {
            var now = Of(matter, day);
            var stays = now.Unit == Of(matter, day.AddDays(-1)).Unit;
            var place = matter.Steps.FindIndex(step => step.On >= day);
            matter.Steps.Insert(
                place < 0 ? matter.Steps.Count : place,
                new(stays ? "reassigned" : "transferred", day) { ToUnit = stays ? null : now.Unit, ToOfficer = now.Officer });
        }
    }

    private IEnumerable<DateOnly> Changes(SampleMatter matter, DateOnly after) =>
        holders.Select(holder => holder.From).Concat(matter.Seats.Select(seat => seat.From))
            .Where(day => day > after)
            .Distinct()
            .Order()
            .Where(day => Of(matter, day) != Of(matter, day.AddDays(-1)));
}
