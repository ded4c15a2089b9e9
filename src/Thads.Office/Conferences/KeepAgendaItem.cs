using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Puts an item on the agenda of a conference, at its end; changes it; takes it off. Its place is changed by <see cref="MoveAgendaItem"/>.</summary>
public static class KeepAgendaItem
{
    /// <param name="Number">Null = a new one.</param>
    /// <param name="Minutes">1 to 600.</param>
    /// <param name="Speaker">Who speaks, as printed.</param>
    public sealed record Input(int Conference, int? Number, string Title, int Minutes, string? Speaker, bool IsOut = false, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, ConferenceFile file) => input switch
    {
        _ when !file.Conference.IsOpen => new("conference.closed", file.Conference.MeetsOn),
        { Number: { } number } when file.Agenda.All(item => item.Number != number) => new("conference.no-item", Plain(number)),
        _ when string.IsNullOrWhiteSpace(input.Title) => new("conference.no-item-title"),
        { Minutes: < 1 or > 600 } => new("conference.bad-minutes", input.Minutes),
        { IsOut: false } when file.Agenda.Where(item => item.Number != input.Number).Sum(item => item.Minutes) + input.Minutes + (file.Conference.BeginsAt.ToTimeSpan().TotalMinutes) > 24 * 60 => new("conference.past-midnight"),
        _ => null,
    };

    /// <returns>Its number.</returns>
    /// <exception cref="NotFoundException">`conference.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-agenda-kept", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<int>("SELECT number FROM conference_item WHERE act = @act", ct, ("act", same));
        }

        var file = await TakeAsync(input.Conference, work, ct);
        RefusedException.ThrowIf(WhyNot(input, file));
        var before = file.Agenda.FirstOrDefault(item => item.Number == input.Number);
        work.Begin("conference-agenda-kept", idempotencyKey: input.IdempotencyKey);
        await work.NumberAsync(ct);
        var number = input.Number ?? (int)await work.NextAsync("conference_item", "number", ct, input.Conference);
        var now = new AgendaItem(number, before?.Place ?? (int)await work.NextAsync("conference_item", "place", ct, input.Conference), input.Minutes, input.Title.Trim(), Text(input.Speaker), default);
        await WriteAsync(input.Conference, now, input.IsOut, work, ct);
        await work.EndAsync(new ActChange(file.Conference.Subject, "agenda", before is null ? null : Said(before), input.IsOut ? null : Said(now)) { Unit = file.Conference.UnitId }, ct);
        return number;
    }

    internal static async Task WriteAsync(int conference, AgendaItem item, bool isOut, Work work, CancellationToken ct) => await (await work.ConnectAsync(ct)).RunAsync(
        """
        INSERT INTO conference_item (id, conference, number, place, minutes, title, speaker, is_out, act)
        SELECT coalesce(max(id), 0) + 1, @conference, @number, @place, @minutes, @title, @speaker, @out, @act FROM conference_item
        """, ct,
        ("conference", conference), ("number", item.Number), ("place", item.Place), ("minutes", item.Minutes), ("title", item.Title), ("speaker", item.Speaker), ("out", isOut ? 1 : 0),
        ("act", await work.NumberAsync(ct)));

    private static string Said(AgendaItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.Title} ({item.Minutes}′)");
}
