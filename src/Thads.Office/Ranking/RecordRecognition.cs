using System.Globalization;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Ranking;

/// <summary>
/// Records what was decided about a unit's year: rank, grade, recognition. The program proposes, somebody decides; a decision that differs from what was proposed is as good
/// as one that does not.
/// </summary>
public static class RecordRecognition
{
    /// <param name="Unit">Code.</param>
    /// <param name="Year">Statistical year; it is over.</param>
    /// <param name="Place">Rank among <paramref name="OfUnits"/>; both or none.</param>
    /// <param name="Level">Code of <see cref="RecognitionLevel"/>.</param>
    /// <param name="DecidedBy">Who decided, as printed.</param>
    /// <param name="Decision">Number of the decision.</param>
    /// <param name="Scheme">Code of a scheme; null = nobody says.</param>
    public sealed record Input(
        string Unit, int Year, int? Place, int? OfUnits, string? Grade, string? Level, string DecidedBy, string Decision, DateOnly DecidedOn, string? Scheme = null, string? Note = null,
        string? IdempotencyKey = null);

    /// <summary>Why this cannot be recorded, by what it says and by the day.</summary>
    public static Refusal? WhyNot(Input input, DateOnly today) => RankedYear.WhyNotOver(input.Year, today) ?? input switch
    {
        { Place: null, Grade: null or "", Level: null or "" } => new("recognition.nothing"),
        { Place: null, OfUnits: not null } or { Place: not null, OfUnits: null } => new("recognition.half-a-rank"),
        { Place: < 1 } or { OfUnits: < 1 or > 9999 } => new("recognition.bad-rank", input.Place!, input.OfUnits!),
        _ when input.Place > input.OfUnits => new("recognition.bad-rank", input.Place!, input.OfUnits!),
        { Level.Length: > 0 } when RecognitionLevel.Find(input.Level) is null => new("recognition.level", input.Level, string.Join(", ", RecognitionLevel.All.Select(level => level.Code))),
        { Scheme.Length: > 0 } when Scheme.Find(input.Scheme) is null => new("scheme.unknown", input.Scheme, string.Join(", ", Scheme.All.Select(scheme => scheme.Code))),
        _ when string.IsNullOrWhiteSpace(input.DecidedBy) => new("recognition.who"),
        _ when string.IsNullOrWhiteSpace(input.Decision) => new("recognition.number"),
        _ when input.DecidedOn > today => new("recognition.future", input.DecidedOn),
        _ when input.DecidedOn <= new StatisticalYear(input.Year).End => new("recognition.before-end", input.DecidedOn, new StatisticalYear(input.Year).End),
        _ => null,
    };

    /// <exception cref="NotFoundException">`report.unit`: no such unit, or not this person's.</exception>
    /// <exception cref="RefusedException">`ranking.not-over`, `ranking.unit-ended`, `recognition.*`, `scheme.unknown`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        var connection = await work.StartAsync(ct);
        if (await work.SameBeforeAsync("recognition-recorded", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(input.Unit, work.Person);
        work.Require(Permissions.Direct, unit);
        RefusedException.ThrowIf(WhyNot(input, work.Today) ?? RankedYear.WhyNotThere(tree, unit, input.Year));

        var before = await ReadRecognition.OfAsync(tree.UnitCode(unit), input.Year, work, ct);
        work.Begin("recognition-recorded", Text(input.Note), input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        await connection.RunAsync(
            """
            INSERT INTO recognition (id, unit_id, year, place, of_units, grade, level, decided_by, decision, decided_on, scheme, note, act)
            SELECT coalesce(max(id), 0) + 1, @unit, @year, @place, @of, @grade, @level, @by, @decision, @on, @scheme, @note, @act FROM recognition
            """, ct,
            ("unit", unit), ("year", input.Year), ("place", input.Place), ("of", input.OfUnits), ("grade", Text(input.Grade)), ("level", Text(input.Level)), ("by", input.DecidedBy.Trim()),
            ("decision", input.Decision.Trim()), ("on", input.DecidedOn), ("scheme", Text(input.Scheme)), ("note", Text(input.Note)), ("act", act));
        var now = (await ReadRecognition.OfAsync(tree.UnitCode(unit), input.Year, work, ct))!;
        var subject = string.Create(CultureInfo.InvariantCulture, $"{now.Unit} {input.Year}");
        await work.ChangedAsync(
            ct,
            new ActChange(subject, "recognised-as", before?.Official, now.Official) { Unit = unit },
            new ActChange(subject, "recognised-by", before is null ? null : $"{before.Decision} ({before.DecidedBy})", $"{now.Decision} ({now.DecidedBy})") { Unit = unit },
            new ActChange(subject, "recognised-on", ActChange.Day(before?.DecidedOn), ActChange.Day(now.DecidedOn)) { Unit = unit });
        await work.FinishAsync(ct);
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
