using Thads.Office.Acts;
using Thads.Office.Data;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Says that a conference was held, on the day it was called for. What was held cannot be unheld.</summary>
public static class HoldConference
{
    public sealed record Input(int Conference, string? IdempotencyKey = null);

    public static Refusal? WhyNot(ConferenceFile file, DateOnly today) => file switch
    {
        { Conference.State: ConferenceState.Held } => new("conference.held", file.Conference.MeetsOn),
        { Conference.State: ConferenceState.Cancelled } => new("conference.cancelled"),
        _ when file.Conference.MeetsOn > today => new("conference.not-yet", file.Conference.MeetsOn),
        { Chair: null } => new("conference.no-chair"),
        { Agenda: [] } => new("conference.no-agenda"),
        _ => null,
    };

    /// <exception cref="NotFoundException">`conference.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-held", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var file = await TakeAsync(input.Conference, work, ct);
        RefusedException.ThrowIf(WhyNot(file, work.Today));
        work.Begin("conference-held", idempotencyKey: input.IdempotencyKey);
        await WriteTurnAsync(file.Conference, ConferenceState.Held, null, work, ct);
        await work.FinishAsync(ct);
    }

    internal static async Task WriteTurnAsync(Conference conference, ConferenceState state, string? reason, Work work, CancellationToken ct)
    {
        await (await work.ConnectAsync(ct)).RunAsync(
            "INSERT INTO conference_state (id, conference, state, on_day, reason, act) SELECT coalesce(max(id), 0) + 1, @number, @state, @on, @reason, @act FROM conference_state", ct,
            ("number", conference.Number), ("state", state), ("on", conference.MeetsOn), ("reason", Text(reason)), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange(conference.Subject, "conference-state", Codes.CodeOf(conference.State), Codes.CodeOf(state)) { Unit = conference.UnitId });
    }
}
