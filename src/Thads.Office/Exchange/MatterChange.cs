using Thads.Office.Matters;

namespace Thads.Office.Exchange;

/// <summary>What a set adds to one matter: all of it, or what is new of one that is in the books.</summary>
/// <param name="File">The matter as it will stand: all its steps, events and parties.</param>
/// <param name="There">As it stood in the books; null for a new matter.</param>
/// <param name="StepsVoided">Numbers of steps of the books that the set voids.</param>
/// <param name="EventsVoided">Numbers of events of the books that the set voids.</param>
public sealed record MatterChange(
    MatterFile File, MatterFile? There, int Commune, IReadOnlyList<int> StepsVoided, IReadOnlyList<int> EventsVoided)
{
    public Matter Matter => File.Matter;

    public IEnumerable<Step> NewSteps => File.Steps.Skip(There?.Steps.Count ?? 0);

    public IEnumerable<MatterEvent> NewEvents => File.Events.Skip(There?.Events.Count ?? 0);

    public IEnumerable<MatterParty> NewParties => File.Parties.Skip(There?.Parties.Count ?? 0);

    public bool IsAnything => There is null || StepsVoided.Count > 0 || EventsVoided.Count > 0 || NewSteps.Any() || NewEvents.Any() || NewParties.Any();
}
