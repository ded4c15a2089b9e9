namespace Thads.Law.Deadlines;

/// <summary>Days on which a thing could not be done and somebody certified it: the portal was down, force majeure. They are not counted, like the days of a pause, and the explanation names why.</summary>
/// <param name="Days">Both ends in it.</param>
/// <param name="Reason">Who certified what; part of a sentence.</param>
public sealed record Outage(DayRange Days, Said Reason);
