using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Ranking;
using Thads.Office.Units;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Prepares a conference, or changes what is said of one that is still to be held. Another day is <see cref="PutOffConference"/>.</summary>
public static class KeepConference
{
    /// <param name="Number">Null = a new one.</param>
    /// <param name="Unit">Code.</param>
    /// <param name="Year">Statistical year it sums up.</param>
    /// <param name="MeetsOn">May lie in the past: what was held before it came into the program is recorded late.</param>
    /// <param name="BeginsAt">HH:mm.</param>
    public sealed record Input(int? Number, string Unit, int Year, string Title, DateOnly MeetsOn, string BeginsAt, string Place, string? Note = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Conference? before, DateOnly today) => input switch
    {
        _ when before is { IsOpen: false } => new("conference.closed", before.MeetsOn),
        _ when before is not null && before.MeetsOn != input.MeetsOn => new("conference.put-off-instead", before.MeetsOn),
        _ when string.IsNullOrWhiteSpace(input.Title) => new("conference.no-title"),
        _ when string.IsNullOrWhiteSpace(input.Place) => new("conference.no-place"),
        _ when !TimeOnly.TryParseExact(input.BeginsAt, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var _) => new("conference.bad-time", input.BeginsAt),
        { Year: < 1993 } => new("conference.bad-year", Plain(input.Year)),
        _ when input.Year > today.Year + 1 => new("conference.bad-year", Plain(input.Year)),
        _ when input.MeetsOn.Year < input.Year - 1 || input.MeetsOn.Year > input.Year + 1 => new("conference.bad-day", input.MeetsOn, Plain(input.Year)),
        _ => null,
    };

    /// <returns>Its number.</returns>
    /// <exception cref="NotFoundException">`report.unit`, `conference.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-kept", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<int>("SELECT number FROM conference WHERE act = @act", ct, ("act", same));
        }

        var before = input.Number is { } known ? (await TakeAsync(known, work, ct)).Conference : null;
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = before?.UnitId ?? tree.Seen(input.Unit, work.Person);
        work.Require(Permissions.Organise, unit);
        RefusedException.ThrowIf(WhyNot(input, before, work.Today));

        work.Begin("conference-kept", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var number = before?.Number ?? (int)await work.NextAsync("conference", "number", ct);
        await connection.RunAsync(
            """
            INSERT INTO conference (id, number, unit_id, year, title, meets_on, begins_at, place, note, act)
            SELECT coalesce(max(id), 0) + 1, @number, @unit, @year, @title, @on, @at, @place, @note, @act FROM conference
            """, ct,
            ("number", number), ("unit", unit), ("year", input.Year), ("title", input.Title.Trim()), ("on", input.MeetsOn), ("at", input.BeginsAt), ("place", input.Place.Trim()), ("note", Text(input.Note)),
            ("act", act));
        await work.EndAsync(
            new ActChange($"{tree.UnitCode(unit)} {Plain(input.Year)}", "conference", before is null ? null : Said(before.Title, before.MeetsOn, before.Place), Said(input.Title.Trim(), input.MeetsOn, input.Place.Trim())) { Unit = unit }, ct);
        return number;
    }

    private static string Said(string title, DateOnly on, string place) => $"{title}; {ActChange.Day(on)}; {place}";
}
