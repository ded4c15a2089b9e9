using Thads.Office.Matters;

namespace Thads.Office.Docket;

/// <summary>
/// The law of the book: the moves of a matter are a pure function of what is known of its steps, and what is posted
/// is always the difference to what is posted already.
/// </summary>
public static class DocketRules
{
    /// <summary>The moves of a matter by the steps given (all that are known, in any order).</summary>
    public static List<DerivedMove> Derive(Matter matter, IEnumerable<Step> known)
    {
        var ordered = known.ToList();
        ordered.Sort(Step.InOrder);
        return Replayed(matter, ordered);
    }

    private static List<DerivedMove> Replayed(Matter matter, IEnumerable<Step> ordered)
    {
        var moves = new List<DerivedMove>();
        var replay = new DocketReplay(matter, moves);
        foreach (var step in ordered)
        {
            replay.Apply(step);
        }

        return moves;
    }

    /// <summary>
    /// What an act must post so that at every day R of knowledge the moves known equal the moves derived from the steps known.
    /// </summary>
    /// <param name="steps">All steps of the matter now in the books, those of the act included, with what voids them.</param>
    /// <param name="posted">All moves posted by earlier acts.</param>
    /// <param name="act">The act that posts.</param>
    public static List<PostedMove> Differences(
        Matter matter, IReadOnlyList<Step> steps, IReadOnlyList<PostedMove> posted, long act)
    {
        var ordered = steps.ToList();
        ordered.Sort(Step.InOrder);
        if (posted.Count == 0 && IsKnownInOrder(matter, ordered))
        {
            return AsKnownInOrder(matter, ordered, act);
        }

        var days = new SortedSet<DateOnly> { matter.KnownOn };
        foreach (var step in ordered)
        {
            days.Add(step.KnownOn);
            if (step.VoidedOn is { } voided)
            {
                days.Add(voided);
            }
        }

        var result = new List<PostedMove>();
        var standing = new Dictionary<DerivedMove, int>();
        var earlier = posted.OrderBy(p => p.KnownOn).ToList();
        var seen = 0;
        foreach (var day in days)
        {
            for (; seen < earlier.Count && earlier[seen].KnownOn <= day; seen++)
            {
                Count(standing, earlier[seen].Move, earlier[seen].TakenBack ? -1 : 1);
            }

            if (day < matter.KnownOn)
            {
                continue;
            }

            PostDifferences(standing, Replayed(matter, ordered.Where(s => s.IsKnownOn(day))), act, day, result);
        }

        return result;
    }

    /// <summary>
    /// Per move, what is derived less what stands. What stands may be below zero: an earlier act may take back on this day of
    /// knowledge what this act took back on an earlier one, and then it must be posted again.
    /// </summary>
    private static void PostDifferences(Dictionary<DerivedMove, int> standing, List<DerivedMove> derived, long act, DateOnly day, List<PostedMove> result)
    {
        var missing = new Dictionary<DerivedMove, int>();
        foreach (var move in derived)
        {
            Count(missing, move, 1);
        }

        foreach (var (move, count) in standing)
        {
            Count(missing, move, -count);
        }

        foreach (var (move, count) in missing)
        {
            for (var i = 0; i < Math.Abs(count); i++)
            {
                result.Add(new PostedMove(move, act, day, TakenBack: count < 0));
            }

            Count(standing, move, count);
        }
    }

    private static void Count(Dictionary<DerivedMove, int> standing, DerivedMove move, int by) =>
        standing[move] = standing.GetValueOrDefault(move) + by;

    /// <summary>Nothing voided, and what happened later was known later: then every day of knowledge knows a beginning of the same story.</summary>
    private static bool IsKnownInOrder(Matter matter, List<Step> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].VoidedOn is not null
                || steps[i].KnownOn < matter.KnownOn
                || (i > 0 && steps[i].KnownOn < steps[i - 1].KnownOn))
            {
                return false;
            }
        }

        return true;
    }

    private static List<PostedMove> AsKnownInOrder(Matter matter, List<Step> steps, long act)
    {
        var result = new List<PostedMove>(2 * (steps.Count + 1));
        var moves = new List<DerivedMove>();
        var replay = new DocketReplay(matter, moves);
        Take(matter.KnownOn);
        foreach (var step in steps)
        {
            replay.Apply(step);
            Take(step.KnownOn);
        }

        return result;

        void Take(DateOnly knownOn)
        {
            foreach (var move in moves)
            {
                result.Add(new PostedMove(move, act, knownOn, TakenBack: false));
            }

            moves.Clear();
        }
    }
}
