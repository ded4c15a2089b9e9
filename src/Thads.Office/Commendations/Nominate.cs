using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;
using Thads.Office.Ranking;
using Thads.Office.Units;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Commendations;

/// <summary>Nominates somebody for a commendation. The grounds are taken from the figures and kept as they are now; a condition that is not met refuses it, or is kept beside it as a warning.</summary>
public static class Nominate
{
    /// <param name="Unit">Code of the unit that nominates.</param>
    /// <param name="OccasionTitle">Of a campaign, or of what else it is for; null for the year.</param>
    /// <param name="Kind">Code of a <see cref="CommendationKind"/>.</param>
    /// <param name="Body">Who is to decide, as printed.</param>
    /// <param name="Code">Of the unit, officer or body; of a person outside the body they belong to.</param>
    /// <param name="Name">Of a person outside; null = the name in the books.</param>
    /// <param name="Achievement">In the words of who nominates.</param>
    public sealed record Input(
        string Unit, int Year, Occasion Occasion, string? OccasionTitle, string Kind, string Body, RecipientKind Recipient, string? Code, string? Name, string? Post, string? Achievement, DateOnly On,
        string? IdempotencyKey = null);

    /// <param name="others">All nominations of the unit and year.</param>
    public static Refusal? WhyNot(Input input, Recipient recipient, Grounds grounds, IReadOnlyList<Nomination> others, DateOnly today) =>
        CommendationKind.Find(input.Kind) is not { } kind ? new Refusal("commendation.kind", input.Kind)
        : CommendationKind.LawOn(input.On) is null ? new Refusal("commendation.no-law", input.On)
        : string.IsNullOrWhiteSpace(input.Body) ? new Refusal("commendation.no-body")
        : input.Occasion != Occasion.Year && string.IsNullOrWhiteSpace(input.OccasionTitle) ? new Refusal("commendation.no-occasion")
        : input.On > today ? new Refusal("commendation.future", input.On)
        : !kind.IsFor(recipient.IsCollective) ? new Refusal(recipient.IsCollective ? "commendation.for-persons" : "commendation.for-collectives", kind.Vi)
        : others.FirstOrDefault(one => one.Withdrawn is null && one.Year == input.Year && one.Kind.Code == kind.Code && one.Occasion == input.Occasion && one.OccasionTitle == Title(input) && one.Recipient.Is(recipient)) is { } twice ?
            new Refusal("commendation.nominated-twice", recipient.Full, kind.Vi, twice.On)
        : grounds.Conditions.FirstOrDefault(pair => pair.Condition.Weight == ConditionWeight.Refuse && pair.Ground.State == ConditionState.NotMet) is { Ground: not null } not ?
            new Refusal("commendation.not-met", [kind.Vi, not.Ground.Says], not.Condition.Source)
        : null;

    /// <returns>Its number.</returns>
    /// <exception cref="NotFoundException">`report.unit`, `partner.unknown`, `commendation.no-officer`.</exception>
    /// <exception cref="RefusedException">`commendation.*`.</exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("commendation-nominated", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<long>("SELECT id FROM nomination WHERE act = @act", ct, ("act", same));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(input.Unit, work.Person);
        work.Require(Permissions.Organise, unit);
        var code = tree.UnitCode(unit);
        var recipient = Named(input.Recipient, input.Code, input.Name, input.Post, tree, await PartnerBook.OfAsync(work, ct), work);
        RefusedException.ThrowIf(CommendationKind.Find(input.Kind) is null ? new Refusal("commendation.kind", input.Kind) : null);
        var grounds = await FindGrounds.RunAsync(new(code, input.Year, CommendationKind.Find(input.Kind)!, recipient, input.Achievement), work, ct);
        RefusedException.ThrowIf(WhyNot(input, recipient, grounds, await ReadNominations.RunAsync(code, input.Year, work, ct), work.Today));

        work.Begin("commendation-nominated", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var id = await work.NextAsync("nomination", "id", ct);
        await connection.RunAsync(
            """
            INSERT INTO nomination (id, unit_id, year, occasion, occasion_title, kind, body, recipient, code, name, post, achievement, nominated_on, act)
            VALUES (@id, @unit, @year, @occasion, @title, @kind, @body, @recipient, @code, @name, @post, @achievement, @on, @act)
            """, ct,
            ("id", id), ("unit", unit), ("year", input.Year), ("occasion", input.Occasion), ("title", Title(input)), ("kind", input.Kind), ("body", input.Body.Trim()), ("recipient", recipient.Kind),
            ("code", recipient.Code), ("name", recipient.Name), ("post", recipient.Post), ("achievement", Text(input.Achievement)), ("on", input.On), ("act", act));
        foreach (var ground in grounds.For.Concat(grounds.Conditions.Select(pair => pair.Ground)))
        {
            await connection.RunAsync(
                "INSERT INTO nomination_ground (id, nomination, code, says, link, is_met, last_act, act) SELECT coalesce(max(id), 0) + 1, @nomination, @code, @says, @link, @met, @last, @act FROM nomination_ground", ct,
                ("nomination", id), ("code", ground.Code), ("says", ground.Says), ("link", ground.Link), ("met", ground.State), ("last", grounds.LastAct), ("act", act));
        }

        await work.EndAsync(new ActChange($"{code} {Plain(input.Year)}", "nomination", null, $"{CommendationKind.Find(input.Kind)!.Vi}: {recipient.Full}") { Unit = unit }, ct);
        return id;
    }

    /// <summary>The recipient with the name of the books.</summary>
    /// <exception cref="NotFoundException">`report.unit`, `partner.unknown`, `commendation.no-officer`.</exception>
    /// <exception cref="RefusedException">`commendation.no-name`.</exception>
    internal static Recipient Named(RecipientKind kind, string? code, string? name, string? post, UnitTree tree, PartnerBook partners, Work work) => kind switch
    {
        RecipientKind.Unit => new(kind, tree.UnitCode(tree.Seen(code ?? "", work.Person)), tree.UnitName(tree.Seen(code ?? "", work.Person), work.Today), null),
        RecipientKind.Officer when Text(code) is { } of => tree.OfficerOf(of) is { } officer && tree.ServiceOf(officer).Any(service => work.Person.Sees(service.Unit))
            ? new(kind, of, tree.OfficerName(officer, work.Today), Text(post)) : throw new NotFoundException(new Refusal("commendation.no-officer", of)),
        RecipientKind.Officer or RecipientKind.Outsider => Text(name) is { } typed ? new(kind, Text(code) is { } body ? partners.Known(body).Code : null, typed, Text(post)) : throw new RefusedException(new Refusal("commendation.no-name")),
        RecipientKind.Body => Text(code) is { } partner ? new(kind, partners.Known(partner).Code, Text(name) ?? partners.Known(partner).Name, null)
            : Text(name) is { } typed ? new(kind, null, typed, null) : throw new RefusedException(new Refusal("commendation.no-name")),
    };

    internal static string Title(Input input) => Title(input.Occasion, input.OccasionTitle, input.Year);

    internal static string Title(Occasion occasion, string? title, int year) => occasion == Occasion.Year ? string.Create(CultureInfo.InvariantCulture, $"Năm {year}") : title?.Trim() ?? "";
}
