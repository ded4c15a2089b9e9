using Thads.Office.Acts;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Calls a conference off for good, with the reason. All that was prepared stays to be read.</summary>
public static class CancelConference
{
    public sealed record Input(int Conference, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Conference conference) => input switch
    {
        _ when conference.State == ConferenceState.Held => new("conference.held", conference.MeetsOn),
        _ when conference.State == ConferenceState.Cancelled => new("conference.cancelled"),
        _ when string.IsNullOrWhiteSpace(input.Reason) => new("conference.no-reason"),
        _ => null,
    };

    /// <exception cref="NotFoundException">`conference.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-cancelled", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var conference = (await TakeAsync(input.Conference, work, ct)).Conference;
        RefusedException.ThrowIf(WhyNot(input, conference));
        work.Begin("conference-cancelled", input.Reason.Trim(), input.IdempotencyKey);
        await HoldConference.WriteTurnAsync(conference, ConferenceState.Cancelled, input.Reason, work, ct);
        await work.FinishAsync(ct);
    }
}
