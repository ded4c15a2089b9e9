using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Commendations;

/// <summary>Which lines of the register. All conditions hold together; null = any.</summary>
/// <param name="Unit">Code of the unit in whose register they stand.</param>
/// <param name="Body">Who decided, as printed.</param>
public sealed record RegisterQuestion(
    string? Unit = null, int? Year = null, Occasion? Occasion = null, string? Kind = null, string? Body = null, CommendationType? Type = null, bool? IsCollective = null, bool? IsOutside = null, string? Find = null);

/// <summary>The register of commendations (sổ khen thưởng) and its decisions, of the units a person sees.</summary>
public static class ReadCommendations
{
    /// <returns>In the order of the decisions, then as listed there; those taken back too.</returns>
    public static async Task<IReadOnlyList<Commendation>> RunAsync(RegisterQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var all = await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT c.id, c.decision, d.unit_id, d.year, d.occasion, d.occasion_title, d.body, d.decision, d.decided_on, c.kind, c.recipient, c.code, c.name, c.post, c.achievement, c.nomination,
                v.reason, h.handed_on, h.conference
            FROM commendation c JOIN commendation_decision d ON d.id = c.decision LEFT JOIN commendation_void v ON v.commendation = c.id LEFT JOIN commendation_handed h ON h.commendation = c.id
            WHERE d.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))}) ORDER BY d.decided_on, d.id, c.id
            """,
            r => new Commendation(
                r.GetInt64(0), r.GetInt64(1), tree.UnitCode(r.GetInt32(2)), r.GetInt32(3), (Occasion)r.GetInt32(4), r.GetString(5), r.GetString(6), r.GetString(7), r.Day(8),
                CommendationKind.Find(r.GetString(9))!, new Recipient((RecipientKind)r.GetInt32(10), r.TextOrNone(11), r.GetString(12), r.TextOrNone(13)), r.TextOrNone(14),
                r.IsDBNull(15) ? null : r.GetInt64(15), r.TextOrNone(16), r.DayOrNone(17), r.NumberOrNone(18))
            { UnitId = r.GetInt32(2) }, ct);
        return [.. all.Where(one => Fits(one, question))];
    }

    /// <summary>What was handed out at a conference.</summary>
    public static async Task<IReadOnlyList<Commendation>> HandedAtAsync(int conference, Work work, CancellationToken ct) =>
        [.. (await RunAsync(new(), work, ct)).Where(one => one.Conference == conference && one.Holds)];

    /// <summary>Null where there is none, or it is not this person's to see.</summary>
    public static async Task<CommendationDecision?> DecisionAsync(long id, Work work, CancellationToken ct) => (await DecisionsAsync(new(), work, ct)).FirstOrDefault(one => one.Id == id);

    /// <summary>The decisions, the newest first, with the recipients that fit.</summary>
    public static async Task<IReadOnlyList<CommendationDecision>> DecisionsAsync(RegisterQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var lines = (await RunAsync(question, work, ct)).ToLookup(one => one.Decision);
        var all = await (await work.ConnectAsync(ct)).ListAsync(
            $"SELECT id, unit_id, year, occasion, occasion_title, body, partner, decision, decided_on FROM commendation_decision WHERE unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))}) ORDER BY decided_on DESC, id DESC",
            r => new CommendationDecision(
                r.GetInt64(0), tree.UnitCode(r.GetInt32(1)), r.GetInt32(2), (Occasion)r.GetInt32(3), r.GetString(4), r.GetString(5), r.TextOrNone(6), r.GetString(7), r.Day(8), [.. lines[r.GetInt64(0)]])
            { UnitId = r.GetInt32(1) }, ct);
        return [.. all.Where(one => one.Recipients.Count > 0)];
    }

    private static bool Fits(Commendation one, RegisterQuestion question) =>
        (question.Unit is null || one.Unit == question.Unit) && (question.Year is null || one.Year == question.Year) && (question.Occasion is null || one.Occasion == question.Occasion)
        && (question.Kind is null || one.Kind.Code == question.Kind) && (question.Body is null || one.Body == question.Body) && (question.Type is null || one.Kind.Type == question.Type)
        && (question.IsCollective is null || one.Recipient.IsCollective == question.IsCollective) && (question.IsOutside is null || one.Recipient.IsOutside == question.IsOutside)
        && (question.Find is null || CultureInfo.InvariantCulture.CompareInfo.IndexOf(one.Recipient.Full, question.Find, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
}
