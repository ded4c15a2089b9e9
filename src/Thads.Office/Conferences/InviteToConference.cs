using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Records that invitations went out: to whom, on which day, how.</summary>
public static class InviteToConference
{
    /// <param name="People">Their numbers on the list.</param>
    public sealed record Input(int Conference, IReadOnlyList<int> People, DateOnly SentOn, ConferenceChannel Channel, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, ConferenceFile file, DateOnly today) => input switch
    {
        _ when file.Conference.State == ConferenceState.Cancelled => new("conference.cancelled"),
        { People: [] } => new("conference.nobody"),
        _ when input.People.FirstOrDefault(number => file.People.All(person => person.Number != number)) is > 0 and var unknown => new("conference.no-person", Plain(unknown)),
        _ when input.SentOn > today => new("conference.future", input.SentOn),
        _ when input.SentOn > file.Conference.MeetsOn => new("conference.invited-late", input.SentOn, file.Conference.MeetsOn),
        _ => null,
    };

    /// <exception cref="NotFoundException">`conference.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-invited", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var file = await TakeAsync(input.Conference, work, ct);
        RefusedException.ThrowIf(WhyNot(input, file, work.Today));
        work.Begin("conference-invited", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        foreach (var person in input.People.Distinct())
        {
            await connection.RunAsync(
                "INSERT INTO conference_invited (id, conference, person, sent_on, channel, act) SELECT coalesce(max(id), 0) + 1, @conference, @person, @on, @channel, @act FROM conference_invited", ct,
                ("conference", input.Conference), ("person", person), ("on", input.SentOn), ("channel", input.Channel), ("act", act));
        }

        await work.EndAsync(
            new ActChange(file.Conference.Subject, "conference-invited", null, string.Create(CultureInfo.InvariantCulture, $"{input.People.Distinct().Count()}, {ActChange.Day(input.SentOn)}, {Codes.CodeOf(input.Channel)}")) { Unit = file.Conference.UnitId }, ct);
    }
}
