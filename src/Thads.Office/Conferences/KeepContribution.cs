using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Records a contribution (tham luận) of a commune or a department: planned before, given at the conference, or written.</summary>
public static class KeepContribution
{
    /// <param name="Number">Null = a new one.</param>
    /// <param name="Partner">Code of the body that contributes.</param>
    /// <param name="Said">The text, or its gist.</param>
    public sealed record Input(
        int Conference, int? Number, string Partner, string? Speaker, string Topic, string? Said, ContributionManner Manner, bool IsOut = false, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, ConferenceFile file) => input switch
    {
        _ when file.Conference.State == ConferenceState.Cancelled => new("conference.cancelled"),
        { Number: { } number } when file.Contributions.All(one => one.Number != number) => new("conference.no-contribution", Plain(number)),
        { IsOut: true } when file.Conference.State == ConferenceState.Held => new("conference.held", file.Conference.MeetsOn),
        _ when string.IsNullOrWhiteSpace(input.Partner) => new("conference.whose"),
        _ when string.IsNullOrWhiteSpace(input.Topic) => new("conference.no-topic"),
        { IsOut: false } when file.Contributions.Any(one => one.Number != input.Number && one.Partner == input.Partner && one.Topic == input.Topic.Trim()) => new("conference.contribution-twice", input.Topic.Trim()),
        _ => null,
    };

    /// <returns>Its number.</returns>
    /// <exception cref="NotFoundException">`conference.unknown`, `partner.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("contribution-kept", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<int>("SELECT number FROM conference_contribution WHERE act = @act", ct, ("act", same));
        }

        var file = await TakeAsync(input.Conference, work, ct);
        RefusedException.ThrowIf(WhyNot(input, file));
        var partner = (await PartnerBook.OfAsync(work, ct)).Known(input.Partner);
        var before = file.Contributions.FirstOrDefault(one => one.Number == input.Number);
        work.Begin("contribution-kept", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var number = input.Number ?? (int)await work.NextAsync("conference_contribution", "number", ct, input.Conference);
        await connection.RunAsync(
            """
            INSERT INTO conference_contribution (id, conference, number, partner, speaker, topic, said, manner, is_out, act)
            SELECT coalesce(max(id), 0) + 1, @conference, @number, @partner, @speaker, @topic, @said, @manner, @out, @act FROM conference_contribution
            """, ct,
            ("conference", input.Conference), ("number", number), ("partner", partner.Code), ("speaker", Text(input.Speaker)), ("topic", input.Topic.Trim()), ("said", Text(input.Said)), ("manner", input.Manner),
            ("out", input.IsOut ? 1 : 0), ("act", act));
        await work.EndAsync(
            new ActChange(file.Conference.Subject, "contribution", before is null ? null : $"{before.Partner}: {before.Topic}", input.IsOut ? null : $"{partner.Code}: {input.Topic.Trim()}") { Unit = file.Conference.UnitId }, ct);
        return number;
    }
}
