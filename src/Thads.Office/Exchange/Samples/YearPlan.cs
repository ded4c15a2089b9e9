namespace Thads.Office.Exchange.Samples;

/// <summary>
/// What a statistical year shall come to, in matters. The fates of the matters are dealt out to these counts, so the
/// figures hold for every seed; `InProgress` is what is left over.
/// </summary>
/// <param name="Last">The last day the year is told to: 30 September, or the sample's day.</param>
/// <param name="Restored">Closed in an earlier year and opened again: counted as new.</param>
/// <param name="SeparateResumed">Of those in the separate book, taken out again and dealt with.</param>
/// <param name="SeparateClosed">Of those in the separate book, ended there.</param>
/// <param name="ByAgreement">From here on: standing so at the end of the last day.</param>
/// <param name="Season">Weights of the months, October first, by which completed and terminated matters are spread.</param>
internal sealed record YearPlan(
    int Year,
    DateOnly Last,
    int New,
    int Restored,
    int Completed,
    int Terminated,
    int Delegated,
    int Withdrawn,
    int PulledUp,
    int Returned,
    int Separated,
    int SeparateResumed,
    int SeparateClosed,
    int ByAgreement,
    int Paused,
    int NotEnforceable,
    int Postponed,
    int Suspended,
    int[] Season)
{
    public DateOnly First => new(Year - 1, 10, 1);

    /// <summary>Matters restored in the year in which they were closed: in none of the counts.</summary>
    public int ClosedAndRestored { get; init; }

    /// <summary>Weights of the months by which new matters come in.</summary>
    public int[] Coming { get; init; } = [8, 9, 9, 8, 6, 10, 9, 9, 9, 8, 8, 7];

    public IReadOnlyList<(Reserve Reserve, int Count)> Reserves { get; init; } = [];
}
