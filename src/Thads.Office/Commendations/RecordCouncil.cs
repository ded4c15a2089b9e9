using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Ranking;
using Thads.Office.Units;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Commendations;

/// <summary>Records a meeting of the council for emulation and commendation: who sat, its minutes, and how it voted on nominations.</summary>
public static class RecordCouncil
{
    /// <param name="For">Members that voted for it.</param>
    public sealed record Vote(long Nomination, int For, int Against);

    /// <param name="Members">One per line.</param>
    public sealed record Input(string Unit, int Year, DateOnly MetOn, string Members, string? Minutes, IReadOnlyList<Vote> Votes, string? IdempotencyKey = null);

    /// <summary>Members, one per line.</summary>
    public static IReadOnlyList<string> MembersOf(string members) => [.. members.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public static Refusal? WhyNot(Input input, IReadOnlyList<Nomination> nominations, DateOnly today)
    {
        var members = MembersOf(input.Members);
        return members.Count == 0 ? new Refusal("commendation.no-members")
            : members.Distinct().Count() < members.Count ? new Refusal("commendation.member-twice")
            : input.MetOn > today ? new Refusal("commendation.future", input.MetOn)
            : input.Votes.Count == 0 ? new Refusal("commendation.no-votes")
            : input.Votes.Select(vote => WhyNot(vote, members.Count, nominations.FirstOrDefault(one => one.Id == vote.Nomination))).FirstOrDefault(why => why is not null);
    }

    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`commendation.*`.</exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("commendation-council-recorded", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<long>("SELECT id FROM commendation_council WHERE act = @act", ct, ("act", same));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(input.Unit, work.Person);
        work.Require(Permissions.Organise, unit);
        RefusedException.ThrowIf(WhyNot(input, await ReadNominations.RunAsync(tree.UnitCode(unit), input.Year, work, ct), work.Today));
        work.Begin("commendation-council-recorded", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var id = await work.NextAsync("commendation_council", "id", ct);
        await connection.RunAsync(
            "INSERT INTO commendation_council (id, unit_id, year, met_on, members, minutes, act) VALUES (@id, @unit, @year, @on, @members, @minutes, @act)", ct,
            ("id", id), ("unit", unit), ("year", input.Year), ("on", input.MetOn), ("members", string.Join('\n', MembersOf(input.Members))), ("minutes", Text(input.Minutes)), ("act", act));
        foreach (var vote in input.Votes)
        {
            await connection.RunAsync(
                "INSERT INTO commendation_vote (id, council, nomination, in_favour, against, act) SELECT coalesce(max(id), 0) + 1, @council, @nomination, @yes, @no, @act FROM commendation_vote", ct,
                ("council", id), ("nomination", vote.Nomination), ("yes", vote.For), ("no", vote.Against), ("act", act));
        }

        await work.EndAsync(new ActChange($"{tree.UnitCode(unit)} {Plain(input.Year)}", "commendation-council", null, $"{ActChange.Day(input.MetOn)}: {Plain(input.Votes.Count(vote => vote.For > vote.Against))}/{Plain(input.Votes.Count)}") { Unit = unit }, ct);
        return id;
    }

    private static Refusal? WhyNot(Vote vote, int members, Nomination? nomination) =>
        nomination is null ? new Refusal("commendation.no-nomination", vote.Nomination)
        : nomination.Withdrawn is not null ? new Refusal("commendation.withdrawn")
        : nomination.Commendation is not null ? new Refusal("commendation.decided")
        : vote.For < 0 || vote.Against < 0 || vote.For + vote.Against > members || vote.For + vote.Against == 0 ? new Refusal("commendation.bad-votes", nomination.Recipient.Full, vote.For, vote.Against, members)
        : null;
}
