using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Procedure;

/// <summary>The story of a matter as an act changes it.</summary>
internal static class StepStory
{
    /// <summary>The first refusal of the story: of the new step itself, or of another that would lose its ground.</summary>
    /// <param name="added">Number of the new step; 0 = none is added.</param>
    public static Refusal? WhyNot(Matter matter, IReadOnlyList<Step> steps, int added, UnitTree units) =>
        StepChecks.WhyNotStory(matter, steps, units) switch
        {
            [] => null,
            var refused when refused.Find(r => r.Step.Number == added) is { Step: not null } own => own.Why,
            [var first, ..] => new Refusal("step.stands-on-it", first.Step.Kind, first.Step.On, first.Why),
        };
}

/// <summary>What every act on a step does to the books.</summary>
internal static class StepPosting
{
    /// <summary>Derives the moves anew, numbers the act and writes the rows of the act and the differences.</summary>
    /// <param name="steps">All steps as they stand after the act.</param>
    /// <param name="write">Writes what the act adds.</param>
    public static async Task PostAsync(Work work, MatterFile file, IReadOnlyList<Step> steps, Action<MatterTables> write, CancellationToken ct)
    {
        var connection = await work.StartAsync(ct);
        var posted = (await DocketBook.MovesOfAsync(connection, [file.Matter.Id], ct))[file.Matter.Id].ToList();
        var act = await work.NumberAsync(ct);
        var posting = new DocketPosting(file.Matter, steps, posted, act);
        using var tables = new MatterTables(connection, act);
        using var moves = DocketBook.Writer(connection);
        write(tables);
        posting.Write(moves);
        tables.Flush();
        moves.Flush();
        await posting.UpdateNowAsync(connection, act, ct);
        if (act % work.ActsPerBatch == 0)
        {
            // Under the lock that commits: all acts before this one are in the books.
            await DocketBook.SumUpToAsync(connection, act - 1, work.Today, ct);
        }
    }
}
