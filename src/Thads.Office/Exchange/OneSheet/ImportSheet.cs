using Thads.Office.Acts;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>What an import of a sheet did, or would do.</summary>
/// <param name="Placed">Rows that became, or are already, matters of the books.</param>
/// <param name="Refused">In the order of the rows; a row may have more than one reason.</param>
/// <param name="PassedOver">Rows that are no matters: totals, signatures.</param>
/// <param name="Import">Reconciliation and act; null where no row could be placed.</param>
/// <param name="Codes">Codes of the matters placed.</param>
public sealed record SheetResult(
    int Placed, IReadOnlyList<SheetRefusal> Refused, IReadOnlyList<SheetRefusal> PassedOver, ImportResult? Import, IReadOnlyList<string> Codes)
{
    /// <summary>The books have what was placed; after a check: they would.</summary>
    public bool Imported => Import?.Imported == true;
}

/// <summary>Brings the rows of one sheet into the books, by way of an exchange set: all of them, or — where the person says so — the sound ones without the rest.</summary>
public static class ImportSheet
{
    /// <param name="Sheet">As <see cref="ReadSheet"/> read it.</param>
    /// <param name="Mapping">Fitted to the header of this sheet (<see cref="SheetMapping.For"/>).</param>
    /// <param name="Source">How the file is named to people; the act keeps it.</param>
    /// <param name="LeaveOut">Rows that cannot be placed stay out and the rest comes in; without it one such row stops everything.</param>
    /// <param name="CheckOnly">Nothing is written: the answer is what would come of the sound rows.</param>
    public sealed record Input(SheetText Sheet, SheetHeader Header, SheetMapping Mapping, string Source, bool LeaveOut, bool CheckOnly, string? IdempotencyKey = null);

    /// <exception cref="RefusedException">The mapping cannot make matters of this sheet.</exception>
    public static async Task<SheetResult> RunAsync(Input input, Work work, CancellationToken ct, Action<ImportProgress>? progress = null)
    {
        work.Require(Permissions.Exchange);
        if (await work.DoneBeforeAsync(input.CheckOnly ? null : input.IdempotencyKey, ct) is { } earlier)
        {
            return new SheetResult(0, [], [], new ImportResult([], [], earlier, 0, Imported: true), []);
        }

        var units = await UnitTree.OfAsync(work, ct);
        var convert = new ConvertSheet(input.Mapping, input.Header, units, work.Today);
        work.Require(Permissions.Exchange, units.UnitOf(input.Mapping.Unit)!.Value);
        var rows = input.Sheet.Rows.Where(r => r.Number >= input.Header.FirstData).ToList();
        progress?.Invoke(new ImportProgress("sheet", 0, 0));
        var there = await ThereAsync(convert.CodesOf(rows), work, ct);
        var converted = convert.Run(rows, code => there.GetValueOrDefault(code));
        if (converted.Placed.Count == 0 || (converted.Refused.Count > 0 && !input.LeaveOut && !input.CheckOnly))
        {
            return new SheetResult(0, converted.Refused, converted.PassedOver, null, []);
        }

        var folder = Directory.CreateTempSubdirectory("thads-sheet-").FullName;
        try
        {
            var set = new SheetFolder(Path.Combine(folder, "set"), units);
            set.Write(converted.Placed, input.Source);
            // A check shows what comes of the sound rows, whether or not the person will leave the others out.
            var leftOut = input.LeaveOut || input.CheckOnly ? Path.Combine(folder, "left-out") : null;
            var result = await ImportExchange.RunAsync(
                new(Path.Combine(folder, "set"), leftOut, input.CheckOnly, input.IdempotencyKey, input.Source), work, ct, progress);
            return Told(input, converted, set, result);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the books have of these matters, as far as this person sees it.</summary>
    private static async Task<Dictionary<string, MatterFile>> ThereAsync(IReadOnlyList<string> codes, Work work, CancellationToken ct)
    {
        var (connection, scope) = (await work.ConnectAsync(ct), ExchangeScope.Of(work));
        var there = new Dictionary<string, MatterFile>(StringComparer.Ordinal);
        foreach (var block in codes.Distinct(StringComparer.Ordinal).Chunk(MatterFiles.Block))
        {
            var elsewhere = await scope.HeldElsewhereAsync(connection, block, ct);
            foreach (var (code, file) in await MatterFiles.ByCodeAsync(connection, [.. block.Where(c => !elsewhere.Contains(c))], ct))
            {
                there.Add(code, file);
            }
        }

        return there;
    }

    /// <summary>What the import refused, said of the sheet.</summary>
    private static SheetResult Told(Input input, ConvertedSheet converted, SheetFolder set, ImportResult result)
    {
        var refused = new List<SheetRefusal>();
        var cells = new SheetCells(input.Mapping, input.Header, refused);
        var byNumber = input.Sheet.Rows.ToDictionary(r => r.Number);
        // That the lines of a refused matter have none is no reason of its own.
        foreach (var row in result.Refused.Where(r => r.Why is not { Code: "code.unknown", Arguments: [_, "matters"] }))
        {
            // Beyond a row of the set there is nothing to name: it was written by us.
            var (number, field) = set.Place(row) ?? throw new InvalidOperationException(row.In(Language.English));
            if (cells.Row != number)
            {
                cells.Stand(byNumber[number]);
            }

            cells.Refuse(field, row.Why);
        }

        var bad = refused.Select(r => r.Row).ToHashSet();
        var codes = converted.Placed.Where(m => !bad.Contains(m.Row)).Select(m => m.Matter.Code).ToList();
        return new SheetResult(codes.Count, [.. converted.Refused.Concat(refused).OrderBy(r => r.Row)], converted.PassedOver, result, codes);
    }
}
