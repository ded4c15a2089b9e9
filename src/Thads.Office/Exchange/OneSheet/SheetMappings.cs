using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>
/// The mappings a unit has used, by the names of the columns: a preference of those who import for it, not a record of the books. The newest
/// stands; it writes no act.
/// </summary>
public static class SheetMappings
{
    /// <summary>The mapping this unit used last for such columns, fitted to the header; null where there is none.</summary>
    public static async Task<SheetMapping?> FindAsync(string unit, SheetHeader header, Work work, CancellationToken ct)
    {
        var id = await UnitAsync(unit, work, ct);
        var json = await (await work.ConnectAsync(ct)).ValueAsync<string>(
            "SELECT mapping FROM sheet_mapping WHERE unit_id = @unit AND signature = @signature", ct, ("unit", id), ("signature", header.Signature));
        return json is null ? null : SheetMapping.FromJson(json).For(header);
    }

    /// <summary>Remembers the mapping for the next sheet with these columns.</summary>
    /// <param name="name">What it is called: the file it was made for.</param>
    public static async Task SaveAsync(SheetMapping mapping, SheetHeader header, string name, Work work, CancellationToken ct)
    {
        var id = await UnitAsync(mapping.Unit, work, ct);
        await (await work.ConnectAsync(ct)).RunAsync(
            """
            INSERT INTO sheet_mapping (unit_id, signature, name, mapping, saved_by, saved_at) VALUES (@unit, @signature, @name, @mapping, @by, @at)
            ON CONFLICT (unit_id, signature) DO UPDATE SET name = @name, mapping = @mapping, saved_by = @by, saved_at = @at
            """, ct,
            ("unit", id), ("signature", header.Signature), ("name", name), ("mapping", mapping.ToJson()), ("by", work.Person.Name), ("at", work.Now.ToString("O", CultureInfo.InvariantCulture)));
    }

    private static async Task<int> UnitAsync(string unit, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Exchange);
        var id = (await Units.UnitTree.OfAsync(work, ct)).UnitOf(unit) ?? throw new RefusedException(new Refusal("code.unknown", unit, "units"));
        work.Require(Permissions.Exchange, id);
        return id;
    }
}
