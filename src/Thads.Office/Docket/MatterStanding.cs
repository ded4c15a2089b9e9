using Thads.Office.Matters;

namespace Thads.Office.Docket;

/// <summary>Where a matter stands by all that is known: drawn from its steps for lists and locks, never counted.</summary>
/// <param name="Unit">Unit that holds it.</param>
/// <param name="Officer">Officer who holds it; 0 = not assigned.</param>
/// <param name="Owed">Đồng: as docketed, and what was added since.</param>
/// <param name="Remainder">Đồng left on the lines that are open.</param>
/// <param name="MovedOn">Business date of its last step; of its decision where it has none.</param>
public readonly record struct MatterStanding(int Unit, int Officer, DocketState State, long Owed, long Remainder, DateOnly MovedOn)
{
    /// <param name="steps">All steps of the matter, with what voids them.</param>
    public static MatterStanding Of(Matter matter, IEnumerable<Step> steps)
    {
        var known = steps.Where(s => s.VoidedOn is null).ToList();
        known.Sort(Step.InOrder);
        var replay = new DocketReplay(matter, []);
        foreach (var step in known)
        {
            replay.Apply(step);
        }

        var (owed, left) = (0L, 0L);
        foreach (var line in matter.Lines)
        {
            owed += line.Amount;
            left += replay.StateOf(line.Number).IsOpen ? replay.RemainderOf(line.Number) : 0;
        }

        owed += known.Where(s => s.Kind == StepKind.Increased).Sum(s => s.Amount);
        return new MatterStanding(replay.Unit, replay.Officer, replay.State, owed, left, known.Count == 0 ? matter.DecidedOn : known[^1].On);
    }
}
