using System.Data.Common;
using System.Globalization;
using Thads.Office.Data;

namespace Thads.Office.Narrative;

/// <summary>A text somebody wrote for a report.</summary>
/// <param name="Block">Which of the texts of <see cref="Outline.Texts"/>.</param>
/// <param name="Text">Empty = taken away.</param>
/// <param name="IsDraft">Carried over from the year before and not yet looked at: no document has it.</param>
public sealed record NarrativeText(string Block, string Text, bool IsDraft, string Person, DateTime At, long Act);

/// <summary>A number typed by hand, or taken back.</summary>
/// <param name="Value">Null = the computed one again.</param>
public sealed record NarrativeNumber(string Fact, decimal? Value, string Reason, string Person, DateTime At, long Act);

/// <summary>A template a unit brought in.</summary>
/// <param name="Hash">SHA-256 of the file, small hexadecimal digits.</param>
public sealed record NarrativeTemplate(int Number, int Unit, NarrativeKind Kind, string Name, string Hash, int Length, string Person, DateTime At);

/// <summary>What people added to the reports, with all its versions. Of several the last holds.</summary>
internal static class NarrativeStore
{
    /// <returns>The last first.</returns>
    public static async Task<List<NarrativeText>> TextsAsync(DbConnection connection, int unit, int year, int months, CancellationToken ct) => await connection.ListAsync(
        "SELECT t.block, t.text, t.draft, a.person, a.at, t.act FROM narrative_text t JOIN act a ON a.seq = t.act WHERE t.unit_id = @unit AND t.year = @year AND t.months = @months ORDER BY t.act DESC, t.block",
        r => new NarrativeText(r.GetString(0), r.GetString(1), r.GetInt32(2) == 1, r.GetString(3), r.Moment(4), r.GetInt64(5)), ct, ("unit", unit), ("year", year), ("months", months));

    /// <returns>The last first.</returns>
    public static async Task<List<NarrativeNumber>> NumbersAsync(DbConnection connection, int unit, int year, int months, CancellationToken ct) => await connection.ListAsync(
        "SELECT n.fact, n.value, n.reason, a.person, a.at, n.act FROM narrative_number n JOIN act a ON a.seq = n.act WHERE n.unit_id = @unit AND n.year = @year AND n.months = @months ORDER BY n.act DESC",
        r => new NarrativeNumber(r.GetString(0), r.TextOrNone(1) is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null, r.GetString(2), r.GetString(3), r.Moment(4), r.GetInt64(5)), ct,
        ("unit", unit), ("year", year), ("months", months));

    /// <returns>The last first, of the units asked for.</returns>
    public static async Task<List<NarrativeTemplate>> TemplatesAsync(DbConnection connection, IEnumerable<int> units, CancellationToken ct) => await connection.ListAsync(
        $"SELECT t.number, t.unit_id, t.kind, t.name, t.hash, t.length, a.person, a.at FROM narrative_template t JOIN act a ON a.seq = t.act WHERE t.unit_id IN ({Sql.List(units)}) ORDER BY t.number DESC",
        r => new NarrativeTemplate(r.GetInt32(0), r.GetInt32(1), (NarrativeKind)r.GetInt32(2), r.GetString(3), r.GetString(4), r.GetInt32(5), r.GetString(6), r.Moment(7)), ct);

    /// <summary>The file of a template.</summary>
    public static async Task<byte[]> FileAsync(DbConnection connection, int number, CancellationToken ct) => Convert.FromBase64String(
        await connection.ValueAsync<string>("SELECT content FROM narrative_template WHERE number = @number", ct, ("number", number)) ?? throw new NotFoundException(new Refusal("narrative.no-template", number)));
}
