using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Records who came to a conference, who sent somebody, who stayed away.</summary>
public static class TakeAttendance
{
    /// <param name="Person">Number on the list.</param>
    /// <param name="StandIn">Who came for them.</param>
    public sealed record Line(int Person, ConferenceAttendance Came, string? StandIn = null);

    public sealed record Input(int Conference, IReadOnlyList<Line> Lines, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, ConferenceFile file, DateOnly today) => input switch
    {
        _ when file.Conference.State == ConferenceState.Cancelled => new("conference.cancelled"),
        _ when file.Conference.MeetsOn > today => new("conference.not-yet", file.Conference.MeetsOn),
        { Lines: [] } => new("conference.nobody"),
        _ when input.Lines.FirstOrDefault(line => file.People.All(person => person.Number != line.Person)) is { } unknown => new("conference.no-person", Plain(unknown.Person)),
        _ when input.Lines.FirstOrDefault(line => line.Came == ConferenceAttendance.Represented && Text(line.StandIn) is null) is { } bare =>
            new("conference.no-stand-in", file.People.First(person => person.Number == bare.Person).Full),
        _ => null,
    };

    /// <exception cref="NotFoundException">`conference.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-attendance-taken", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var file = await TakeAsync(input.Conference, work, ct);
        RefusedException.ThrowIf(WhyNot(input, file, work.Today));
        work.Begin("conference-attendance-taken", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        foreach (var line in input.Lines)
        {
            await connection.RunAsync(
                """
                INSERT INTO conference_attendance (id, conference, person, attendance, stand_in, act)
                SELECT coalesce(max(id), 0) + 1, @conference, @person, @came, @for, @act FROM conference_attendance
                """, ct,
                ("conference", input.Conference), ("person", line.Person), ("came", line.Came), ("for", line.Came == ConferenceAttendance.Represented ? Text(line.StandIn) : null), ("act", act));
        }

        await work.EndAsync(
            new ActChange(
                file.Conference.Subject, "conference-attendance", null,
                string.Join(", ", input.Lines.GroupBy(line => line.Came).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{Codes.CodeOf(g.Key)} {g.Count()}"))))
            { Unit = file.Conference.UnitId }, ct);
    }
}
