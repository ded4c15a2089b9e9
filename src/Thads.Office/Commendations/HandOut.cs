using Thads.Office.Acts;
using Thads.Office.Conferences;
using Thads.Office.Data;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Commendations;

/// <summary>Records that commendations were handed out: all of a decision that were not, at a conference or on another day.</summary>
public static class HandOut
{
    /// <param name="Decision">Number in the register.</param>
    /// <param name="Conference">Number of a conference that was held; null = elsewhere.</param>
    /// <param name="On">The day; of a conference its own.</param>
    public sealed record Input(long Decision, int? Conference, DateOnly? On, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, CommendationDecision decision, ConferenceFile? conference, DateOnly today) =>
        input.Conference is not null && conference is null ? new Refusal("conference.unknown", Plain(input.Conference.Value))
        : conference is { Conference.State: not ConferenceState.Held } ? new Refusal("conference.not-held")
        : (conference?.Conference.MeetsOn ?? input.On) is not { } on ? new Refusal("commendation.no-day")
        : on > today ? new Refusal("commendation.future", on)
        : on < decision.On ? new Refusal("commendation.handed-before", on, decision.On)
        : decision.Recipients.All(one => !one.Holds || one.HandedOn is not null) ? new Refusal("commendation.handed")
        : null;

    /// <exception cref="NotFoundException">`commendation.no-decision`.</exception>
    /// <exception cref="RefusedException">`commendation.*`, `conference.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("commendations-handed-out", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var decision = await ReadCommendations.DecisionAsync(input.Decision, work, ct) ?? throw new NotFoundException(new Refusal("commendation.no-decision", input.Decision));
        work.Require(Permissions.Organise, decision.UnitId);
        var conference = input.Conference is { } number ? await ReadConferences.OfAsync(number, work, ct) : null;
        RefusedException.ThrowIf(WhyNot(input, decision, conference, work.Today));
        var on = conference?.Conference.MeetsOn ?? input.On!.Value;
        work.Begin("commendations-handed-out", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var handed = decision.Recipients.Where(one => one.Holds && one.HandedOn is null).ToList();
        foreach (var one in handed)
        {
            await connection.RunAsync(
                "INSERT INTO commendation_handed (commendation, conference, handed_on, act) VALUES (@id, @conference, @on, @act)", ct,
                ("id", one.Id), ("conference", input.Conference), ("on", on), ("act", act));
        }

        await work.EndAsync(new ActChange($"{decision.Unit} {Plain(decision.Year)}", "commendations-handed", null, $"{decision.Number}: {Plain(handed.Count)}, {ActChange.Day(on)}") { Unit = decision.UnitId }, ct);
    }
}
