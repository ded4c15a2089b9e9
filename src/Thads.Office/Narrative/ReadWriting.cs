using Thads.Office.Acts;

namespace Thads.Office.Narrative;

/// <summary>The versions of what people wrote into a report, the last first: of a report the person has before them.</summary>
public static class ReadWriting
{
    public static async Task<IReadOnlyList<NarrativeText>> TextsAsync(NarrativeReport report, string block, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return [.. (await NarrativeStore.TextsAsync(await work.ConnectAsync(ct), report.Unit, report.Query.Year, report.Query.Months, ct)).Where(text => text.Block == block)];
    }

    public static async Task<IReadOnlyList<NarrativeNumber>> NumbersAsync(NarrativeReport report, string fact, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return [.. (await NarrativeStore.NumbersAsync(await work.ConnectAsync(ct), report.Unit, report.Query.Year, report.Query.Months, ct)).Where(number => number.Fact == fact)];
    }
}
