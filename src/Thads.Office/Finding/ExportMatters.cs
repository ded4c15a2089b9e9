using Thads.Office.Acts;
using Thads.Office.Units;
using Thads.Office.Workbooks;

namespace Thads.Office.Finding;

/// <summary>
/// A list of matters as a workbook: what is seen, whole, in its columns and its order, with the filter written above. Names of people leave the
/// program here: who took them out, when and which, is kept as an act.
/// </summary>
public static class ExportMatters
{
    /// <param name="Head">Lines above the table: the filter in words, who and when.</param>
    public sealed record Input(MatterFilter Filter, MatterOrder? Order, IReadOnlyList<MatterColumn> Columns, IReadOnlyList<string> Head, Language Language = Language.Vietnamese);

    /// <returns>How many matters are in it.</returns>
    public static async Task<long> RunAsync(Input input, Stream to, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var total = await FindMatters.CountAsync(input.Filter, work, ct);
        RefusedException.ThrowIf(total > WorkbookLimits.Rows - input.Head.Count - 2
            ? new Refusal("workbook.too-many-rows", Words.Say(input.Language, "find.title"), WorkbookLimits.Rows) : null);
        var cells = new MatterCells(await UnitTree.OfAsync(work, ct), work.Today, input.Language);
        string[] head = [Words.Say(input.Language, "find.title"), .. input.Head, Words.Say(input.Language, "find.counted", total)];
        using (var workbook = new TableWorkbook(
            to, Words.Say(input.Language, "find.sheet"), head, [.. input.Columns.Select(column => column.InWorkbook(input.Language))], Words.Say(input.Language, "find.page")))
        {
            await FindMatters.EachAsync(input.Filter, input.Order, matter => workbook.Add(input.Columns.Select(column => cells.Cell(matter, column))), work, ct);
        }

        work.Begin("matters-exported", string.Join(" · ", [.. input.Head, Words.Say(input.Language, "find.counted", total)]));
        await work.FinishAsync(ct);
        return total;
    }
}
