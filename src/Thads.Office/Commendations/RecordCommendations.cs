using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;
using Thads.Office.Ranking;
using Thads.Office.Units;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Commendations;

/// <summary>Records a decision on commendations with its list: of nominations, and of recipients the deciding body chose itself.</summary>
public static class RecordCommendations
{
    /// <param name="Nomination">Number; the rest is then taken from it.</param>
    public sealed record Line(long? Nomination, string? Kind, RecipientKind Recipient, string? Code, string? Name, string? Post, string? Achievement = null);

    /// <param name="Unit">Code of the unit in whose register it stands.</param>
    /// <param name="Body">Who decided, as printed.</param>
    /// <param name="Partner">Code of that body, or null.</param>
    /// <param name="Decision">Number of the decision.</param>
    public sealed record Input(
        string Unit, int Year, Occasion Occasion, string? OccasionTitle, string Body, string? Partner, string Decision, DateOnly DecidedOn, IReadOnlyList<Line> Lines, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Body) ? new Refusal("commendation.no-body")
        : string.IsNullOrWhiteSpace(input.Decision) ? new Refusal("commendation.no-number")
        : input.Occasion != Occasion.Year && string.IsNullOrWhiteSpace(input.OccasionTitle) ? new Refusal("commendation.no-occasion")
        : input.DecidedOn > today ? new Refusal("commendation.future", input.DecidedOn)
        : CommendationKind.LawOn(input.DecidedOn) is null ? new Refusal("commendation.no-law", input.DecidedOn)
        : input.Lines.Count == 0 ? new Refusal("commendation.nobody")
        : null;

    /// <returns>The number of the decision in the register.</returns>
    /// <exception cref="NotFoundException">`report.unit`, `partner.unknown`, `commendation.no-officer`, `commendation.no-nomination`.</exception>
    /// <exception cref="RefusedException">`commendation.*`.</exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("commendations-decided", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<long>("SELECT id FROM commendation_decision WHERE act = @act", ct, ("act", same));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(input.Unit, work.Person);
        work.Require(Permissions.Direct, unit);
        RefusedException.ThrowIf(WhyNot(input, work.Today));
        var partners = await PartnerBook.OfAsync(work, ct);
        var partner = Text(input.Partner) is { } code ? partners.Known(code).Code : null;
        var title = Nominate.Title(input.Occasion, input.OccasionTitle, input.Year);
        var nominations = (await ReadNominations.RunAsync(tree.UnitCode(unit), null, work, ct)).ToDictionary(one => one.Id);
        var lines = input.Lines.Select(line => Resolve(line, nominations, tree, partners, work)).ToList();
        var register = (await ReadCommendations.RunAsync(new(tree.UnitCode(unit), input.Year), work, ct)).Where(one => one.Holds && one.Body == input.Body.Trim() && one.OccasionTitle == title).ToList();
        RefusedException.ThrowIf(lines.Select((line, i) => WhyNot(line, [.. lines.Take(i)], register)).FirstOrDefault(why => why is not null));

        work.Begin("commendations-decided", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var id = await work.NextAsync("commendation_decision", "id", ct);
        await connection.RunAsync(
            """
            INSERT INTO commendation_decision (id, unit_id, year, occasion, occasion_title, body, partner, decision, decided_on, act)
            VALUES (@id, @unit, @year, @occasion, @title, @body, @partner, @decision, @on, @act)
            """, ct,
            ("id", id), ("unit", unit), ("year", input.Year), ("occasion", input.Occasion), ("title", title), ("body", input.Body.Trim()), ("partner", partner), ("decision", input.Decision.Trim()),
            ("on", input.DecidedOn), ("act", act));
        foreach (var (kind, recipient, nomination, achievement) in lines)
        {
            await connection.RunAsync(
                """
                INSERT INTO commendation (id, decision, nomination, kind, recipient, code, name, post, achievement, act)
                SELECT coalesce(max(id), 0) + 1, @decision, @nomination, @kind, @recipient, @code, @name, @post, @achievement, @act FROM commendation
                """, ct,
                ("decision", id), ("nomination", nomination?.Id), ("kind", kind.Code), ("recipient", recipient.Kind), ("code", recipient.Code), ("name", recipient.Name), ("post", recipient.Post),
                ("achievement", Text(achievement)), ("act", act));
        }

        await work.EndAsync(new ActChange($"{tree.UnitCode(unit)} {Plain(input.Year)}", "commendations", null, $"{input.Decision.Trim()} ({input.Body.Trim()}): {Plain(lines.Count)}") { Unit = unit }, ct);
        return id;
    }

    private static (CommendationKind Kind, Recipient Recipient, Nomination? Nomination, string? Achievement) Resolve(
        Line line, Dictionary<long, Nomination> nominations, UnitTree tree, PartnerBook partners, Work work)
    {
        if (line.Nomination is { } number)
        {
            var nomination = nominations.GetValueOrDefault(number) ?? throw new NotFoundException(new Refusal("commendation.no-nomination", number));
            return (nomination.Kind, nomination.Recipient, nomination, nomination.Achievement);
        }

        var kind = CommendationKind.Find(line.Kind) ?? throw new RefusedException(new Refusal("commendation.kind", line.Kind ?? ""));
        return (kind, Nominate.Named(line.Recipient, line.Code, line.Name, line.Post, tree, partners, work), null, line.Achievement);
    }

    private static Refusal? WhyNot(
        (CommendationKind Kind, Recipient Recipient, Nomination? Nomination, string? Achievement) line, List<(CommendationKind Kind, Recipient Recipient, Nomination? Nomination, string? Achievement)> before, List<Commendation> register) =>
        line.Nomination is { Withdrawn: not null } ? new Refusal("commendation.withdrawn")
        : line.Nomination is { Commendation: not null } ? new Refusal("commendation.decided")
        : line.Nomination is { Vote.Carried: false } ? new Refusal("commendation.voted-down", line.Recipient.Full)
        : !line.Kind.IsFor(line.Recipient.IsCollective) ? new Refusal(line.Recipient.IsCollective ? "commendation.for-persons" : "commendation.for-collectives", line.Kind.Vi)
        : before.Any(one => one.Kind == line.Kind && one.Recipient.Is(line.Recipient)) || register.Any(one => one.Kind == line.Kind && one.Recipient.Is(line.Recipient)) ?
            new Refusal("commendation.twice", line.Recipient.Full, line.Kind.Vi)
        : null;
}
