using Thads.Office.Acts;
using Thads.Office.Data;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Moves a conference to another day, with the reason. The day before stays in its history.</summary>
public static class PutOffConference
{
    public sealed record Input(int Conference, DateOnly To, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Conference conference) => input switch
    {
        _ when conference.State == ConferenceState.Held => new("conference.held", conference.MeetsOn),
        _ when conference.State == ConferenceState.Cancelled => new("conference.cancelled"),
        _ when string.IsNullOrWhiteSpace(input.Reason) => new("conference.no-reason"),
        _ when input.To <= conference.MeetsOn => new("conference.not-later", input.To, conference.MeetsOn),
        _ => null,
    };

    /// <exception cref="NotFoundException">`conference.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-put-off", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var conference = (await TakeAsync(input.Conference, work, ct)).Conference;
        RefusedException.ThrowIf(WhyNot(input, conference));
        work.Begin("conference-put-off", input.Reason.Trim(), input.IdempotencyKey);
        await connection.RunAsync(
            """
            INSERT INTO conference (id, number, unit_id, year, title, meets_on, begins_at, place, note, act)
            SELECT (SELECT max(id) + 1 FROM conference), number, unit_id, year, title, @to, begins_at, place, note, @act FROM conference WHERE number = @number ORDER BY id DESC LIMIT 1
            """, ct, ("to", input.To), ("number", input.Conference), ("act", await work.NumberAsync(ct)));
        await HoldConference.WriteTurnAsync(conference, ConferenceState.PutOff, input.Reason, work, ct);
        await work.FinishAsync(ct);
    }
}
