namespace Thads.Office.Docket;

/// <summary>One change of place in the book of cases, as the rules derive it from the steps.</summary>
/// <param name="Step">Number of the step in its matter; 0 is the docketing itself.</param>
/// <param name="Line">Number of the line; 0 is the matter as such (measure: matters, quantity 1).</param>
/// <param name="On">Business date in law.</param>
/// <param name="From">State left. In a handover the same as <paramref name="To"/>.</param>
/// <param name="FromOfficer">0 = not assigned.</param>
/// <param name="Quantity">1, or đồng (0 for a line that is not about money).</param>
public readonly record struct DerivedMove(
    int Step,
    int Line,
    DateOnly On,
    DocketState From,
    DocketState To,
    int FromUnit,
    int FromOfficer,
    int ToUnit,
    int ToOfficer,
    long Quantity)
{
    public Measure Measure => Line == 0 ? Measure.Matters : Measure.Money;

    public bool IsHandover => FromUnit != ToUnit || FromOfficer != ToOfficer;
}

/// <summary>
/// A move as posted. Never changed or deleted: one that later knowledge takes back is posted again with the negative
/// quantity on its own business date, known from the day of that knowledge.
/// </summary>
/// <param name="Act">Sequence number of the act that posted it.</param>
/// <param name="KnownOn">The day from which the books know it.</param>
/// <param name="TakenBack">This posting takes an earlier one back (needed where the quantity is 0).</param>
public readonly record struct PostedMove(DerivedMove Move, long Act, DateOnly KnownOn, bool TakenBack)
{
    public long Quantity => TakenBack ? -Move.Quantity : Move.Quantity;
}
