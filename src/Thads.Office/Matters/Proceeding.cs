using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.Matters;

/// <summary>What a step or an event was recorded with beyond what moves the book.</summary>
/// <param name="Number">Of the step, or of the event, in its matter.</param>
/// <param name="Form">Code of the form of the procedure.</param>
/// <param name="Ground">Code of a ground of the law of its day.</param>
/// <param name="Document">Number of the decision or minutes, as printed.</param>
/// <param name="At">Time of day, office time; null = not told.</param>
/// <param name="Until">Last day it holds.</param>
public sealed record Proceeding(bool IsEvent, int Number, string Form, string? Ground, string? Document, TimeOnly? At, bool Forces, DateOnly? Until);

/// <summary>Reads what steps and events were recorded with.</summary>
public static class Proceedings
{
    private const string TimeFormat = "HH:mm";

    public static async Task<List<Proceeding>> OfAsync(DbConnection connection, Guid matter, CancellationToken ct) =>
        [.. (await OfAsync(connection, [matter], ct))[matter]];

    public static async Task<ILookup<Guid, Proceeding>> OfAsync(DbConnection connection, IReadOnlyCollection<Guid> matters, CancellationToken ct)
    {
        var names = matters.Select((id, i) => ($"m{i}", (object?)id)).ToArray();
        var rows = matters.Count == 0 ? [] : await connection.ListAsync(
            $"SELECT matter_id, is_event, number, form, ground, document, at_time, forces, until_day FROM proceeding WHERE matter_id IN ({string.Join(',', names.Select(name => '@' + name.Item1))}) ORDER BY act, number",
            r => (Matter: r.Id(0), Row: new Proceeding(
                r.GetInt32(1) != 0, r.GetInt32(2), r.GetString(3), r.TextOrNone(4), r.TextOrNone(5),
                r.TextOrNone(6) is { } at ? TimeOnly.ParseExact(at, TimeFormat, System.Globalization.CultureInfo.InvariantCulture) : null, r.GetInt32(7) != 0, r.DayOrNone(8))), ct, names);
        return rows.ToLookup(row => row.Matter, row => row.Row);
    }

    public static Task WriteAsync(DbConnection connection, Guid matter, Proceeding one, long act, CancellationToken ct) => connection.RunAsync(
        """
        INSERT INTO proceeding (matter_id, is_event, number, form, ground, document, at_time, forces, until_day, act)
        VALUES (@matter, @event, @number, @form, @ground, @document, @at, @forces, @until, @act)
        """, ct,
        ("matter", matter), ("event", one.IsEvent ? 1 : 0), ("number", one.Number), ("form", one.Form), ("ground", one.Ground), ("document", one.Document),
        ("at", one.At?.ToString(TimeFormat, System.Globalization.CultureInfo.InvariantCulture)), ("forces", one.Forces ? 1 : 0), ("until", one.Until), ("act", act));
}
