using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Matters;

/// <summary>A matter taken to be changed: nobody else changes it until the work is done.</summary>
/// <param name="Version">How often it had been changed when it was taken.</param>
/// <param name="DoneBefore">The act that was done under the key before; null when it is new.</param>
public sealed record TakenMatter(MatterFile File, int Version, long? DoneBefore);

/// <summary>Taking a matter; an extension here and not in Acts, which know no matter.</summary>
public static class TakeMatter
{
    /// <summary>
    /// Loads a matter to change it. SQLite: the work is the one writer already. PostgreSQL: the lock on its row. What a rule
    /// depends on is read after this, not before.
    /// </summary>
    /// <param name="seenVersion">The version the person's form was drawn from; another one now is refused with both, unless the form was sent before.</param>
    /// <param name="idempotencyKey">The key under which the form is sent.</param>
    /// <exception cref="NotFoundException">No such matter, or not this person's to see.</exception>
    /// <exception cref="RefusedException">`matter.changed`.</exception>
    public static async Task<TakenMatter> TakeAsync(this Work work, string code, int? seenVersion, string? idempotencyKey, CancellationToken ct)
    {
        var connection = await work.StartAsync(ct);
        var found = await connection.ListAsync(
            $"SELECT n.version, n.unit_id, m.unit_id FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.code = @code{(connection.IsPostgres() ? " FOR UPDATE OF n" : "")}",
            r => (Version: r.GetInt32(0), Holder: r.GetInt32(1), Docketed: r.GetInt32(2)), ct, ("code", code));
        if (found.Count == 0 || !work.Person.Sees(found[0].Holder))
        {
            throw new NotFoundException(new Refusal("matter.unknown", code));
        }

        var version = found[0].Version;
        var doneBefore = await work.DoneBeforeAsync(idempotencyKey, ct);
        RefusedException.ThrowIf(doneBefore is null && seenVersion is { } seen && seen != version ? new Refusal("matter.changed", code, seen, version) : null);
        return new TakenMatter((await MatterFiles.ByCodeAsync(connection, code, ct))!, version, doneBefore);
    }
}
